"""One decision on the home screen: a card to press, or one that says why it cannot be opened."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from sdm_aid.i18n import _
from sdm_aid.ui.widgets.plain import label
from sdm_aid.ui.widgets.push_button import PushButton

LEAST_LINES = 4


class DecisionCard(PushButton):
    """A button as large as a card: the decision's title and a soft line."""

    def __init__(self, name: str, title: str, line: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"decision-{name}")
        self.setProperty("role", "card-button")
        self.setAccessibleName(title)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20, 16, 20, 16)
        self._soft = label("", "caption", self)
        for words in (label(title, "h3", self), self._soft):
            words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._column.addWidget(words)
        self._column.addStretch(1)
        self.show_line(line)

    def show_line(self, line: str) -> None:
        """Another soft line."""
        self._soft.setText(line)
        self.setAccessibleDescription(line)
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """Words wrap, so the height follows the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """High enough for the wrapped words."""
        return max(self._column.heightForWidth(width), self.sizeHint().height())

    def sizeHint(self) -> QSize:
        """At least four lines high, so that cards in a row look alike."""
        line = self.fontMetrics().lineSpacing()
        return QSize(14 * line, line * LEAST_LINES + 32)

    def minimumSizeHint(self) -> QSize:
        """No less than the words need."""
        return QSize(120, self.sizeHint().height())


class BrokenCard(QFrame):
    """Content that is there but cannot be read, with the reason; nothing to press."""

    def __init__(self, name: str, reason: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"broken-{name}")
        self.setProperty("role", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.addWidget(label(name, "h3", self))
        column.addWidget(label(_("Cannot be opened."), "strong", self))
        column.addWidget(label(reason, "caption", self))
        column.addStretch(1)
