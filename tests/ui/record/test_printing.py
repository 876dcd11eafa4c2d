"""The sheet with the key on paper: on the printer that was chosen, or a word why not."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from sdm_aid.application.printing import PrintTrouble
from sdm_aid.application.record.recovery_sheet import recovery_pdf
from sdm_aid.ui.paper import print_run
from sdm_aid.ui.paper.pages import page_count
from sdm_aid.ui.record.access.printing import NoPrinter, print_pdf
from tests.ui.pages.hands import press
from tests.ui.paper.papers import file_printer
from tests.ui.record.access_clinic import NOW
from tests.ui.record.setting_up import MakeScreen, at_the_key, said

KEY = "AAAA-BBBB-CCCC-DDDD-EEEE-FFFF-1JK0-WXYZ"


@pytest.fixture
def over(qtbot: QtBot) -> QWidget:
    """A window to ask over."""
    window = QWidget()
    qtbot.addWidget(window)
    return window


def test_the_sheet_is_printed_where_it_was_asked_for(
    over: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ask(printer: QPrinter, _over: QWidget, _pages: int) -> bool:
        file_printer(tmp_path / "printed.pdf", onto=printer)
        return True

    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["Office"])
    monkeypatch.setattr(print_run, "ask_system", ask)
    assert print_pdf(recovery_pdf("Riverside", KEY, NOW, "/srv"), over)
    assert page_count((tmp_path / "printed.pdf").read_bytes()) == 1
    monkeypatch.setattr(print_run, "ask_system", lambda *_asked: False)
    assert not print_pdf(b"", over)


def test_no_printer_is_no_dialog(over: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: [])
    with pytest.raises(NoPrinter):
        print_pdf(b"", over)


def test_a_printer_that_is_gone_is_one_sentence(set_up_screen: MakeScreen) -> None:
    def gone(_pdf: bytes, _over: QWidget) -> bool:
        raise PrintTrouble("gone", "Office")

    screen, _desks = set_up_screen(printer=gone)
    at_the_key(screen)
    press(screen, "recovery-print")
    assert "Office is not there any more" in said(screen, "recovery-notice")
    assert screen.desk is not None
    screen.desk.close()
