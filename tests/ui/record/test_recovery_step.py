"""The printed key: shown once, saved or printed, proved, then dropped."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from sdm_aid.application.record.desk import unlock
from sdm_aid.records.place import Place
from sdm_aid.records.trouble import WrongPassphrase
from sdm_aid.ui.jobs import InlineJobs
from sdm_aid.ui.record.access.recovery_step import RecoveryStep, Sheet
from tests.ui.pages.hands import one, press, type_in
from tests.ui.record.access_clinic import PASSPHRASE, now
from tests.ui.record.setting_up import (
    MakeScreen,
    at_the_key,
    said,
    shown_key,
    to_the_end,
)


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


def test_what_the_sheet_cannot_print_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    step = RecoveryStep(InlineJobs(), printer=lambda _pdf, _over: True)
    qtbot.addWidget(step)
    step.show()
    step.show_sheet(Sheet("東京", "AAAA-BBBB-CCCC-DDDD-EEEE-FFFF-1JK0-WXYZ", now(), "/srv"))
    step.save_to(tmp_path / "sheet.pdf")
    assert "delete it. Our print has no Chinese characters." in said(step, "recovery-notice")
    press(step, "recovery-print")
    assert "can be read. Our print has no Chinese" in said(step, "recovery-notice")
