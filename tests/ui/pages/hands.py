"""What a person does to a page: click, type, draw; by the names of its controls."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from sdm_aid.ui.widgets.signature_pad import SignaturePad
from tests.ui.pages import reach

W = TypeVar("W", bound=QWidget)


def one(page: QWidget, kind: type[W], name: str) -> W:
    """The control of this name; what the page let go is no control any more."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return reach.one(page, kind, name)


def press(page: QWidget, name: str) -> None:
    """Click a button."""
    QTest.mouseClick(one(page, QPushButton, name), Qt.MouseButton.LeftButton)


def type_in(page: QWidget, name: str, text: str) -> None:
    """Type into an emptied field."""
    field = one(page, QLineEdit, name)
    field.clear()
    QTest.keyClicks(field, text)


def write(page: QWidget, name: str, text: str) -> None:
    """Type into a field and press Enter."""
    one(page, QLineEdit, name).setFocus()
    type_in(page, name, text)
    QTest.keyClick(one(page, QLineEdit, name), Qt.Key.Key_Return)


def draw(page: QWidget, party: str) -> None:
    """Sign with the mouse: one stroke over the pad."""
    pad = one(page, SignaturePad, f"pad-{party}")
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(pad, left, Qt.KeyboardModifier.NoModifier, QPoint(30, 40))
    for step in range(1, 8):
        QTest.mouseMove(pad, QPoint(30 + 12 * step, 40 + (step % 3) * 9))
    QTest.mouseRelease(pad, left, Qt.KeyboardModifier.NoModifier, QPoint(130, 60))
