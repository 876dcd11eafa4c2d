"""The window notices that nobody is there: by the clock on the wall, by every kind of touch."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from sdm_aid.ui.idle import IdleWatch

START = datetime(2026, 11, 28, 9, 0, tzinfo=UTC)


class Wall:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now

    def on(self, **by: float) -> None:
        self.now += timedelta(**by)


class Told:
    """What was told, in order."""

    def __init__(self, watch: IdleWatch) -> None:
        self.said: list[str] = []
        watch.cover_due.connect(self._cover)
        watch.lock_due.connect(self._lock)

    def _cover(self) -> None:
        self.said.append("cover")

    def _lock(self) -> None:
        self.said.append("lock")


@pytest.fixture
def wall() -> Wall:
    return Wall()


@pytest.fixture
def field(on_screen: Callable[[QWidget], None]) -> QLineEdit:
    """A window to type into."""
    made = QLineEdit()
    on_screen(made)
    made.activateWindow()
    return made


def handle(field: QLineEdit) -> QWindow:
    found = field.windowHandle()
    assert found is not None
    return found


def test_each_is_told_once_after_its_minutes(field: QLineEdit, wall: Wall) -> None:
    watch = IdleWatch(5, 10, field, clock=wall)
    told = Told(watch)
    for minutes, said in ((4.9, []), (0.1, ["cover"]), (3, ["cover"]), (2, ["cover", "lock"])):
        wall.on(minutes=minutes)
        watch.look()
        watch.look()
        assert told.said == said
    watch.stop()


@pytest.mark.parametrize("way", ["key", "move", "press", "wheel"])
def test_every_touch_begins_the_time_anew(field: QLineEdit, wall: Wall, way: str) -> None:
    watch = IdleWatch(5, 10, field, clock=wall)
    told = Told(watch)
    window, here = handle(field), QPoint(4, 4)
    wall.on(minutes=4)
    if way == "key":
        QTest.keyClick(window, Qt.Key.Key_A)
    elif way == "move":
        for there in (here, here + QPoint(40, 9)):  # where it stands already is no move
            QTest.mouseMove(window, there)
    elif way == "press":
        QTest.mouseClick(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, here)
    else:
        wheel = QWheelEvent(
            QPointF(here), QPointF(here), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(window, wheel)
    wall.on(minutes=4)
    watch.look()
    assert told.said == []
    wall.on(minutes=1)
    watch.look()
    assert told.said == ["cover"]
    watch.stop()


def test_a_window_that_comes_later_is_heard_too(qtbot: QtBot, field: QLineEdit, wall: Wall) -> None:
    watch = IdleWatch(5, 10, field, clock=wall)
    told = Told(watch)
    later = QLineEdit()
    qtbot.addWidget(later)
    with qtbot.waitActive(later):
        later.show()
        later.activateWindow()
    wall.on(minutes=4)
    QTest.keyClick(handle(later), Qt.Key.Key_A)
    wall.on(minutes=4)
    watch.look()
    assert told.said == []
    watch.stop()


def test_the_first_touch_after_a_sleep_does_not_hide_that_nobody_was_there(
    field: QLineEdit, wall: Wall
) -> None:
    """A laptop opened after lunch: the timer has not ticked when the mouse moves."""
    watch = IdleWatch(5, 10, field, clock=wall)
    told = Told(watch)
    wall.on(hours=1)
    for there in (QPoint(5, 5), QPoint(45, 9)):
        QTest.mouseMove(handle(field), there)
    assert told.said == ["cover", "lock"]
    watch.look()
    assert told.said == ["cover", "lock"]
    watch.stop()


def test_a_clock_set_back_neither_tells_nor_waits_for_ever(field: QLineEdit, wall: Wall) -> None:
    watch = IdleWatch(5, 10, field, clock=wall)
    told = Told(watch)
    wall.on(days=-1)
    watch.look()
    wall.on(minutes=4)
    watch.look()
    assert told.said == []
    wall.on(minutes=1)
    watch.look()
    assert told.said == ["cover"]
    watch.stop()


def test_it_looks_by_itself_and_stops_when_told(qtbot: QtBot, field: QLineEdit, wall: Wall) -> None:
    watch = IdleWatch(5, 10, field, clock=wall, tick_ms=1)
    wall.on(minutes=6)
    with qtbot.waitSignal(watch.cover_due):
        pass
    watch.stop()
    told = Told(watch)
    wall.on(minutes=60)
    QTest.keyClick(handle(field), Qt.Key.Key_A)
    QApplication.processEvents()
    assert told.said == []


def test_other_minutes_hold_at_once(field: QLineEdit, wall: Wall) -> None:
    watch = IdleWatch(5, 10, field, clock=wall)
    told = Told(watch)
    watch.set_minutes(1, 2)
    wall.on(minutes=2)
    watch.look()
    assert told.said == ["cover", "lock"]
    watch.stop()
