"""The one place where numbers, dates, amounts of time and money become text.

Digits are Western in every language, so that a figure on screen, on paper and in a letter is the
same string. English is formatted here (world order, 21 Nov 2026; 24-hour clock), so that the first
screen needs no Babel; other languages load Babel when first asked.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import date, datetime, time
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from sdm_aid.i18n import NN_, SOURCE_LANGUAGE, _, current_language, ngettext
from sdm_aid.i18n.pseudo import PSEUDO_LANGUAGES

if TYPE_CHECKING:
    from decimal import Decimal

TimeUnit = Literal["minutes", "hours", "days", "weeks", "months", "years"]
Counted = Literal["minutes", "hours", "days", "weeks", "months", "years", "visits", "injections"]

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SMALLER: Mapping[str, tuple[TimeUnit, float]] = MappingProxyType(
    {
        "years": ("months", 12),
        "months": ("weeks", 365.25 / 12 / 7),
        "weeks": ("days", 7),
        "days": ("hours", 24),
        "hours": ("minutes", 60),
    }
)
_AMOUNT: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "minutes": NN_("{n} minute", "{n} minutes"),
        "hours": NN_("{n} hour", "{n} hours"),
        "days": NN_("{n} day", "{n} days"),
        "weeks": NN_("{n} week", "{n} weeks"),
        "months": NN_("{n} month", "{n} months"),
        "years": NN_("{n} year", "{n} years"),
        "visits": NN_("{n} visit", "{n} visits"),
        "injections": NN_("{n} injection", "{n} injections"),
    }
)
_RANGE: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "minutes": NN_("{low} to {high} minute", "{low} to {high} minutes"),
        "hours": NN_("{low} to {high} hour", "{low} to {high} hours"),
        "days": NN_("{low} to {high} day", "{low} to {high} days"),
        "weeks": NN_("{low} to {high} week", "{low} to {high} weeks"),
        "months": NN_("{low} to {high} month", "{low} to {high} months"),
        "years": NN_("{low} to {high} year", "{low} to {high} years"),
        "visits": NN_("{low} to {high} visit", "{low} to {high} visits"),
        "injections": NN_("{low} to {high} injection", "{low} to {high} injections"),
    }
)
_AHEAD: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "days": NN_("in {n} day", "in {n} days"),
        "weeks": NN_("in {n} week", "in {n} weeks"),
        "months": NN_("in {n} month", "in {n} months"),
        "years": NN_("in {n} year", "in {n} years"),
    }
)
_AGO: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "days": NN_("{n} day ago", "{n} days ago"),
        "weeks": NN_("{n} week ago", "{n} weeks ago"),
        "months": NN_("{n} month ago", "{n} months ago"),
        "years": NN_("{n} year ago", "{n} years ago"),
    }
)


def _is_english() -> bool:
    language = current_language()
    return language in PSEUDO_LANGUAGES or language == SOURCE_LANGUAGE


def _babel_locale() -> str:
    return current_language().replace("-", "_")


def number(value: int) -> str:
    """A whole number with the language's grouping: 10,000."""
    if _is_english():
        return f"{value:,}"
    from babel.numbers import format_decimal

    return format_decimal(value, locale=_babel_locale(), numbering_system="latn")


def exact(value: float) -> str:
    """A number with up to three decimals, for the clinician's drawer only."""
    if _is_english():
        return f"{round(value, 3):,}".removesuffix(".0")
    from babel.numbers import format_decimal

    return format_decimal(
        value, format="#,##0.###", locale=_babel_locale(), numbering_system="latn"
    )


def date_short(day: date) -> str:
    """A date with the month as a word, so that day and month cannot be mixed up: 21 Nov 2026."""
    if _is_english():
        return f"{day.day} {_MONTHS[day.month - 1][:3]} {day.year}"
    from babel.dates import format_skeleton

    return format_skeleton("yMMMd", _midnight(day), locale=_babel_locale())


def date_long(day: date) -> str:
    """A date to read aloud: Saturday 21 November 2026."""
    if _is_english():
        month = _MONTHS[day.month - 1]
        return f"{_WEEKDAYS[day.weekday()]} {day.day} {month} {day.year}"
    from babel.dates import format_date

    return format_date(day, "full", locale=_babel_locale())


def time_short(moment: time | datetime) -> str:
    """The time of day: 14:30."""
    if _is_english():
        return f"{moment.hour:02d}:{moment.minute:02d}"
    from babel.dates import format_time

    clock = moment.time() if isinstance(moment, datetime) else moment
    return format_time(clock, "short", locale=_babel_locale())


