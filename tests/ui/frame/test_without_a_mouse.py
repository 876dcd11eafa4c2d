"""Without a mouse: Enter opens, signs and goes on; keys scroll what is to be read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QScrollArea, QScrollBar, QWidget

from sdm_aid.ui.main_window import MainWindow
from sdm_aid.ui.review_screen import ReviewScreen
from tests.domain.visits import NOON
from tests.ui.pages.test_start import one

EXPIRED = datetime(2028, 6, 1, 12, tzinfo=NOON.tzinfo)
ENTER = Qt.Key.Key_Return


@pytest.fixture
def late_window(
    make_window: Callable[[], MainWindow], monkeypatch: pytest.MonkeyPatch
) -> MainWindow:
    """The window after the content's last day."""
    monkeypatch.setattr("tests.ui.frame.conftest._noon", lambda: EXPIRED)
    return make_window()


@pytest.fixture
def review(window: MainWindow) -> ReviewScreen:
    """The page to read before a sign-off, in a low window, with the focus in what is read."""
    window.activateWindow()
    window.resize(1000, 420)
    window.show_screen("review/mini")
    screen = window.findChildren(ReviewScreen)[-1]
    screen.sheet.setFocus()
    QApplication.processEvents()
    return screen


def enter(window: MainWindow, name: str) -> None:
    """Put the focus on a control and press Enter."""
    part = one(window, QWidget, name)
    part.setFocus()
    QTest.keyClick(part, ENTER)
    QApplication.processEvents()


def bar_of(screen: ReviewScreen) -> QScrollBar:
    """The bar that scrolls the screen."""
    return one(screen, QScrollArea, "screen-scroll").verticalScrollBar()


def test_enter_opens_a_decision(window: MainWindow) -> None:
    enter(window, "decision-mini")
    assert window.visit is not None


def test_a_decision_is_signed_off_by_keys(window: MainWindow) -> None:
    enter(window, "home-content")
    enter(window, "content-review-mini")
    screen = window.findChildren(ReviewScreen)[-1]
    role = one(screen, QLineEdit, "review-role")
    role.clear()
    QTest.keyClicks(role, "Pain physician")
    enter(window, "review-sign")
    assert not screen.notice.sentence
    QTest.keyClick(one(screen, QCheckBox, "review-read"), Qt.Key.Key_Space)
    enter(window, "review-sign")
    assert screen.notice.sentence.startswith("Signed off.")


def test_enter_held_down_opens_one_thing(window: MainWindow) -> None:
    enter(window, "home-content")
    focused = window.focusWidget()
    assert focused is not None
    assert focused.objectName() == "content-back"
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(focused, QKeyEvent(QEvent.Type.KeyPress, ENTER, none, "\r", True))
    assert not window.home.isVisible()
    QTest.keyClick(focused, ENTER)
    assert window.home.isVisible()


def test_enter_after_the_reason_opens_what_is_out_of_date(late_window: MainWindow) -> None:
    enter(late_window, "decision-mini")
    reason = one(late_window, QLineEdit, "expired-reason")
    QTest.keyClick(reason, ENTER)
    assert late_window.visit is None
    QTest.keyClicks(reason, "No newer content yet")
    QTest.keyClick(reason, ENTER)
    assert late_window.visit is not None
    used = late_window.visit.bridge.state.expired_use
    assert used is not None
    assert used.reason == "No newer content yet"


@pytest.mark.parametrize("key", [Qt.Key.Key_PageDown, Qt.Key.Key_Space, Qt.Key.Key_Down])
def test_a_key_scrolls_what_is_read(review: ReviewScreen, key: Qt.Key) -> None:
    bar = bar_of(review)
    bar.setValue(0)
    QTest.keyClick(review.sheet, key)
    assert 0 < bar.value() < bar.maximum()


@pytest.mark.parametrize(
    ("key", "held"),
    [
        (Qt.Key.Key_PageUp, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier),
        (Qt.Key.Key_Up, Qt.KeyboardModifier.NoModifier),
    ],
)
def test_and_a_key_scrolls_back(
    review: ReviewScreen, key: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    bar = bar_of(review)
    bar.setValue(bar.maximum())
    QTest.keyClick(review.sheet, key, held)
    assert 0 < bar.value() < bar.maximum()


def test_end_and_home_lead_to_the_ends(review: ReviewScreen) -> None:
    bar = bar_of(review)
    QTest.keyClick(review.sheet, Qt.Key.Key_End)
    assert bar.value() == bar.maximum() > 0
    QTest.keyClick(review.sheet, Qt.Key.Key_Home)
    assert bar.value() == 0


def test_what_is_read_can_still_be_copied(review: ReviewScreen) -> None:
    QTest.keyClick(review.sheet, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert review.sheet.textCursor().hasSelection()
    QTest.keyClick(review.sheet, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "Made up for tests." in QApplication.clipboard().text()
