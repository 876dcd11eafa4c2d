"""Unlocking by keys and clicks: right, wrong, damaged, in use; what the first paint reads."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from sdm_aid.application.clinic_key import trusted_here
from sdm_aid.application.record.clinic_seal import make_seal
from sdm_aid.records.header_text import checksum
from sdm_aid.records.place import Place
from sdm_aid.ui.jobs import PoolJobs
from tests.architecture.source import ROOT
from tests.ui.pages.hands import one, press
from tests.ui.record.access_clinic import (
    CLINIC,
    NOW,
    PASSPHRASE,
    Clinic,
    HeldJobs,
)
from tests.ui.record.unlock.looking import MakeScreen, enter, names, problem


def test_enter_opens_the_record_for_who_opened_it_last(
    unlock_screen: MakeScreen, clinic: Clinic
) -> None:
    screen, opened = unlock_screen(last_user=clinic.ada.id)
    assert screen.title.text() == CLINIC
    assert names(screen) == ["Ada Attending", "Cleo Clinician", "Rea Reader"]
    assert screen.first_focus() is one(screen, QLineEdit, "unlock-passphrase")
    enter(screen, PASSPHRASE)
    assert opened[0].desk.user == clinic.ada
    assert one(screen, QLineEdit, "unlock-passphrase").text() == ""
    opened[0].desk.close()


def test_a_name_is_chosen_by_keys_and_by_a_click(unlock_screen: MakeScreen) -> None:
    screen, opened = unlock_screen()
    people = one(screen, QListWidget, "unlock-people")
    people.setFocus()
    QTest.keyClick(people, Qt.Key.Key_Down)
    press_row = people.visualItemRect(people.item(2)).center()
    assert people.currentItem().text() == "Cleo Clinician"
    QTest.mouseClick(
        people.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, press_row
    )
    enter(screen, PASSPHRASE)
    assert opened[0].desk.user.name == "Rea Reader"
    assert not opened[0].desk.may_write
    opened[0].desk.close()


def test_a_wrong_passphrase_says_so_and_the_next_one_is_typed_over_it(
    unlock_screen: MakeScreen,
) -> None:
    screen, opened = unlock_screen()
    field = one(screen, QLineEdit, "unlock-passphrase")
    for wrong in ("x", PASSPHRASE.upper(), PASSPHRASE + " ", "ключ 🗝"):
        field.setText(wrong)  # as an input method does: a key press has plain letters only
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert "does not open the record" in problem(screen)
        assert not one(screen, QPushButton, "unlock-again").isVisible()
    assert field.selectedText() == field.text() != ""
    assert opened == []
    enter(screen, PASSPHRASE)
    assert len(opened) == 1
    opened[0].desk.close()


def test_no_passphrase_asks_nothing_of_the_record(unlock_screen: MakeScreen) -> None:
    jobs = HeldJobs()
    screen, _opened = unlock_screen(jobs)
    press(screen, "unlock-open")
    assert jobs.waiting == []
    assert problem(screen) == ""


def test_the_window_stays_alive_and_says_what_is_done(
    qtbot: QtBot, unlock_screen: MakeScreen
) -> None:
    jobs = PoolJobs()
    screen, opened = unlock_screen(jobs)
    said: list[str] = []
    words = one(screen, QLabel, "unlock-busy-words")
    with qtbot.waitSignal(screen.unlocked):
        enter(screen, PASSPHRASE)
        assert screen.busy
        assert one(screen, QWidget, "unlock-busy-bar").isVisible()
        assert not one(screen, QLineEdit, "unlock-passphrase").isEnabled()
        said.append(words.text())
    assert said == ["Opening the record"]
    assert not screen.busy
    opened[0].desk.close()
    jobs.finish()


def test_a_second_enter_opens_it_once(unlock_screen: MakeScreen) -> None:
    jobs = HeldJobs()
    screen, opened = unlock_screen(jobs)
    enter(screen, PASSPHRASE)
    pressed: list[str] = []
    screen.pressed.connect(pressed.append)
    focus = screen.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_Return)
    enter(screen, PASSPHRASE)
    assert len(jobs.waiting) == 1
    assert pressed == []
    jobs.go_on()
    assert len(opened) == 1
    opened[0].desk.close()


def test_a_record_in_use_can_be_tried_again(unlock_screen: MakeScreen, clinic: Clinic) -> None:
    elsewhere = clinic.open_as()
    screen, opened = unlock_screen()
    enter(screen, PASSPHRASE)
    assert "Another copy of the program" in problem(screen)
    elsewhere.close()
    press(screen, "unlock-again")
    assert problem(screen) == ""
    enter(screen, PASSPHRASE)
    assert len(opened) == 1
    opened[0].desk.close()


def test_a_damaged_header_is_said_and_read_again_once_it_is_put_back(
    unlock_screen: MakeScreen, clinic: Clinic
) -> None:
    files = sorted(clinic.place.folder.glob("vault.json*"))
    whole = [file.read_bytes() for file in files]
    for file in files:
        file.write_bytes(b"{")
    screen, opened = unlock_screen()
    assert "vault.json" in problem(screen)
    assert not one(screen, QWidget, "unlock-form").isVisible()
    pressed: list[str] = []
    screen.pressed.connect(pressed.append)
    press(screen, "unlock-restore")
    assert pressed == ["restore"]
    assert screen.first_focus() is one(screen, QPushButton, "unlock-again")
    for file, data in zip(files, whole, strict=True):
        file.write_bytes(data)
    press(screen, "unlock-again")
    assert problem(screen) == ""
    enter(screen, PASSPHRASE)
    assert len(opened) == 1
    opened[0].desk.close()


@pytest.mark.parametrize("newer", [True, False])
def test_a_header_of_another_version_or_with_changed_bytes_is_said(
    unlock_screen: MakeScreen, clinic: Clinic, newer: bool
) -> None:
    for file in clinic.place.folder.glob("vault.json*"):
        body = json.loads(file.read_bytes())
        if newer:
            body["format"] = "sdm-aid.vault/9"
            body["sha256"] = checksum(body)
        else:
            body["clinic"] = "Riverbank"
        file.write_text(json.dumps(body))
    screen, _opened = unlock_screen()
    assert ("newer version" if newer else "vault.json") in problem(screen)


def test_a_damaged_database_is_told_from_a_wrong_passphrase(
    unlock_screen: MakeScreen, clinic: Clinic
) -> None:
    clinic.place.database.write_bytes(b"x" * 8192)
    screen, opened = unlock_screen()
    enter(screen, PASSPHRASE)
    assert "damaged" in problem(screen)
    assert opened == []


def test_a_server_that_is_gone_is_said_and_asked_again(
    qtbot: QtBot, unlock_screen: MakeScreen, tmp_path: Path
) -> None:
    place = Place(tmp_path / "none", "postgresql://ada@127.0.0.1:1/record")
    screen, _opened = unlock_screen(place=place)
    qtbot.waitUntil(lambda: "server does not answer" in problem(screen))
    assert not screen.busy
    press(screen, "unlock-again")
    assert "server does not answer" in problem(screen)
    pressed: list[str] = []
    screen.pressed.connect(pressed.append)
    press(screen, "unlock-server")
    assert pressed == ["server"]


def test_the_certificate_of_the_seal_is_brought_along(
    unlock_screen: MakeScreen, clinic: Clinic
) -> None:
    desk = clinic.open_as()
    made = make_seal(desk.record, CLINIC, NOW)
    desk.close()
    assert trusted_here(clinic.home) == ()
    screen, opened = unlock_screen()
    enter(screen, PASSPHRASE)
    assert trusted_here(clinic.home) == (made.root,)
    opened[0].desk.close()


_LATER = ("pydantic", "sqlalchemy", "cryptography", "sqlcipher3", "babel", "zxcvbn", "psycopg")
_PAINT = """
import sys
from datetime import datetime
from pathlib import Path
from PySide6.QtWidgets import QApplication
from sdm_aid.records.header_text import checksum
from sdm_aid.records.place import Place
from sdm_aid.ui.jobs import PoolJobs
from sdm_aid.ui.record.access.unlock import Unlock
app = QApplication([])
home = Path(sys.argv[1])
screen = Unlock(Place(home / "record"), home, PoolJobs(), datetime.now)
screen.show()
app.processEvents()
assert screen.title.text() == "Riverside Pain Clinic"
print(*sorted({name.split(".")[0] for name in sys.modules}))
"""


def test_the_first_paint_of_a_start_reads_no_heavy_library(clinic: Clinic) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _PAINT, str(clinic.home)],
        cwd=ROOT, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    assert "json" in done.stdout.split()
    assert not set(_LATER) & set(done.stdout.split())
