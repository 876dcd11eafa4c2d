"""Where a figure was published: who, what, where and when, and what of that is still missing."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from sdm_aid.domain.base import Frozen, Id

SourceKind = Literal[
    "cochrane-review",
    "cohort",
    "guideline",
    "leaflet",
    "product-label",
    "rct",
    "registry",
    "secondary-summary",
    "systematic-review",
]


class Source(Frozen):
    """A publication that can be opened: who, what, where, when."""

    id: Id
    authors: str | None = None
    title: str = Field(min_length=3)
    journal: str | None = None
    # journal, publisher or site
    year: int | None = Field(default=None, ge=1900, le=2100)
    doi: str | None = None
    pmid: str | None = None
    url: str | None = None
    """Printed only where there is neither DOI nor PMID (rule 9 of the evidence)."""
    kind: SourceKind
    funding: str | None = None
    """As the source states it; None is printed as "not stated in what we read"."""
    complete: bool = True
    """False: a part of the reference could not be verified; ``missing`` names it."""
    missing: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _can_be_found(self) -> Self:
        if not (self.doi or self.pmid or self.url):
            raise ValueError("a source needs a DOI, a PMID or an address")
        if not self.complete and not self.missing:
            raise ValueError("an incomplete source must name what is missing")
        return self
