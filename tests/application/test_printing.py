"""Where a page stands on a sheet, which pages in which order, and the words for it."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdm_aid.application.printing import (
    OWN_MARGIN,
    PrintTrouble,
    Sheet,
    TroubleCode,
    dots_a_pixel,
    page_order,
    pages_from_to,
    placed,
    sent_sentence,
    stopped_sentence,
    trouble_sentence,
)
from sdm_aid.documents.blocks import PageSize
from sdm_aid.documents.pdf.theme import MARGIN, SHEETS

A4, LETTER = SHEETS[PageSize.A4], SHEETS[PageSize.LETTER]
lengths = st.floats(min_value=100, max_value=2000)
edges = st.floats(min_value=0, max_value=45)


def test_our_pages_leave_free_what_is_said_here() -> None:
    assert OWN_MARGIN == MARGIN


@pytest.mark.parametrize("paper", [A4, LETTER])
def test_the_same_paper_is_printed_at_its_own_size(paper: tuple[float, float]) -> None:
    # as printers round it: 595 x 842 points
    sheet = Sheet(round(paper[0]), round(paper[1]), 12, 12, 12, 18)
    place = placed(*paper, sheet)
    assert (place.x, place.y, place.scale) == (0, 0, 1)


def test_another_paper_is_fitted_between_the_edges_the_printer_reaches() -> None:
    sheet = Sheet(*LETTER, 12, 12, 12, 18)
    place = placed(*A4, sheet)
    assert place.scale == pytest.approx((792 - 30) / 841.89)
    assert place.y == pytest.approx(12)
    # in the middle from side to side
    assert place.x == pytest.approx((612 - A4[0] * place.scale) / 2)
    larger = placed(*A4, Sheet(A4[1], A4[0] * 2))
    assert larger.scale == 1


def test_a_printer_that_reaches_less_than_we_print_gets_it_smaller() -> None:
    sheet = Sheet(*A4, top=OWN_MARGIN + 20)
    assert placed(*A4, sheet).scale < 1
    assert placed(*A4, replace(sheet, top=OWN_MARGIN)).scale == 1


@given(lengths, lengths, lengths, lengths, edges, edges)
def test_nothing_is_lost_at_an_edge_and_nothing_grows(
    width: float, height: float, across: float, down: float, side: float, end: float
) -> None:
    sheet = Sheet(across, down, side, end, side, end)
    place = placed(width, height, sheet)
    assert 0 < place.scale <= 1
    if (place.x, place.y, place.scale) != (0, 0, 1):
        assert place.x >= side - 1e-6
        assert place.y >= end - 1e-6
        assert place.x + width * place.scale <= across - side + 1e-6
        assert place.y + height * place.scale <= down - end + 1e-6


@pytest.mark.parametrize(
    ("printer", "dots"), [(72, 1), (203, 1), (300, 1), (360, 1), (600, 2), (720, 2), (1200, 4)]
)
def test_whole_dots_make_a_pixel(printer: int, dots: int) -> None:
    assert dots_a_pixel(printer) == dots
    assert printer < 300 or printer / dots >= 300


def test_copies_come_set_by_set_or_page_by_page() -> None:
    assert list(page_order((0, 1, 2), 2, by_set=True)) == [0, 1, 2, 0, 1, 2]
    assert list(page_order((0, 1, 2), 2, by_set=False)) == [0, 0, 1, 1, 2, 2]


@pytest.mark.parametrize(
    ("first", "last", "pages"),
    [
        ("", "", range(0, 4)),
        ("2", "", range(1, 4)),
        (" 2 ", "3", range(1, 3)),
        ("", "1", range(0, 1)),
        ("3", "2", None),
        ("0", "2", None),
        ("1", "5", None),
        ("-1", "", None),
        ("two", "", None),
        ("²", "", None),
    ],
)
def test_pages_are_named_by_two_fields(first: str, last: str, pages: range | None) -> None:
    assert pages_from_to(first, last, 4) == pages


@pytest.mark.parametrize("code", get_args(TroubleCode))
def test_each_trouble_is_told_with_what_to_do(code: TroubleCode) -> None:
    sentence = trouble_sentence(PrintTrouble(code, "Brother in room 2", 3))
    assert "nothing is lost" in sentence
    assert "{" not in sentence
    assert ("room 2" in sentence) == (code != "no_room")
    assert ("page 3" in sentence) == (code == "stopped")


def test_what_was_sent_is_told_with_its_size() -> None:
    assert sent_sentence("P", 4, 1.0, "A4") == "4 pages were sent to P."
    smaller = sent_sentence("P", 1, 0.905, "Letter")
    assert smaller.startswith("1 page was sent to P. The printer is set to Letter paper")
    assert "90 %" in smaller
    assert "they wait until it goes on" in sent_sentence("P", 2, 1.0, "A4", waits=True)
    assert "Nothing" in stopped_sentence(0)
    assert "2 pages may still" in stopped_sentence(2)
