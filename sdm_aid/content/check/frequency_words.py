"""L-07: no adjectives of frequency in anything that a patient reads."""

from __future__ import annotations

from collections.abc import Iterator

from sdm_aid.content.check.model import CheckInput, Finding
from sdm_aid.content.check.phrases import find_phrases


def check(data: CheckInput) -> Iterator[Finding]:
    """ "Rare", "common", "safe" and the like; the glossary may explain them."""
    texts = (prose for prose in data.patient_prose() if not prose.key.startswith("glossary."))
    what = '"{phrase}" is read as anything from hardly to nearly always'
    remedy = "Leave it to the figure, or say what happens"
    yield from find_phrases(texts, data.lexicon.frequency, "L-07", what, remedy)
