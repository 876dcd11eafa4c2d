"""P-05: numbers never stand in prose: they live once, in the evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sdm_aid.content.check.model import CheckInput, Finding
from sdm_aid.content.prose import PLACEHOLDER

_DIGITS = re.compile(r"\d[\d.,]*")


def check(data: CheckInput) -> Iterator[Finding]:
    """Digits in patient text, placeholders aside; the name of a body of experts may hold some."""
    for prose in data.patient_prose():
        if prose.key.endswith(".who"):
            continue
        for number in dict.fromkeys(_DIGITS.findall(PLACEHOLDER.sub("", prose.words))):
            what = f'the number "{number}" stands in prose'
            remedy = "Make it a [[fact]] and write {fact:<id>}, or leave it to the estimate"
            yield Finding(prose.file, prose.key, "P-05", "error", what, remedy)
