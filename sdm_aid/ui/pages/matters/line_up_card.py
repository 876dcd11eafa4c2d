"""How the choices line up: offered after the first leaning, followed by the second. No winner."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from sdm_aid.i18n import _
from sdm_aid.ui.pages.matters.leaning import leaning_choices
from sdm_aid.ui.pages.matters.matrix import Matrix
from sdm_aid.ui.pages.matters.stone_row import place_words, stones_words
from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.card import Card
from sdm_aid.ui.widgets.notice import Notice
from sdm_aid.ui.widgets.plain import button, empty, label
from sdm_aid.ui.widgets.text_field import TextField
from sdm_aid.ui.widgets.typed_words import LONGEST
from sdm_aid.wording.line_up import (
    mismatch,
    option_lines,
    own_comparison,
    row_name,
    summary,
    title,
)

if TYPE_CHECKING:
    from sdm_aid.domain.consultation import Consultation
    from sdm_aid.domain.line_up import LineUp
    from sdm_aid.ui.pages.base import Page


class LineUpCard(Card):
    """Before it is opened: what is still to say. Opened: matrix, sentences, second leaning."""

    def __init__(self, page: Page) -> None:
        super().__init__(title(), page)
        self.setObjectName("line-up")
        self._page = page
        self._letters = tuple(option.letter for option in page.content.decision.options)
        self._memo: tuple[object, LineUp | None] = (None, None)
        self._sentences: tuple[tuple[str, ...], tuple[str, ...]] | None = None
        self._closed = self._closed_part()
        self._open = QWidget(self)
        self.column.addWidget(self._closed)
        self.column.addWidget(self._open)
        self.column.addStretch(1)
        self._build_open()

    def render_state(self, state: Consultation) -> None:
        """Set the card from the state."""
        opened = state.matters.lined_up
        self._closed.setVisible(not opened)
        self._open.setVisible(opened)
        self._render_closed(state)
        self._would_change.set_text(state.matters.would_change or "")
        self._after.set_value(state.matters.leaning_after)
        if opened:
            self._render_open(state)

    def commit(self) -> None:
        """Hand over words still being typed."""
        self._would_change.commit()

    def _closed_part(self) -> QWidget:
        holder = QWidget(self)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        self._needed = label("", "body", holder, "line-up-needed")
        self.open_button = button(
            _("Show how the choices line up"), "secondary", "show-line-up", holder
        )
        self.open_button.clicked.connect(self._on_open)
        column.addWidget(self._needed)
        column.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignLeft)
        return holder

    def _build_open(self) -> None:
        column = QVBoxLayout(self._open)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        self._matrix = Matrix(self._letters, self._open)
        column.addWidget(self._matrix)
        self._apart = label("", "caption", self._open, "line-up-apart")
        column.addWidget(self._apart)
        self._rule = QFrame(self._open)
        self._rule.setProperty("role", "rule")
        column.addWidget(self._rule)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(px(4))
        column.addLayout(self._lines)
        question = _("Does this look right to you? What would you change?")
        column.addWidget(label(question, "h3", self._open, "line-up-question"))
        self._would_change = TextField(
            _("In your own words"), least_lines=1, most_lines=6, parent=self._open
        )
        self._would_change.setObjectName("would-change")
        self._would_change.setAccessibleName(question)
        self._would_change.edited.connect(self._on_would_change)
        column.addWidget(self._would_change)
        asked = _("And now, which way do you lean?")
        column.addWidget(label(asked, "h3", self._open, "leaning-after-question"))
        self._after = leaning_choices(self._page, "after", self._open)
        self._after.set_name(asked)
        self._after.chosen.connect(self._on_after)
        column.addWidget(self._after)
        self._curious = Notice(parent=self._open)
        self._curious.setObjectName("mismatch")
        column.addWidget(self._curious)

    def _render_closed(self, state: Consultation) -> None:
        matters = state.matters
        said, lies = matters.leaning_before is not None, bool(matters.stones or matters.top)
        if not said:
            words = _("First say which way you lean now. Not sure is a full answer.")
        elif not lies:
            words = _("Then show us what matters to you. After that we look at this together.")
        else:
            words = _("Row by row, with what you said matters most on top.")
        self._needed.setText(words)
        self.open_button.setEnabled(said and lies)

    def _render_open(self, state: Consultation) -> None:
        content = self._page.content
        lined = self._line_up(state)
        ids = [row.row for row in lined.rows]
        names = {row: row_name(content, state, row) for row in ids}
        self._matrix.show_rows(lined, names, _notes(state))
        apart = own_comparison(content, lined)
        self._apart.setText(apart)
        self._apart.setVisible(bool(apart))
        each = tuple(line.sentence for line in option_lines(lined, self._letters))
        whole = summary(content, state, lined)
        # the closing question stands over the field to answer it in
        self._show_sentences(each if ids else (), whole[:-1] if ids else whole)
        self._curious.set_words("", mismatch(content, state, lined))

    def _show_sentences(self, each: tuple[str, ...], whole: tuple[str, ...]) -> None:
        if (each, whole) == self._sentences:
            return
        self._sentences = (each, whole)
        empty(self._lines)
        for number, sentence in enumerate(each):
            letter = self._letters[number]
            self._lines.addWidget(label(sentence, "caption", self._open, f"lined-up-{letter}"))
        if each:
            self._lines.addSpacing(px(6))
        for number, sentence in enumerate(whole):
            self._lines.addWidget(label(sentence, "strong", self._open, f"summary-{number}"))

    def _line_up(self, state: Consultation) -> LineUp:
        """The line-up of what was said; kept until something of it changes."""
        from sdm_aid.domain.line_up import line_up

        key = (state.matters.evolve(would_change=None), state.path, state.not_suitable)
        known, lined = self._memo
        if lined is None or key != known:
            lined = line_up(self._page.content, state)
            self._memo = (key, lined)
        return lined

    def _on_open(self) -> None:
        from sdm_aid.domain.actions import LinedUp

        if self._page.dispatch(LinedUp()):
            self._would_change.setFocus()

    def _on_would_change(self, words: str) -> None:
        from sdm_aid.domain.actions import TextWritten

        said = words.strip()[:LONGEST] or None
        self._page.dispatch(TextWritten(field="would_change", words=said))

    def _on_after(self, leaning: Any) -> None:
        from sdm_aid.domain.actions import LeaningSaid

        self._page.dispatch(LeaningSaid(when="after", leaning=leaning))


def _notes(state: Consultation) -> dict[str, str]:
    """How much weight each row has, in words."""
    if state.matters.stones:
        return {stone.row: stones_words(stone.count) for stone in state.matters.stones}
    return {row: place_words(place) for place, row in enumerate(state.matters.top, start=1)}
