"""What the screen of prices says in its notice line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdm_aid.i18n import _, ngettext
from sdm_aid.i18n.formats import date_short, number

if TYPE_CHECKING:
    from sdm_aid.domain.prices import PriceList
    from sdm_aid.records.trouble import RecordTrouble


def currency_first() -> str:
    """No amount means anything without its currency."""
    return _("Write the currency first: three letters, such as EUR, GBP or USD.")


def currency_stays(currency: str) -> str:
    """Amounts are never turned into another currency by renaming it."""
    words = _("The amounts in the list are in {currency}. Read in a list in the other one.")
    return words.format(currency=currency)


def readers_alone() -> str:
    """For a user of the record who may not change it."""
    return _("You may read the list; a clinician or an administrator changes it.")


def taken(prices: PriceList, name: str) -> str:
    """A file was read in place of the list."""
    count = len(prices.prices)
    words = ngettext(
        "{n} price was read from {name}, dated {date}, in place of the former list.",
        "{n} prices were read from {name}, dated {date}, in place of the former list.",
        count,
    )
    return words.format(n=number(count), name=name, date=date_short(prices.dated))


def not_opened(name: str) -> str:
    """A file is not there, or may not be read."""
    words = _("{name} cannot be opened. Check that the file is there and try again.")
    return words.format(name=name)


def not_written(name: str, problem: OSError) -> str:
    """A file could not be written where it was asked for."""
    words = _("{name} could not be written ({reason}). Choose another folder.")
    return words.format(name=name, reason=problem.strerror or "")


def not_kept(problem: RecordTrouble | OSError) -> str:
    """Why the list was not written down; it stands as it was."""
    from sdm_aid.wording.record import trouble_sentence

    if not isinstance(problem, OSError):
        return trouble_sentence(problem)
    words = _("The list could not be written ({reason}). It stands as it was; check the disk.")
    return words.format(reason=problem.strerror or "")


def how_many(shown: int, every: int, prices: PriceList | None) -> str:
    """What the table shows."""
    words = _("{shown} of {all} treatments are shown. {count} have an entry of this clinic.")
    count = len(prices.prices) if prices else 0
    return words.format(shown=number(shown), all=number(every), count=number(count))
