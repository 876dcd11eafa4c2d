"""You page, one question of the things to check first: none of these, or answers to choose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sdm_aid.i18n import _
from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.button import Button
from sdm_aid.ui.widgets.chip import ChipGroup
from sdm_aid.ui.widgets.plain import label
from sdm_aid.wording.check_first import answer_words, choice_words, question_words

if TYPE_CHECKING:
    from sdm_aid.domain.check_first import FactQuestion
    from sdm_aid.domain.checked_first import FactAnswer
    from sdm_aid.domain.library import DecisionContent


class QuestionRow(QWidget):
    """``picked(choice)``, ``none(bool)``, ``opened(bool)``; answers show once it is opened."""

    picked = Signal(str)
    none = Signal(bool)
    opened = Signal(bool)

    def __init__(self, content: DecisionContent, question: FactQuestion, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"fact-{question.id}")
        self._content, self._question = content, question
        self._chosen: tuple[str, ...] = ()
        self._filled = False
        ask = question_words(content, question.id)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        line = QHBoxLayout()
        line.setSpacing(px(8))
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(label(ask, "body", self))
        self.answer = label("", "strong", self, f"fact-answer-{question.id}")
        said.addWidget(self.answer)
        line.addLayout(said, 1)
        self.none_button = self._button("none", _("None of these"), ask, "chip")
        self.none_button.clicked.connect(self.none)
        self.open_button = self._button("open", _("Choose"), ask, "secondary")
        self.open_button.clicked.connect(self.opened)
        for made in (self.none_button, self.open_button):
            line.addWidget(made, 0, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(line)
        self.chips = ChipGroup(parent=self)
        self.chips.setObjectName(f"fact-chips-{question.id}")
        self.chips.changed.connect(self._on_changed)
        self.chips.hide()
        column.addWidget(self.chips)

    def render_answer(self, answer: FactAnswer | None, *, opened: bool) -> None:
        """Show what was answered; the choices only while it is opened."""
        self._chosen = answer.choices if answer else ()
        self.answer.setText(answer_words(self._content, answer))
        self.answer.setVisible(bool(answer))
        self.none_button.setChecked(bool(answer and answer.none))
        self.open_button.setChecked(opened)
        if opened and not self._filled:
            self._fill()
        self.chips.set_selected(self._chosen)
        self.chips.setVisible(opened)

    def _button(self, kind: str, words: str, ask: str, role: str) -> Button:
        made = Button(words, "chip" if role == "chip" else "secondary", self)
        made.setObjectName(f"fact-{kind}-{self._question.id}")
        made.setAccessibleName(f"{ask} {words}")
        made.setCheckable(True)
        return made

    def _fill(self) -> None:
        """Chips are made when first asked for: most rows are answered with none of these."""
        self._filled = True
        name = self._question.id
        items = [
            (one.id, choice_words(self._content, name, one.id)) for one in self._question.choices
        ]
        self.chips.set_items(items)
        for choice, words in items:
            ask = question_words(self._content, name)
            self.chips.chip(choice).setAccessibleName(f"{ask} {words}")

    def _on_changed(self, now: tuple[str, ...]) -> None:
        for name in set(now) ^ set(self._chosen):
            self.picked.emit(name)
