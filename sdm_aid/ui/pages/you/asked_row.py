"""You page, one question of the further parts: answers to pick; own words open on asking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from sdm_aid.domain.assessment import OFFERED, Question
from sdm_aid.i18n import _
from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.chip import ChipGroup
from sdm_aid.ui.widgets.plain import button, label
from sdm_aid.ui.widgets.text_field import TextField
from sdm_aid.ui.widgets.typed_words import kept
from sdm_aid.wording import assessment as words

if TYPE_CHECKING:
    from sdm_aid.domain.assessment import Told

ONE_LINE = 40
"""From this many text heights on, the answers stand beside the question."""


class AskedRow(QWidget):
    """``picked(str)`` with the answer pressed; ``worded(object)`` with own words or None."""

    picked = Signal(str)
    worded = Signal(object)

    def __init__(self, question: Question, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"asked-{question}")
        self._question: Question = question
        self._asked = False
        self._told: Told | None = None
        asked = words.question(question)
        self._line = QBoxLayout(QBoxLayout.Direction.TopToBottom)  # until there is room beside
        self._line.setSpacing(px(12))
        name = label(asked, "strong", self)
        name.setMinimumWidth(px(200))
        self._line.addWidget(name, 0, Qt.AlignmentFlag.AlignVCenter)
        self.chips = ChipGroup(parent=self)
        self.chips.setObjectName(f"asked-chips-{question}")
        self.chips.setAccessibleName(asked)
        self.chips.changed.connect(self._on_changed)
        self._line.addWidget(self.chips, 1)
        self.more = button(words.hint(question), "quiet", f"asked-more-{question}", self)
        self.more.setAccessibleName(f"{asked} {words.hint(question)}")
        self.more.clicked.connect(self._on_more)
        self._line.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeading)
        self.field = TextField(words.hint(question), least_lines=1, most_lines=6, parent=self)
        self.field.setObjectName(f"asked-words-{question}")
        self.field.setAccessibleName(f"{asked} {_('In your own words')}")
        self.field.edited.connect(self._on_words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        column.addLayout(self._line)
        column.addWidget(self.field)
        self._shown: tuple[str, ...] = ()
        self._offer(())

    def render_told(self, told: Told) -> None:
        """Show what was picked and written."""
        self._told = told
        self._offer(tuple(one for one in told.picked if one not in OFFERED[self._question]))
        self.chips.set_selected(told.picked)
        self.field.set_text(told.words or "")
        worded = self._asked or told.words is not None
        self.field.setVisible(worded)
        self.more.setVisible(not worded)

    def commit(self) -> None:
        """Hand over words still being typed."""
        self.field.commit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The answers beside the question, or under it where it is narrow."""
        super().resizeEvent(event)
        wide = self.width() >= ONE_LINE * self.fontMetrics().height()
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._line.setDirection(across if wide else down)

    def _offer(self, newer: tuple[str, ...]) -> None:
        """The answers of this version, then those a newer one has put into the visit."""
        names = (*OFFERED[self._question], *newer)
        if names == self._shown:
            return
        self._shown = names
        self.chips.set_items([(name, words.answer(self._question, name)) for name in names])
        asked = words.question(self._question)
        for name in names:
            chip = self.chips.chip(name)
            chip.setAccessibleName(f"{asked} {words.answer(self._question, name)}")

    def _on_changed(self, now: tuple[str, ...]) -> None:
        before = set(self._told.picked) if self._told else set()
        for name in self._shown:
            if (name in now) != (name in before):
                self.picked.emit(name)

    def _on_more(self) -> None:
        self._asked = True
        if self._told is not None:
            self.render_told(self._told)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_words(self, typed: str) -> None:
        self.worded.emit(kept(typed))
