"""P-05: numbers never stand in prose: they live once, in the evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sdm_aid.content.check.model import CheckInput, Finding
from sdm_aid.content.check.phrases import find_phrases

_DIGITS = re.compile(r"\d[\d.,]*")


def check(data: CheckInput) -> Iterator[Finding]:
    """Digits (error) and fractions in words (warn) in patient text, placeholders aside.

    The name of a body of experts may hold digits; the range of a value row may say "half".
    """
    for prose in data.patient_prose():
        if prose.key.endswith(".who"):
            continue
        for number in dict.fromkeys(_DIGITS.findall(prose.words)):
            what = f'the number "{number}" stands in prose'
            remedy = "Make it a [[fact]] and write {fact:<id>}, or leave it to the estimate"
            yield Finding(prose.file, prose.key, "P-05", "error", what, remedy)
    spoken = (prose for prose in data.patient_prose() if not prose.key.endswith((".who", ".swing")))
    what, remedy = '"{phrase}" is a figure in words', "Leave it to an estimate, or waive this"
    fractions = data.lexicon.fractions
    yield from find_phrases(spoken, fractions, "P-05", what, remedy, severity="warn")
