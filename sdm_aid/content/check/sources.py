"""E-01: every source can be found, and is not newer than the evidence date."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sdm_aid.content.check.model import CheckInput, Finding
from sdm_aid.domain.evidence import Source

_FORMS = {
    "doi": re.compile(r"10\.\d{4,9}/\S+"),
    "pmid": re.compile(r"\d{1,8}"),
    "url": re.compile(r"https?://[^\s/]+\.[^\s]+"),
}


def check(data: CheckInput) -> Iterator[Finding]:
    """Malformed DOI, PMID or address; a source from after the evidence was looked up."""
    for name, source in data.content.sources.items():
        for field, form in _FORMS.items():
            value = getattr(source, field)
            if value is not None and not form.fullmatch(value):
                what, remedy = f'{field} "{value}" cannot be followed', "Correct it"
                yield data.estimate_finding("E-01", "error", name, what, remedy)
        yield from _too_new(data, source)


def _too_new(data: CheckInput, source: Source) -> Iterator[Finding]:
    if source.year is not None and source.year > data.decision.evidence_to.year:
        what = f"the source is of {source.year}, the evidence reaches to "
        what += data.decision.evidence_to.isoformat()
        remedy = "Correct the year, or evidence_to in the decision"
        yield data.estimate_finding("E-01", "error", source.id, what, remedy)
