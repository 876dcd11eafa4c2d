"""Reads a date as people type it, or says in a sentence why it cannot be read."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from sdm_aid.i18n import _

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WORDS = re.compile(r"[^\W_]+")
OLDEST = 1880
FARTHEST = 10
"""Years ahead that a plan may reach."""


class UnreadableDate(ValueError):
    """The text is no date of this kind; the message is a sentence for the screen."""


def read_birth_date(text: str, today: date) -> date | None:
    """A date of birth from ``12/3/1956``, ``12.03.56``, ``1956-03-12`` or ``12 March 1956``.

    The day stands before the month, except in ``year-month-day`` and where only the other order
    makes a date (``3/25/1956``). A year of two digits is the last such year that is not in the
    future. Empty text: None.

    Raises:
        UnreadableDate: no such form, no such day, in the future or before 1880.
    """
    parts = _parts(text)
    if not parts:
        if text.strip():
            raise UnreadableDate(_help(text))
        return None
    found = _birth(parts, text, today)
    if found > today:
        raise UnreadableDate(_("This date is in the future. Check the year."))
    if found.year < OLDEST:
        raise UnreadableDate(_("This year is too long ago. Check the year."))
    return found


def read_coming_date(text: str, today: date) -> date | None:
    """A date ahead from ``2/1/2027``, ``2 Jan 27`` or ``2 January``; today counts as ahead.

    The order of day and month is that of :func:`read_birth_date`; two digits are a year of this
    century; without a year it is the next such day. Empty text: None.

    Raises:
        UnreadableDate: no such form, no such day, past, or more than ten years ahead.
    """
    parts = _parts(text)
    if not parts:
        if text.strip():
            raise UnreadableDate(_help_coming(text))
        return None
    found = _coming(parts, today)
    if found is None:
        raise UnreadableDate(_help_coming(text))
    if found < today:
        raise UnreadableDate(_("This date has passed. Check the year."))
    if found.year > today.year + FARTHEST:
        raise UnreadableDate(_("This date is too far ahead. Check the year."))
    return found


def _coming(parts: list[str], today: date) -> date | None:
    if len(parts) == 2:
        ahead = [_coming([*parts, str(today.year + n)], today) for n in range(9)]
        return next((day for day in ahead if day is not None and day >= today), None)
    if len(parts) != 3 or any(len(part) > 12 for part in parts):
        return None
    for day, month, year in _orders(parts):
        number = _month(month)
        digits = re.fullmatch(r"[0-9]{2}|[0-9]{4}", year)
        if number is None or digits is None or not re.fullmatch(r"[0-9]{1,2}", day):
            continue
        whole = int(year) if len(year) == 4 else today.year - today.year % 100 + int(year)
        try:
            return date(whole, number, int(day))
        except ValueError:
            continue
    return None


def _parts(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKC", text)
    # an ordinal ("3rd") is its number
    words = (re.sub(r"^(\d{1,2})(st|nd|rd|th)$", r"\1", w.lower()) for w in _WORDS.findall(plain))
    parts = [word for word in words if word not in ("of", "the")]
    if len(parts) == 1 and re.fullmatch(r"[0-9]{8}", parts[0]):
        digits = parts[0]
        year_first = digits[:2] in ("18", "19", "20") and int(digits[4:6]) <= 12
        return (
            [digits[:4], digits[4:6], digits[6:]]
            if year_first
            else [digits[:2], digits[2:4], digits[4:]]
        )
    return parts


def _birth(parts: list[str], text: str, today: date) -> date:
    if len(parts) != 3 or any(len(part) > 12 for part in parts):
        raise UnreadableDate(_help(text))
    for day, month, year in _orders(parts):
        number = _month(month)
        if number is None or not re.fullmatch(r"[0-9]{1,2}", day):
            continue
        whole = _year(year, today)
        try:
            return date(whole, number, int(day))
        except (TypeError, ValueError):
            continue
    raise UnreadableDate(_help(text))


def _orders(parts: list[str]) -> list[tuple[str, str, str]]:
    first, second, third = parts
    if len(first) == 4:
        return [(third, second, first)]
    return [(first, second, third), (second, first, third)]


def _month(word: str) -> int | None:
    if re.fullmatch(r"[0-9]{1,2}", word):
        return int(word)
    for number, name in enumerate(_MONTHS, start=1):
        if word.startswith(name):
            return number
    return None


def _year(word: str, today: date) -> int:
    if re.fullmatch(r"[0-9]{4}", word):
        return int(word)
    if not re.fullmatch(r"[0-9]{2}", word):
        return 0
    year = today.year - today.year % 100 + int(word)
    return year if year <= today.year else year - 100


def _help(text: str) -> str:
    return _("“{text}” is not a date we can read. Write day, month and year: 12 3 1956.").format(
        text=text.strip()[:40]
    )


def _help_coming(text: str) -> str:
    return _("“{text}” is not a date we can read. Write day, month and year: 2 1 2027.").format(
        text=text.strip()[:40]
    )
