"""The first run: the choices, setting up by keys and clicks, the printed key shown and proved."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from sdm_aid.application.clinic_key import trusted_here
from sdm_aid.application.record.clinic_seal import seal_key
from sdm_aid.application.record.clinic_settings import recovery_kept
from sdm_aid.application.record.desk import Desk, unlock
from sdm_aid.application.settings import Settings
from sdm_aid.records.place import Place
from sdm_aid.records.trouble import WrongPassphrase
from sdm_aid.ui.jobs import InlineJobs
from sdm_aid.ui.record.access.printing import NoPrinter
from sdm_aid.ui.record.access.set_up import SetUp
from sdm_aid.ui.record.access.welcome import Welcome
from sdm_aid.ui.theme.apply import apply_theme
from tests.ui.pages.hands import one, press, type_in
from tests.ui.record.access_clinic import CLINIC, PASSPHRASE, QUICK, HeldJobs, clinic_in, now

Opened = tuple[SetUp, list[Desk]]
MakeScreen = Callable[..., Opened]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def set_up_screen(on_screen: Callable[[QWidget], None], home: Path) -> MakeScreen:
    def make(
        jobs: InlineJobs | HeldJobs | None = None, printer: Callable[..., bool] | None = None
    ) -> Opened:
        screen = SetUp(
            Place(home / "record"),
            home,
            jobs or InlineJobs(),
            now,
            Settings(),
            cost=QUICK,
            printer=printer or _no_printer,
        )
        desks: list[Desk] = []
        screen.done.connect(desks.append)
        on_screen(screen)
        return screen, desks

    return make


def _no_printer(_pdf: bytes, _over: QWidget) -> bool:
    raise NoPrinter


def fill_in(screen: SetUp, passphrase: str = PASSPHRASE, again: str | None = None) -> None:
    for name, words in (
        ("set-up-clinic", CLINIC),
        ("set-up-name", "Dr A. Okafor"),
        ("set-up-title", "pain physician"),
        ("set-up-passphrase", passphrase),
        ("set-up-again", passphrase if again is None else again),
    ):
        type_in(screen, name, words)


def shown_key(screen: QWidget) -> str:
    return "-".join(one(screen, QLabel, f"recovery-group-{n}").text() for n in range(1, 9))


def said(screen: QWidget, name: str) -> str:
    notice = one(screen, QWidget, name)
    return notice.accessibleName() if notice.isVisible() else ""


def to_the_end(screen: SetUp) -> str:
    """From the form to the typed proof; the printed key."""
    fill_in(screen)
    press(screen, "set-up-make")
    key = shown_key(screen)
    press(screen, "recovery-on-paper")
    type_in(screen, "recovery-typed", key[-9:])
    press(screen, "recovery-check")
    return key


def test_the_first_run_offers_two_large_choices_and_three_quieter_ones(
    on_screen: Callable[[QWidget], None], usual_ways: QApplication
) -> None:
    apply_theme(usual_ways, "light", 1.0)
    screen = Welcome()
    on_screen(screen)
    pressed: list[str] = []
    screen.pressed.connect(pressed.append)
    names = ["set-up", "made-up", "restore", "server", "look-around"]
    for name in names:
        button = one(screen, QPushButton, f"welcome-{name}")
        assert button.height() >= 44
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Return)
    assert pressed == names
    large = one(screen, QPushButton, "welcome-set-up")
    assert large.height() > 3 * one(screen, QPushButton, "welcome-restore").height()
    assert "encrypted" in large.accessibleName()
    assert screen.first_focus() is large


def test_setting_up_leads_to_an_open_record_with_a_seal(
    set_up_screen: MakeScreen, home: Path
) -> None:
    screen, desks = set_up_screen()
    key = to_the_end(screen)
    (desk,) = desks
    assert (desk.user.name, desk.user.title) == ("Dr A. Okafor", "pain physician")
    assert desk.may_manage
    made = seal_key(desk.record)
    assert made is not None
    assert made.clinic == CLINIC
    assert trusted_here(home) == (made.root,)
    assert recovery_kept(desk.record)
    desk.close()
    place = Place(home / "record")
    unlock(place, "Dr A. Okafor", PASSPHRASE, now).desk.close()
    unlock(place, "recovery", key, now).desk.close()


def test_enter_alone_goes_through_all_of_it(set_up_screen: MakeScreen) -> None:
    screen, desks = set_up_screen()
    fill_in(screen)
    QTest.keyClick(one(screen, QLineEdit, "set-up-again"), Qt.Key.Key_Return)
    key = shown_key(screen)
    button = one(screen, QPushButton, "recovery-on-paper")
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)
    typed = one(screen, QLineEdit, "recovery-typed")
    QTest.keyClicks(typed, key[-9:].replace("-", " ").lower())
    QTest.keyClick(typed, Qt.Key.Key_Return)
    assert len(desks) == 1
    desks[0].close()


def test_what_is_missing_is_said_and_what_was_typed_stays(
    set_up_screen: MakeScreen, home: Path
) -> None:
    screen, _desks = set_up_screen()
    for name, words, expected in (
        ("set-up-clinic", CLINIC, "Type the name of the clinic."),
        ("set-up-name", "Dr A. Okafor", "Type your name."),
        ("set-up-passphrase", "short", "At least 10 characters."),
        ("set-up-passphrase", PASSPHRASE, "At least 10 characters."),
        ("set-up-again", PASSPHRASE, "are not the same"),
    ):
        press(screen, "set-up-make")
        assert expected in said(screen, "set-up-problem")
        assert not (home / "record").exists()
        type_in(screen, name, words)
    assert one(screen, QLineEdit, "set-up-name").text() == "Dr A. Okafor"
    press(screen, "set-up-make")
    desk = screen.desk
    assert desk is not None
    desk.close()


def test_the_hint_is_honest_as_it_is_typed_and_never_blocks(
    qtbot: QtBot, set_up_screen: MakeScreen
) -> None:
    screen, _desks = set_up_screen()
    hint = one(screen, QLabel, "set-up-hint")
    fill_in(screen, "password12")
    qtbot.waitUntil(lambda: "much used password" in hint.text())
    fill_in(screen, PASSPHRASE, "correct hose")
    assert hint.text() == "The two are not the same."
    fill_in(screen)
    qtbot.waitUntil(lambda: "centuries" in hint.text())
    field = one(screen, QLineEdit, "set-up-passphrase")
    assert "centuries" in field.accessibleDescription()
    fill_in(screen, "password12")
    press(screen, "set-up-make")
    assert screen.desk is not None
    screen.desk.close()


def test_what_is_typed_is_shown_only_when_asked(set_up_screen: MakeScreen) -> None:
    screen, _desks = set_up_screen()
    field = one(screen, QLineEdit, "set-up-passphrase")
    assert field.echoMode() is QLineEdit.EchoMode.Password
    QTest.mouseClick(one(screen, QLabel, "set-up-show-words"), Qt.MouseButton.LeftButton)
    assert field.echoMode() is QLineEdit.EchoMode.Normal


def test_while_it_works_nothing_can_be_pressed_and_nothing_is_lost(
    set_up_screen: MakeScreen,
) -> None:
    jobs = HeldJobs()
    screen, desks = set_up_screen(jobs)
    fill_in(screen)
    press(screen, "set-up-make")
    assert "keys" in one(screen, QLabel, "set-up-busy-words").text()
    assert not one(screen, QPushButton, "set-up-make").isEnabled()
    assert not one(screen, QLineEdit, "set-up-clinic").isEnabled()
    screen.start()
    assert len(jobs.waiting) == 1
    jobs.go_on()
    assert not one(screen, QWidget, "set-up-busy-bar").isVisible()
    assert one(screen, QWidget, "recovery-key").isVisible()
    assert desks == []
    assert screen.desk is not None
    screen.desk.close()


def test_a_record_that_is_there_is_never_written_over(
    set_up_screen: MakeScreen, home: Path
) -> None:
    clinic = clinic_in(home)
    before = clinic.place.header.read_bytes()
    screen, desks = set_up_screen()
    fill_in(screen)
    press(screen, "set-up-make")
    assert "already" in said(screen, "set-up-problem")
    assert clinic.place.header.read_bytes() == before
    assert desks == []
    assert one(screen, QLineEdit, "set-up-name").text() == "Dr A. Okafor"


def test_a_folder_that_takes_no_writing_is_said(set_up_screen: MakeScreen, home: Path) -> None:
    home.write_text("a file in the way")
    screen, _desks = set_up_screen()
    fill_in(screen)
    press(screen, "set-up-make")
    assert "cannot be written" in said(screen, "set-up-problem")
    assert one(screen, QPushButton, "set-up-make").isEnabled()


# -- the printed key -------------------------------------------------------------------------------


def at_the_key(screen: SetUp) -> str:
    fill_in(screen)
    press(screen, "set-up-make")
    return shown_key(screen)


def test_the_end_of_the_key_is_asked_for_and_the_key_can_be_seen_again(
    set_up_screen: MakeScreen,
) -> None:
    screen, desks = set_up_screen()
    key = at_the_key(screen)
    press(screen, "recovery-on-paper")
    assert not one(screen, QWidget, "recovery-key").isVisible()
    type_in(screen, "recovery-typed", key[:9])
    press(screen, "recovery-check")
    assert "not the last two groups" in said(screen, "recovery-notice")
    assert desks == []
    press(screen, "recovery-show-again")
    assert one(screen, QWidget, "recovery-key").isVisible()
    assert shown_key(screen) == key
    assert said(screen, "recovery-notice") == ""
    assert screen.desk is not None
    screen.desk.close()


def test_the_key_is_read_out_letter_by_letter(set_up_screen: MakeScreen) -> None:
    screen, _desks = set_up_screen()
    key = at_the_key(screen)
    view = one(screen, QWidget, "recovery-key")
    assert view.accessibleDescription() == ", ".join(" ".join(part) for part in key.split("-"))
    assert QAccessible.queryAccessibleInterface(view) is not None
    assert screen.desk is not None
    screen.desk.close()


def test_the_key_goes_nowhere_but_where_it_is_saved(
    set_up_screen: MakeScreen, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen, desks = set_up_screen()
    key = at_the_key(screen)
    sheet = tmp_path / "sheet.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(sheet), ""))
    press(screen, "recovery-save")
    assert sheet.read_bytes().startswith(b"%PDF-")
    assert "delete it" in said(screen, "recovery-notice")
    press(screen, "recovery-on-paper")
    type_in(screen, "recovery-typed", key[-9:])
    press(screen, "recovery-check")
    desks[0].close()
    assert shown_key(screen) == "-" * 7
    bare = key.replace("-", "").encode()
    for file in home.rglob("*"):
        data = file.read_bytes() if file.is_file() else b""
        assert key.encode() not in data
        assert bare not in data


@pytest.mark.parametrize("there", [True, False])
def test_a_sheet_that_cannot_be_saved_leaves_the_key_on_the_screen(
    set_up_screen: MakeScreen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, there: bool
) -> None:
    screen, _desks = set_up_screen()
    key = at_the_key(screen)
    folder = tmp_path / "no folder"
    if there:
        folder.write_text("a file")
    path = folder / "sheet.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    press(screen, "recovery-save")
    assert str(path) in said(screen, "recovery-notice")
    assert shown_key(screen) == key
    assert one(screen, QPushButton, "recovery-on-paper").isEnabled()
    assert screen.desk is not None
    screen.desk.close()


def test_without_a_printer_it_says_what_else_can_be_done(set_up_screen: MakeScreen) -> None:
    screen, _desks = set_up_screen()
    at_the_key(screen)
    press(screen, "recovery-print")
    assert "No printer is set up" in said(screen, "recovery-notice")
    assert screen.desk is not None
    screen.desk.close()


@pytest.mark.parametrize("wanted", [True, False])
def test_printing_hands_over_the_sheet(set_up_screen: MakeScreen, wanted: bool) -> None:
    handed: list[bytes] = []

    def printer(pdf: bytes, _over: QWidget) -> bool:
        handed.append(pdf)
        return wanted

    screen, _desks = set_up_screen(printer=printer)
    at_the_key(screen)
    press(screen, "recovery-print")
    assert handed[0].startswith(b"%PDF-")
    assert ("Sent to the printer" in said(screen, "recovery-notice")) is wanted
    assert screen.desk is not None
    screen.desk.close()


def test_a_weak_record_is_still_no_open_one(set_up_screen: MakeScreen, home: Path) -> None:
    screen, desks = set_up_screen()
    to_the_end(screen)
    desks[0].close()
    with pytest.raises(WrongPassphrase):
        unlock(Place(home / "record"), "Dr A. Okafor", PASSPHRASE + " ", now)
