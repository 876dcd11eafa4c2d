"""P-02: no sentence of more than 20 words."""

from __future__ import annotations

from collections.abc import Iterator

from sdm_aid.content.check.model import CheckInput, Finding
from sdm_aid.content.readability import longest_sentence

MOST = 20


def check(data: CheckInput) -> Iterator[Finding]:
    """Sentences that are too long."""
    for prose in data.patient_prose():
        count, sentence = longest_sentence(prose.words)
        if count > MOST:
            what = f'a sentence of {count} words ("{sentence[:40]}...")'
            remedy = f"Split it: {MOST} words at most"
            yield Finding(prose.file, prose.key, "P-02", "error", what, remedy)
