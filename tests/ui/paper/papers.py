"""Papers to look at and to print, made once, and the look of a printed file."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRect
from PySide6.QtGui import QColor, QPageSize, QPainter, QPdfWriter
from PySide6.QtPrintSupport import QPrinter

from sdm_aid.documents.blocks import PageSize
from sdm_aid.documents.pdf.render import render
from sdm_aid.ui.paper.paper import Paper
from sdm_aid.ui.paper.printers import PrinterFacts
from sdm_aid.ui.paper.printing import Copies, Printed, PrintOrder, print_papers
from tests.documents.sample import CREATED, plan, plan_blocks


@cache
def four_pages(size: PageSize = PageSize.A4) -> bytes:
    """A made-up plan of several pages."""
    *talk, seal = plan_blocks()  # one field for one seal
    return render(plan(blocks=(*talk * 4, seal), page_size=size), CREATED)


@cache
def two_pages(size: PageSize = PageSize.A4) -> bytes:
    """A made-up plan of two pages."""
    *talk, seal = plan_blocks()
    return render(plan(blocks=(*talk * 2, seal), page_size=size), CREATED)


def dark_page() -> bytes:
    """A page full of ink, on which any gap would show."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF())
    painter = QPainter(writer)
    painter.fillRect(QRect(0, 0, writer.width(), writer.height()), QColor("black"))
    painter.end()
    return bytes(buffer.data().data())


def file_printer(
    target: Path,
    size: QPageSize.PageSizeId = QPageSize.PageSizeId.A4,
    onto: QPrinter | None = None,
) -> QPrinter:
    """A printer that writes a PDF: Qt's own engine, without a device."""
    printer = onto or QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    printer.setResolution(150)  # as sharp as the pictures that are compared, and quick
    printer.setPageSize(QPageSize(size))
    return printer


def put(
    target: Path, *copies: Copies, size: QPageSize.PageSizeId | None = None, **more: object
) -> Printed:
    """Print into a file, with nobody listening."""

    def made() -> QPrinter:
        return file_printer(target, size or QPageSize.PageSizeId.A4)

    order = PrintOrder(made, copies, **more)  # type: ignore[arg-type]
    return print_papers(order, lambda _sentence: None)


OFFICE = PrinterFacts("Office", grey_only=False, both_sides=True)
PLAN = Paper("plan", "The plan", "2026-11-21-plan.pdf", two_pages(), text=lambda: "What we agreed")
HANDOUT = Paper("handout", "The handout", "2026-11-21-handout.pdf", two_pages())
