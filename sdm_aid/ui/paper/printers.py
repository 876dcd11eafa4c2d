"""The printers of this computer, the usual one first, and one of them made ready."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from sdm_aid.application.printing import PrintTrouble

if TYPE_CHECKING:
    from sdm_aid.application.ports import Progress


class PrinterFacts(NamedTuple):
    """What can be chosen before the system's own dialog is asked."""

    name: str
    grey_only: bool
    both_sides: bool


def printers(_progress: Progress) -> tuple[PrinterFacts, ...]:
    """Asks the system: a job's work, as a printer on a network may take its time to answer."""
    usual = QPrinterInfo.defaultPrinterName()
    names = sorted(QPrinterInfo.availablePrinterNames(), key=lambda name: (name != usual, name))
    return tuple(_facts(QPrinterInfo.printerInfo(name)) for name in names)


def ready(name: str, both_sides: bool | None) -> QPrinter:
    """The printer as the clinic has set it up, its usual paper in it.

    ``both_sides`` None: as it is set.

    Raises:
        PrintTrouble: it is not there any more.
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPrinterName(name)
    # Qt keeps the printer it had where there is none of this name, and would print on that
    facts = QPrinterInfo.printerInfo(name)
    if printer.printerName() != name or facts.isNull():
        raise PrintTrouble("gone", name)
    if facts.defaultPageSize().isValid():
        printer.setPageSize(facts.defaultPageSize())  # by itself Qt takes that of the country
    if both_sides is not None:
        modes = QPrinter.DuplexMode
        printer.setDuplex(modes.DuplexLongSide if both_sides else modes.DuplexNone)
    return printer


def _facts(info: QPrinterInfo) -> PrinterFacts:
    colours, sides = info.supportedColorModes(), info.supportedDuplexModes()
    grey_only = bool(colours) and QPrinter.ColorMode.Color not in colours
    return PrinterFacts(info.printerName(), grey_only, QPrinter.DuplexMode.DuplexLongSide in sides)
