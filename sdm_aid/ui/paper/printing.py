"""Papers on the clinic's printer: drawn in strips, so that neither memory nor window suffers.

A whole page at once holds the interpreter for half a second while Qt packs its picture, and takes
35 MB; a strip of a quarter of an inch takes some five milliseconds. Strips are cut where no seam
shows.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from sdm_aid.application.printing import (
    SPOOL_BYTES,
    Placed,
    PrintTrouble,
    Sheet,
    dots_a_pixel,
    page_order,
    placed,
)
from sdm_aid.i18n import _
from sdm_aid.ui.paper.cups import refused
from sdm_aid.ui.paper.pages import PaperPages

if TYPE_CHECKING:
    from sdm_aid.application.ports import Progress
    from sdm_aid.ui.paper.paper import Paper

POINTS = 72
STRIPS_AN_INCH = 4
STRIPS_A_PICTURE = 4
"""Strips cut from one picture, which is an inch of the page then: 3 MB."""


@dataclass(frozen=True)
class Copies:
    """A paper, how often, and which of its pages (from 0; None: all)."""

    paper: Paper
    count: int = 1
    pages: range | None = None


@dataclass(frozen=True)
class PrintOrder:
    """What to print, on what. ``printer`` is called on the thread that prints.

    ``name``: what the printer is called where it does not say so itself. ``grey``: draw in shades
    of grey; None: as the printer is set. ``stop`` ends it early.
    """

    printer: Callable[[], QPrinter]
    papers: tuple[Copies, ...]
    grey: bool | None = None
    name: str = ""
    stop: Event = field(default_factory=Event)


@dataclass(frozen=True)
class Printed:
    """What came of it; ``scale`` below 1: the sheets in the printer are smaller than our pages.

    ``waits``: the printer says that it is stopped, so the papers lie in its queue.
    """

    printer: str
    pages: int
    scale: float
    paper: str
    stopped: bool = False
    waits: bool = False


def print_papers(order: PrintOrder, progress: Progress) -> Printed:
    """Print, paper by paper, each a job of its own in the printer's queue.

    Raises:
        PrintTrouble: the printer is gone, takes nothing, stopped; or the disk is full.
    """
    printer = order.printer()
    printing = _Printing(printer, order, progress)
    for copies in order.papers:
        if not order.stop.is_set():
            printing.put_on(copies)
    if not order.stop.is_set():
        printing.look_for_printer("went")
    return printing.outcome()


class _Printing:
    """One order on its way; all on one thread."""

    def __init__(self, printer: QPrinter, order: PrintOrder, progress: Progress) -> None:
        self._printer, self._order, self._progress = printer, order, progress
        self._name = printer.printerName() or order.name
        self._done, self._scale = 0, 1.0
        # only now, as it is asked of the printer that was chosen
        self._by_itself = printer.supportsMultipleCopies()
        if order.grey is not None:
            modes = QPrinter.ColorMode
            printer.setColorMode(modes.GrayScale if order.grey else modes.Color)
        self._grey = printer.colorMode() == QPrinter.ColorMode.GrayScale
        printer.setFullPage(True)
        self.look_for_printer("gone")

    @property
    def _native(self) -> bool:
        """A printer, not a file."""
        return self._printer.outputFormat() == QPrinter.OutputFormat.NativeFormat

    def outcome(self) -> Printed:
        """What was done."""
        paper = self._printer.pageLayout().pageSize().name()
        waits = (
            self._native
            and QPrinterInfo.printerInfo(self._name).state() == QPrinter.PrinterState.Error
        )
        stopped = self._order.stop.is_set()
        return Printed(self._name, self._done, self._scale, paper, stopped, waits)

    def look_for_printer(self, code: str) -> None:
        """Qt takes what is sent to a printer that is not there, and says nothing."""
        if self._native and QPrinterInfo.printerInfo(self._name).isNull():
            raise PrintTrouble("went" if code == "went" else "gone", self._name, self._done)

    def _look_after(self, ended: bool) -> None:
        """A paper was handed over to the system: did it take it?"""
        if not ended:
            raise PrintTrouble("stopped", self._name, self._done)
        if self._native and refused():  # on this thread, right after it was asked
            self.look_for_printer("went")
            raise PrintTrouble("refused", self._name, self._done)

    def put_on(self, copies: Copies) -> None:
        """Print one paper."""
        printer, pages = self._printer, PaperPages(copies.paper.pdf)
        chosen = copies.pages or range(len(pages))
        printer.setDocName(copies.paper.title)
        printer.setCopyCount(copies.count if self._by_itself else 1)
        wide = pages.sizes[chosen[0]].width() > pages.sizes[chosen[0]].height()
        turn = QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
        printer.setPageOrientation(turn)
        order = tuple(
            page_order(
                chosen, 1 if self._by_itself else copies.count, by_set=printer.collateCopies()
            )
        )
        self._look_for_room()
        painter = QPainter()
        if not painter.begin(printer):
            raise PrintTrouble("not_begun", self._name, self._done)
        try:
            painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
            self._sheets(painter, pages, order, copies.paper.title)
        except BaseException:
            printer.abort()
            raise
        finally:
            whole = painter.end()
        self._look_after(whole)

    def _sheets(
        self, painter: QPainter, pages: PaperPages, order: tuple[int, ...], title: str
    ) -> None:
        for at, number in enumerate(order):
            if self._order.stop.is_set():
                self._give_up(at)
                return
            self._look_for_room()
            self._progress(
                _("{paper}: page {page} of {pages}").format(
                    paper=title, page=at + 1, pages=len(order)
                )
            )
            if at and not self._printer.newPage():
                raise PrintTrouble("stopped", self._name, self._done)
            self._sheet(painter, pages, number)
            states = QPrinter.PrinterState
            if self._printer.printerState() in (states.Error, states.Aborted):
                raise PrintTrouble("stopped", self._name, self._done)
            self._done += 1

    def _give_up(self, begun: int) -> None:
        """Take the paper back where the system can; otherwise what was drawn still comes out."""
        if self._printer.abort():
            self._done -= begun

    def _sheet(self, painter: QPainter, pages: PaperPages, number: int) -> None:
        """One page, strip by strip from the top."""
        place = placed(*pages.sizes[number].toTuple(), self._paper())
        self._scale = min(self._scale, place.scale)
        for target, picture in _strips(
            pages, number, place, self._printer.resolution(), self._order.stop
        ):
            shown = picture
            if self._grey:
                shown = picture.convertToFormat(QImage.Format.Format_Grayscale8)
            painter.drawImage(target, shown)

    def _paper(self) -> Sheet:
        layout = self._printer.pageLayout()  # a copy
        layout.setUnits(QPageLayout.Unit.Point)
        full, least = layout.fullRect(), layout.minimumMargins()
        return Sheet(
            full.width(), full.height(), least.left(), least.top(), least.right(), least.bottom()
        )

    def _look_for_room(self) -> None:
        """What waits for the printer lies on the disk; Qt does not say when that is full."""
        if shutil.disk_usage(tempfile.gettempdir()).free < SPOOL_BYTES:
            raise PrintTrouble("no_room", self._name, self._done)


def _strips(
    pages: PaperPages, number: int, place: Placed, printer_dpi: int, stop: Event
) -> Iterator[tuple[QRect, QImage]]:
    """The strips of a page and where each goes, in the printer's dots."""
    dots = dots_a_pixel(printer_dpi)
    size: QSizeF = pages.sizes[number] * (place.scale * printer_dpi / dots / POINTS)
    whole = QSize(round(size.width()), round(size.height()))
    corner = QPoint(round(place.x * printer_dpi / POINTS), round(place.y * printer_dpi / POINTS))
    high = max(4, printer_dpi // dots // STRIPS_AN_INCH)
    top = 0
    while top < whole.height() and not stop.is_set():
        rows = min(high * STRIPS_A_PICTURE, whole.height() - top)
        picture = pages.picture(number, whole, QRect(0, top, whole.width(), rows))
        last = top + rows == whole.height()
        at = 0
        while at < rows and (last or rows - at > high + high // 4):
            end = min(-(-(top + at + high // 4) // high) * high - top, rows)
            if end < rows:
                end = _calm_row(picture, at + high // 4, end)
            part = QRect(0, at, whole.width(), end - at)
            target = QRect(corner + QPoint(0, top + at) * dots, part.size() * dots)
            yield target, picture.copy(part)
            at = end
        top += at


def _calm_row(picture: QImage, first: int, last: int) -> int:
    """Where to cut: the lowest row that is like the one above it; if there is none, the last.

    A print system that draws with other dots than ours rounds every strip by itself: so no letter
    is cut, or else on a quarter of an inch, which is a whole number of dots of almost any printer.
    """
    pixels, line = memoryview(picture.constBits()), picture.bytesPerLine()
    for row in range(last, first, -1):
        if pixels[row * line : (row + 1) * line] == pixels[(row - 1) * line : row * line]:
            return row
    return last