def date_and_time(moment: datetime) -> str:
    """Date and time of day, as the record stamps them."""
    return _("{date}, {time}").format(date=date_short(moment.date()), time=time_short(moment))


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day)  # noqa: DTZ001  (a calendar day has no zone)


def relative(day: date, today: date) -> str:
    """How far ``day`` is from ``today``: "in 6 weeks", "tomorrow", "3 days ago"."""
    days = (day - today).days
    if days in (-1, 0, 1):
        return {-1: _("yesterday"), 0: _("today"), 1: _("tomorrow")}[days]
    count, unit = _rough(abs(days))
    singular, plural = (_AHEAD if days > 0 else _AGO)[unit]
    return ngettext(singular, plural, count).format(n=number(count))


def _rough(days: int) -> tuple[int, str]:
    """A distance in the unit people would say it in: weeks from two on, months from three on."""
    if days < 14:
        return days, "days"
    if days < 91:
        return round(days / 7), "weeks"
    if days < 730:
        return round(days / (365.25 / 12)), "months"
    return round(days / 365.25), "years"


def whole(value: float, unit: Counted) -> tuple[int, Counted]:
    """An amount in whole units, in a smaller unit where it needs one: 1.5 years are 18 months.

    Two steps down at most, the second only below four, and none above twelve; what is then still
    not whole is rounded, halves up.
    """
    for most in (12, 4):
        if abs(value - round(value)) < 1e-6 or unit not in _SMALLER or value > most:
            break
        smaller, factor = _SMALLER[unit]
        value, unit = value * factor, smaller
    return max(1, math.floor(value + 0.5 + 1e-6)) if value > 0 else 0, unit


def amount(low: float, unit: Counted, high: float | None = None) -> str:
    """An amount of time, visits or injections: "1 year", "15 to 30 minutes"."""
    if high is None or high == low:
        count, whole_unit = whole(low, unit)
        return ngettext(*_AMOUNT[whole_unit], count).format(n=number(count))
    start, end, shared = whole_range(low, high, unit)
    form = ngettext(*_RANGE[shared], end)
    return form.format(low=number(start), high=number(end))


def whole_range(low: float, high: float, unit: Counted) -> tuple[int, int, Counted]:
    """Both ends of a range in whole numbers of one unit, the smaller one that either end needs."""
    first, second = whole(low, unit), whole(high, unit)
    units = list(_AMOUNT)
    shared = min(first[1], second[1], key=units.index)
    return _in(low, unit, shared), _in(high, unit, shared), shared


def _in(value: float, unit: Counted, target: Counted) -> int:
    while unit != target:
        smaller, factor = _SMALLER[unit]
        value, unit = value * factor, smaller
    return math.floor(value + 0.5 + 1e-6)


def money(low: float, currency: str, high: float | None = None) -> str:
    """Whole units with the currency's code, which says whose dollar it is: USD 247."""
    start, end = math.floor(low + 0.5), math.floor((low if high is None else high) + 0.5)
    if start == end:
        return _("{currency} {amount}").format(currency=currency, amount=number(start))
    return _("{currency} {low} to {high}").format(
        currency=currency, low=number(start), high=number(end)
    )


def sum_of_money(amount: Decimal, currency: str) -> str:
    """A sum to the last coin, for prices that add up: "EUR 12.50"; whole sums without decimals.

    Its space does not break, so that no column parts the currency from the amount.
    """
    words = _("{currency} {amount}").format(currency=currency, amount=coins(amount))
    return words.replace(" ", "\u00a0")


def coins(amount: Decimal) -> str:
    """An amount of money as a number: "1,250", "12.50", "-982"."""
    whole_sum = amount == amount.to_integral_value()
    places = 0 if whole_sum else max(2, -int(amount.normalize().as_tuple().exponent))
    if _is_english():
        return f"{amount:,.{places}f}"
    from babel.numbers import format_decimal

    form = "#,##0." + "0" * places if places else "#,##0"
    return format_decimal(amount, format=form, locale=_babel_locale(), numbering_system="latn")


def people_word(count: int) -> str:
    """A count of people: "1 person", "95 people"."""
    return ngettext("{n} person", "{n} people", count).format(n=number(count))


def language_name(language: str) -> str:
    """A language by its own name: English, Deutsch; a pseudo-language by its code."""
    if language.partition("-")[0].partition("_")[0] == "en":
        return "English"
    from babel import Locale, UnknownLocaleError

    try:
        return str(Locale.parse(language, sep="_" if "_" in language else "-").get_language_name())
    except (UnknownLocaleError, ValueError):
        return language
