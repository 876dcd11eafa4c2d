"""Prices on paper: as shown, with the list's date; published ones only where they were opened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from sdm_aid.documents.blocks import Document
from sdm_aid.documents.handout import build_handout
from sdm_aid.documents.paper import PaperInput
from sdm_aid.documents.plan import build_plan
from sdm_aid.domain.answers import CellSeen
from sdm_aid.domain.prices import Price, PriceList
from tests.documents.paper_text import paper_of, read_out
from tests.full_visit import a_session

Build = Callable[[PaperInput], Document]


def text_of(build: Build, **changes: object) -> str:
    """The paper's words, one space between them."""
    paper = paper_of(a_session())
    made = build(replace(paper, state=paper.state.evolve(**changes)))
    return " ".join(read_out(made).split())


def a_list() -> PriceList:
    price = Price(
        treatment="epidural-steroid-injection",
        price=Decimal("120.50"),
        each="injection",
        times=3,
        insurer=Decimal(400),
        approval=True,
    )
    return PriceList(currency="EUR", dated=date(2026, 11, 20), prices=(price,))


def test_the_plan_of_the_chosen_treatment_holds_price_sum_and_date() -> None:
    text = text_of(build_plan, prices=a_list())
    assert "What it costs: You pay EUR 120.50 for each injection." in text
    assert "3 injections × EUR 120.50 = EUR 361.50" in text
    assert "From our price list of 20 Nov 2026." in text


@pytest.mark.parametrize("build", [build_plan, build_handout])
def test_no_list_and_nothing_opened_prints_nothing_more(build: Build) -> None:
    text = text_of(build)
    assert "What it costs:" not in text
    assert "Prices published elsewhere" not in text
    assert "our price list" not in text


def test_published_prices_that_were_opened_are_printed_as_such() -> None:
    seen = CellSeen(row="cost", option="B", view="source")
    text = text_of(build_handout, seen=(seen,))
    assert "Prices published elsewhere" in text
    assert "These are not the prices of this clinic." in text
    assert "A private visit of half an hour: GBP 25 to 100" in text
    assert "“local-physio.co.uk guide" in text
    assert "Not all of its reference is checked" in text
    assert "QALY" not in text
    assert "CPT 62323" not in text
