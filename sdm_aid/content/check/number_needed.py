"""L-60: numbers needed to treat stand in the clinician's drawer only."""

from __future__ import annotations

from collections.abc import Iterator

from sdm_aid.content.check.model import CheckInput, Finding
from sdm_aid.content.check.phrases import find_phrases


def check(data: CheckInput) -> Iterator[Finding]:
    """NNT and its names in patient text."""
    what, remedy = '"{phrase}" belongs in the drawer', "Say how many people, with and without"
    patterns = data.lexicon.number_needed
    yield from find_phrases(data.patient_prose(), patterns, "L-60", what, remedy)
