"""Printers that are gone, stopped, jammed, full: each is found out and is one sentence."""

from __future__ import annotations

import shutil
from collections import namedtuple
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from pytestqt.qtbot import QtBot

from sdm_aid.application.printing import PrintTrouble
from sdm_aid.ui.paper import printers, printing
from sdm_aid.ui.paper.paper import Paper
from sdm_aid.ui.paper.printing import Copies, PrintOrder, print_papers
from tests.ui.paper.papers import file_printer, put, two_pages

PLAN = Paper("plan", "Plan", "plan.pdf", two_pages())
DRAWN, SMALL = QSize(1240, 1754), QSize(300, 424)
"""A4 at the 150 dots an inch it is printed with here, and small enough to compare."""


def _quiet(_sentence: str) -> None:
    """Nobody listens."""


@pytest.mark.usefixtures("qapp")
@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_takes_nothing_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(PrintTrouble) as trouble:
        put(tmp_path / "no such folder" / "out.pdf", Copies(PLAN))
    assert trouble.value.code == "not_begun"


@pytest.mark.usefixtures("qapp")
def test_a_full_disk_is_found_before_half_a_page_waits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = namedtuple("room", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _where: room(10**9, 10**9, 4096))
    with pytest.raises(PrintTrouble) as trouble:
        put(tmp_path / "out.pdf", Copies(PLAN))
    assert trouble.value.code == "no_room"
    assert not (tmp_path / "out.pdf").exists()


@pytest.mark.parametrize("state", [QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted])
def test_a_printer_that_fails_on_the_way_is_said_with_the_page(
    qtbot: QtBot, tmp_path: Path, state: QPrinter.PrinterState
) -> None:
    class Failing(QPrinter):
        """Jams while the second page is drawn."""

        def printerState(self) -> QPrinter.PrinterState:  # noqa: N802  (Qt's name)
            return QPrinter.PrinterState.Active if not said[1:] else state

    said = list[str]()
    printer = Failing()
    file_printer(tmp_path / "out.pdf", onto=printer)
    with pytest.raises(PrintTrouble) as trouble:
        print_papers(PrintOrder(lambda: printer, (Copies(PLAN),)), said.append)
    assert (trouble.value.code, trouble.value.page) == ("stopped", 1)
    assert len(said) == 2


@pytest.mark.usefixtures("qapp")
def test_a_printer_that_is_not_there_prints_on_no_other() -> None:
    name = "a printer that nobody has"
    assert name not in QPrinterInfo.availablePrinterNames()
    with pytest.raises(PrintTrouble) as trouble:
        printers.ready(name, None)
    assert trouble.value.code == "gone"
    assert trouble.value.printer == name


class Native(QPrinter):
    """Says that it is a real printer, and writes a file."""

    def outputFormat(self) -> QPrinter.OutputFormat:  # noqa: N802  (Qt's name)
        return QPrinter.OutputFormat.NativeFormat

    def printerName(self) -> str:  # noqa: N802  (Qt's name)
        return "Office"


@pytest.fixture
def native(qtbot: QtBot, tmp_path: Path) -> QPrinter:
    """A printer as real as can be had without one."""
    return file_printer(tmp_path / "out.pdf", onto=Native())


def known(monkeypatch: pytest.MonkeyPatch, *there: bool) -> None:
    """Whether the system knows the printer, each time it is asked; the last answer stays."""
    answers = list(there)

    class Info:
        """What the system says about one printer."""

        def isNull(self) -> bool:  # noqa: N802  (Qt's name)
            return not (answers.pop(0) if len(answers) > 1 else answers[0])

        def state(self) -> QPrinter.PrinterState:
            return QPrinter.PrinterState.Error

    monkeypatch.setattr(QPrinterInfo, "printerInfo", lambda _name: Info())


def test_a_printer_that_was_there_when_it_was_chosen(
    native: QPrinter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known(monkeypatch, False)
    with pytest.raises(PrintTrouble) as trouble:
        print_papers(PrintOrder(lambda: native, (Copies(PLAN),)), _quiet)
    assert (trouble.value.code, trouble.value.printer) == ("gone", "Office")
    assert not (tmp_path / "out.pdf").exists()


@pytest.mark.parametrize("said", [True, False])
def test_a_printer_that_went_while_it_printed_is_found_out(
    native: QPrinter, monkeypatch: pytest.MonkeyPatch, said: bool
) -> None:
    known(monkeypatch, True, False)
    monkeypatch.setattr(printing, "refused", lambda: said)
    with pytest.raises(PrintTrouble) as trouble:
        print_papers(PrintOrder(lambda: native, (Copies(PLAN, 1, range(0, 1)),)), _quiet)
    assert (trouble.value.code, trouble.value.page) == ("went", 1)


def test_a_queue_that_takes_no_jobs_is_found_out(
    native: QPrinter, monkeypatch: pytest.MonkeyPatch
) -> None:
    known(monkeypatch, True)
    monkeypatch.setattr(printing, "refused", lambda: True)
    with pytest.raises(PrintTrouble) as trouble:
        print_papers(PrintOrder(lambda: native, (Copies(PLAN, 1, range(0, 1)),)), _quiet)
    assert trouble.value.code == "refused"


def test_a_stopped_printer_keeps_the_papers_waiting(
    native: QPrinter, monkeypatch: pytest.MonkeyPatch
) -> None:
    known(monkeypatch, True)
    monkeypatch.setattr(printing, "refused", lambda: False)
    one = Copies(PLAN, 1, range(0, 1))
    assert print_papers(PrintOrder(lambda: native, (one,)), _quiet).waits
