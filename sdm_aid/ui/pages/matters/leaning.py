"""Which way the patient leans: asked before the line-up and again after it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from PySide6.QtWidgets import QWidget

from sdm_aid.i18n import _
from sdm_aid.ui.pages.matters.choices import Choices
from sdm_aid.ui.widgets.card import Card
from sdm_aid.ui.widgets.plain import label

if TYPE_CHECKING:
    from sdm_aid.domain.consultation import Consultation
    from sdm_aid.ui.pages.base import Page

UNSURE = "unsure"


def option_names(page: Page) -> tuple[tuple[str, str], ...]:
    """(letter, "A. Nothing new for now") of every choice, in fixed order."""
    content = page.content
    return tuple(
        (
            option.letter,
            _("{letter}. {name}").format(
                letter=option.letter, name=content.words(f"treatments.{option.treatment}.name")
            ),
        )
        for option in content.decision.options
    )


def leaning_choices(page: Page, when: Literal["before", "after"], parent: QWidget) -> Choices:
    """Equal buttons for every choice and "not sure"."""
    items = (*option_names(page), (UNSURE, _("Not sure")))
    return Choices(items, f"leaning-{when}", parent)


class LeaningBefore(Card):
    """The question before the line-up; once the line-up was seen, the answer stands as it was."""

    def __init__(self, page: Page) -> None:
        super().__init__(_("Before we look closer: which way do you lean now?"), page)
        self.setObjectName("leaning-before-card")
        self._page = page
        self._names = dict(option_names(page))
        self.choices = leaning_choices(page, "before", self)
        self.choices.set_name(_("Before we look closer: which way do you lean now?"))
        self.choices.chosen.connect(self._on_chosen)
        self._said = label("", "body", self, "leaning-before-said")
        self.column.addWidget(self.choices)
        self.column.addWidget(self._said)

    def render_state(self, state: Consultation) -> None:
        """Set the answer; after the line-up it is a sentence, so that it stays a first thought."""
        leaning = state.matters.leaning_before
        closed = state.matters.lined_up and leaning is not None
        self.choices.set_value(leaning)
        self.choices.setVisible(not closed)
        if self.heading is not None:
            self.heading.setVisible(not closed)
        self._said.setVisible(closed)
        self._said.setText(self._sentence(leaning) if closed else "")

    def _sentence(self, leaning: str | None) -> str:
        if leaning == UNSURE:
            return _("Before you saw how the choices line up, you were not sure.")
        name = self._names.get(leaning or "", leaning or "")
        return _("Before you saw how the choices line up, you leaned to: {choice}.").format(
            choice=name
        )

    def _on_chosen(self, leaning: Any) -> None:
        from sdm_aid.domain.actions import LeaningSaid

        self._page.dispatch(LeaningSaid(when="before", leaning=leaning))
