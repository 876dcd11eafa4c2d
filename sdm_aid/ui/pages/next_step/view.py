"""What next, the words of both: the patient's reason, and the clinician's view when asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from sdm_aid.i18n import _
from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.button import Button
from sdm_aid.ui.widgets.card import Card
from sdm_aid.ui.widgets.plain import label
from sdm_aid.ui.widgets.text_field import TextField
from sdm_aid.ui.widgets.typed_words import kept

if TYPE_CHECKING:
    from sdm_aid.domain.consultation import Consultation
    from sdm_aid.ui.pages.base import Page


class ReasonCard(Card):
    """Why, in the patient's own words."""

    def __init__(self, page: Page) -> None:
        heading = _("Why? In your own words")
        super().__init__(heading, page)
        self.setObjectName("next-reason")
        self._page = page
        self.field = TextField(_("What made you choose this?"), parent=self)
        self.field.setObjectName("patient-reason")
        self.field.setAccessibleName(heading)
        self.field.edited.connect(self._on_edited)
        self.column.addWidget(self.field)
        self.column.addStretch(1)

    def render_state(self, state: Consultation) -> None:
        """Show the reason."""
        self.field.set_text(state.patient_reason or "")

    def commit(self) -> None:
        """Hand over words still being typed."""
        self.field.commit()

    def _on_edited(self, words: str) -> None:
        from sdm_aid.domain.actions import TextWritten

        self._page.dispatch(TextWritten(field="patient_reason", words=kept(words)))


class ViewCard(Card):
    """The clinician's view: closed until the patient asks, or something stands there (V-09)."""

    def __init__(self, page: Page) -> None:
        heading = _("Your clinician’s view, and why")
        super().__init__(heading, page)
        self.setObjectName("next-view")
        self._page = page
        self._asked = False
        self._wanted = False
        self._note = label(_("Only if you ask for it. You have the last word."), "soft", self)
        self.column.addWidget(self._note)
        self.ask = Button(_("I would like to hear it"), "secondary", self)
        self.ask.setObjectName("ask-view")
        self.ask.setAccessibleName(_("I would like to hear my clinician’s view"))
        self.ask.clicked.connect(self._on_ask)
        self._line = QWidget(self)
        line = QHBoxLayout(self._line)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.ask)
        line.addStretch(1)
        self.column.addWidget(self._line)
        self.field = TextField(_("What I think, and why"), parent=self)
        self.field.setObjectName("clinician-view")
        self.field.setAccessibleName(heading)
        self.field.edited.connect(self._on_edited)
        self.column.addWidget(self.field)
        self.column.addStretch(1)
        self.column.setSpacing(px(8))

    def render_state(self, state: Consultation) -> None:
        """Show the view where one was given or advice is wanted; otherwise the way to ask."""
        asked_here = state.outcome is not None and state.outcome.kind == "advise_me"
        self._wanted = bool(state.clinician_view) or asked_here
        self._show()
        self.field.set_text(state.clinician_view or "")

    def commit(self) -> None:
        """Hand over words still being typed."""
        self.field.commit()

    def close_view(self) -> None:
        """Back to the way to ask."""
        self._asked = False
        self._show()

    def _show(self) -> None:
        is_open = self._wanted or self._asked
        self.field.setVisible(is_open)
        self._line.setVisible(not is_open)

    def _on_ask(self) -> None:
        self._asked = True
        self._show()
        self.field.setFocus()

    def _on_edited(self, words: str) -> None:
        from sdm_aid.domain.actions import TextWritten

        self._page.dispatch(TextWritten(field="clinician_view", words=kept(words)))
