"""The plan form, what the patient hopes for beside what studies saw; never a forecast."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from sdm_aid.domain.chosen import chosen_letter
from sdm_aid.i18n import _
from sdm_aid.ui.pages.sign.plan_words import PlanWords
from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.card import Card
from sdm_aid.ui.widgets.plain import empty, label
from sdm_aid.wording.expectation import (
    StudyLine,
    hoped_change,
    of_groups,
    scale_help,
    studies_saw,
)

if TYPE_CHECKING:
    from sdm_aid.domain.consultation import Consultation
    from sdm_aid.ui.pages.base import Page


class ExpectationCard(Card):
    """The patient's words and numbers first; under them the table's own words on the choice."""

    def __init__(self, page: Page) -> None:
        super().__init__("", page)
        self.setObjectName("expectation-card")
        self._page = page
        heading = _("What do you hope for, or expect?")
        self._hoped = PlanWords(page, "hoped", heading, self.column, self)
        self._change = label("", "body", self, "hoped-change")
        self._title = label("", "h3", self, "studies-title")
        self._groups = label(of_groups(), "soft", self, "studies-groups")
        for widget in (self._change, self._title, self._groups):
            self.column.addWidget(widget)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(px(6))
        self.column.addLayout(self._rows)
        self._shown: tuple[StudyLine, ...] = ()

    def render_state(self, state: Consultation) -> None:
        """Set the words, the numbers and what studies saw."""
        self._hoped.show_words(state.plan.hoped, "")
        change = hoped_change(state)
        self._change.setText(change)
        self._change.setVisible(bool(change))
        lines = studies_saw(self._page.content, state)
        if lines != self._shown:
            self._shown = lines
            self._rebuild(lines)
        self._title.setText(self._name(state) if lines else "")
        self._title.setVisible(bool(lines))
        self._groups.setVisible(bool(lines))

    def commit(self) -> None:
        """Hand over words still being typed."""
        self._hoped.commit()

    def _name(self, state: Consultation) -> str:
        letter, content = chosen_letter(self._page.content, state), self._page.content
        if letter is None:
            return ""
        name = content.words(f"treatments.{content.treatment_of(letter).id}.name")
        return _("What studies saw with {letter}. {name}").format(letter=letter, name=name)

    def _rebuild(self, lines: tuple[StudyLine, ...]) -> None:
        empty(self._rows)
        for number, line in enumerate(lines):
            self._rows.addWidget(label(line.question, "caption", self, f"study-question-{number}"))
            self._rows.addWidget(label(line.found, "body", self, f"study-found-{number}"))
        if words := scale_help(lines):
            self._rows.addWidget(label(words, "soft", self, "study-scale"))
