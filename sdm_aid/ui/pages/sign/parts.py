"""Small parts of the sign page: a tick with words that wrap, a captioned field, headings."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.plain import label
from sdm_aid.ui.widgets.text_field import LineField
from sdm_aid.ui.widgets.typed_words import LONGEST


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


def line_field(
    column: QBoxLayout, parent: QWidget, name: str, caption: str, placeholder: str = ""
) -> LineField:
    """A one-line field under its caption."""
    field = LineField(placeholder, parent)
    field.setObjectName(name)
    field.setAccessibleName(caption)
    field.setMaxLength(LONGEST)
    over = label(caption, "caption", parent)
    over.setBuddy(field)
    column.addWidget(over)
    column.addWidget(field)
    return field


def bare_column(parent: QWidget) -> QVBoxLayout:
    """A column without margins on a holder."""
    column = QVBoxLayout(parent)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(px(8))
    return column
