"""C-01 to C-03: published costs agree with the prose, show in their quotes, and can be reached."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from sdm_aid.content.check.model import CheckInput, Finding
from sdm_aid.content.costs import FILE, read_costs
from sdm_aid.content.decision_names import decision_names
from sdm_aid.content.problem import ProblemLog
from sdm_aid.domain.costs import PublishedCost
from sdm_aid.domain.evidence import Fact

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_DOI = re.compile(r"10\.\d{4,9}/\S+")
_URL = re.compile(r"https?://[^\s/]+\.[^\s]+")


def check(data: CheckInput) -> Iterator[Finding]:
    """What is wrong with the costs of one decision."""
    for cost in data.content.costs.values():
        yield from _followed(cost)
        if cost.derived is None and not _amounts(cost) <= _numbers(cost.quote):
            what = "the quote does not show the figure"
            remedy = "Quote the words that hold it, or say under derived how it was worked out"
            yield Finding(FILE, cost.id, "C-02", "warn", what, remedy)
    for name, fact in data.content.facts.items():
        if fact.unit == "money":
            yield from _agrees(data, name, fact)


def _followed(cost: PublishedCost) -> Iterator[Finding]:
    for field, form in (("doi", _DOI), ("url", _URL)):
        value = getattr(cost, field)
        if value is not None and not form.fullmatch(value):
            what = f'{field} "{value}" cannot be followed'
            yield Finding(FILE, cost.id, "C-03", "error", what, "Correct it")


def _agrees(data: CheckInput, name: str, fact: Fact) -> Iterator[Finding]:
    """A price read on the same page must be one of the figures kept of that page."""
    same = [
        cost
        for cost in data.content.costs.values()
        if cost.place == fact.place and set(cost.treatments) & set(fact.treatments)
    ]
    kept = {amount for cost in same for amount in _amounts(cost)}
    ends = {Decimal(str(end)).normalize() for end in (fact.low, fact.high) if end is not None}
    if same and not ends <= kept:
        what = f"the prose says {sorted(map(str, ends))}, the costs of that page {sorted(kept)}"
        remedy = f"Correct the fact, or the amounts in {FILE}"
        yield data.estimate_finding("C-01", "error", name, what, remedy)


def check_files(resources: Path) -> Iterator[Finding]:
    """Treatments and decisions that a cost names and that there are none of."""
    decisions = decision_names(resources)
    for cost in read_costs(resources, ProblemLog()).values():
        missing = [f"decision {name}" for name in cost.only_in if name not in decisions]
        missing += [
            f"treatment {name}"
            for name in cost.treatments
            if not (resources / "treatments" / f"{name}.toml").exists()
        ]
        for name in missing:
            what, remedy = f"there is no {name}", "Correct the id, or take it out"
            yield Finding(FILE, cost.id, "C-03", "error", what, remedy)


def _amounts(cost: PublishedCost) -> set[Decimal]:
    ends = (end for one in cost.amounts for end in (one.low, one.high) if end is not None)
    return {abs(end).normalize() for end in ends}


def _numbers(quote: str) -> set[Decimal]:
    found = {Decimal(text.replace(",", "")) for text in _NUMBER.findall(quote)}
    return {number.normalize() for number in found}
