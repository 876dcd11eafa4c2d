"""What next, what belongs to the chosen outcome: which of the things we could do, until when."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from sdm_aid.i18n import _
from sdm_aid.ui.pages.flat_card import FlatCard
from sdm_aid.ui.pages.next_step.even_grid import EvenGrid
from sdm_aid.ui.pages.next_step.outcomes import WITH_OPTION
from sdm_aid.ui.pages.next_step.until import UntilLine
from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.card import Card
from sdm_aid.ui.widgets.plain import label
from sdm_aid.wording.facts import say
from sdm_aid.wording.outcomes import outcome_recorded

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from sdm_aid.domain.answers import Outcome
    from sdm_aid.domain.consultation import Consultation
    from sdm_aid.ui.pages.base import Page

LONGEST_WORD, LONGEST_NOTE = 24, 120
"""Characters of a reason on a card: one long reason must not blow up all the equal cards."""


class OptionButton(FlatCard):
    """Letter and name of one thing we could do; the note says if it was marked as not right."""

    def __init__(self, page: Page, letter: str, parent: QWidget) -> None:
        name = say(page.content, f"treatments.{page.content.treatment_of(letter).id}.name")
        self.words = _("{letter}, {name}").format(letter=letter, name=name)
        self._lettered = f"{letter}  {name}"
        super().__init__(self._lettered, "", parent)
        self.setObjectName(f"next-option-{letter}")
        self.setCheckable(True)

    def show_reason(self, reason: str | None) -> None:
        """Show the reason why it was marked, or no note."""
        words = _("Not right for you now, because: {reason}")
        if reason is None:
            self.set_words(self._lettered, "")
            return
        self.set_words(self._lettered, words.format(reason=shortened(reason)))
        self.setAccessibleName(f"{self._lettered}. {words.format(reason=reason)}")


class DetailsCard(Card):
    """Shown for the outcomes that name an option; says the outcome as the plan will."""

    def __init__(self, page: Page, today: Callable[[], date]) -> None:
        super().__init__(" ", page)
        self.setObjectName("next-details")
        self._page = page
        self.options = {
            option.letter: OptionButton(page, option.letter, self)
            for option in page.content.decision.options
        }
        for letter, made in self.options.items():
            made.clicked.connect(partial(self._on_option, letter))
        self._grid = EvenGrid(list(self.options.values()), 11, self)
        self.until = UntilLine(today, page.announce, self)
        self.until.chosen.connect(self._on_until)
        self._recorded = label("", "strong", self, "next-recorded")
        self._options_part = QWidget(self)
        inner = QVBoxLayout(self._options_part)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(px(10))
        inner.addWidget(self._grid)
        inner.addWidget(self.until)
        self.column.addWidget(self._options_part)
        self.column.addWidget(self._recorded)

    def render_state(self, state: Consultation) -> None:
        """Set every control from the state."""
        outcome = state.outcome
        kind = outcome.kind if outcome else None
        option = outcome.option if outcome else None
        reasons = {mark.option: mark.reason for mark in state.not_suitable}
        for letter, made in self.options.items():
            made.setChecked(letter == option)
            made.show_reason(reasons.get(letter))
        self._grid.updateGeometry()
        self.until.setVisible(kind == "try_until")
        self.until.render_date(outcome.until if outcome else None)
        self._options_part.setVisible(kind in WITH_OPTION)
        if self.heading is not None:
            self.heading.setText(_heading(kind))
            self.heading.setVisible(kind in WITH_OPTION)
        self._recorded.setText(self._sentence(outcome))
        self.setVisible(outcome is not None)

    def commit(self) -> None:
        """Hand over a date that is still being typed."""
        self.until.commit()

    def clear_problem(self) -> None:
        """Forget a date that could not be read."""
        self.until.clear_problem()

    def _sentence(self, outcome: Outcome | None) -> str:
        if outcome is None:
            return ""
        made = self.options.get(outcome.option or "")
        words = outcome_recorded(outcome.kind, made.words if made else "", outcome.until)
        if outcome.kind in ("go_with", "try_until") and made is None:
            return _("Choose one of these.")
        return _("The plan will say: {words}").format(words=words)

    def _on_option(self, letter: str) -> None:
        self._change(option=letter if self.options[letter].isChecked() else None)

    def _on_until(self, until: date | None) -> None:
        self._change(until=until)

    def _change(self, **changes: object) -> None:
        from sdm_aid.domain.actions import OutcomeChosen

        outcome = self._page.state.outcome
        if outcome is not None:
            self._page.dispatch(OutcomeChosen(outcome=outcome.evolve(**changes)))


def shortened(reason: str) -> str:
    """A reason for a card: all of it stands on the Understand page and in the plan."""
    words = [w if len(w) <= LONGEST_WORD else f"{w[:LONGEST_WORD]}…" for w in reason.split()]
    whole = " ".join(words)
    return whole if len(whole) <= LONGEST_NOTE else f"{whole[:LONGEST_NOTE].rstrip()}…"


def _heading(kind: str | None) -> str:
    if kind == "try_until":
        return _("What to try, and until when?")
    if kind == "advise_me":
        return _("Agreed on one after the advice? You can leave this open.")
    return _("Which one?")
