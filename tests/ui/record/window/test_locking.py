"""Locking: nothing of a patient comes up behind the door, and each user finds their own."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from sdm_aid.records import users, visits
from sdm_aid.records.rows import Role
from sdm_aid.records.trouble import ServerUnreachable
from sdm_aid.ui.main_window import MainWindow
from sdm_aid.ui.record.access.unlock import Unlock
from tests.kept_clinic import PASSPHRASE, QUICK, KeptClinic
from tests.ui.record.access_clinic import HeldJobs
from tests.ui.record.window.steps import begin, press, write


@pytest.fixture
def held(window: MainWindow, clinic: KeptClinic) -> HeldJobs:
    """Jobs of a window whose record is open; they wait until they are let go."""
    jobs = HeldJobs()
    window.jobs = window.opener._jobs = jobs
    window.records.take_desk(clinic.desk)
    jobs.go_on()
    return jobs


def check_locked(window: MainWindow) -> None:
    """Only the door is to be seen."""
    assert window.visit is None
    assert window.records.desk is None
    assert isinstance(window._rooms.currentWidget(), Unlock)


def test_a_visit_that_is_being_opened_stays_behind_the_door(
    window: MainWindow, clinic: KeptClinic, held: HeldJobs
) -> None:
    visit = clinic.visit(clinic.patient("Maria Rossi"))
    assert window.records.visits is not None
    window.records.visits.open(visit)
    window.records.lock()
    held.go_on()
    check_locked(window)


def test_a_talk_that_is_being_begun_stays_behind_the_door(
    window: MainWindow, held: HeldJobs
) -> None:
    window.home.chosen.emit("sciatica", "Leg pain")
    press(window, "who-for-later")
    window.records.lock()
    held.go_on()
    check_locked(window)


def test_a_server_that_does_not_take_where_the_focus_was_keeps_nobody_from_locking(
    home: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*_given: object) -> None:
        raise ServerUnreachable("gone")

    monkeypatch.setattr(visits, "put_place", gone)
    begin(home)
    assert home.records.visits is not None
    assert home.records.visits.saver is not None
    home.records.visits.saver.keeper.put_place("pain-now-3")
    home.records.lock()
    check_locked(home)


@pytest.mark.parametrize("role", ["reader", "clinician"])
def test_whoever_unlocks_next_is_not_put_into_the_visit_of_another(
    home: MainWindow, clinic: KeptClinic, role: Role
) -> None:
    users.add(clinic.desk.record, "Bea Nurse", role, "", PASSPHRASE, QUICK)
    begin(home)
    home.records.lock()
    door = home._rooms.currentWidget()
    assert isinstance(door, Unlock)
    assert door._plate is not None
    door._form.show_people(
        door._plate.people, next(p.id for p in door._plate.people if "Bea" in p.name)
    )
    field = write(home, "unlock-passphrase", PASSPHRASE)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert home.records.desk is not None
    assert home.records.desk.user.name == "Bea Nurse"
    assert home.visit is None
    home.records.close()
