"""L-01: no "1 in X", no percent: every chance is made from the evidence, out of one denominator."""

from __future__ import annotations

from collections.abc import Iterator

from sdm_aid.content.check.model import CheckInput, Finding
from sdm_aid.content.check.phrases import find_phrases


def check(data: CheckInput) -> Iterator[Finding]:
    """Chances written by hand in patient text."""
    remedy = "Leave the figure out: the screen says it from the evidence"
    what = '"{phrase}" is a chance written by hand'
    yield from find_phrases(data.patient_prose(), data.lexicon.one_in, "L-01", what, remedy)
