"""A decision with all that it refers to, in one language: what a visit is held from."""

from __future__ import annotations

from types import MappingProxyType
from typing import Self

from sdm_aid.domain.base import Frozen, Id
from sdm_aid.domain.check_first import CheckFirst
from sdm_aid.domain.costs import PublishedCost
from sdm_aid.domain.decision import Decision
from sdm_aid.domain.evidence import Estimate, Fact, Position, Source
from sdm_aid.domain.treatment import Treatment


class ContentRef(Frozen):
    """Which content a visit was held with; printed on every page."""

    id: Id
    version: str
    language: str
    digest: str
    """SHA-256, hex, over the canonical form of everything the decision refers to."""


class DecisionContent:
    """Read-only join of a decision, its treatments, figures, sources and prose.

    ``text`` maps full keys (``rows.leg-pain-early.question``) to prose; a missing key raises
    ``KeyError``: the loader has already refused content with gaps.
    """

    def __init__(
        self,
        *,
        ref: ContentRef,
        decision: Decision,
        treatments: dict[str, Treatment],
        estimates: dict[str, Estimate],
        facts: dict[str, Fact],
        positions: dict[str, Position],
        sources: dict[str, Source],
        text: dict[str, str],
        check_first: CheckFirst | None = None,
        costs: dict[str, PublishedCost] | None = None,
    ) -> None:
        self.ref = ref
        self.decision = decision
        self.treatments = MappingProxyType(dict(treatments))
        self.estimates = MappingProxyType(dict(estimates))
        self.facts = MappingProxyType(dict(facts))
        self.positions = MappingProxyType(dict(positions))
        self.sources = MappingProxyType(dict(sources))
        self.text = MappingProxyType(dict(text))
        self.check_first = check_first or CheckFirst()
        self.costs = MappingProxyType(dict(costs or {}))

    def treatment_of(self, letter: str) -> Treatment:
        """The treatment that stands in this column."""
        return self.treatments[self.decision.option(letter).treatment]

    def words(self, key: str, default: str | None = None) -> str:
        """The prose under ``key``, placeholders still in it (``wording`` fills them)."""
        if default is None:
            return self.text[key]
        return self.text.get(key, default)

    def with_text(self, text: dict[str, str], language: str) -> Self:
        """The same content in other words (a further language, the pseudo-locale)."""
        return type(self)(
            ref=self.ref.evolve(language=language),
            decision=self.decision,
            treatments=dict(self.treatments),
            estimates=dict(self.estimates),
            facts=dict(self.facts),
            positions=dict(self.positions),
            sources=dict(self.sources),
            text=text,
            check_first=self.check_first,
            costs=dict(self.costs),
        )
