"""Printing without a printer: where a page stands on the sheet, which pages in which order, words.

The rules of the sheet: the same paper is printed at its own size; anything else is made smaller
until it fits what the printer can reach, never larger, and that is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from sdm_aid.i18n import _, ngettext

ALIKE = 6.0
"""Points by which two papers may differ and still be the same (2 mm)."""
OWN_MARGIN = 38.0
"""Points that our pages leave free at every edge; most printers reach further."""
ENOUGH_DPI = 300
"""Dots an inch that letters of 8 points need."""
SPOOL_BYTES = 16 * 1024 * 1024
"""Free bytes wanted for each page while it waits: a page of pictures takes less than half."""

TroubleCode = Literal["gone", "went", "not_begun", "refused", "stopped", "no_room"]


@dataclass(frozen=True)
class Sheet:
    """A sheet in the printer: its size and the edges it cannot print on, all in points."""

    width: float
    height: float
    left: float = 0.0
    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0


@dataclass(frozen=True)
class Placed:
    """Where a page stands on a sheet, in points from its upper left corner; ``scale`` up to 1."""

    x: float
    y: float
    scale: float


class PrintTrouble(Exception):
    """Printing did not come to its end; ``page``: the last one handed over, 0 for none."""

    def __init__(self, code: TroubleCode, printer: str, page: int = 0) -> None:
        super().__init__(code)
        self.code, self.printer, self.page = code, printer, page


def placed(width: float, height: float, sheet: Sheet) -> Placed:
    """Where a page of this size (points) stands on ``sheet``."""
    alike = abs(width - sheet.width) <= ALIKE and abs(height - sheet.height) <= ALIKE
    edges = (sheet.left, sheet.top, sheet.right, sheet.bottom)
    if alike and max(edges) <= OWN_MARGIN:
        return Placed(0.0, 0.0, 1.0)
    across = sheet.width - sheet.left - sheet.right
    down = sheet.height - sheet.top - sheet.bottom
    scale = min(1.0, across / width, down / height)
    return Placed(
        sheet.left + (across - width * scale) / 2, sheet.top + (down - height * scale) / 2, scale
    )


def dots_a_pixel(printer_dpi: int) -> int:
    """How many of the printer's dots, each way, one drawn pixel covers: as many as may be."""
    return max(1, printer_dpi // ENOUGH_DPI)


def page_order(pages: Sequence[int], copies: int, *, by_set: bool) -> Iterator[int]:
    """The pages of all copies in the order they come out: set by set, or page by page."""
    if by_set:
        for _copy in range(copies):
            yield from pages
        return
    for page in pages:
        yield from (page for _copy in range(copies))


def pages_from_to(first: str, last: str, count: int) -> range | None:
    """The pages (from 0) that two fields name; empty ones mean the ends; None: not to be had."""
    ends = [text.strip() for text in (first, last)]
    if not all(end.isdecimal() or not end for end in ends):
        return None
    begin, end = int(ends[0] or 1), int(ends[1] or count)
    return range(begin - 1, end) if 1 <= begin <= end <= count else None


def trouble_sentence(trouble: PrintTrouble) -> str:
    """What happened, and what to do now."""
    words = {
        "gone": _(
            "The printer {printer} is not there any more, so nothing was printed. Choose another "
            "printer; nothing is lost."
        ),
        "went": _(
            "The printer {printer} went away while it was printing. Look at what came out, then "
            "print again; nothing is lost."
        ),
        "not_begun": _(
            "The printer {printer} takes nothing now. See whether it is switched on, or choose "
            "another printer; nothing is lost."
        ),
        "refused": _(
            "The printer {printer} did not take what was sent to it. See whether it takes jobs, or "
            "choose another printer; nothing is lost."
        ),
        "stopped": _(
            "The printer {printer} stopped after page {page}. Look at what came out, then print "
            "the rest; nothing is lost."
        ),
        "no_room": _(
            "The disk of this computer is too full to print. Make room, then print again; nothing "
            "is lost."
        ),
    }
    return words[trouble.code].format(printer=trouble.printer, page=trouble.page)


def no_printer_sentence() -> str:
    """That there is none, and the way out."""
    return _("No printer is set up on this computer. Save the paper and print it elsewhere.")


def sent_sentence(
    printer: str, pages: int, scale: float, paper: str, *, waits: bool = False
) -> str:
    """How many pages went to the printer, and that they were made smaller where they were.

    ``paper``: what the printer says it holds, such as "Letter"; ``waits``: it says that it is
    stopped.
    """
    sent = ngettext(
        "{count} page was sent to {printer}.", "{count} pages were sent to {printer}.", pages
    ).format(count=pages, printer=printer)
    if waits:
        sent = _("{sent} The printer says that it is stopped: they wait until it goes on.").format(
            sent=sent
        )
    if scale >= 1.0:
        return sent
    return _(
        "{sent} The printer is set to {paper} paper, so they are printed at {percent} % of their "
        "size."
    ).format(sent=sent, paper=paper, percent=int(scale * 100))


def stopped_sentence(pages: int) -> str:
    """That somebody stopped it."""
    if not pages:
        return _("Stopped. Nothing was printed.")
    return ngettext(
        "Stopped. {count} page may still come out of the printer.",
        "Stopped. {count} pages may still come out of the printer.",
        pages,
    ).format(count=pages)
