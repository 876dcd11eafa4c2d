"""The first run: the choices, and setting up by keys and clicks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from sdm_aid.application.clinic_key import trusted_here
from sdm_aid.application.record.clinic_seal import seal_key
from sdm_aid.application.record.clinic_settings import recovery_kept
from sdm_aid.application.record.desk import unlock
from sdm_aid.records.place import Place
from sdm_aid.ui.record.access.welcome import Welcome
from sdm_aid.ui.theme.apply import apply_theme
from tests.ui.pages.hands import one, press, type_in
from tests.ui.record.access_clinic import CLINIC, PASSPHRASE, HeldJobs, clinic_in, now
from tests.ui.record.setting_up import (
    MakeScreen,
    fill_in,
    said,
    shown_key,
    to_the_end,
)


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
