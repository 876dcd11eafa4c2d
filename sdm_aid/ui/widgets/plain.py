"""Plain labels, buttons and cards: a name for tests, a role for the style, plain text only."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from sdm_aid.ui.widgets.button import Button, ButtonRole
from sdm_aid.ui.widgets.deep_label import DeepLabel


def label(text: str, role: str, parent: QWidget, name: str = "") -> QLabel:
    """A label that wraps and never reads markup out of somebody's words."""
    made = DeepLabel(parent)
    made.setText(text)
    made.setObjectName(name)
    made.setProperty("role", role)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    return made


def button(text: str, role: ButtonRole, name: str, parent: QWidget) -> Button:
    """A push button of a role: ``primary``, ``secondary`` or ``quiet``."""
    made = Button(text, role, parent)
    made.setObjectName(name)
    made.setAccessibleName(text)
    return made


def card(name: str, parent: QWidget, role: str = "card") -> tuple[QFrame, QVBoxLayout]:
    """A card and the column inside it."""
    frame = QFrame(parent)
    frame.setObjectName(name)
    frame.setProperty("role", role)
    column = QVBoxLayout(frame)
    column.setContentsMargins(20, 16, 20, 16)
    column.setSpacing(10)
    return frame, column


def empty(layout: QVBoxLayout) -> None:
    """Take every widget out of a column and let it go."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
