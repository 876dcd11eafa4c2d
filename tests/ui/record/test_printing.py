"""The sheet on paper: its pages as pictures that fill the sheet and keep their shape."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from sdm_aid.application.record.recovery_sheet import recovery_pdf
from sdm_aid.ui.record.access.printing import NoPrinter, print_pdf, put_on
from tests.ui.record.access_clinic import NOW

KEY = "AAAA-BBBB-CCCC-DDDD-EEEE-FFFF-1JK0-WXYZ"


def test_the_sheet_is_painted_whole(qtbot: QtBot, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    put_on(printer, recovery_pdf("Riverside", KEY, NOW, "/srv"))
    printed = pypdfium2.PdfDocument(tmp_path / "printed.pdf")
    assert len(printed) == 1
    picture = printed[0].render(scale=1).to_pil().convert("L")
    printed.close()
    width, height = picture.size
    dark = [
        sum(picture.getpixel((x, y)) < 128 for x in range(0, width, 2)) for y in range(0, height, 2)
    ]
    rows = [at * 2 for at, count in enumerate(dark) if count]
    # from the title on top to the footer at the end
    assert rows[0] < height * 0.2
    assert rows[-1] > height * 0.8


def testno_printer_is_no_dialog(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: [])
    over = QWidget()
    qtbot.addWidget(over)
    with pytest.raises(NoPrinter):
        print_pdf(b"", over)
