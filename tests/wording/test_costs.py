"""What the cost row says: the clinic's price with its date, or published elsewhere, never mixed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from sdm_aid.domain.prices import PRICE_UNITS, Price, PriceList
from sdm_aid.i18n.formats import sum_of_money
from sdm_aid.wording.cells import cell_words
from sdm_aid.wording.costs import cost_lines, price_words, row_note
from tests.shipped.once import loaded

DATED = "From our price list of 20 Nov 2026."


def listed(*prices: Price) -> PriceList:
    return PriceList(currency="EUR", dated=date(2026, 11, 20), prices=prices)


def plain(words: str) -> str:
    """With spaces that break."""
    return words.replace("\u00a0", " ")


def said(**fields: object) -> str:
    price = Price.model_validate({"treatment": "discectomy", **fields})
    return plain(" ".join(price_words(price, listed(price)).lines()))


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"price": Decimal(120), "each": "injection"}, "You pay EUR 120 for each injection."),
        (
            {"price": Decimal(120), "each": "injection", "times": 3},
            "You pay EUR 120 for each injection. In a year: 3 injections × EUR 120 = EUR 360.",
        ),
        (
            {"price": Decimal("12.50"), "each": "month", "times": 12, "insurer": Decimal(80),
             "visits": 2, "extra": Decimal("7.25"), "extra_for": "travel", "days_off": 1},
            "You pay EUR 12.50 for each month. Your insurer pays EUR 80. "
            "In a year: 12 months × EUR 12.50 = EUR 150. "
            "Besides (travel): 2 visits × EUR 7.25 = EUR 14.50. Together EUR 164.50 in a year. "
            "It takes 2 visits and 1 day off in a year.",
        ),
        (
            {"price": Decimal(0), "times": 1, "extra": Decimal(9), "visits": 0},
            "You pay nothing for it. Besides EUR 9 for each visit. It takes 0 visits in a year.",
        ),
        (
            {"insurer": Decimal(1200), "approval": True, "ask_insurer": True, "note": "ask Ann"},
            "Ask us what you would pay. Your insurer pays EUR 1,200. "
            "Your insurer has to say yes first. Ask ann.".replace("Ask ann", "Ask Ann"),
        ),
        ({"ask_insurer": True}, "Ask us what you would pay. Ask your insurer first."),
    ],
)  # fmt: skip
def test_the_clinics_price_is_said_with_its_sum_and_date(
    fields: dict[str, object], words: str
) -> None:
    assert said(**fields) == f"{words} {DATED}"


@pytest.mark.parametrize("unit", PRICE_UNITS)
def test_every_unit_makes_a_sentence_and_a_sum(unit: str) -> None:
    words = said(price=Decimal("1234.50"), each=unit, times=2)
    assert "EUR 1,234.50 for " in words
    assert "2 " in words
    assert "× EUR 1,234.50 = EUR 2,469." in words


def test_sums_have_as_many_decimals_as_they_need() -> None:
    amounts = ("12.5", "12.345", "1000", "1E+3", "0.10", "-982")
    told = [plain(sum_of_money(Decimal(amount), "KWD")) for amount in amounts]
    assert told == ["KWD 12.50", "KWD 12.345", "KWD 1,000", "KWD 1,000", "KWD 0.10", "KWD -982"]


def test_a_published_price_is_never_the_clinics() -> None:
    content = loaded("sciatica")
    prices = listed(Price(treatment="discectomy", price=Decimal(900)))
    row = content.decision.row("cost")
    text = {cell.option: plain(" ".join(cost_lines(content, cell, prices))) for cell in row.cells}
    before = {cell.option: cell_words(content, cell).text for cell in row.cells}
    assert text["D"].startswith("You pay EUR 900 for each visit.")
    assert "USD" not in text["D"]
    for letter in "BC":
        assert text[letter] == f"Published elsewhere, not our price. {before[letter]}"
    assert (text["A"], text["E"]) == (before["A"], before["E"])
    assert "20 Nov 2026" in row_note(content, row, prices)


def test_with_no_list_the_row_is_as_it_was() -> None:
    content = loaded("sciatica")
    row = content.decision.row("cost")
    assert row_note(content, row, None) == content.words("rows.cost.note")
    other = content.decision.row("involves")
    assert row_note(content, other, listed()) == ""
