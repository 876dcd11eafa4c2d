"""A PDF on the clinic's own printer, as the pictures of its pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_DOTS = 300
"""An inch."""
_A4_INCHES = 8.27


class NoPrinter(Exception):
    """No printer is set up on this computer."""


def print_pdf(pdf: bytes, over: QWidget) -> bool:
    """Ask which printer, then print every page; False where nobody wanted to after all.

    Raises:
        NoPrinter: there is none to ask for.
    """
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo

    if not QPrinterInfo.availablePrinterNames():
        raise NoPrinter
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    if QPrintDialog(printer, over).exec() != QPrintDialog.DialogCode.Accepted:
        return False
    put_on(printer, pdf)
    return True


def put_on(printer: QPrinter, pdf: bytes) -> None:
    """Paint every page of ``pdf`` on the printer's paper."""
    from PySide6.QtGui import QPainter

    from sdm_aid.ui.preview import page_pictures

    painter = QPainter(printer)
    for number, page in enumerate(page_pictures(pdf, round(_A4_INCHES * _DOTS))):
        if number:
            printer.newPage()
        paper = printer.pageLayout().paintRectPixels(printer.resolution())
        room = QRectF(0, 0, paper.width(), paper.height())
        scale = min(room.width() / page.image.width(), room.height() / page.image.height())
        size = page.image.size() * scale
        painter.drawImage(QRectF(0, 0, size.width(), size.height()), page.image)
    painter.end()
