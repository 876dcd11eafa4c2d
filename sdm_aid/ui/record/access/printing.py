"""The sheet with the recovery key on the clinic's own printer."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from sdm_aid.i18n import _


class NoPrinter(Exception):
    """No printer is set up on this computer."""


def print_pdf(pdf: bytes, over: QWidget) -> bool:
    """Ask which printer, then print every page; False where nobody wanted to after all.

    Raises:
        NoPrinter: there is none to ask for.
        sdm_aid.application.printing.PrintTrouble: it did not come to its end.
    """
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

    from sdm_aid.ui.paper.paper import Paper
    from sdm_aid.ui.paper.print_run import ask_system
    from sdm_aid.ui.paper.printing import Copies, PrintOrder, print_papers

    if not QPrinterInfo.availablePrinterNames():
        raise NoPrinter
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    if not ask_system(printer, over, 0):
        return False
    sheet = Paper("sheet", _("A sheet of the clinic"), "", pdf)
    print_papers(PrintOrder(lambda: printer, (Copies(sheet, printer.copyCount()),)), _quiet)
    return True


def _quiet(_sentence: str) -> None:
    """One page: it is done before anybody could read where it is."""
