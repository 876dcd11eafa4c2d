"""What can be seen on the screen that checks a plan, and pressing it by keyboard."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from sdm_aid.ui.check.mark import VerdictMark

W = TypeVar("W", bound=QWidget)


def visible(screen: QWidget, kind: type[W], name: str = "") -> list[W]:
    """What can be seen; what was put into a layout just now is shown first."""
    QApplication.processEvents()
    found = screen.findChildren(kind)
    return [each for each in found if each.isVisible() and name in ("", each.objectName())]


def shown(screen: QWidget) -> str:
    """All words that can be seen."""
    return "\n".join(each.text() for each in visible(screen, QLabel))


def press(screen: QWidget, name: str) -> None:
    """Press the button of that name by keyboard."""
    (found,) = visible(screen, QAbstractButton, name)
    found.setFocus()
    QTest.keyClick(found, Qt.Key.Key_Space)


def tones(screen: QWidget) -> set[str]:
    """Which signs are shown."""
    return {mark.tone for mark in visible(screen, VerdictMark)}
