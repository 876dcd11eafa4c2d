"""Typed words inside a sentence of the program, whatever direction either runs in."""

from __future__ import annotations

import re

from sdm_aid.i18n import direction

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_MARKS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_START, _END = "\u2068", "\u2069"
"""Isolate of the direction of its first letter, and its end (UAX 9)."""


def on_its_own(words: str) -> str:
    """Typed words that may run in another direction than the sentence they are put into.

    Where everything runs from left to right they are given back as they are.
    """
    if not words or (direction() == "ltr" and not _RIGHT_TO_LEFT.search(words)):
        return words
    return f"{_START}{_MARKS.sub('', words)}{_END}"
