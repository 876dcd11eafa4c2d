"""The last day of the content passed while a visit was open: asks before papers are made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sdm_aid.application.start_visit import OpenedVisit, out_of_date
from sdm_aid.i18n import _
from sdm_aid.ui.frame.expired_form import ExpiredForm
from sdm_aid.ui.frame.side_panel import SidePanel
from sdm_aid.ui.widgets.plain import button, label
from sdm_aid.wording.about import expired_words

if TYPE_CHECKING:
    from sdm_aid.ui.pages.base import VisitContext

ON_FROM = {"read": "read", "seal": "read", "seal-now": "unseal"}
"""What leads to papers on the last step, and where that goes on once the two are given: what is
printed has changed, so it is read again, and signed again where it was signed."""


class ExpiredPanel(SidePanel):
    """``taken_on(str)`` once name and reason stand in the visit: what the page shall do then."""

    taken_on = Signal(str)

    def __init__(self, context: VisitContext, body: QWidget) -> None:
        super().__init__(_("Out of date"), "expired-panel", body)
        self._bridge = context.bridge
        self._opened = OpenedVisit(context.bridge.session, context.content)
        self._wish = ""
        day = expired_words(context.content.decision.expires)
        self.column.addWidget(label(day, "strong", self._inside, "expired-panel-words"))
        words = _(
            "Its figures may be wrong by now. The plan and the handout are made only when you say "
            "who takes that on and why. Both are written into the visit and printed on them."
        )
        self.form = ExpiredForm("expired-panel", words, self._inside)
        self.column.addWidget(self.form)
        self._open = button(_("Use it all the same"), "primary", "expired-panel-open", self._inside)
        self._open.setEnabled(False)
        self._open.clicked.connect(self._on_open)
        self.form.complete.connect(self._open.setEnabled)
        self.form.reason.returnPressed.connect(self._open.click)
        self.column.addWidget(self._open)
        self.column.addStretch(1)

    def holds_back(self, step: str, wish: str) -> bool:
        """Whether ``wish`` would make papers of content that nobody has taken on; asks, if so."""
        if step != "sign" or wish not in ON_FROM or not out_of_date(self._opened):
            return False
        self._wish = wish
        if not self.form.name.text():
            self.form.name.set_words(self._bridge.state.clinician.name or "")
        self.bring()
        return True

    def first_focus(self) -> QWidget:
        """The first field that is still empty."""
        return self.form.first_empty()

    def _on_open(self) -> None:
        self.form.take_on(self._opened)
        self.put_away()
        self.taken_on.emit(ON_FROM[self._wish])
