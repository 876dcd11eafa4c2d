"""Finished phrases as sentences: a capital at the start, a full stop at the end."""

from __future__ import annotations

_ENDS = (".", "!", "?", "…", "。", "؟", "।")


def sentence(phrase: str) -> str:
    """The phrase as a sentence; empty stays empty."""
    text = phrase.strip()
    if not text:
        return ""
    return text[0].upper() + text[1:] + ("" if text.endswith(_ENDS) else ".")


def paragraph(*phrases: str) -> str:
    """The phrases that say something, one sentence after the other."""
    return " ".join(sentence(phrase) for phrase in phrases if phrase.strip())
