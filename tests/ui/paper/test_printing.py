"""Papers on a real printer object that writes a file, which another reader then looks at."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from threading import Event
from time import thread_time

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from sdm_aid.application.printing import Placed
from sdm_aid.documents.blocks import PageSize
from sdm_aid.ui.paper import printing
from sdm_aid.ui.paper.pages import PaperPages
from sdm_aid.ui.paper.paper import Paper
from sdm_aid.ui.paper.printing import Copies, PrintOrder, print_papers
from tests.ui.paper.papers import dark_page, file_printer, put, two_pages

PLAN = Paper("plan", "Plan", "plan.pdf", two_pages())
DRAWN, SMALL = QSize(1240, 1754), QSize(300, 424)
"""A4 at the 150 dots an inch it is printed with here, and small enough to compare."""


def _quiet(_sentence: str) -> None:
    """Nobody listens."""


def _greys(pages: PaperPages, number: int) -> bytes:
    drawn = pages.picture(number, DRAWN).scaled(
        SMALL,
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    return bytes(drawn.convertToFormat(QImage.Format.Format_RGB888).constBits())[1::3]


NEAR = 6


def apart(one: bytes, other: bytes) -> float:
    """How far two pictures are apart: 0 alike, 255 black and white; letters alone make up 20."""
    return sum(abs(a - b) for a, b in zip(one, other, strict=True)) / len(one)


@pytest.mark.usefixtures("qapp")
def test_a_printed_paper_is_the_paper(tmp_path: Path) -> None:
    printed = put(tmp_path / "out.pdf", Copies(PLAN))
    pages, original = PaperPages((tmp_path / "out.pdf").read_bytes()), PaperPages(PLAN.pdf)
    assert printed.pages == len(pages) == len(original)
    assert printed.scale == 1.0
    for number in (0, 1):
        assert pages.sizes[number].width() == pytest.approx(595.276, abs=1)
        assert pages.sizes[number].height() == pytest.approx(841.89, abs=1)
    here = _greys(pages, 0)
    assert apart(here, _greys(original, 0)) < NEAR < apart(here, _greys(original, 1))


@pytest.mark.usefixtures("qapp")
def test_no_seam_shows_between_the_strips(tmp_path: Path) -> None:
    put(tmp_path / "out.pdf", Copies(Paper("dark", "Dark", "d.pdf", dark_page())))
    pages = PaperPages((tmp_path / "out.pdf").read_bytes())
    for dots in (150, 300):
        whole = (pages.sizes[0] / 72 * dots).toSize()
        middle = QRect(whole.width() // 2, dots // 4, 1, whole.height() - dots // 2)
        column = pages.picture(0, whole, middle)
        assert {column.pixelColor(0, y).name() for y in range(column.height())} == {"#000000"}


@pytest.mark.usefixtures("qapp")
def test_strips_are_cut_between_letters_or_on_whole_dots_of_any_printer() -> None:
    pages = PaperPages(PLAN.pdf)
    strips = list(printing._strips(pages, 0, Placed(0, 0, 1), 300, Event()))
    whole = QSize(2480, 3508)
    assert strips[-1][0].bottom() + 1 == whole.height()
    between = 0
    for (above, _upper), (below, _lower) in pairwise(strips):
        assert below.top() == above.bottom() + 1  # one on the other, nothing left out
        assert below.height() <= 100
        rows = pages.picture(0, whole, QRect(0, below.top() - 1, whole.width(), 2))
        pixels, line = bytes(rows.constBits()), rows.bytesPerLine()
        alike = pixels[:line] == pixels[line:]
        assert alike or below.top() % 75 == 0
        between += alike
    assert between > len(strips) / 2


def test_no_strip_holds_the_window_for_long(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spent = list[float]()

    class Timed(QPainter):
        """Qt keeps Python's lock while it packs a picture: what this takes, the window waits."""

        def drawImage(self, *given: object) -> None:  # noqa: N802
            begun = thread_time()
            super().drawImage(*given)  # type: ignore[call-overload]
            spent.append(thread_time() - begun)

    monkeypatch.setattr(printing, "QPainter", Timed)
    printer = QPrinter()
    file_printer(tmp_path / "out.pdf", onto=printer)
    printer.setResolution(600)
    print_papers(PrintOrder(lambda: printer, (Copies(PLAN, 1, range(0, 1)),)), _quiet)
    assert len(spent) > 40
    assert max(spent) < 0.05


@pytest.mark.usefixtures("qapp")
def test_letter_paper_gets_an_a4_page_smaller_and_says_so(tmp_path: Path) -> None:
    one = Copies(PLAN, 1, range(0, 1))
    printed = put(tmp_path / "out.pdf", one, size=QPageSize.PageSizeId.Letter)
    assert printed.scale == pytest.approx(792 / 841.89, abs=0.01)
    assert "Letter" in printed.paper
    box = PdfReader(tmp_path / "out.pdf").pages[0].mediabox
    assert (round(box.width), round(box.height)) == (612, 792)
    letter = Copies(Paper("plan", "Plan", "p.pdf", two_pages(PageSize.LETTER)), 1, range(0, 1))
    assert put(tmp_path / "2.pdf", letter, size=QPageSize.PageSizeId.Letter).scale == 1.0


@pytest.mark.usefixtures("qapp")
def test_a_printer_without_colour_gets_greys(tmp_path: Path) -> None:
    put(tmp_path / "grey.pdf", Copies(PLAN, 1, range(0, 1)), grey=True)
    put(tmp_path / "colour.pdf", Copies(PLAN, 1, range(0, 1)))
    tints = []
    for name in ("grey", "colour"):
        picture = PaperPages((tmp_path / f"{name}.pdf").read_bytes()).picture(0, SMALL)
        colours = [picture.pixelColor(x, y) for x in range(0, 300, 3) for y in range(0, 424, 3)]
        tints.append(max(colour.hsvSaturation() for colour in colours))
    assert tints[0] <= 2
    assert tints[1] > 20


@pytest.mark.usefixtures("qapp")
def test_pages_and_copies_are_those_asked_for(tmp_path: Path) -> None:
    original = PaperPages(PLAN.pdf)
    printed = put(tmp_path / "out.pdf", Copies(PLAN, 2, range(1, 2)))
    pages = PaperPages((tmp_path / "out.pdf").read_bytes())
    # a file cannot make copies by itself, so they are made here
    assert printed.pages == len(pages) == 2
    for at in (0, 1):
        assert apart(_greys(pages, at), _greys(original, 1)) < NEAR


@pytest.mark.usefixtures("qapp")
def test_stopped_before_it_began_nothing_is_printed(tmp_path: Path) -> None:
    stop = Event()
    stop.set()
    printed = put(tmp_path / "out.pdf", Copies(PLAN), stop=stop)
    assert printed.stopped
    assert printed.pages == 0
    assert not (tmp_path / "out.pdf").exists()


@pytest.mark.usefixtures("qapp")
def test_stopped_on_the_way_no_further_page_is_begun(tmp_path: Path) -> None:
    stop, said = Event(), list[str]()

    def hear(sentence: str) -> None:
        said.append(sentence)
        if len(said) == 2:
            stop.set()

    order = PrintOrder(lambda: file_printer(tmp_path / "out.pdf"), (Copies(PLAN, 3),), stop=stop)
    printed = print_papers(order, hear)
    assert printed.stopped
    assert said == ["Plan: page 1 of 6", "Plan: page 2 of 6"]
    assert printed.pages <= 2
