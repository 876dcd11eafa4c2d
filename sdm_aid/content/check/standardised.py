"""L-51: no standardised differences in patient text."""

from __future__ import annotations

from collections.abc import Iterator

from sdm_aid.content.check.model import CheckInput, Finding
from sdm_aid.content.check.phrases import find_phrases


def check(data: CheckInput) -> Iterator[Finding]:
    """SMD and its names."""
    what, remedy = '"{phrase}" means nothing to a patient', "Say people, or points on the scale"
    patterns = data.lexicon.standardised_difference
    yield from find_phrases(data.patient_prose(), patterns, "L-51", what, remedy)
