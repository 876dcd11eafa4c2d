"""The notice line: one sentence under the header, there until it is read."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from sdm_aid.i18n import _
from sdm_aid.ui.widgets.push_button import PushButton


class NoticeLine(QFrame):
    """Shows a sentence and reads it to screen readers; nothing on it goes away by time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice-line")
        self.setProperty("role", "notice")
        self._text = QLabel(self)
        self._text.setObjectName("notice-text")
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._close = PushButton(_("OK"), self)
        self._close.setObjectName("notice-close")
        self._close.setProperty("role", "quiet")
        self._close.setAccessibleName(_("Close this notice"))
        self._close.clicked.connect(self.clear)
        self._fresh = False
        self._ageing = QTimer(self)
        self._ageing.setSingleShot(True)
        self._ageing.setInterval(0)
        self._ageing.timeout.connect(self._grow_old)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 4, 16, 4)
        row.addWidget(self._text, 1)
        row.addWidget(self._close)
        self.hide()

    @property
    def sentence(self) -> str:
        """What is on the line; empty when it is closed."""
        return self._text.text()

    def say(self, sentence: str) -> None:
        """Show ``sentence``; an empty one closes the line."""
        self._text.setText(sentence)
        self.setAccessibleName(sentence)
        self.setVisible(bool(sentence))
        self._fresh = bool(sentence)
        if sentence:
            self._ageing.start()
            # taken when there is something to say: making these classes costs 1.5 ms at start
            from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def clear(self) -> None:
        """Take the sentence away."""
        self.say("")

    def clear_old(self) -> None:
        """Take the sentence away, unless it was said just now.

        A page that is being left may still have something to say, as of a date nobody can read.
        """
        if not self._fresh:
            self.clear()

    def _grow_old(self) -> None:
        self._fresh = False
