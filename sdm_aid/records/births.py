"""A date of birth as it may be typed, whole or in part: 3.2.1970, 1970-02-03, 3 Feb 70, 030270."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sdm_aid.records.typed import folded

_YEARS = range(1850, 2150)
_DAYS, _MONTHS = range(1, 32), range(1, 13)
_ORDERS = ("dmy", "mdy", "ymd", "my", "m", "y")
_RUNS = ((("d", 2), ("m", 2), ("y", 4)), (("m", 2), ("d", 2), ("y", 4)),
         (("y", 4), ("m", 2), ("d", 2)), (("d", 2), ("m", 2), ("y", 2)))  # fmt: skip
_MOST_DIGITS = 8
_LEAST_LETTERS = 3
_NAMES = (
    "january januar janvier enero gennaio januari janeiro",
    "february februar février febrero febbraio februari fevereiro",
    "march märz maerz mars marzo maart mrt março",
    "april avril abril aprile",
    "may mai mayo maggio mei maio",
    "june juni juin junio giugno junho",
    "july juli juillet julio luglio julho",
    "august août agosto augustus",
    "september septembre septiembre settembre setembro",
    "october oktober octobre octubre ottobre outubro",
    "november novembre noviembre novembro",
    "december dezember décembre diciembre dicembre dezembro",
)
_NAMED = {m: tuple(folded(names).split()) for m, names in enumerate(_NAMES, start=1)}


class Births(NamedTuple):
    """Dates that fit what was typed: years, and days as month * 100 + day; None: any."""

    years: frozenset[int] | None
    days: frozenset[int] | None


def number_of(born: str) -> int:
    """An ISO date as year * 10000 + month * 100 + day; 0: none, or not a date."""
    digits = born.replace("-", "")
    return int(digits) if len(digits) == _MOST_DIGITS and digits.isdecimal() else 0


def fitting(parts: Sequence[str]) -> list[Births]:
    """The dates that may be meant by one to three parts; the last may be half typed."""
    if not 1 <= len(parts) <= 3 or not any(part.isdecimal() for part in parts):
        return []
    found = list(_in_parts(parts))
    if len(parts) == 1:
        found += _in_one_run(parts[0])
    return _united(found)


def _in_parts(parts: Sequence[str]) -> Iterator[Births]:
    for order in _ORDERS:
        if len(order) < len(parts) or (len(order) > len(parts) == 1 and order != "dmy"):
            continue
        fields: dict[str, frozenset[int]] = {}
        for place, (field, part) in enumerate(zip(order, parts, strict=False), start=1):
            fields[field] = _values(field, part, half=place == len(parts))
        if all(fields.values()):
            yield _births(fields)


def _values(field: str, part: str, *, half: bool) -> frozenset[int]:
    if not part.isdecimal():
        long_enough = field == "m" and len(part) >= _LEAST_LETTERS
        named = (m for m, names in _NAMED.items() if any(n.startswith(part) for n in names))
        return frozenset(named if long_enough else ())
    if field == "y":
        return _years(part, half=half)
    among = _DAYS if field == "d" else _MONTHS
    if half:
        return frozenset(n for n in among if str(n).startswith(part) or _padded(n, 2, part))
    return frozenset(n for n in among if len(part) <= 2 and n == int(part))


def _years(part: str, *, half: bool) -> frozenset[int]:
    short = frozenset(y for y in _YEARS if len(part) == 2 and y % 100 == int(part))
    return short | frozenset(y for y in _YEARS if str(y) == part or (half and _padded(y, 4, part)))


def _in_one_run(digits: str) -> Iterator[Births]:
    """Digits without anything between them: 03021970, 19700203, 030270."""
    if not 2 < len(digits) <= _MOST_DIGITS:
        return
    for run in _RUNS:
        rest, fields = digits, {}
        for field, width in run:
            part, rest = rest[:width], rest[width:]
            if not part:
                break
            among = {"d": _DAYS, "m": _MONTHS, "y": _YEARS}[field]
            short = 100 if field == "y" and width == 2 else 10_000
            fields[field] = frozenset(n for n in among if _padded(n % short, width, part))
        if not rest and all(fields.values()):
            yield _births(fields)


def _padded(number: int, width: int, part: str) -> bool:
    return f"{number:0{width}}".startswith(part)


def _births(fields: dict[str, frozenset[int]]) -> Births:
    days = None
    if "d" in fields or "m" in fields:
        months = fields.get("m", frozenset(_MONTHS))
        days = frozenset(m * 100 + d for m in months for d in fields.get("d", frozenset(_DAYS)))
    return Births(fields.get("y"), days)


def _united(found: list[Births]) -> list[Births]:
    """Those with the same years as one."""
    by_years: dict[frozenset[int] | None, frozenset[int] | None] = {}
    for years, days in found:
        before = by_years.get(years, frozenset())
        by_years[years] = None if before is None or days is None else before | days
    return [Births(years, days) for years, days in by_years.items()]
