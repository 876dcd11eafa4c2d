"""The way in with the printed key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListWidget, QWidget

from sdm_aid.application.record.desk import unlock
from sdm_aid.records.trouble import WrongPassphrase
from sdm_aid.ui.record.access.unlock import Unlock
from tests.ui.pages.hands import one, press, type_in
from tests.ui.record.access_clinic import (
    NEW,
    PASSPHRASE,
    Clinic,
    now,
)
from tests.ui.record.unlock.looking import MakeScreen, enter, problem


def recover(screen: Unlock, key: str, passphrase: str = NEW, again: str = NEW) -> None:
    type_in(screen, "recover-key", key)
    type_in(screen, "recover-passphrase", passphrase)
    type_in(screen, "recover-again", again)
    QTest.keyClick(one(screen, QLineEdit, "recover-again"), Qt.Key.Key_Return)


def test_the_printed_key_opens_it_with_a_new_passphrase_for_who_was_chosen(
    unlock_screen: MakeScreen, clinic: Clinic
) -> None:
    screen, opened = unlock_screen()
    press(screen, "unlock-recovery")
    assert not one(screen, QWidget, "unlock-form").isVisible()
    one(screen, QListWidget, "recover-people").setCurrentRow(1)
    recover(screen, clinic.key.lower())
    assert opened[0].desk.user.name == "Cleo Clinician"
    assert "printed key was used" in opened[0].notices[-1]
    assert one(screen, QLineEdit, "recover-key").text() == ""
    opened[0].desk.close()
    unlock(clinic.place, "Cleo Clinician", NEW, now).desk.close()
    with pytest.raises(WrongPassphrase):
        unlock(clinic.place, "Cleo Clinician", PASSPHRASE, now)


def test_a_printed_key_with_a_slip_is_said_and_what_was_typed_stays(
    unlock_screen: MakeScreen, clinic: Clinic
) -> None:
    screen, opened = unlock_screen()
    press(screen, "unlock-recovery")
    recover(screen, clinic.key[:-1])
    assert "32 letters and digits, and 31 are typed" in problem(screen)
    recover(screen, clinic.key, NEW, "something else")
    assert "not the same" in problem(screen)
    slip = ("2" if clinic.key[0] != "2" else "3") + clinic.key[1:]
    recover(screen, slip)
    assert "not the printed key of this record" in problem(screen)
    assert one(screen, QLineEdit, "recover-key").text() == slip
    assert one(screen, QLineEdit, "recover-passphrase").text() == NEW
    assert opened == []
    press(screen, "recover-back")
    assert one(screen, QWidget, "unlock-form").isVisible()
    assert problem(screen) == ""
    press(screen, "unlock-recovery")
    assert one(screen, QLineEdit, "recover-key").text() == ""
    press(screen, "recover-back")
    enter(screen, PASSPHRASE)
    opened[0].desk.close()
