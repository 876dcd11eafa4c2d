"""What a person does with the record's window, for the tests of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from sdm_aid.application.session import Session
from sdm_aid.ui.main_window import MainWindow
from tests.full_visit import agreed, spoken
from tests.kept_clinic import ADA

USER = ADA.name


def find(window: QWidget, name: str) -> QWidget:
    """The visible control of this name."""
    for found in window.findChildren(QWidget, name):
        if found.isVisibleTo(window):
            return found
    raise AssertionError(f"{name} is not to be seen")


def press(window: QWidget, name: str) -> None:
    """Click it."""
    QTest.mouseClick(find(window, name), Qt.MouseButton.LeftButton)


def write(window: QWidget, name: str, words: str) -> QLineEdit:
    """Type into a field, by keys."""
    field = find(window, name)
    assert isinstance(field, QLineEdit)
    field.setFocus()
    field.clear()
    QTest.keyClicks(field, words)
    return field


def the_visit(window: MainWindow) -> Session:
    """The session of the open visit."""
    assert window.visit is not None
    return window.visit.bridge.session


def begin(window: MainWindow) -> Session:
    """A talk for somebody who is named later."""
    window.home.chosen.emit("sciatica", "Leg pain")
    press(window, "who-for-later")
    return the_visit(window)


def sealed(home: MainWindow, folder: Path) -> str:
    """A whole visit, sealed out of the record; its id."""
    session = begin(home)
    for action in (*spoken(), *agreed()):
        session.dispatch(action)
    frame = home.visit
    assert frame is not None
    frame.navigator.go("sign")
    page = frame.navigator.page
    page.choose_folder = lambda: folder  # type: ignore[attr-defined]
    for name in ("read", "seal", "seal-now"):
        page.footer_action(name)
    assert session.state.seal is not None, find(page, "seal-problem").accessibleName()
    return session.state.visit_id
