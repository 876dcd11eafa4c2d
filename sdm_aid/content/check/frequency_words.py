"""L-07: no adjectives of frequency where the evidence speaks: cells, harms, natural course."""

from __future__ import annotations

from collections.abc import Iterator

from sdm_aid.content.check.model import CheckInput, Finding
from sdm_aid.content.check.phrases import find_phrases


def check(data: CheckInput) -> Iterator[Finding]:
    """ "Rare", "common", "safe" and the like; the glossary may explain them."""
    cells = data.cell_keys()

    def speaks_of_evidence(key: str) -> bool:
        harm = key.startswith("treatments.") and ".harms." in key
        evidence = key.startswith(("evidence.", "rows."))
        return key in cells or harm or evidence or key.endswith((".expect", "nothing_new"))

    texts = (prose for prose in data.patient_prose() if speaks_of_evidence(prose.key))
    what = '"{phrase}" is read as anything from hardly to nearly always'
    remedy = "Leave it to the figure, or say what happens"
    yield from find_phrases(texts, data.lexicon.frequency, "L-07", what, remedy)
