"""Numbers, dates, times and money, in English without Babel and elsewhere through it."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from babel.dates import format_skeleton
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from sdm_aid.i18n import formats, use_language

TODAY = date(2026, 11, 21)


@given(st.integers(0, 10**9))
def test_english_numbers_are_those_of_the_world_locale(value: int) -> None:
    assert formats.number(value) == format_decimal(value, locale="en_001")


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_english_dates_are_those_of_the_world_locale(day: date) -> None:
    moment = datetime(day.year, day.month, day.day, tzinfo=UTC)
    expected = format_skeleton("yMMMd", moment, locale="en_001").replace("Sept", "Sep")
    assert formats.date_short(day) == expected


def test_dates_and_times_to_read() -> None:
    assert formats.date_long(TODAY) == "Saturday 21 November 2026"
    assert formats.time_short(time(9, 5)) == "09:05"
    assert formats.date_and_time(datetime(2026, 11, 21, 14, 30, tzinfo=UTC)) == "21 Nov 2026, 14:30"


def test_other_languages_go_through_babel(catalogues: Path) -> None:
    use_language("de", catalogues)
    assert formats.number(10000) == "10.000"
    assert formats.exact(1.25) == "1,25"
    assert formats.date_short(TODAY) == "21. Nov. 2026"
    assert formats.date_long(TODAY) == "Samstag, 21. November 2026"
    assert formats.time_short(datetime(2026, 11, 21, 14, 30, tzinfo=UTC)) == "14:30"


def test_digits_stay_western(catalogues: Path) -> None:
    use_language("ar", catalogues)
    texts = [formats.number(1234), formats.exact(1.5), formats.date_short(TODAY)]
    assert not any(letter.isdigit() and not letter.isascii() for text in texts for letter in text)


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "today"), (1, "tomorrow"), (-1, "yesterday"), (5, "in 5 days"), (42, "in 6 weeks"),
        (-14, "2 weeks ago"), (92, "in 3 months"), (365, "in 12 months"), (1096, "in 3 years"),
        (-800, "2 years ago"),
    ],
)  # fmt: skip
def test_how_far_away_a_day_is(days: int, words: str) -> None:
    assert formats.relative(TODAY + timedelta(days=days), TODAY) == words


@pytest.mark.parametrize(
    ("low", "unit", "high", "words"),
    [
        (1.0, "years", None, "1 year"), (1.5, "years", None, "18 months"),
        (0.5, "hours", None, "30 minutes"), (15.0, "minutes", 30.0, "15 to 30 minutes"),
        (0.5, "hours", 2.0, "30 to 120 minutes"), (2.5, "months", None, "11 weeks"),
        (3.0, "visits", None, "3 visits"), (1.0, "injections", 3.0, "1 to 3 injections"),
        (2.0, "weeks", 2.0, "2 weeks"), (0.0, "days", None, "0 days"),
    ],
)  # fmt: skip
def test_amounts(low: float, unit: formats.Counted, high: float | None, words: str) -> None:
    assert formats.amount(low, unit, high) == words


@given(
    st.floats(0.01, 500),
    st.sampled_from(["minutes", "hours", "days", "weeks", "months", "years"]),
)
def test_an_amount_of_time_is_whole_and_near_what_was_published(
    value: float, unit: formats.TimeUnit
) -> None:
    days = {"minutes": 1 / 1440, "hours": 1 / 24, "days": 1, "weeks": 7, "months": 30.4375,
            "years": 365.25}  # fmt: skip
    count, whole_unit = formats.whole(value, unit)
    assert count >= 1
    shown, published = count * days[whole_unit], value * days[unit]
    assert abs(shown - published) <= max(days[whole_unit] / 2, published * 0.13) + days[whole_unit]


def test_money_names_its_currency_and_has_no_decimals() -> None:
    assert formats.money(246.8, "USD") == "USD 247"
    assert formats.money(1200, "EUR", 1500.4) == "EUR 1,200 to 1,500"


def test_people_are_counted() -> None:
    assert [formats.people_word(n) for n in (1, 2000)] == ["1 person", "2,000 people"]


def test_exact_figures_keep_three_decimals() -> None:
    assert [formats.exact(x) for x in (3.0, 0.12345, -1500.5)] == ["3", "0.123", "-1,500.5"]
