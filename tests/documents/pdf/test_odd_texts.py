"""Texts that do not fit: pages stay readable, whatever was typed, in every layout."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pypdfium2
import pytest

from sdm_aid.documents import blocks as b
from sdm_aid.documents.pdf.render import render
from tests.documents.sample import CREATED, comparison, plan

NAME = "Maria Anastasia Hohenlohe-Langenburg-Schillingsfürst y García de la Vega Ñandú"
REASON = " ".join(f"reason{number}" for number in range(300))
NUMBER = "7" * 40
Layout = tuple[b.TextSize, b.PageSize, b.Direction]
LAYOUTS: list[Layout] = [
    (b.TextSize.COMPACT, b.PageSize.A4, b.Direction.LTR),
    (b.TextSize.STANDARD, b.PageSize.LETTER, b.Direction.RTL),
    (b.TextSize.LARGE, b.PageSize.A4, b.Direction.RTL),
    (b.TextSize.LARGE, b.PageSize.LETTER, b.Direction.LTR),
]
Box = tuple[float, float, float, float]
_SIGN = 5.0
"""Points: the boxes of a sign and a word reach into each other though their ink does not."""


def _odd() -> tuple[b.Block, ...]:
    steps = (
        b.CheckRow(f"step{number} to be done", NAME if number % 9 == 0 else "both", "in December")
        for number in range(60)
    )
    return (
        b.Box(b.BoxRole.OUTLINE, (b.Heading(2, "Next step"), b.text(REASON, isolated=True))),
        b.Checklist(tuple(steps), ("Step", "Who", "When"), "done"),
        b.bullets([f"goal{number} is to walk" for number in range(40)]),
        b.text("w" * 10_000, isolated=True),
        b.KeyValues(((NAME, (b.Run("v" * 300, isolated=True),)),)),
        b.OptionTitle("C", NAME),
        comparison(),
        b.Signatures((b.SignatureLine(NAME, "patient", "signed", None, ""),) * 3),
        b.SealField((b.Run("It may be sealed."),), "Seal"),
    )


@cache
def _drawn(size: b.TextSize, sheet: b.PageSize, direction: b.Direction) -> bytes:
    document = plan(
        blocks=_odd(),
        text_size=size,
        page_size=sheet,
        direction=direction,
        header_lines=(f"{NAME} · born 4 May 1974", f"Clinic · {NAME}"),
        running=b.Running(
            (NAME, "born 4 May 1974", f"no. {NUMBER}"),
            ("Plan", *["sciatica 2026.11"] * 12, "not yet reviewed"),
            "Page {page} of {pages}",
        ),
    )
    return render(document, CREATED)


def _pages(layout: Layout) -> list[pypdfium2.PdfPage]:
    return list(pypdfium2.PdfDocument(_drawn(*layout)))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_text_is_whole_and_lies_apart(layout: Layout) -> None:
    pages = _pages(layout)
    assert [clash for page in pages for clash in _clashes(page)] == []
    text = " ".join(page.get_textpage().get_text_range() for page in pages)
    for word in ("reason299", "step59", "goal39", "sealed"):
        assert word in text
    assert text.count("w") >= 10_000
    for page in pages:
        words = page.get_textpage().get_text_range()
        assert "born 4 May 1974" in words
        assert NUMBER in words
        assert "Maria Anastasia" in words


@pytest.mark.parametrize("layout", LAYOUTS[1:3])
def test_pages_are_filled(layout: Layout) -> None:
    pages = _pages(layout)
    for page in pages[:-1]:
        image = (
            page.render(scale=0.4).to_pil().convert("L").point(lambda shade: shade < 250 and 255)
        )
        body = image.crop((0, 0, image.width, round(0.88 * image.height)))
        box = body.getbbox()
        assert box is not None
        assert box[3] > 0.6 * body.height


def test_an_overlap_would_be_seen() -> None:
    blocks = (b.text("one line"), b.Spacer(-16), b.text("another line"))
    (page,) = pypdfium2.PdfDocument(render(plan(blocks=blocks), CREATED))
    assert list(_clashes(page))


def test_many_pieces_at_the_foot_are_cut_with_a_mark() -> None:
    running = b.Running(("Maria Rossi",), ("short",) * 80, "{page}/{pages}")
    (page,) = pypdfium2.PdfDocument(render(plan(blocks=(), running=running), CREATED))
    words = page.get_textpage().get_text_range().split()
    assert words.count("short") < 80
    assert words[-2:] == ["…", "1/1"]


def _clashes(page: pypdfium2.PdfPage) -> Iterator[tuple[Box, Box]]:
    """Pairs of words of which one is drawn over the other."""
    text = page.get_textpage()
    boxes = sorted((text.get_rect(i) for i in range(text.count_rects())), key=lambda box: -box[3])
    for i, one in enumerate(boxes):
        for other in boxes[i + 1 :]:
            if other[3] < one[1]:
                break
            wide = min(one[2], other[2]) - max(one[0], other[0])
            high = min(one[3], other[3]) - max(one[1], other[1])
            if wide > _SIGN and high > 0.15 * min(one[3] - one[1], other[3] - other[1]):
                yield one, other
