"""Unlocking by keys and clicks: right, wrong, damaged, in use, and with the printed key."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from sdm_aid.application.clinic_key import trusted_here
from sdm_aid.application.record.clinic_seal import make_seal
from sdm_aid.application.record.desk import Unlocked, unlock
from sdm_aid.records.place import Place
from sdm_aid.records.trouble import WrongPassphrase
from sdm_aid.ui.jobs import InlineJobs, PoolJobs
from sdm_aid.ui.record.access.unlock import Unlock
from tests.architecture.source import ROOT
from tests.ui.pages.hands import one, press, type_in
from tests.ui.record.access_clinic import (
    CLINIC,
    NEW,
    NOW,
    PASSPHRASE,
    QUICK,
    Clinic,
    HeldJobs,
    clinic_in,
    now,
)

Opened = tuple[Unlock, list[Unlocked]]
MakeScreen = Callable[..., Opened]


@pytest.fixture
def clinic(tmp_path: Path) -> Clinic:
    """Ada and two more."""
    return clinic_in(tmp_path / "home", ("Rea Reader", "reader"), ("Cleo Clinician", "clinician"))


@pytest.fixture
def unlock_screen(on_screen: Callable[[QWidget], None], clinic: Clinic) -> MakeScreen:
    def make(
        jobs: InlineJobs | HeldJobs | PoolJobs | None = None,
        last_user: str = "",
        place: Place | None = None,
    ) -> Opened:
        screen = Unlock(
            place or clinic.place, clinic.home, jobs or InlineJobs(), now, last_user, cost=QUICK
        )
        opened: list[Unlocked] = []
        screen.unlocked.connect(opened.append)
        on_screen(screen)
        return screen, opened

    return make


def names(screen: Unlock) -> list[str]:
    people = one(screen, QListWidget, "unlock-people")
    return [people.item(row).text() for row in range(people.count())]


def enter(screen: Unlock, passphrase: str) -> None:
    type_in(screen, "unlock-passphrase", passphrase)
    QTest.keyClick(one(screen, QLineEdit, "unlock-passphrase"), Qt.Key.Key_Return)


def problem(screen: Unlock) -> str:
    notice = one(screen, QWidget, "unlock-problem")
    return notice.accessibleName() if notice.isVisible() else ""


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


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (b'"sdm-aid.vault/1"', "newer version"),
        (b"Riverside", "vault.json"),
    ],
)
def test_a_header_of_another_version_or_with_changed_bytes_is_said(
    unlock_screen: MakeScreen, clinic: Clinic, change: bytes, said: str
) -> None:
    for file in clinic.place.folder.glob("vault.json*"):
        other = b'"sdm-aid.vault/9"' if change.startswith(b'"') else b"Riverbank"
        file.write_bytes(file.read_bytes().replace(change, other))
    screen, _opened = unlock_screen()
    assert said in problem(screen)


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


# -- the printed key -------------------------------------------------------------------------------


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


# -- start -----------------------------------------------------------------------------------------

_LATER = ("pydantic", "sqlalchemy", "cryptography", "sqlcipher3", "babel", "zxcvbn", "psycopg")
_PAINT = """
import sys
from datetime import datetime
from pathlib import Path
from PySide6.QtWidgets import QApplication
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
