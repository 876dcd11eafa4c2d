"""Which sheet papers are laid out for: as the clinic set it, else as is usual where it is."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sdm_aid.documents.roles import PageSize

LETTER_COUNTRIES = frozenset(
    ["BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"]
)
"""Where Letter is the usual sheet (Unicode CLDR, paperSize); A4 is everywhere else."""
_NAMED = {
    "belize": "BZ",
    "canada": "CA",
    "chile": "CL",
    "colombia": "CO",
    "costa rica": "CR",
    "guatemala": "GT",
    "mexico": "MX",
    "nicaragua": "NI",
    "panama": "PA",
    "philippines": "PH",
    "puerto rico": "PR",
    "el salvador": "SV",
    "united states": "US",
    "venezuela": "VE",
}
"""The same countries as Windows names them."""
_TERRITORY = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z]{4})?[-_]([A-Z]{2})(?![A-Za-z])")
_PAPER = ("LC_ALL", "LC_PAPER", "LANG")
"""Where a system says which country's paper it uses, the one that decides first."""
_set = ""


def use_paper_size(name: str) -> None:
    """From now on papers are laid out for this sheet; empty: for the usual one."""
    global _set
    _set = name


def paper_size() -> PageSize:
    """The sheet that papers are laid out for."""
    from sdm_aid.documents.roles import PageSize

    return PageSize(_set) if _set else usual_here()


def usual_here() -> PageSize:
    """The usual sheet where this computer says it is."""
    return usual_size(_locales())


def usual_size(locales: Iterable[str]) -> PageSize:
    """The usual sheet of the first of these locales that names a country; A4 where none does.

    ``locales``: as ``en_US.UTF-8``, ``es-419`` or, on Windows, ``English_United States``.
    """
    from sdm_aid.documents.roles import PageSize

    for name in locales:
        if country := _country(name):
            return PageSize.LETTER if country in LETTER_COUNTRIES else PageSize.A4
    return PageSize.A4


def _country(name: str) -> str:
    found = _TERRITORY.match(name)
    if found:
        return found.group(1)
    _language, _mark, words = name.partition("_")
    place = re.split(r"[.@]", words)[0].strip().casefold()
    return _NAMED.get(place, place)


def _locales() -> Iterator[str]:
    for variable in _PAPER:
        if words := os.environ.get(variable):
            yield words
    if sys.platform == "win32":  # elsewhere Python calls the plain C locale American
        import locale  # its list of names is long, and the first window is waited for

        name, _coding = locale.getlocale(locale.LC_CTYPE)
        yield name or ""
