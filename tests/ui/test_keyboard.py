"""By keyboard and screen reader alone: Tab reaches every control, and every control has a name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QScrollArea,
    QScrollBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from sdm_aid.domain.steps import STEPS
from sdm_aid.ui.main_window import MainWindow
from tests.ui.walk import SCREENS, a_window, open_visit, settle

TARGETS = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit)
LEAST = 44


@pytest.fixture
def window(usual_ways: QApplication, qtbot: QtBot, tmp_path: Path) -> MainWindow:
    """The window at home, in front."""
    made = a_window(usual_ways, qtbot, tmp_path)
    made.activateWindow()
    return made


@pytest.mark.parametrize("whole", [False, True])
@pytest.mark.parametrize("step", STEPS)
def test_tab_goes_round_a_page_and_misses_nothing(
    window: MainWindow, step: str, whole: bool
) -> None:
    open_visit(window, whole=whole)
    assert window.visit is not None
    window.visit.navigator.go(step)
    settle()
    check_round(window, window.visit)


@pytest.mark.parametrize("name", ["home", *SCREENS])
def test_tab_goes_round_a_screen_and_misses_nothing(window: MainWindow, name: str) -> None:
    if name != "home":
        window.show_screen(name)
    settle()
    rooms = window.findChild(QWidget, "rooms")
    assert rooms is not None
    check_round(window, rooms)


@pytest.mark.parametrize("whole", [False, True])
def test_targets_before_the_patient_are_large(window: MainWindow, whole: bool) -> None:
    open_visit(window, whole=whole)
    assert window.visit is not None
    small = []
    for step in STEPS:
        window.visit.navigator.go(step)
        settle()
        small += [
            f"{step}: {named(part)} {part.width()} x {part.height()}"
            for part in window.visit.findChildren(QWidget)
            if isinstance(part, TARGETS) and part.isVisible() and part.isEnabled()
            if part.height() < LEAST and part.focusPolicy() != Qt.FocusPolicy.NoFocus
        ]
    assert not small


def test_keys_scroll_a_page_from_header_and_footer(window: MainWindow) -> None:
    open_visit(window)
    assert window.visit is not None
    window.visit.navigator.go("you")
    settle()
    window.visit.footer.primary.setFocus()
    check_scrolls(window)


@pytest.mark.parametrize("name", ["about", "content"])
def test_keys_scroll_a_screen_that_is_text_alone(window: MainWindow, name: str) -> None:
    window.resize(1000, 420)
    window.show_screen(name)
    settle()
    check_scrolls(window)


def check_scrolls(window: MainWindow) -> None:
    """End shows the end, Home the beginning, Page Down something between."""
    areas = [area for area in window.findChildren(QScrollArea) if area.isVisible()]
    bar = max((area.verticalScrollBar() for area in areas), key=QScrollBar.maximum)
    assert bar.maximum() > 0
    places = []
    for key in (Qt.Key.Key_End, Qt.Key.Key_Home, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
        QTest.keyClick(window.focusWidget(), key)
        places.append(bar.value())
    assert places[0] == bar.maximum()
    assert places[1] == 0 < places[2]
    assert places[3] == 0


def check_round(window: MainWindow, view: QWidget) -> None:
    """Press Tab until the first control has the focus again; compare with what is on view."""
    wanted = set(map(named, controls(view)))
    met = list(tab_round(window, len(wanted) + 40))
    missed = wanted - {named(part) for part in met}
    nameless = {named(part) for part in met if not said(part)}
    assert not missed, f"Tab does not reach {sorted(missed)}"
    assert not nameless, f"no name for {sorted(nameless)}"


def tab_round(window: MainWindow, most: int) -> Iterator[QWidget]:
    """The controls that Tab meets, from the one with the focus once around."""
    seen: set[int] = set()
    for _step in range(most):
        part = window.focusWidget()
        assert part is not None, "Tab leads to nothing"
        if id(part) in seen:
            return
        seen.add(id(part))
        yield part
        QTest.keyClick(part, Qt.Key.Key_Tab)
    raise AssertionError("Tab does not come round")


def controls(view: QWidget) -> Iterator[QWidget]:
    """What is on view and can be reached by Tab, one of each group that moves by arrow keys."""
    for part in view.findChildren(QWidget):
        tab = bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if tab and part.isVisible() and part.isEnabled() and not part.focusProxy():
            grouped = isinstance(part, QRadioButton) or (
                isinstance(part, QAbstractButton) and part.autoExclusive()
            )
            if not grouped:
                yield part


def said(part: QWidget) -> str:
    """What a screen reader calls a control."""
    reader = QAccessible.queryAccessibleInterface(part)
    return reader.text(QAccessible.Text.Name) if reader is not None else ""


def named(part: QWidget) -> str:
    """A control as a developer finds it."""
    return f"{type(part).__name__} {part.objectName() or said(part)}"
