""" "I have a question": write it down as it was said, and the answer when it was given."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from sdm_aid.i18n import _
from sdm_aid.ui.frame.side_panel import SidePanel
from sdm_aid.ui.widgets.finished_field import TypedText
from sdm_aid.ui.widgets.plain import button, card, empty, label
from sdm_aid.ui.widgets.text_field import TextField
from sdm_aid.ui.widgets.typed_words import LONGEST
from sdm_aid.wording.steps import step_name

if TYPE_CHECKING:
    from sdm_aid.domain.answers import Question
    from sdm_aid.domain.consultation import Consultation
    from sdm_aid.ui.bridge import SessionBridge


class QuestionPanel(SidePanel):
    """A field for a new question and the list of those asked so far."""

    def __init__(self, bridge: SessionBridge, body: QWidget) -> None:
        super().__init__(_("Your questions"), "question-panel", body)
        self._bridge = bridge
        self._shown: tuple[tuple[str, str], ...] = ()
        self._answers: dict[str, TextField] = {}
        self._ask = TypedText("question-new", _("What would you like to ask?"), 3, self._inside)
        self._ask.setPlaceholderText(_("Type it in your own words"))
        self.column.addWidget(
            label(_("What would you like to ask?"), "strong", self._inside, "question-lead")
        )
        self.column.addWidget(self._ask)
        self._add = button(_("Keep this question"), "primary", "question-add", self._inside)
        self._add.clicked.connect(self._ask.commit)
        self._ask.committed.connect(self._on_asked)
        self.column.addWidget(self._add)
        self._list, self._rows = card("question-list", self._inside, "plain")
        self._rows.setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(self._list)
        self.column.addStretch(1)
        bridge.changed.connect(self.render_state)
        self.render_state(bridge.state)

    def first_focus(self) -> QWidget:
        """The field for a new question."""
        return self._ask

    def leaving(self) -> None:
        """Keep a question or an answer that is still being typed."""
        self._keep_answers()
        self._ask.commit()

    def render_state(self, state: Consultation) -> None:
        """Show the questions asked so far, newest first."""
        asked = tuple((q.id, q.text) for q in state.questions)
        if asked != self._shown:
            self._shown = asked
            self._rebuild(state.questions)
        for question in state.questions:
            field = self._answers.get(question.id)
            if field is not None:
                field.set_text(question.answer or "")

    def _keep_answers(self) -> None:
        """Before the list is made anew: a row that goes away cannot hand over in good order."""
        for field in tuple(self._answers.values()):
            field.commit()

    def _rebuild(self, questions: tuple[Question, ...]) -> None:
        empty(self._rows)
        self._answers = {}
        for question in reversed(questions):
            self._rows.addWidget(self._row(question))

    def _row(self, question: Question) -> QWidget:
        frame, column = card(f"question-{question.id}", self._list, "card")
        column.addWidget(label(question.text, "strong", frame, "question-text"))
        column.addWidget(
            label(
                _("Asked at: {step}").format(step=step_name(question.step)),
                "caption",
                frame,
                "question-step",
            )
        )
        answer = TextField(_("The answer, when it was given"), parent=frame)
        answer.setObjectName(f"answer-{question.id}")
        answer.setAccessibleName(_("The answer"))
        answer.edited.connect(partial(self._on_answered, question.id))
        self._answers[question.id] = answer
        column.addWidget(answer)
        remove = button(_("Remove"), "quiet", f"remove-{question.id}", frame)
        remove.setAccessibleName(_("Remove this question"))
        remove.clicked.connect(partial(self._on_removed, question.id))
        column.addWidget(remove)
        return frame

    def _on_asked(self, text: str) -> None:
        from sdm_aid.domain.actions import QuestionAsked

        words = text.strip()
        self._ask.set_words("")
        if not words:
            return
        self._keep_answers()
        state = self._bridge.state
        used = {question.id for question in state.questions}
        number = next(n for n in range(1, len(used) + 2) if f"q{n}" not in used)
        self._bridge.dispatch(QuestionAsked(id=f"q{number}", step=state.step, text=words))

    def _on_answered(self, question: str, answer: str) -> None:
        from sdm_aid.domain.actions import QuestionAnswered

        self._bridge.dispatch(
            QuestionAnswered(id=question, answer=answer.strip()[:LONGEST] or None)
        )

    def _on_removed(self, question: str) -> None:
        from sdm_aid.domain.actions import QuestionRemoved

        self._keep_answers()
        self._bridge.dispatch(QuestionRemoved(id=question))
