"""A look again that the record does not take: nothing is let go unsaid, nobody is locked in."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from sdm_aid.records import visits
from sdm_aid.records.trouble import RecordUnwritable
from sdm_aid.ui.follow_up.screen import FollowUpScreen
from sdm_aid.ui.main_window import MainWindow
from tests.kept_clinic import KeptClinic
from tests.ui.record.window.steps import find, press


@pytest.fixture
def signed(clinic: KeptClinic) -> str:
    """A signed visit of Maria's."""
    return clinic.signed(clinic.patient("Maria Rossi", number="10482"))


@pytest.fixture
def full(signed: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """The disk takes nothing; undoing the patch makes room."""

    def refuse(*_args: object, **_named: object) -> None:
        raise RecordUnwritable(full=True, where="the disk")

    with monkeypatch.context() as patched:
        patched.setattr(visits, "begin", refuse)
        yield patched


@pytest.fixture
def screen(home: MainWindow, signed: str, full: object, qtbot: QtBot) -> FollowUpScreen:
    """A look again with one answer that was not taken."""
    assert home.records.visits is not None
    home.records.visits.look_again(signed)
    found = find(home, "look-again-screen")
    assert isinstance(found, FollowUpScreen)
    scales = found.pain.scales["average"].findChildren(QPushButton)
    QTest.mouseClick(scales[4], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "disk is full" in found.notice.sentence, timeout=20_000)
    return found


def listed(clinic: KeptClinic) -> list[int | None]:
    """The pain of each look again in the record."""
    clinic.desk.refresh()
    rows = clinic.desk.index.visits.values()
    return [row.head.pain for row in rows if row.kind == "follow_up"]


def test_leaving_asks_once_and_keeps_what_is_taken_by_then(
    home: MainWindow, clinic: KeptClinic, screen: FollowUpScreen, full: pytest.MonkeyPatch
) -> None:
    press(home, "look-again-screen-back")
    assert screen.isVisibleTo(home)
    assert "lets go of them" in screen.notice.sentence
    full.undo()
    press(home, "look-again-screen-back")
    assert home.home.isVisibleTo(home)
    assert listed(clinic) == [4]


def test_finishing_can_be_tried_again(
    home: MainWindow, clinic: KeptClinic, screen: FollowUpScreen, full: pytest.MonkeyPatch
) -> None:
    press(home, "look-again-screen-done")
    assert screen.isVisibleTo(home)
    full.undo()
    press(home, "look-again-screen-done")
    assert home.home.isVisibleTo(home)
    assert listed(clinic) == [4]


def test_a_full_disk_locks_nobody_in(home: MainWindow, screen: FollowUpScreen) -> None:
    home.close()
    assert home.isVisible()
    home.close()
    assert not home.isVisible()


def test_left_alone_it_is_covered_where_it_cannot_be_locked(
    home: MainWindow, screen: FollowUpScreen
) -> None:
    assert home.records._idle is not None
    home.records._idle.lock_due.emit()
    assert home.layers.covered
    assert home.records.desk is not None
