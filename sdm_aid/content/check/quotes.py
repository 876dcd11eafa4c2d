"""E-02: the figure stands in its quote, or how it was worked out is said."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sdm_aid.content.check.model import CheckInput, Finding
from sdm_aid.domain.evidence import Estimate, Level

_NUMBER = re.compile(r"\d+(?:[.,·]\d+)?")
_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
"""Quotes are in English almost always; small numbers may be written out there."""


def check(data: CheckInput) -> Iterator[Finding]:
    """Values that neither the quote nor the place shows, and nobody says how they came (warn)."""
    for name, estimate in data.shown().items():
        if estimate.derived is not None:
            continue
        said = _numbers(estimate.quote)
        for arm in ("treated", "control", "difference"):
            level = getattr(estimate, arm)
            if level is not None and not _stands(level, estimate, said):
                what = f"the quote does not show the figure of {arm}"
                remedy = "Quote the words that hold it, or say under derived how it was worked out"
                yield data.estimate_finding("E-02", "warn", name, what, remedy)


def _numbers(quote: str) -> set[float]:
    """The numbers in a quote; "1,425" is read both as thousands and as a decimal."""
    texts = _NUMBER.findall(quote)
    found = {float(text.replace(",", ".").replace("·", ".")) for text in texts}
    found |= {float(text.replace(",", "")) for text in texts if "," in text}
    spoken = set(re.findall(r"[a-z]+", quote.lower()))
    return found | {float(n) for n, word in enumerate(_WORDS) if word in spoken}


def _stands(level: Level, estimate: Estimate, said: set[float]) -> bool:
    if level.value is None:
        return {abs(level.low or 0), abs(level.high or 0)} <= said | {0.0}
    value = abs(level.value)
    forms = {value, float(level.events) if level.events is not None else value}
    if estimate.per:
        forms.add(round(value / estimate.per * 100, 6))
    return bool(forms & said) or value == 0
