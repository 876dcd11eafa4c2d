"""In your words, the four SURE questions in their published wording, or why they are not there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sdm_aid.content.measures import load_measure
from sdm_aid.content.problem import ContentError
from sdm_aid.domain.measure import yes_count
from sdm_aid.i18n import _
from sdm_aid.paths import resources_dir
from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.button import Button
from sdm_aid.ui.widgets.card import Card
from sdm_aid.ui.widgets.chip import ChipGroup
from sdm_aid.ui.widgets.notice import Notice
from sdm_aid.ui.widgets.plain import label
from sdm_aid.wording.steps import step_name
from sdm_aid.wording.sure import after_no, all_answered, no_wording, yes_no

if TYPE_CHECKING:
    from sdm_aid.domain.consultation import Consultation
    from sdm_aid.domain.measure import Item, Measure
    from sdm_aid.ui.pages.base import Page

LOOK_AGAIN = {"understand": "compare", "risk": "matters"}
"""Where a "no" leads back to; the other two ask for time and people, not for a page."""


class SureQuestion(QWidget):
    """One question to the letter, yes and no, and after a "no" what that asks of us."""

    answered = Signal(object)
    step_asked = Signal(str)

    def __init__(self, item: Item, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"sure-{item.id}")
        question = item.text[language]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, px(4))
        column.setSpacing(px(6))
        row = QHBoxLayout()
        row.setSpacing(px(12))
        row.addWidget(label(question, "body", self, "sure-question"), 1)
        self.answers = ChipGroup(
            [(answer, yes_no(answer)) for answer in ("yes", "no")], multiple=False, parent=self
        )
        for answer in ("yes", "no"):
            self.answers.chip(answer).setAccessibleName(f"{question} {yes_no(answer)}")
        self.answers.changed.connect(self._on_changed)
        row.addWidget(self.answers)
        column.addLayout(row)
        self._after = Notice("", after_no(item.id), "info", self)
        self._after.setObjectName(f"sure-after-{item.id}")
        step = LOOK_AGAIN.get(item.id)
        if step is not None:
            go = Button(step_name(step), "quiet", self._after)
            go.setObjectName(f"sure-go-{item.id}")
            go.setAccessibleName(_("Go to: {step}").format(step=step_name(step)))
            go.clicked.connect(partial(self.step_asked.emit, step))
            beside = self._after.layout()
            if beside is not None:
                beside.addWidget(go)
        column.addWidget(self._after)

    def set_answer(self, answer: str | None) -> None:
        """Show the answer; None: not asked."""
        self.answers.set_selected((answer,) if answer else ())
        self._after.setVisible(answer == "no")

    def _on_changed(self, chosen: tuple[str, ...]) -> None:
        self.answered.emit(chosen[0] if chosen else None)


class SureCard(Card):
    """``step_asked(str)`` when a "no" leads back to another step."""

    step_asked = Signal(str)

    def __init__(self, page: Page) -> None:
        super().__init__(_("Four more questions"), page)
        self.setObjectName("sure")
        self._page = page
        self.measure: Measure | None = None
        self._questions: dict[str, SureQuestion] = {}
        self._together = label("", "strong", self, "sure-together")
        try:
            measure = load_measure(resources_dir(), "sure")
        except ContentError as problem:
            sentence = _("The questions cannot be shown. {problem}").format(
                problem=problem.problems[0]
            )
            self.column.addWidget(label(sentence, "body", self, "sure-problem"))
        else:
            self._build(measure, page.content.ref.language)
        self.column.addWidget(self._together)
        if self.measure is not None:
            self.column.addWidget(label(self.measure.citation, "caption", self, "sure-citation"))

    def render_state(self, state: Consultation) -> None:
        """Set every answer, and what they mean together once all are given."""
        answers: dict[str, str | None] = {
            name: getattr(state.sure, name) for name in self._questions
        }
        for name, question in self._questions.items():
            question.set_answer(answers[name])
        yes = yes_count(self.measure, answers) if self.measure else None
        known = self.measure is not None and yes is not None
        limit = self.measure.conflict_at_or_below if self.measure else None
        conflict = yes is not None and limit is not None and yes <= limit
        self._together.setText(all_answered(conflict) if known else "")
        self._together.setVisible(known)

    def _build(self, measure: Measure, language: str) -> None:
        if not measure.speaks(language):
            self.column.addWidget(label(no_wording(), "body", self, "sure-no-wording"))
            return
        self.measure = measure
        for item in measure.item:
            question = SureQuestion(item, language, self)
            question.answered.connect(partial(self._on_answered, item.id))
            question.step_asked.connect(self.step_asked)
            self._questions[item.id] = question
            self.column.addWidget(question)

    def _on_answered(self, question: Any, answer: Any) -> None:
        from sdm_aid.domain.actions import SureAnswered

        self._page.dispatch(SureAnswered(question=question, answer=answer))
