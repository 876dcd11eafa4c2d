"""L-06: no decimals in patient text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sdm_aid.content.check.model import CheckInput, Finding
from sdm_aid.content.check.phrases import find_phrases

_DECIMAL = (re.compile(r"\d[.,·]\d"),)


def check(data: CheckInput) -> Iterator[Finding]:
    """Decimals written by hand."""
    what, remedy = (
        '"{phrase}" is a decimal',
        "Leave the figure to the evidence: it is rounded there",
    )
    yield from find_phrases(data.patient_prose(), _DECIMAL, "L-06", what, remedy)
