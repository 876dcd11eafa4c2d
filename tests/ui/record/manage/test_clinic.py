"""Times, retention, the seal, the database address and the check by clicks and keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QPushButton, QWidget

from sdm_aid.application.clinic_key import make_key, trusted_here
from sdm_aid.application.record import clinic_seal, retention
from sdm_aid.application.record.clinic_settings import ClinicSettings, clinic_settings
from sdm_aid.application.record.desk import Desk
from sdm_aid.application.settings import Settings, load_settings
from sdm_aid.documents.seal import keys
from tests.own_certificates import SECRET, own_file
from tests.ui.pages.hands import one, press, type_in, write
from tests.ui.record.access_clinic import (
    CLINIC,
    NOW,
    Clinic,
    HeldJobs,
)
from tests.ui.record.manage.looking import Show, said, there

# -- times, keeping --------------------------------------------------------------------------------


def test_idle_times_hold_at_once_and_wrong_ones_are_said(show: Show, desks: list[Desk]) -> None:
    screen = show()
    told: list[ClinicSettings] = []
    screen.times_changed.connect(told.append)
    for typed in ("0", "61", "soon", "", "2.5"):
        write(screen, "idle-cover", typed)
        assert said(screen, "idle-notice") == "Type whole minutes from 1 to 60."
        assert one(screen, QLineEdit, "idle-cover").text() == typed
    assert clinic_settings(desks[0].record) == ClinicSettings(5, 10)
    write(screen, "idle-cover", "2")
    type_in(screen, "idle-lock", "30")
    press(screen, "manage-back")
    assert clinic_settings(desks[0].record) == ClinicSettings(2, 30)
    assert told[-1] == ClinicSettings(2, 30)


def test_how_long_records_are_kept_is_a_proposal_and_may_be_empty(
    show: Show, desks: list[Desk]
) -> None:
    screen = show()
    write(screen, "keeping-years", "ten")
    assert "whole years" in said(screen, "keeping-notice")
    write(screen, "keeping-years", "10")
    assert "proposed 10 years after" in said(screen, "keeping-notice")
    assert retention.years(desks[0].record) == 10
    asked: list[str] = []
    screen.pressed.connect(asked.append)
    press(screen, "keeping-proposed")
    assert asked == ["proposed"]
    write(screen, "keeping-years", "")
    assert "never proposed" in said(screen, "keeping-notice")
    assert retention.years(desks[0].record) is None


def test_a_backup_is_asked_for_and_the_last_one_is_named(
    show: Show, clinic: Clinic, desks: list[Desk]
) -> None:
    from sdm_aid.application.record.backup import back_up

    screen = show()
    assert one(screen, QLabel, "keeping-last").text() == "No backup was made yet."
    pressed: list[str] = []
    screen.pressed.connect(pressed.append)
    press(screen, "keeping-backup")
    assert pressed == ["backup"]
    folder = clinic.home / "stick"
    folder.mkdir()
    back_up(desks[0].record, folder)
    screen.refresh()
    last = one(screen, QLabel, "keeping-last").text()
    assert "28 Nov 2026" in last
    assert str(folder) in last


# -- the seal --------------------------------------------------------------------------------------


def test_a_seal_is_made_shown_and_its_certificate_saved(
    show: Show, clinic: Clinic, desks: list[Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = show()
    assert "no seal yet" in one(screen, QLabel, "seal-about").text()
    press(screen, "seal-make")
    made = clinic_seal.seal_key(desks[0].record)
    assert made is not None
    assert keys.fingerprint(made.root) in one(screen, QLabel, "seal-fingerprint").text()
    assert trusted_here(clinic.home) == (made.root,)
    assert not there(screen, "seal-make")
    target = clinic.home / "for-others.pem"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    press(screen, "seal-export")
    assert keys.certificates_in(target.read_bytes()) == (made.root,)
    assert str(target) in said(screen, "seal-notice")
    target = clinic.home / "none" / "x.pem"
    press(screen, "seal-export")
    assert f"{target} is not there" in said(screen, "seal-notice")


def test_an_own_certificate_is_taken_in_after_a_wrong_passphrase(
    show: Show, clinic: Clinic, desks: list[Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = show()
    press(screen, "seal-make")
    file = clinic.home / "hospital.p12"
    file.write_bytes(own_file(NOW))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    press(screen, "seal-own")
    type_in(screen, "seal-secret", "wrong")
    press(screen, "seal-go")
    assert "does not open the file" in said(screen, "seal-notice")
    type_in(screen, "seal-secret", SECRET)
    QTest.keyClick(one(screen, QLineEdit, "seal-secret"), Qt.Key.Key_Return)
    assert "from now on" in said(screen, "seal-notice")
    assert "Riverside Hospital" in one(screen, QLabel, "seal-about").text()
    assert len(trusted_here(clinic.home)) == 2
    assert one(screen, QLineEdit, "seal-secret").text() == ""
    file.unlink()
    press(screen, "seal-own")
    press(screen, "seal-go")
    assert "is not there" in said(screen, "seal-notice")


def test_the_seal_of_this_computer_is_offered_where_there_is_one(
    show: Show, clinic: Clinic, desks: list[Desk]
) -> None:
    screen = show()
    assert not there(screen, "seal-adopt")
    of_file = make_key(clinic.home, CLINIC, "lantern copper", NOW)
    screen.refresh()
    press(screen, "seal-adopt")
    type_in(screen, "seal-secret", "lantern copper")
    press(screen, "seal-go")
    found = clinic_seal.seal_key(desks[0].record)
    assert found is not None
    assert found.root == of_file.root


# -- database and check ----------------------------------------------------------------------------


def test_an_address_is_tried_before_it_is_kept(show: Show, clinic: Clinic) -> None:
    screen = show()
    assert not one(screen, QPushButton, "database-try").isEnabled()
    for address, expected in (
        ("postgresql://ada@127.0.0.1:1/record", "does not answer"),
        ("no address", "cannot be read"),
        ("mysql://ada@127.0.0.1/record", "cannot be read"),
        ("postgresql://ada@db.example/record?sslmode=disable", "unprotected"),
    ):
        type_in(screen, "database-address", address)
        press(screen, "database-try")
        assert expected in said(screen, "database-notice")
    press(screen, "database-keep")
    assert "unprotected" in said(screen, "database-notice")
    assert load_settings(clinic.home).settings == Settings()
    type_in(screen, "database-address", "postgresql://ada:pw@127.0.0.1/record")
    press(screen, "database-keep")
    assert "password would stand readable" in said(screen, "database-notice")
    kept = load_settings(clinic.home).settings.database
    assert kept == "postgresql://ada:pw@127.0.0.1/record"
    type_in(screen, "database-address", "")
    press(screen, "database-keep")
    assert load_settings(clinic.home).settings.database == ""


def test_the_variable_comes_first_and_is_said(show: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    screen = show()
    monkeypatch.setenv("SDM_AID_DATABASE", "postgresql://x@127.0.0.1/y")
    screen.refresh()
    assert "SDM_AID_DATABASE is set" in said(screen, "database-notice")
    assert not there(screen, "database-keep")


def test_the_check_says_in_plain_words_what_it_found(show: Show, desks: list[Desk]) -> None:
    screen = show()
    press(screen, "check-record")
    assert "The record is whole" in said(screen, "check-notice")
    with desks[0].record.engine.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER IF EXISTS journal_no_update")
        for (name,) in connection.exec_driver_sql(
            "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        ).all():
            connection.exec_driver_sql(f'DROP TRIGGER "{name}"')
        connection.exec_driver_sql("UPDATE journal SET body = x'00' WHERE seq = 2")
    press(screen, "check-record")
    told = said(screen, "check-notice")
    assert "not whole" in told
    assert "Entry 2 was changed" in told


def test_while_something_is_under_way_that_card_takes_nothing_more(show: Show) -> None:
    jobs = HeldJobs()
    screen = show(jobs=jobs)
    assert "Reading" in one(screen, QLabel, "manage-busy-words").text()
    jobs.go_on()
    press(screen, "check-record")
    assert not one(screen, QPushButton, "check-record").isEnabled()
    assert one(screen, QWidget, "check-busy-bar").isVisible()
    assert one(screen, QPushButton, "users-add").isEnabled()
    jobs.go_on()
    assert one(screen, QPushButton, "check-record").isEnabled()
    assert "whole" in said(screen, "check-notice")
