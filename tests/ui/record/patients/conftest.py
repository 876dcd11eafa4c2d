"""A clinic whose record is open, and a window big enough to click in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.kept_clinic import KeptClinic

W = TypeVar("W", bound=QWidget)
Show = Callable[[W], W]
Press = Callable[[QWidget, str], None]


@pytest.fixture
def clinic(tmp_path: Path) -> Iterator[KeptClinic]:
    """The clinic with its record open."""
    made = KeptClinic(tmp_path)
    yield made
    made.desk.close()


@pytest.fixture
def show(qtbot: QtBot) -> Show[QWidget]:
    """Shows a widget in a window of its own."""

    def shown(widget: QWidget) -> QWidget:
        qtbot.addWidget(widget)
        widget.resize(1200, 800)
        widget.show()
        qtbot.waitExposed(widget)
        widget.activateWindow()
        qtbot.waitUntil(widget.isActiveWindow)
        return widget

    return shown


@pytest.fixture
def press() -> Press:
    """Clicks the button of this name, which must be there to be seen."""

    def pressed(around: QWidget, name: str) -> None:
        settle()
        found = [
            one
            for one in around.findChildren(QWidget, name)
            if one.isVisibleTo(around) and one.isEnabled()
        ]
        assert len(found) == 1, f"{name}: {len(found)} of it can be pressed"
        QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)
        settle()

    return pressed


def settle() -> None:
    """Let Qt show and lay out what was just added, as it does between two clicks."""
    for _round in range(4):
        QApplication.sendPostedEvents()
        QApplication.processEvents()


def said(widget: QWidget) -> str:
    """Every word that stands on a screen now."""
    settle()
    labels = widget.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisibleTo(widget))
