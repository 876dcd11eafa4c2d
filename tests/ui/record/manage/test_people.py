"""Users, passphrases and the printed key by clicks and keys; what others may not do."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from sdm_aid.application.record import clinic_seal
from sdm_aid.application.record.desk import Desk, unlock
from sdm_aid.records.trouble import UnknownUser, WrongPassphrase
from tests.ui.pages.hands import one, press, type_in
from tests.ui.record.access_clinic import (
    CLINIC,
    NEW,
    NOW,
    PASSPHRASE,
    Clinic,
    now,
)
from tests.ui.record.manage.looking import Show, said, there, user_of

# -- users -----------------------------------------------------------------------------------------


def test_somebody_new_can_open_the_record(
    qtbot: QtBot, show: Show, clinic: Clinic, desks: list[Desk]
) -> None:
    screen = show()
    press(screen, "users-add")
    press(screen, "new-user-go")
    assert said(screen, "users-notice") == "Type the name."
    type_in(screen, "new-user-name", "Nils Nurse")
    type_in(screen, "new-user-title", "pain nurse")
    press(screen, "chip-reader")
    type_in(screen, "new-user-passphrase", NEW)
    press(screen, "new-user-go")
    assert "not the same" in said(screen, "users-notice")
    type_in(screen, "new-user-again", NEW)
    press(screen, "new-user-go")
    assert "Nils Nurse can open the record now" in said(screen, "users-notice")
    nils = user_of(desks[0], "Nils Nurse")
    assert (nils.role, nils.title) == ("reader", "pain nurse")
    qtbot.waitUntil(one(screen, QWidget, f"user-{nils.id}").isVisible)
    desks.pop().close()
    desks.append(unlock(clinic.place, "Nils Nurse", NEW, now).desk)
    assert not desks[0].may_write


def test_a_name_that_is_taken_keeps_the_form(show: Show) -> None:
    screen = show()
    press(screen, "users-add")
    type_in(screen, "new-user-name", "rea reader")
    type_in(screen, "new-user-passphrase", NEW)
    type_in(screen, "new-user-again", NEW)
    press(screen, "new-user-go")
    assert "can open the record already" in said(screen, "users-notice")
    assert one(screen, QLineEdit, "new-user-name").text() == "rea reader"


def test_a_role_and_a_title_are_changed(show: Show, desks: list[Desk]) -> None:
    screen = show()
    rea = user_of(desks[0], "Rea Reader")
    press(screen, f"user-change-{rea.id}")
    press(screen, "chip-clinician")
    type_in(screen, "change-user-title", "physiotherapist")
    press(screen, "change-user-go")
    after = user_of(desks[0], "Rea Reader")
    assert (after.role, after.title) == ("clinician", "physiotherapist")
    row = one(screen, QWidget, f"user-{rea.id}")
    assert one(row, QLabel, "user-about").text() == "Clinician · physiotherapist"


def test_the_last_administrator_stays_one(show: Show, desks: list[Desk], clinic: Clinic) -> None:
    screen = show()
    press(screen, f"user-change-{clinic.ada.id}")
    press(screen, "chip-reader")
    press(screen, "change-user-go")
    assert "needs one administrator" in said(screen, "users-notice")
    assert user_of(desks[0], "Ada Attending").role == "administrator"
    assert not there(screen, f"user-remove-{clinic.ada.id}")


def test_removing_asks_first_and_a_stray_enter_removes_nobody(
    show: Show, clinic: Clinic, desks: list[Desk]
) -> None:
    screen = show()
    rea = user_of(desks[0], "Rea Reader")
    press(screen, f"user-remove-{rea.id}")
    leave = one(screen, QPushButton, "remove-leave")
    assert screen.focusWidget() is leave
    QTest.keyClick(leave, Qt.Key.Key_Return)
    assert not user_of(desks[0], "Rea Reader").removed
    press(screen, f"user-remove-{rea.id}")
    press(screen, "remove-go")
    assert user_of(desks[0], "Rea Reader").removed
    assert not screen.findChildren(QWidget, f"user-{rea.id}") or not there(
        screen, f"user-change-{rea.id}"
    )
    assert "Rea Reader" in one(screen, QLabel, "users-removed").text()
    desks.pop().close()
    with pytest.raises(UnknownUser):
        clinic.open_as("Rea Reader")


def test_somebody_who_forgot_gets_a_new_passphrase(
    show: Show, clinic: Clinic, desks: list[Desk]
) -> None:
    screen = show()
    rea = user_of(desks[0], "Rea Reader")
    press(screen, f"user-secret-{rea.id}")
    type_in(screen, "secret-passphrase", NEW)
    type_in(screen, "secret-again", NEW)
    QTest.keyClick(one(screen, QLineEdit, "secret-again"), Qt.Key.Key_Return)
    assert "Tell it to Rea Reader in person" in said(screen, "users-notice")
    desks.pop().close()
    with pytest.raises(WrongPassphrase):
        clinic.open_as("Rea Reader")
    desks.append(unlock(clinic.place, "Rea Reader", NEW, now).desk)


@pytest.mark.parametrize("name", ["Rea Reader", "Cleo Clinician"])
def test_others_see_why_they_cannot_change_anything_but_their_own(
    show: Show, clinic: Clinic, desks: list[Desk], name: str
) -> None:
    clinic_desk = clinic.open_as()
    clinic_seal.make_seal(clinic_desk.record, CLINIC, NOW)
    clinic_desk.close()
    screen = show(name)
    why = said(screen, "manage-why")
    assert "for an administrator: Ada Attending" in why
    hidden = ("users-add", "recovery-renew", "seal-own", "seal-make", "database-keep")
    for button in (*hidden, "time-server-certificate", "time-server-keep"):
        assert not there(screen, button)
    assert there(screen, "keeping-backup") is desks[0].may_write
    for field in (
        "idle-cover",
        "idle-lock",
        "keeping-years",
        "database-address",
        "time-server-address",
    ):
        assert one(screen, QLineEdit, field).isReadOnly()
    assert there(screen, "seal-export")
    press(screen, "check-record")
    assert "whole" in said(screen, "check-notice")
    me = desks[0].user
    press(screen, f"user-change-{me.id}")
    assert not screen.findChildren(QPushButton, "chip-administrator")
    type_in(screen, "change-user-title", "nurse")
    press(screen, "change-user-go")
    assert (desks[0].user.title, desks[0].user.role) == ("nurse", me.role)


# -- passphrases and the printed key ---------------------------------------------------------------


def test_ones_own_passphrase_needs_the_old_one(
    show: Show, clinic: Clinic, desks: list[Desk]
) -> None:
    screen = show()
    for old, expected in (
        ("", "until now first"),
        ("not the old one", "does not open the record"),
        (PASSPHRASE, "holds from now on"),
    ):
        type_in(screen, "own-old", old)
        type_in(screen, "own-passphrase", NEW)
        type_in(screen, "own-again", NEW)
        press(screen, "own-change")
        assert expected in said(screen, "own-notice")
    assert one(screen, QLineEdit, "own-passphrase").text() == ""
    desks.pop().close()
    desks.append(unlock(clinic.place, "Ada Attending", NEW, now).desk)


def test_a_new_printed_key_takes_the_place_of_the_old_one(
    show: Show, clinic: Clinic, desks: list[Desk]
) -> None:
    screen = show()
    assert "Nobody has shown yet" in one(screen, QLabel, "recovery-state").text()
    press(screen, "recovery-renew")
    assert there(screen, "recovery-sure")
    press(screen, "recovery-sure")
    key = "-".join(one(screen, QLabel, f"recovery-group-{n}").text() for n in range(1, 9))
    assert key != clinic.key
    press(screen, "recovery-on-paper")
    type_in(screen, "recovery-typed", key[-9:])
    press(screen, "recovery-check")
    state = one(screen, QLabel, "recovery-state").text()
    assert state == "It was printed and kept on 28 Nov 2026."
    assert "Destroy the old sheet" in screen.recovery.told
    assert not screen.recovery.step.holds_key
    desks.pop().close()
    with pytest.raises(WrongPassphrase):
        unlock(clinic.place, "recovery", clinic.key, now)
    unlock(clinic.place, "recovery", key, now).desk.close()
