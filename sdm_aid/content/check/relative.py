"""L-02: no relative figures ("halves the risk") in patient text."""

from __future__ import annotations

from collections.abc import Iterator

from sdm_aid.content.check.model import CheckInput, Finding
from sdm_aid.content.check.phrases import find_phrases


def check(data: CheckInput) -> Iterator[Finding]:
    """Relative terms in patient text."""
    what, remedy = '"{phrase}" is relative', "Say how many people, with and without"
    yield from find_phrases(data.patient_prose(), data.lexicon.relative, "L-02", what, remedy)
