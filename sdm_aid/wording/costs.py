"""The cost row: the clinic's own price with the date of its list, or what others published.

The one is never taken for the other: a published figure carries country, year and payer, and where
the clinic has a list it is called "published elsewhere".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from sdm_aid.domain.year_sum import year_sum
from sdm_aid.i18n import N_, NN_, _, ngettext
from sdm_aid.i18n.formats import amount, date_short, number, sum_of_money
from sdm_aid.wording.facts import facts_named, say
from sdm_aid.wording.sentence import sentence

if TYPE_CHECKING:
    from sdm_aid.domain.decision import Cell, Row
    from sdm_aid.domain.library import DecisionContent
    from sdm_aid.domain.prices import Price, PriceList, PriceUnit
    from sdm_aid.domain.year_sum import Part, YearSum

_EACH: Mapping[PriceUnit, str] = MappingProxyType(
    {
        "visit": N_("You pay {sum} for each visit."),
        "injection": N_("You pay {sum} for each injection."),
        "treatment": N_("You pay {sum} for each treatment."),
        "month": N_("You pay {sum} for each month."),
        "course": N_("You pay {sum} for the whole course."),
    }
)
_TIMES: Mapping[PriceUnit, tuple[str, str]] = MappingProxyType(
    {
        "visit": NN_("{n} visit × {sum} = {total}", "{n} visits × {sum} = {total}"),
        "injection": NN_("{n} injection × {sum} = {total}", "{n} injections × {sum} = {total}"),
        "treatment": NN_("{n} treatment × {sum} = {total}", "{n} treatments × {sum} = {total}"),
        "month": NN_("{n} month × {sum} = {total}", "{n} months × {sum} = {total}"),
        "course": NN_("{n} course × {sum} = {total}", "{n} courses × {sum} = {total}"),
    }
)
_UNITS: Mapping[PriceUnit, str] = MappingProxyType(
    {
        "visit": N_("visit"),
        "injection": N_("injection"),
        "treatment": N_("treatment"),
        "month": N_("month"),
        "course": N_("whole course"),
    }
)


def unit_word(unit: PriceUnit) -> str:
    """What one price is for, as the list names it."""
    return _(_UNITS[unit])


@dataclass(frozen=True, slots=True)
class PriceWords:
    """What the clinic says about one price, line by line."""

    pay: str
    insurer: str
    sums: tuple[str, ...]
    asks: str
    first: str
    note: str
    dated: str

    def lines(self) -> tuple[str, ...]:
        """Everything said, in order."""
        every = (self.pay, self.insurer, *self.sums, self.asks, self.first, self.note, self.dated)
        return tuple(line for line in every if line)


def price_words(price: Price, prices: PriceList) -> PriceWords:
    """The words of one price of this clinic's list."""
    money = prices.currency
    pay, insurer = "", ""
    if price.price is not None:
        words = N_("You pay nothing for it.") if not price.price else _EACH[price.each]
        pay = _(words).format(sum=sum_of_money(price.price, money))
    if price.insurer is not None:
        insurer = _("Your insurer pays {sum}.").format(sum=sum_of_money(price.insurer, money))
    return PriceWords(
        pay=pay or _("Ask us what you would pay."),
        insurer=insurer,
        sums=tuple(_sums(price, money)),
        asks=_asks(price),
        first=_first(price),
        note=sentence(price.note) if price.note else "",
        dated=list_of(prices),
    )


def list_of(prices: PriceList) -> str:
    """Whose price it is, and of when."""
    return _("From our price list of {date}.").format(date=date_short(prices.dated))


def _sums(price: Price, currency: str) -> Iterator[str]:
    """What comes besides, and the year with how it adds up."""
    found = year_sum(price)
    if found is None:
        if price.extra:
            besides = _("Besides {sum} for each visit{what}.")
            yield besides.format(sum=sum_of_money(price.extra, currency), what=_what(price))
        return
    yield from _added(price, found, currency)


def _added(price: Price, found: YearSum, currency: str) -> Iterator[str]:
    first = _product(price.each, found.price, currency)
    total = sum_of_money(found.total, currency)
    if found.extra is None:
        yield _("In a year: {sum}.").format(sum=first)
        return
    besides = _product("visit", found.extra, currency)
    yield _("In a year: {sum}.").format(sum=first)
    yield _("Besides{what}: {sum}.").format(sum=besides, what=_what(price))
    yield _("Together {total} in a year.").format(total=total)


def _product(unit: PriceUnit, part: Part, currency: str) -> str:
    return ngettext(*_TIMES[unit], part.count).format(
        n=number(part.count),
        sum=sum_of_money(part.amount, currency),
        total=sum_of_money(part.total, currency),
    )


def _what(price: Price) -> str:
    return _(" ({what})").format(what=price.extra_for) if price.extra_for else ""


def _asks(price: Price) -> str:
    parts = []
    if price.visits is not None:
        parts.append(amount(price.visits, "visits"))
    if price.days_off is not None:
        off = ngettext("{n} day off", "{n} days off", price.days_off)
        parts.append(off.format(n=number(price.days_off)))
    return _("It takes {what} in a year.").format(what=_(" and ").join(parts)) if parts else ""


def _first(price: Price) -> str:
    if price.approval:
        return _("Your insurer has to say yes first.")
    return _("Ask your insurer first.") if price.ask_insurer else ""


def cost_lines(content: DecisionContent, cell: Cell, prices: PriceList) -> tuple[str, ...]:
    """What a cell of the cost row says where the clinic has a price list, line by line."""
    own = prices.of(content.decision.option(cell.option).treatment)
    if own is not None:
        return price_words(own, prices).lines()
    told = say(content, cell.text) if cell.text else ""
    if cell.text and prices_named(content, cell.text):
        return (_("Published elsewhere, not our price."), told)
    return (told,) if told else ()


def prices_named(content: DecisionContent, key: str) -> tuple[str, ...]:
    """The published prices that a text names."""
    return tuple(name for name in facts_named(content, key) if content.facts[name].unit == "money")


def row_note(content: DecisionContent, row: Row, prices: PriceList | None) -> str:
    """The line under a row's question; with a price list that of the cost row names its date."""
    if prices is None or row.group != "cost":
        return say(content, f"rows.{row.id}.note", "")
    return _(
        "This clinic’s prices stand in our price list of {date}. Where we have none, "
        "the words say so."
    ).format(date=date_short(prices.dated))
