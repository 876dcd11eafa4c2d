"""Fields for words that count only when they are finished: a date, a question, a reason.

Words that count from the first letter on use ``widgets.text_field``, which hands over while typing.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFocusEvent, QTextCursor
from PySide6.QtWidgets import QSizePolicy, QWidget

from sdm_aid.ui.widgets.capped_field import CappedLine, CappedText


class TypedLine(CappedLine):
    """One line; ``committed(str)`` when it is left or Enter is pressed and the words are new."""

    committed = Signal(str)

    def __init__(self, name: str, accessible: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self._words = ""
        self.editingFinished.connect(self.commit)

    def set_words(self, words: str) -> None:
        """Show ``words`` as they stand in the visit."""
        self._words = words
        if self.text() != words:
            self.setText(words)
            self.setCursorPosition(0)

    def commit(self) -> None:
        """Hand over what was typed, if it is new."""
        if self.text() != self._words:
            self._words = self.text()
            self.committed.emit(self._words)


class TypedText(CappedText):
    """Some lines; ``committed(str)`` when the field is left and the words are new."""

    committed = Signal(str)

    def __init__(
        self, name: str, accessible: str, lines: int = 3, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._lines = lines
        self._words = ""

    def set_words(self, words: str) -> None:
        """Show ``words`` as they stand in the visit."""
        self._words = words
        if self.toPlainText() != words:
            self.setPlainText(words)
            self.moveCursor(QTextCursor.MoveOperation.Start)

    def commit(self) -> None:
        """Hand over what was typed, if it is new."""
        typed = self.text()
        if typed != self._words:
            self._words = typed
            self.committed.emit(typed)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving the field hands over what was typed."""
        super().focusOutEvent(event)
        self.commit()

    def sizeHint(self) -> QSize:
        """As high as the number of lines asked for."""
        height = self.fontMetrics().lineSpacing() * self._lines + 20
        return QSize(240, max(44, height))

    def minimumSizeHint(self) -> QSize:
        """No narrower than some words."""
        return QSize(120, self.sizeHint().height())
