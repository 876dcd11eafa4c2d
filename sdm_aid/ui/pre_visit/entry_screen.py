"""Typing in the sheet: one screen in the order of the paper, with digits, Tab and Enter alone."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sdm_aid.application.sheet_entry import SheetLine, SheetSection, Unreadable
from sdm_aid.i18n import _
from sdm_aid.ui.frame.screen import Screen
from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.capped_field import CappedLine
from sdm_aid.ui.widgets.card import Card
from sdm_aid.ui.widgets.plain import label
from sdm_aid.ui.widgets.typed_words import LONGEST
from sdm_aid.wording.refusals import refusal_sentence

if TYPE_CHECKING:
    from sdm_aid.domain.consultation import Consultation
    from sdm_aid.ui.bridge import SessionBridge

DIGITS_WIDE = 120


class EntryRow(QWidget):
    """A field, and what stands in the visit beside it.

    ``typed(str)`` on Enter or on leaving; ``went_on`` when Enter asks for the next field.
    """

    typed = Signal(str)
    went_on = Signal()

    def __init__(self, line: SheetLine, parent: QWidget) -> None:
        super().__init__(parent)
        self.line = line
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        over = label(line.label, "body", self)
        row = QHBoxLayout()
        row.setSpacing(px(12))
        self.field = CappedLine(self)
        self.field.setObjectName(f"entry-{line.id}")
        self.field.setAccessibleName(line.label)
        self.field.setMaxLength(LONGEST if line.words else 200)
        if not line.words:
            self.field.setFixedWidth(px(DIGITS_WIDE))
        self.field.installEventFilter(self)
        over.setBuddy(self.field)
        self.said = label("", "strong", self, f"entry-said-{line.id}")
        row.addWidget(self.field, 3 if line.words else 0)
        row.addWidget(self.said, 2)
        column.addWidget(over)
        column.addLayout(row)

    def render_state(self, state: Consultation) -> None:
        """Show what stands in the visit; what is being typed stays."""
        words = self.line.said(state)
        self.said.setText(words)
        self.field.setAccessibleDescription(words)

    def forget(self) -> None:
        """Show nothing of the visit."""
        self.said.clear()
        self.field.setAccessibleDescription("")

    def hand_over(self) -> None:
        """Hand over what was typed."""
        words = self.field.text().strip()
        if words:
            self.typed.emit(words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Enter hands over and goes on; an empty line goes on as well; leaving hands over."""
        if event.type() is QEvent.Type.FocusOut:
            self.hand_over()
        elif event.type() is QEvent.Type.KeyPress and _is_enter(event):
            stays = self.line.stays and bool(self.field.text().strip())
            self.hand_over()
            if not stays and not self.field.text().strip():
                self.went_on.emit()
            return True
        return False


class EntryScreen(Screen):
    """A projection of the visit like a page; it dispatches to the same session."""

    def __init__(
        self,
        bridge: SessionBridge,
        sections: tuple[SheetSection, ...],
        title: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            "entry",
            _("Type in the sheet"),
            _(
                "{title}. Type a number, then Enter. Enter in an empty line goes on. The same "
                "number again, or a lone -, takes an answer back."
            ).format(title=title),
            parent,
        )
        self._bridge = bridge
        self.rows: list[EntryRow] = []
        for place, section in enumerate(sections):
            self.column.addWidget(self._section(place, section))
        self.column.addStretch(1)
        self._undo = self.add_footer_button("undo", _("Undo"))
        self._undo.clicked.connect(bridge.undo)
        leave = self.add_footer_button("leave", _("Back to the visit"), "primary")
        leave.clicked.connect(self._on_leave)
        bridge.changed.connect(self.render_state)
        bridge.refused.connect(self._on_refused)

    def first_focus(self) -> QWidget:
        """The first line."""
        return self.rows[0].field if self.rows else self

    def render_state(self, state: Consultation) -> None:
        """Show what stands in the visit, while anybody can see it."""
        if not self.isVisible():
            return
        for row in self.rows:
            row.render_state(state)
            row.field.setReadOnly(state.seal is not None)
        self._undo.setEnabled(self._bridge.session.can_undo)

    def showEvent(self, event: QShowEvent) -> None:
        """Show the visit as it stands now."""
        super().showEvent(event)
        self.render_state(self._bridge.state)

    def hideEvent(self, event: QHideEvent) -> None:
        """The window keeps its last screen: it must not keep this patient's answers."""
        super().hideEvent(event)
        for row in self.rows:
            row.forget()

    def _section(self, place: int, section: SheetSection) -> Card:
        made = Card(section.heading, self.body)
        made.setObjectName(f"entry-section-{place}")
        if section.hint:
            made.column.addWidget(label(section.hint, "soft", made, f"entry-hint-{place}"))
        for line in section.lines:
            row = EntryRow(line, made)
            row.typed.connect(partial(self._on_typed, row))
            row.went_on.connect(partial(self._go_on, len(self.rows)))
            made.column.addWidget(row)
            self.rows.append(row)
        return made

    def _on_typed(self, row: EntryRow, words: str) -> None:
        self.notice.clear()
        try:
            actions = row.line.act(self._bridge.state, words)
        except Unreadable as problem:
            self.notice.say(str(problem))
            row.field.selectAll()
            return
        # emptied first: what the visit does not take is said, and is not tried again on leaving
        row.field.clear()
        for action in actions:
            if not self._bridge.dispatch(action):
                return

    def _on_leave(self) -> None:
        """What could not be read stays on view, with the reason."""
        for row in self.rows:
            row.hand_over()
            if row.field.text().strip():
                row.field.setFocus()
                return
        self.pressed.emit("back")

    def _go_on(self, place: int) -> None:
        if place + 1 < len(self.rows):
            field = self.rows[place + 1].field
            field.setFocus()
            self._scroll.ensureWidgetVisible(field, 0, px(80))
        elif self._last is not None:
            self._last.setFocus()

    def _on_refused(self, code: str) -> None:
        self.notice.say(refusal_sentence(code))


def _is_enter(event: QEvent) -> bool:
    keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return isinstance(event, QKeyEvent) and event.key() in keys
