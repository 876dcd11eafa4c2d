"""You page, a further part with questions: about the pain, about the days."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from sdm_aid.domain.assessment import OFFERED, Question
from sdm_aid.ui.pages.you.asked_row import AskedRow
from sdm_aid.ui.pages.you.part import Part

if TYPE_CHECKING:
    from sdm_aid.domain.consultation import Consultation
    from sdm_aid.ui.pages.base import Page


class QuestionsPart(Part):
    """Questions with answers to pick."""

    def __init__(self, questions: tuple[Question, ...], page: Page, parent: QWidget) -> None:
        super().__init__(page, parent)
        self.rows: dict[Question, AskedRow] = {}
        for question in questions:
            row = AskedRow(question, self)
            row.picked.connect(partial(self._on_picked, question))
            row.worded.connect(partial(self._on_worded, question))
            self.column.addWidget(row)
            self.rows[question] = row

    def render_state(self, state: Consultation) -> None:
        """Show what was said to each."""
        for question, row in self.rows.items():
            row.render_told(state.assessment.answer(question))

    def commit(self) -> None:
        """Hand over words still being typed."""
        for row in self.rows.values():
            row.commit()

    def first_focus(self) -> QWidget:
        """The first answer of the first question."""
        question, row = next(iter(self.rows.items()))
        return row.chips.chip(OFFERED[question][0])

    def _on_picked(self, question: Question, answer: str) -> None:
        from sdm_aid.domain.actions import AssessmentPicked

        self.page.dispatch(AssessmentPicked(question=question, answer=answer))

    def _on_worded(self, question: Question, words: str | None) -> None:
        from sdm_aid.domain.actions import AssessmentWritten

        self.page.dispatch(AssessmentWritten(question=question, words=words))
