"""Small parts of the record's screens: two columns, a bar for work under way, fields."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QProgressBar, QVBoxLayout, QWidget

from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.capped_field import CappedLine
from sdm_aid.ui.widgets.plain import label

SIDE_BY_SIDE = 980
"""Pixels at 100 % text from which two columns stand beside each other."""
NAME_LIMIT = 200


class Sides(QWidget):
    """Two columns side by side, below each other where there is no room; ``left``, ``right``."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(px(16))
        self.left, self.right = QVBoxLayout(), QVBoxLayout()
        for column in (self.left, self.right):
            column.setSpacing(px(12))
            self._row.addLayout(column, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the arrangement that fits."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Another text size needs another width."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._arrange()

    def _arrange(self) -> None:
        beside = self.width() >= px(SIDE_BY_SIDE)
        wanted = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._row.direction() != wanted:
            self._row.setDirection(wanted)


class Busy(QWidget):
    """Says what a job does now, with a bar that moves, or that fills where a share is known."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        self._words = label("", "strong", self, f"{name}-words")
        self._bar = QProgressBar(self)
        self._bar.setObjectName(f"{name}-bar")
        self._bar.setTextVisible(False)
        column.addWidget(self._words)
        column.addWidget(self._bar)
        self._bar.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.hide()

    def say(self, words: str) -> None:
        """Show what is being done; empty: nothing any more."""
        self._words.setText(words)
        self._bar.setAccessibleName(words)
        self._bar.setRange(0, 0)
        begins = bool(words) and self.isHidden()
        self.setVisible(bool(words))
        if begins:
            # what had the focus is about to be disabled: a second Enter must press nothing else
            self._bar.setFocus()

    def share(self, done: int, total: int) -> None:
        """How much of it is done."""
        self._bar.setRange(0, max(1, total))
        self._bar.setValue(done)

    @property
    def words(self) -> str:
        """What is shown; empty where nothing is under way."""
        return self._words.text() if not self.isHidden() else ""


def line(column: QBoxLayout, parent: QWidget, name: str, caption: str) -> CappedLine:
    """A one-line field under its caption."""
    field = CappedLine(parent)
    field.setMaxLength(NAME_LIMIT)
    put(column, parent, field, name, caption)
    return field


def put(column: QBoxLayout, parent: QWidget, field: QLineEdit, name: str, caption: str) -> None:
    """Place a field under its caption."""
    field.setObjectName(name)
    field.setAccessibleName(caption)
    over = label(caption, "caption", parent)
    over.setBuddy(field)
    column.addWidget(over)
    column.addWidget(field)
