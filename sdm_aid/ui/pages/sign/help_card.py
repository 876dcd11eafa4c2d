"""The plan form, get help fast: the signs, more in own words, and the numbers to call."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from sdm_aid.documents.paper import PaperInput
from sdm_aid.documents.plan.agreed import offered_signs
from sdm_aid.i18n import _
from sdm_aid.ui.pages.sign.parts import CheckLine, line_field
from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.card import Card
from sdm_aid.ui.widgets.plain import empty, label
from sdm_aid.ui.widgets.text_field import TextField
from sdm_aid.ui.widgets.typed_words import kept

if TYPE_CHECKING:
    from sdm_aid.domain.consultation import Consultation
    from sdm_aid.ui.pages.base import Page


def signs_of(page: Page, state: Consultation) -> tuple[tuple[str, str], ...]:
    """(id, sentence) of every sign the plan can show now."""
    letters = {option.letter for option in page.content.decision.options}
    outcome = state.outcome
    if outcome is not None and outcome.option is not None and outcome.option not in letters:
        state = state.evolve(outcome=outcome.evolve(option=None))
    return offered_signs(PaperInput(page.content, state, state.started, ""))


class HelpCard(Card):
    """All signs are offered and stand on the plan until somebody takes one off."""

    def __init__(self, page: Page) -> None:
        super().__init__(_("Get help the same day if"), page)
        self.setObjectName("help-card")
        self._page = page
        self._signs: tuple[tuple[str, str], ...] | None = None
        self._lines: dict[str, CheckLine] = {}
        self._keys: dict[str, frozenset[str]] = {}
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.column.addLayout(self._rows)
        self._more = TextField(
            _("Anything else to watch for"), least_lines=1, most_lines=5, parent=self
        )
        self._more.setObjectName("get-help-words")
        self._more.setAccessibleName(_("Anything else to watch for"))
        self._more.edited.connect(self._on_more)
        self.column.addWidget(self._more)
        self.column.addWidget(label(_("Numbers to call"), "h3", self))
        pair = QHBoxLayout()
        pair.setSpacing(px(12))
        clinic, night = QVBoxLayout(), QVBoxLayout()
        for half in (clinic, night):
            half.setSpacing(px(4))
            pair.addLayout(half, 1)
        self.column.addLayout(pair)
        self._phone = line_field(clinic, self, "clinic-phone", _("The clinic"))
        self._night = line_field(night, self, "clinic-night", _("At night and at weekends"))
        for field in (self._phone, self._night):
            field.edited.connect(self._on_numbers)

    def render_state(self, state: Consultation) -> None:
        """Set the ticks, the words and the numbers."""
        signs = signs_of(self._page, state)
        if signs != self._signs:
            self._signs = signs
            self._rebuild(signs)
        chosen = state.plan.get_help
        for sentence, line in self._lines.items():
            line.set_ticked(chosen is None or not self._keys[sentence].isdisjoint(chosen))
        self._more.set_text(state.plan.get_help_words or "")
        self._phone.set_text(state.clinic.phone or "")
        self._night.set_text(state.clinic.out_of_hours or "")

    def commit(self) -> None:
        """Hand over what is still being typed."""
        self._more.commit()
        self._phone.commit()
        self._night.commit()

    def _rebuild(self, signs: tuple[tuple[str, str], ...]) -> None:
        empty(self._rows)
        self._lines, self._keys = {}, {}
        for key, sentence in signs:
            # the decision and the treatment can warn of the same: one line, as on paper
            self._keys[sentence] = self._keys.get(sentence, frozenset()) | {key}
            if sentence in self._lines:
                continue
            line = CheckLine(sentence, f"help-{key}", self)
            line.ticked.connect(partial(self._on_ticked, sentence))
            self._lines[sentence] = line
            self._rows.addWidget(line)

    def _on_ticked(self, sentence: str, ticked: bool) -> None:
        from sdm_aid.domain.actions import GetHelpChosen

        before = self._page.state.plan.get_help
        offered = [sign for sign, _sentence in self._signs or ()]
        chosen = set(offered if before is None else before)
        keys = self._keys[sentence]
        chosen = chosen | keys if ticked else chosen - keys
        signs = tuple(sign for sign in offered if sign in chosen)
        self._page.dispatch(GetHelpChosen(signs=signs))

    def _on_more(self, words: str) -> None:
        from sdm_aid.domain.actions import TextWritten

        self._page.dispatch(TextWritten(field="get_help_words", words=kept(words)))

    def _on_numbers(self, _words: str) -> None:
        from sdm_aid.domain.actions import ClinicNamed

        clinic = self._page.state.clinic.evolve(
            phone=kept(self._phone.text()), out_of_hours=kept(self._night.text())
        )
        self._page.dispatch(ClinicNamed(clinic=clinic))
