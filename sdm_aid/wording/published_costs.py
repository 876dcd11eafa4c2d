"""The words of a published cost: what it buys, how much, where and when, who paid, whose figure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING

from sdm_aid.i18n import N_, _
from sdm_aid.i18n.formats import coins

if TYPE_CHECKING:
    from sdm_aid.domain.costs import CostAmount, CostBasis, PublishedCost
    from sdm_aid.domain.evidence import Fact
    from sdm_aid.domain.library import DecisionContent

_BASIS: Mapping[CostBasis, str] = MappingProxyType(
    {
        "fee_scale": N_("what the payer’s fee scale allows"),
        "hospital_rate": N_("what the payer allows a hospital"),
        "average_paid": N_("what is paid on average"),
        "claims": N_("what was paid, out of many bills"),
        "list_price": N_("a price list"),
        "consumer_guide": N_("a guide for buyers"),
        "estimate": N_("a published estimate"),
        "news": N_("a news report"),
        "worked_out": N_("worked out from a published fee scale"),
        "cost_study": N_("a study of costs"),
        "trial": N_("costs inside a trial"),
        "model": N_("a model"),
        "charge": N_("a charge, not what was paid"),
        "threshold": N_("a threshold, not a price"),
        "ratio": N_("a ratio of cost to effect, not a price"),
    }
)


@dataclass(frozen=True, slots=True)
class PublishedWords:
    """One published figure in words; ``exact`` to the last coin, for the clinician."""

    name: str
    amount: str
    exact: str
    where: str
    who: str
    basis: str
    note: str
    drawer: str
    source: str
    brief: str
    """The source for paper, which prints no reference that is not complete."""

    def line(self) -> str:
        """All that must not be parted from the figure, on one line."""
        return _("{name}: {amount} ({where}). Paid by: {who}.").format(
            name=self.name, amount=self.amount, where=self.where, who=self.who
        )


def published_words(cost: PublishedCost, text: Mapping[str, str]) -> PublishedWords:
    """The words of one cost; ``text`` holds its prose under full keys."""
    lead = f"costs.{cost.id}." + ("" if cost.shown == "patient" else "drawer_")
    return PublishedWords(
        name=text[f"{lead}name"],
        amount=_amounts(cost, text, lead, exact=False),
        exact=_amounts(cost, text, lead, exact=True),
        where=where_words(cost.country, cost.price_year),
        who=text[f"{lead}who"],
        basis=_(_BASIS[cost.basis]),
        note=text.get(f"costs.{cost.id}.note", ""),
        drawer=text.get(f"costs.{cost.id}.drawer_note", ""),
        source=_source(cost),
        brief=_brief(cost),
    )


def published_for(content: DecisionContent, letter: str) -> tuple[PublishedCost, ...]:
    """What others published about the treatment in this column, in the order of the file."""
    treatment = content.treatment_of(letter).id
    every = content.costs.values()
    return tuple(one for one in every if one.belongs_to(content.decision.id, treatment))


def where_words(country: str | None, year: int | None) -> str:
    """Where and when a price was published."""
    if year is None:
        return _("{country}, year not stated").format(country=country or _("country not stated"))
    return _("{country}, {year}").format(country=country or _("country not stated"), year=year)


def fact_where(fact: Fact) -> str:
    """The same of a price that prose names."""
    return where_words(fact.country, fact.price_year)


def not_ours() -> str:
    """The line above every list of published prices."""
    return _(
        "Published elsewhere. These are not the prices of this clinic. They are as they were "
        "published, not brought up to today and not changed into another currency."
    )


def _amounts(cost: PublishedCost, text: Mapping[str, str], lead: str, *, exact: bool) -> str:
    parts = []
    for one in cost.amounts:
        words = _range(cost, one, exact=exact)
        if one.of is not None:
            label = text[f"{lead}of_{one.of.replace('-', '_')}"]
            words = _("{label} {amount}").format(label=label, amount=words)
        parts.append(words)
    return _("; ").join(parts)


def _range(cost: PublishedCost, amount: CostAmount, *, exact: bool) -> str:
    low, high = (_said(end, exact=exact) for end in (amount.low, amount.high))
    unit = cost.currency or "%"
    form = _("{low} {unit}") if cost.currency is None else _("{unit} {low}")
    if low and high and low != high:
        both = _("{low} to {high}").format(low=low, high=high)
        return form.format(low=both, unit=unit)
    words = form.format(low=low or high, unit=unit)
    return words if low else _("up to {amount}").format(amount=words)


def _said(end: Decimal | None, *, exact: bool) -> str:
    if end is None:
        return ""
    return coins(end if exact else end.quantize(Decimal(1), ROUND_HALF_UP))


def _source(cost: PublishedCost) -> str:
    """The reference; what could not be verified of it is said."""
    place = _("doi:{doi}").format(doi=cost.doi) if cost.doi else cost.url
    line = _("{citation}. {place}").format(citation=cost.citation.rstrip("."), place=place)
    if not cost.missing:
        return line
    missing = ", ".join(cost.missing)
    return _("{reference} (incomplete: {missing} not verified)").format(
        reference=line, missing=missing
    )


def _brief(cost: PublishedCost) -> str:
    if not cost.missing:
        return _source(cost)
    return _(
        "“{title}”. Not all of its reference is checked ({missing}), so the rest is not printed"
    ).format(title=cost.citation.rstrip("."), missing=", ".join(cost.missing))
