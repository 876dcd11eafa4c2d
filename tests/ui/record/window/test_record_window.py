"""The record in the real window: the door, visits kept and gone on with, sealing, looking again."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from sdm_aid.application.record.desk import unlock
from sdm_aid.application.record.kept_visits import read_kept
from sdm_aid.application.session import Session
from sdm_aid.domain import actions as a
from sdm_aid.domain.journal import replay
from sdm_aid.paths import resources_dir
from sdm_aid.records import journal, visits
from sdm_aid.records.trouble import RecordUnwritable
from sdm_aid.ui.appearance import Appearance
from sdm_aid.ui.jobs import InlineJobs
from sdm_aid.ui.main_window import MainWindow
from tests.kept_clinic import PASSPHRASE, KeptClinic
from tests.ui.record.window.steps import USER, begin, find, press, the_visit, write


def test_a_computer_without_a_record_begins_with_the_first_run(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, clinic: KeptClinic
) -> None:
    folder = tmp_path / "empty"
    made = MainWindow(Appearance(qapp, folder), InlineJobs(), clinic.clock, folder, resources_dir())
    qtbot.addWidget(made)
    made.show()
    made.records.door.start()
    assert made.focusWidget() is find(made, "welcome-set-up")
    press(made, "welcome-look-around")
    assert made.home.isVisible()
    assert made.records.desk is None


def test_the_door_opens_with_the_right_passphrase_only(
    window: MainWindow, clinic: KeptClinic
) -> None:
    clinic.patient("Maria Rossi", number="10482")
    clinic.desk.close()
    window.records.door.start()
    for typed, opens in (("wrong words altogether", False), (PASSPHRASE, True)):
        field = write(window, "unlock-passphrase", typed)
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert (window.records.desk is not None) is opens
    desk = window.records.desk
    assert desk is not None
    assert desk.user.name == USER
    press(window, "home-lock")
    assert window.records.desk is None
    assert find(window, "unlock-passphrase")
    assert not any("Rossi" in each.text() for each in window.findChildren(QPushButton))
    assert desk.record.closed


def test_a_visit_is_kept_as_it_is_said_and_goes_on_at_its_field(
    home: MainWindow, clinic: KeptClinic
) -> None:
    session = begin(home)
    visit = home.visit
    assert visit is not None
    visit.navigator.go("you")
    session.dispatch(a.PainRated(which="average", score=6))
    find(visit, "tried-new").setFocus()
    before = session.state
    visit.leaving.leave()
    assert home.visit is None
    assert home.home.isVisible()
    home.records.visits.open(before.visit_id)  # type: ignore[union-attr]
    assert the_visit(home).state == before
    assert home.visit is not None
    focused = home.visit.focusWidget()
    assert focused is not None
    assert focused.objectName() == "tried-new"
    assert journal.verify(clinic.desk.record).broken is None


def test_locking_in_mid_visit_goes_on_there_afterwards(
    home: MainWindow, clinic: KeptClinic
) -> None:
    session = begin(home)
    session.dispatch(a.PainRated(which="now", score=3))
    QTest.keyClick(home, Qt.Key.Key_L, Qt.KeyboardModifier(0x06000000))
    assert home.records.desk is None
    assert home.visit is None
    field = write(home, "unlock-passphrase", PASSPHRASE)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert the_visit(home).state == session.state
    assert clinic.desk.record.closed


def test_a_visit_killed_in_its_middle_goes_on_at_the_same_field(
    window: MainWindow, clinic: KeptClinic, tmp_path: Path
) -> None:
    """A process of its own is killed by signal 9; what it had acknowledged is there."""
    clinic.desk.close()
    child = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "tests.ui.record.window.killed_visit",
            str(tmp_path),
            USER,
            PASSPHRASE,
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        text=True,
    )
    assert child.stdout is not None
    assert child.stdin is not None
    visit = child.stdout.readline().strip()
    os.kill(child.pid, signal.SIGKILL)
    child.wait(30)
    child.stdout.close()
    child.stdin.close()
    window.records.take_desk(unlock(clinic.place, USER, PASSPHRASE, clinic.clock).desk)
    window.records.visits.open(visit)  # type: ignore[union-attr]
    state = the_visit(window).state
    assert state.you.pain_average == 6
    assert state.step == "you"
    assert window.visit is not None
    focused = window.visit.focusWidget()
    assert focused is not None
    assert focused.objectName() == "tried-new"


@pytest.mark.parametrize("choice", ["mine", "theirs"])
def test_two_rooms_on_one_visit_are_asked(
    home: MainWindow, clinic: KeptClinic, qtbot: QtBot, choice: str
) -> None:
    session = begin(home)
    frame = home.visit
    assert frame is not None
    record = frame.context.record
    assert record is not None
    assert record.keeper.flush(20)
    visit = session.state.visit_id
    other = Session(read_kept(clinic.desk, visit).journal, clinic.clock, "Nurse B")
    other.dispatch(a.PainRated(which="now", score=9))
    clinic.append(other, "Leg pain")
    session.dispatch(a.PainRated(which="now", score=2))
    panel = frame.findChild(QWidget, "conflict-panel")
    assert panel is not None
    qtbot.waitUntil(panel.isVisible, timeout=20_000)
    assert "Nurse B" in find(frame, "conflict-words").text()  # type: ignore[attr-defined]
    press(frame, "conflict-look")
    press(frame, f"conflict-{choice}")
    assert record.keeper.flush(20)
    wanted = 2 if choice == "mine" else 9
    assert session.state.you.pain_now == wanted
    assert replay(read_kept(clinic.desk, visit).journal).you.pain_now == wanted


def test_a_reader_begins_nothing(window: MainWindow, clinic: KeptClinic) -> None:
    window.records.take_desk(clinic.as_user("Rita Reader", "reader"))
    window.home.chosen.emit("sciatica", "Leg pain")
    assert window.visit is None
    assert "reader" in window.home.notice.sentence


def test_what_the_record_does_not_take_is_not_let_go_without_asking(
    home: MainWindow, clinic: KeptClinic, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    session = begin(home)
    frame = home.visit
    assert frame is not None

    def full(*_args: object, **_named: object) -> int:
        raise RecordUnwritable(full=True, where="the disk")

    with monkeypatch.context() as patched:
        patched.setattr(visits, "append", full)
        session.dispatch(a.PainRated(which="now", score=8))
        qtbot.waitUntil(lambda: "disk is full" in frame.notice.sentence, timeout=20_000)
        assert not frame.leaving.ready()
        assert find(frame, "leave-again")
    press(frame, "leave-again")
    assert home.visit is None
    assert replay(read_kept(clinic.desk, session.state.visit_id).journal).you.pain_now == 8


def test_a_made_up_patient_is_kept_nowhere(home: MainWindow, clinic: KeptClinic) -> None:
    press(home, "home-made-up")
    session = the_visit(home)
    assert session.state.made_up
    session.dispatch(a.PainRated(which="now", score=8))
    clinic.desk.refresh()
    assert clinic.desk.index.visits == {}
