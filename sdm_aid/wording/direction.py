"""Typed words inside a sentence of the program, whatever direction either runs in."""

from __future__ import annotations

import re

from sdm_aid.i18n import direction

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_START, _END = "\u2068", "\u2069"
"""Isolate of the direction of its first letter, and its end (UAX 9)."""
_OTHER_MARKS = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066\u2067]")
_ISOLATES = re.compile(f"[{_START}{_END}]")


def on_its_own(words: str) -> str:
    """Typed words that may run in another direction than the sentence they are put into.

    Where everything runs from left to right they are given back as they are.
    """
    if not words or (direction() == "ltr" and not _RIGHT_TO_LEFT.search(words)):
        return words
    return f"{_START}{paired(words)}{_END}"


def paired(words: str) -> str:
    """Words without marks of direction but isolates, and these only where each has its end.

    A mark that somebody pasted can so never reach the words around them.
    """
    words = _OTHER_MARKS.sub("", words)
    depth = 0
    for mark in _ISOLATES.findall(words):
        depth += 1 if mark == _START else -1
        if depth < 0:
            break
    return words if depth == 0 else _ISOLATES.sub("", words)
