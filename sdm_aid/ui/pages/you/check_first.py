"""You page, things to check first: short questions asked together, and the topics they bring up."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from sdm_aid.domain.raised import raised_topics
from sdm_aid.i18n import _
from sdm_aid.ui.pages.topic_list import TopicList
from sdm_aid.ui.pages.you.check_first_question import QuestionRow
from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.card import Card
from sdm_aid.ui.widgets.plain import button, label
from sdm_aid.wording.check_first import contradiction_words, summary_words, unspoken_words

if TYPE_CHECKING:
    from sdm_aid.domain.consultation import Consultation
    from sdm_aid.ui.pages.base import Page

COLUMN = 28
"""Least width of a column of questions in text heights; two stand side by side at most."""


class CheckFirstCard(Card):
    """Closed it is one line; the topics raised stand there open or closed."""

    def __init__(self, page: Page) -> None:
        super().__init__("", page)
        self.setObjectName("check-first")
        self._page = page
        self._asking = False
        self._open: str | None = None
        self._columns = 0
        self.rows: dict[str, QuestionRow] = {}
        self.column.setContentsMargins(px(20), px(12), px(20), px(14))
        self.column.setSpacing(px(8))
        line = QHBoxLayout()
        line.setSpacing(px(16))
        line.addWidget(label(_("Things to check first"), "h3", self))
        self._summary = label("", "caption", self, "check-first-summary")
        line.addWidget(self._summary, 1)
        self.ask = button("", "secondary", "check-first-ask", self)
        self.ask.setCheckable(True)
        self.ask.clicked.connect(self._on_ask)
        line.addWidget(self.ask, 0, Qt.AlignmentFlag.AlignVCenter)
        self.column.addLayout(line)
        self._clash = label("", "caution", self, "check-first-clash")
        self.column.addWidget(self._clash)
        self._questions = QWidget(self)
        self._questions.setObjectName("check-first-questions")
        self._grid = QGridLayout(self._questions)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(px(32))
        self._grid.setVerticalSpacing(px(8))
        self.column.addWidget(self._questions)
        self.topics = TopicList(page, self)
        self.column.addWidget(self.topics)
        self._unspoken = label("", "soft", self, "check-first-unspoken")
        self.column.addWidget(self._unspoken)

    def render_state(self, state: Consultation) -> None:
        """Show what was answered and what it brings up."""
        content = self._page.content
        self.setVisible(bool(content.check_first.questions))
        raised = raised_topics(content, state)
        self._summary.setText(summary_words(content, state, len(raised)))
        self.ask.setChecked(self._asking)
        self.ask.setText(_("Close the questions") if self._asking else _("Ask together"))
        self.ask.setAccessibleName(self.ask.text())
        clash = contradiction_words(content, state)
        self._clash.setText("\n".join(clash))
        self._clash.setVisible(bool(clash))
        if self._asking:
            self._make_rows()
        else:
            self._drop_rows()
        self._questions.setVisible(self._asking)
        for name, row in self.rows.items():
            answer = state.check_first.answer(name)
            row.render_answer(answer, opened=self._open == name)
        self.topics.render_topics(raised)
        unspoken = unspoken_words(content, state)
        self._unspoken.setText(unspoken)
        self._unspoken.setVisible(bool(unspoken))

    def commit(self) -> None:
        """Hand over words still being typed."""
        self.topics.commit()

    def reset_view(self) -> None:
        """Close the questions."""
        self._asking, self._open = False, None
        self.render_state(self._page.state)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One or two columns of questions."""
        super().resizeEvent(event)
        self._place()

    def _make_rows(self) -> None:
        """Rows are made when they are asked for."""
        if self.rows:
            return
        for question in self._page.content.check_first.questions:
            row = QuestionRow(self._page.content, question, self._questions)
            row.picked.connect(partial(self._on_picked, question.id))
            row.none.connect(partial(self._on_none, question.id))
            row.opened.connect(partial(self._on_opened, question.id))
            self.rows[question.id] = row
        self._place()

    def _drop_rows(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.rows = {}

    def _place(self) -> None:
        """Down the first column, then down the second: the order of asking."""
        wide = self.width() >= 2 * COLUMN * self.fontMetrics().height()
        columns = 2 if wide else 1
        if not self.rows or (columns == self._columns and self._grid.count()):
            return
        self._columns = columns
        down = -(-len(self.rows) // columns)
        for number, row in enumerate(self.rows.values()):
            place = (number % down, number // down)
            self._grid.addWidget(row, *place, Qt.AlignmentFlag.AlignTop)
        for number in range(2):
            self._grid.setColumnStretch(number, 1 if number < columns else 0)

    def _on_ask(self) -> None:
        self._asking = not self._asking
        self.render_state(self._page.state)
        if self._asking and self.rows:
            next(iter(self.rows.values())).none_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_opened(self, question: str, opened: bool) -> None:
        self._open = question if opened else None
        self.render_state(self._page.state)

    def _on_picked(self, question: str, choice: str) -> None:
        from sdm_aid.domain.actions import FactToggled

        if not self._page.dispatch(FactToggled(question=question, choice=choice)):
            self.render_state(self._page.state)

    def _on_none(self, question: str, none: bool) -> None:
        from sdm_aid.domain.actions import NoneOfTheseFacts

        if not self._page.dispatch(NoneOfTheseFacts(question=question, none=none)):
            self.render_state(self._page.state)
