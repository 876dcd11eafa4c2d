"""What next, a plain reminder of which way the patient leaned; it chooses nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from sdm_aid.i18n import _
from sdm_aid.wording.facts import say

if TYPE_CHECKING:
    from sdm_aid.domain.consultation import Consultation
    from sdm_aid.ui.pages.base import Page


class LeaningLine(QLabel):
    """Soft lines; hidden where no leaning was said."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.setObjectName("next-leaning")
        self.setProperty("role", "soft")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self._page = page

    def render_state(self, state: Consultation) -> None:
        """Say the leaning, before and after, and the wish for advice."""
        before, after = state.matters.leaning_before, state.matters.leaning_after
        said = []
        if before:
            said.append(_("At first you leaned to: {choice}.").format(choice=self._name(before)))
        if after:
            said.append(_("After the line-up: {choice}.").format(choice=self._name(after)))
        if state.matters.rather_be_advised:
            said.append(_("You said you would rather be advised."))
        self.setText(" ".join(said))
        self.setVisible(bool(said))

    def _name(self, leaning: str) -> str:
        if leaning == "unsure":
            return _("not sure yet")
        content = self._page.content
        if leaning not in {option.letter for option in content.decision.options}:
            return leaning
        name = say(content, f"treatments.{content.treatment_of(leaning).id}.name")
        return _("{letter}, {name}").format(letter=leaning, name=name)
