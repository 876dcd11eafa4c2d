"""Dates of birth as people type them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdm_aid.application.dates import UnreadableDate, read_birth_date

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    "text",
    ["12/3/1956", "12.03.56", "12-3-1956", "1956-03-12", "12 March 1956", "March 12, 1956",
     "12 mar 56",
     "12th of March 1956", "12031956", "19560312", " 12  3  1956 ", "１２/３/１９５６"],
)  # fmt: skip
def test_usual_forms_are_read(text: str) -> None:
    assert read_birth_date(text, TODAY) == date(1956, 3, 12)


def test_the_day_stands_first_unless_only_the_other_order_is_a_date() -> None:
    assert read_birth_date("4/5/1974", TODAY) == date(1974, 5, 4)
    assert read_birth_date("3/25/1956", TODAY) == date(1956, 3, 25)


def test_two_digits_never_mean_the_future() -> None:
    assert read_birth_date("1 1 26", TODAY) == date(2026, 1, 1)
    assert read_birth_date("1 1 27", TODAY) == date(1927, 1, 1)


def test_nothing_typed_is_no_date() -> None:
    assert read_birth_date("  ", TODAY) is None


@pytest.mark.parametrize(
    "text",
    ["31 February 1956", "yesterday", "12/3", "0/0/0", "1 1 2090", "1 1 1702", "😀", "-", "1" * 500,
     "12 3 1956 4", "٣/٤/١٩٥٦x"],
)  # fmt: skip
def test_anything_else_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(UnreadableDate) as refused:
        read_birth_date(text, TODAY)
    assert str(refused.value).endswith((".", "."))
    assert len(str(refused.value)) < 200


@given(st.text(max_size=40))
def test_no_text_at_all_breaks_it(text: str) -> None:
    try:
        found = read_birth_date(text, TODAY)
    except UnreadableDate:
        return
    assert found is None or date(1880, 1, 1) <= found <= TODAY


@given(st.dates(date(1880, 1, 1), TODAY))
def test_a_date_written_year_first_comes_back(day: date) -> None:
    assert read_birth_date(day.isoformat(), TODAY) == day
