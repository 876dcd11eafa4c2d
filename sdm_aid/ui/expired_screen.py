"""Content past its last day opens only when somebody says who takes that on, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sdm_aid.i18n import _
from sdm_aid.ui.frame.expired_form import ExpiredForm
from sdm_aid.ui.frame.screen import Screen
from sdm_aid.wording.about import expired_words

if TYPE_CHECKING:
    from sdm_aid.application.settings import Settings
    from sdm_aid.application.start_visit import OpenedVisit


class ExpiredScreen(Screen):
    """``accepted(OpenedVisit)`` once name and reason stand in the visit; ``pressed("back")``."""

    accepted = Signal(object)

    def __init__(
        self, opened: OpenedVisit, settings: Settings, parent: QWidget | None = None
    ) -> None:
        content = opened.content
        super().__init__(
            "expired", content.words("title"), expired_words(content.decision.expires), parent
        )
        self._opened = opened
        words = _(
            "Its figures may be wrong by now. It opens only when you say who takes that on and "
            "why. Both are written into the visit and printed on the plan and the handout."
        )
        self.form = ExpiredForm("expired", words, self.body)
        self.form.name.set_words(settings.clinician_name)
        self.column.addWidget(self.form)
        self.column.addStretch(1)
        self.add_footer_button("back", _("Back"))
        self.open = self.add_footer_button("open", _("Open it all the same"), "primary")
        self.open.setEnabled(False)
        self.form.complete.connect(self.open.setEnabled)
        self.form.reason.returnPressed.connect(self.open.click)
        self.pressed.connect(self._on_pressed)

    def first_focus(self) -> QWidget:
        """The first field that is still empty."""
        return self.form.first_empty()

    def _on_pressed(self, name: str) -> None:
        if name == "open":
            self.form.take_on(self._opened)
            self.accepted.emit(self._opened)
