"""What a laboratory's report on genes says, as it was typed in; nothing here reads any of it."""

from __future__ import annotations

from pydantic import Field

from sdm_aid.domain.base import Frozen, Id
from sdm_aid.domain.terms import Words


class GeneLibraryRef(Frozen):
    """Which gene statements stood beside a result when it was entered."""

    version: str
    digest: str
    """SHA-256, hex, over the tables, statements and words of the gene library."""


class GeneResult(Frozen):
    """One gene: the result the laboratory gives, its activity score to the letter, or both.

    The score stays text: what cannot be a score is kept as it was typed and said to be none.
    """

    gene: Id
    result: Id | None = None
    score: Words | None = None


class Genes(Frozen):
    """All that was entered of one report; ``library`` names what it was read with."""

    results: tuple[GeneResult, ...] = ()
    other: Words | None = None
    """Another gene or allele on the report, in the report's words."""
    dated: Words | None = None
    laboratory: Words | None = None
    library: GeneLibraryRef | None = Field(default=None)

    @property
    def entered(self) -> bool:
        """Whether anything of a report was entered."""
        return bool(self.results or self.other or self.dated or self.laboratory)

    def given(self, gene: str) -> GeneResult | None:
        """What was entered for one gene."""
        return next((one for one in self.results if one.gene == gene), None)
