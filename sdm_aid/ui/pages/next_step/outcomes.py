"""What next, the outcomes: equal cards in a fixed order, none chosen until somebody chooses."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from sdm_aid.ui.pages.next_step.even_grid import EvenGrid
from sdm_aid.ui.widgets.card import CardButton
from sdm_aid.wording.outcomes import OUTCOMES, outcome_explained, outcome_name

if TYPE_CHECKING:
    from sdm_aid.domain.answers import Outcome
    from sdm_aid.domain.consultation import Consultation
    from sdm_aid.ui.pages.base import Page

WITH_OPTION = ("go_with", "try_until", "advise_me")
"""The outcomes to which one of the things we could do may belong."""
NOTHING_NEW = "A"


class OutcomeGrid(QWidget):
    """Pressing a card chooses it; pressing it again takes it back."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.setObjectName("outcomes")
        self._page = page
        self.cards: dict[str, CardButton] = {}
        for kind in OUTCOMES:
            card = CardButton(outcome_name(kind), outcome_explained(kind), self)
            card.setObjectName(f"outcome-{kind}")
            card.setCheckable(True)
            card.clicked.connect(partial(self._on_pressed, kind))
            self.cards[kind] = card
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(EvenGrid(list(self.cards.values()), 12, self))

    def render_state(self, state: Consultation) -> None:
        """Show which one is chosen, if any."""
        chosen = state.outcome.kind if state.outcome else None
        for kind, card in self.cards.items():
            card.setChecked(kind == chosen)

    def first_focus(self) -> QWidget:
        """The first card."""
        return self.cards[OUTCOMES[0]]

    def _on_pressed(self, kind: str) -> None:
        from sdm_aid.domain.actions import OutcomeChosen

        chosen = self.cards[kind].isChecked()
        outcome = chosen_anew(kind, self._page.state.outcome) if chosen else None
        self._page.dispatch(OutcomeChosen(outcome=outcome))


def chosen_anew(kind: Any, before: Outcome | None) -> Outcome:
    """The outcome of this kind; the option (and date) said before stay where they still fit."""
    from sdm_aid.domain.answers import Outcome

    if kind == "nothing_new":
        return Outcome(kind=kind, option=NOTHING_NEW)
    keeps = before is not None and before.kind in WITH_OPTION and kind in WITH_OPTION
    option = before.option if before is not None and keeps else None
    until = before.until if before is not None and kind == "try_until" else None
    return Outcome(kind=kind, option=option, until=until)
