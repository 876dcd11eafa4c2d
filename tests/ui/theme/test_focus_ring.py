"""The focus is seen wherever the keys are, and follows what scrolls."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from sdm_aid.design.tokens import FOCUS_GAP, FOCUS_WIDTH
from sdm_aid.ui.theme.metrics import theme_colour


@pytest.fixture
def window(app: QApplication, qtbot: QtBot) -> QWidget:
    """Two buttons and a field in a window that has the keys."""
    window = QWidget()
    column = QVBoxLayout(window)
    for name in ("one", "two"):
        button = QPushButton(name, window)
        button.setObjectName(name)
        column.addWidget(button)
    field = QLineEdit(window)
    field.setObjectName("field")
    column.addWidget(field)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window


def ring_of(window: QWidget) -> QWidget | None:
    """The visible ring of a window."""
    rings = [ring for ring in window.findChildren(QWidget, "focus-ring") if ring.isVisible()]
    return rings[-1] if rings else None


def child(window: QWidget, name: str) -> QWidget:
    """A child by name."""
    found = window.findChild(QWidget, name)
    assert isinstance(found, QWidget)
    return found


def test_tab_moves_the_ring(window: QWidget, qtbot: QtBot) -> None:
    child(window, "one").setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(child(window, "one"), Qt.Key.Key_Tab)
    ring = ring_of(window)
    assert ring is not None
    grow = FOCUS_GAP + FOCUS_WIDTH
    two = child(window, "two").geometry()
    assert ring.geometry() == two.adjusted(-grow, -grow, grow, grow)


def test_the_ring_is_drawn_in_the_focus_colour(window: QWidget) -> None:
    child(window, "two").setFocus(Qt.FocusReason.TabFocusReason)
    two = child(window, "two").geometry()
    picture = window.grab().toImage()
    edge = QPoint(two.center().x(), two.top() - FOCUS_GAP - 2)
    gap = QPoint(two.center().x(), two.top() - 1)
    assert picture.pixelColor(edge) == theme_colour("focus")
    assert picture.pixelColor(gap) == theme_colour("surface")


def test_a_click_shows_the_ring_only_once_a_key_is_pressed(window: QWidget, qtbot: QtBot) -> None:
    two = child(window, "two")
    child(window, "field").setFocus(Qt.FocusReason.TabFocusReason)
    QTest.mousePress(two, Qt.MouseButton.LeftButton)
    two.setFocus(Qt.FocusReason.MouseFocusReason)
    QTest.mouseRelease(two, Qt.MouseButton.LeftButton)
    QTest.keyClick(two, Qt.Key.Key_Shift)
    assert ring_of(window) is not None


def test_the_ring_leaves_with_its_control(window: QWidget) -> None:
    two = child(window, "two")
    two.setFocus(Qt.FocusReason.TabFocusReason)
    assert ring_of(window) is not None
    two.hide()
    ring = ring_of(window)
    assert ring is None or ring.geometry().center() != two.geometry().center()


def test_a_scrolled_control_takes_its_ring_along(app: QApplication, qtbot: QtBot) -> None:
    window = QWidget()
    area = QScrollArea(window)
    inside = QWidget()
    inside.setFixedSize(200, 900)
    button = QPushButton("far down", inside)
    button.move(20, 60)
    area.setWidget(inside)
    column = QVBoxLayout(window)
    column.addWidget(area)
    window.resize(320, 240)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    ring = ring_of(window)
    assert ring is not None
    before = ring.y()
    area.verticalScrollBar().setValue(20)
    assert ring.y() == before - 20
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    assert ring_of(window) is None
