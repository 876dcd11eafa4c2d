"""The handout as pages: how large its letters are, how many pages, and that nothing is cut."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

from sdm_aid.documents.blocks import TextSize
from sdm_aid.documents.handout import build_handout
from sdm_aid.documents.pdf.render import render
from tests.documents.layouts import paper_about
from tests.full_visit import SIGNED
from tests.shipped.once import loaded

_ROUNDING = 0.05


def _sizes(data: bytes) -> tuple[int, dict[float, str]]:
    """How many pages, and each size of letters in points with something set in it."""
    found: dict[float, str] = {}

    def seen(text: str, cm: list[float], tm: list[float], _font: object, size: float) -> None:
        if text.strip():
            found.setdefault(round(abs(size * tm[3] * cm[3]), 2), text.strip())

    pages = PdfReader(io.BytesIO(data)).pages
    for page in pages:
        page.extract_text(visitor_text=seen)
    return len(pages), found


@pytest.mark.parametrize(
    ("name", "size", "least", "small", "most_pages"),
    [
        ("sciatica", TextSize.STANDARD, 12.0, 10.0, 14),
        ("neuropathic-pain", TextSize.LARGE, 18.0, 14.0, 34),
    ],
)
def test_letters_are_as_large_as_promised(
    name: str, size: TextSize, least: float, small: float, most_pages: int
) -> None:
    """Smaller than the text are only the list of sources and the lines at the foot."""
    data = render(build_handout(paper_about(loaded(name)), size), SIGNED, replace_unprintable=True)
    pages, sizes = _sizes(data)
    assert pages <= most_pages
    assert min(sizes) >= small - _ROUNDING
    smaller = {points: text for points, text in sizes.items() if points < least - _ROUNDING}
    assert len(smaller) <= 2, smaller
    assert all(
        text.startswith(("[", "Maria Rossi", "MADE-UP", "Page")) for text in smaller.values()
    ), smaller
