"""Practical figures in prose: ``{fact:<id>}`` becomes "15 to 30 minutes" or "USD 247"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sdm_aid.i18n import _
from sdm_aid.i18n.formats import amount, money

if TYPE_CHECKING:
    from sdm_aid.domain.evidence import Fact
    from sdm_aid.domain.library import DecisionContent

_PLACE = re.compile(r"\{fact:([a-z0-9._-]+)\}")


def say(content: DecisionContent, key: str, default: str | None = None) -> str:
    """The prose under a key with its figures filled in.

    Raises:
        KeyError: there is no such text, or it names a fact that the content does not hold.
    """
    return fill(content, content.words(key, default))


def fill(content: DecisionContent, prose: str) -> str:
    """``prose`` with every ``{fact:<id>}`` said in the language in use."""
    return _PLACE.sub(lambda match: fact_words(content.facts[match.group(1)]), prose)


def facts_named(content: DecisionContent, key: str) -> tuple[str, ...]:
    """The ids of the facts that the prose under a key names, in order."""
    return tuple(dict.fromkeys(_PLACE.findall(content.words(key))))


def fact_words(fact: Fact) -> str:
    """One fact: an amount of time, a count, or money with where and when it was published."""
    if fact.unit != "money":
        return amount(fact.low, fact.unit, fact.high)
    price = fact_price(fact)
    if fact.country and fact.price_year:
        return _("{price} (published in {country}, {year})").format(
            price=price, country=fact.country, year=fact.price_year
        )
    if fact.country:
        return _("{price} (published in {country}, year not stated)").format(
            price=price, country=fact.country
        )
    if fact.price_year:
        return _("{price} (published in {year})").format(price=price, year=fact.price_year)
    return price


def fact_price(fact: Fact) -> str:
    """A price without where and when it was published."""
    return money(fact.low, fact.currency or "", fact.high)


def payer_line(fact: Fact) -> str:
    """Who paid that price; empty where the source does not say."""
    return _("Paid by: {payer}").format(payer=fact.payer) if fact.payer else ""
