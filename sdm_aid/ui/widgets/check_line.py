"""A tick with words that wrap."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QWidget

from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.plain import label


class CheckLine(QWidget):
    """A tick with a sentence that wraps; the sentence can be clicked too. ``ticked(bool)``."""

    ticked = Signal(bool)

    def __init__(self, words: str, name: str, parent: QWidget, role: str = "body") -> None:
        super().__init__(parent)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(px(8))
        self.box = QCheckBox(self)
        self.box.setMinimumWidth(px(44))
        self.box.setObjectName(name)
        self.box.setAccessibleName(words)
        self.box.clicked.connect(self.ticked)
        self.words: QLabel = label(words, role, self, f"{name}-words")
        line.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.words, 1, Qt.AlignmentFlag.AlignVCenter)

    def set_ticked(self, ticked: bool) -> None:
        """Set the tick; nothing is sent."""
        self.box.setChecked(ticked)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the words is a click on the tick."""
        super().mouseReleaseEvent(event)
        if self.rect().contains(event.position().toPoint()):
            self.box.click()
