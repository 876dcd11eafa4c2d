"""The clinic's price list: sums of Decimals, nothing said is None, and no list changes nothing."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from sdm_aid.domain.comparison import comparison
from sdm_aid.domain.consultation import Consultation
from sdm_aid.domain.prices import Price, PriceList
from sdm_aid.domain.year_sum import year_sum
from tests.domain.visits import NOON
from tests.shipped.once import loaded

MONEY = st.decimals(0, 100_000, places=2)
COUNT = st.none() | st.integers(0, 366)


def listed(*prices: Price) -> PriceList:
    return PriceList(currency="EUR", dated=date(2026, 11, 20), prices=prices)


def test_three_injections_add_up_with_the_ways_to_them() -> None:
    price = Price(treatment="x", price=Decimal("120.10"), times=3, visits=4, extra=Decimal("15.05"))
    found = year_sum(price)
    assert found is not None
    assert found.extra is not None
    assert (found.price.total, found.extra.total) == (Decimal("360.30"), Decimal("60.20"))
    assert found.total == Decimal("420.50")


@given(st.none() | MONEY, st.none() | st.integers(1, 366), COUNT, st.none() | MONEY)
def test_a_sum_stands_only_on_the_clinics_own_numbers(
    price: Decimal | None, times: int | None, visits: int | None, extra: Decimal | None
) -> None:
    one = Price(treatment="x", price=price, times=times, visits=visits, extra=extra)
    found = year_sum(one)
    if price is None or times is None:
        assert found is None
        return
    ways = times if visits is None else visits
    besides = (extra or 0) * ways
    if found is None:
        assert times == 1
        assert not besides
    else:
        assert found.total == price * times + besides


@pytest.mark.parametrize(
    "fields",
    [{"price": Decimal("-1")}, {"price": 1.5}, {"price": Decimal("NaN")}, {"times": 0},
     {"times": 367}, {"visits": -1}, {"extra_for": "x" * 301}],
)  # fmt: skip
def test_impossible_prices_are_refused(fields: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Price.model_validate({"treatment": "x", **fields})


def test_a_treatment_stands_in_a_list_once() -> None:
    with pytest.raises(ValidationError, match="two prices"):
        listed(Price(treatment="x"), Price(treatment="x"))


def test_an_entry_with_nothing_in_it_leaves_the_list() -> None:
    prices = listed(Price(treatment="x", price=Decimal(5)), Price(treatment="y", note="ask"))
    assert prices.with_price(Price(treatment="x", each="month")).of("x") is None
    assert prices.only(["y", "z"]) == listed(Price(treatment="y", note="ask"))
    assert prices.only(["z"]) is None


def test_a_list_comes_back_out_of_json_to_the_last_coin() -> None:
    prices = listed(Price(treatment="x", price=Decimal("1234.50"), times=12, approval=True))
    back = PriceList.model_validate_json(prices.model_dump_json())
    assert back == prices
    assert str(back.prices[0].price) == "1234.50"


def test_only_the_cost_row_knows_the_list() -> None:
    content = loaded("sciatica")
    price = Price(treatment="discectomy", price=Decimal(900))
    state = Consultation(visit_id="d" * 32, content=content.ref, started=NOON)
    priced = state.evolve(prices=listed(price))
    with_list, without = comparison(content, priced), comparison(content, state)
    assert [row.id for row in with_list.rows if row.prices is not None] == ["cost"]
    others = [row for row in with_list.rows if row.id != "cost"]
    assert others == [row for row in without.rows if row.id != "cost"]
