"""Reading grade of English: Flesch-Kincaid and SMOG from syllables counted by rule."""

from __future__ import annotations

import math
import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

LEAST_WORDS = 100
"""Below this the formulas are unstable and no grade is given."""

_SENTENCE_END = re.compile(r"[.!?:;…]+(?=\s|$)|\n+")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+")
_VOWELS = re.compile(r"[aeiouy]+")
# Endings that are written and not said: "make", "helped", "makes"; but "table", "wanted", "nurses".
_SILENT = (
    r"(?<![aeiou])(?<![^aeiouy]l)e$",
    r"[^aeioudt]ed$",
    r"(?<![aeiousxzcg])(?<![sc]h)(?<![^aeiouy]l)es$",
)
# Words that the rules below miscount.
_COUNTED = {
    "people": 2,
    "every": 2,
    "everyone": 3,
    "different": 3,
    "idea": 3,
    "area": 3,
    "being": 2,
    "doing": 2,
    "going": 2,
    "once": 1,
    "something": 2,
    "sometimes": 2,
    "someone": 2,
    "somewhere": 2,
    "medicine": 3,
    "medicines": 3,
    "somebody": 3,
    "science": 2,
    "quiet": 2,
    "trial": 2,
    "trials": 2,
    "lower": 2,
    "hour": 1,
    "hours": 1,
}


@dataclass(frozen=True, slots=True)
class Grade:
    """School grades by two formulas (Kincaid 1975; McLaughlin 1969)."""

    words: int
    flesch_kincaid: float
    smog: float

    @property
    def worst(self) -> float:
        """The harder of the two."""
        return max(self.flesch_kincaid, self.smog)


def sentences(text: str) -> list[str]:
    """The sentences of a text; a colon, a semicolon and a new line end one too."""
    parts = (part.strip() for part in _SENTENCE_END.split(text))
    return [part for part in parts if _WORD.search(part)]


def count_words(text: str) -> int:
    """Words and numbers; "pain-free" is one."""
    return len(_WORD.findall(text))


def longest_sentence(text: str) -> tuple[int, str]:
    """The number of words of the longest sentence, and that sentence."""
    return max(((count_words(part), part) for part in sentences(text)), default=(0, ""))


@lru_cache(maxsize=8192)
def syllables(word: str) -> int:
    """Syllables of an English word: groups of vowels, less silent endings; at least 1."""
    plain = re.sub(r"[^a-z]", "", re.sub(r"['’]s?$", "", word.lower()))
    if plain in _COUNTED:
        return _COUNTED[plain]
    silent = any(re.search(form, plain) for form in _SILENT)
    count = len(_VOWELS.findall(plain)) - silent
    return max(1, count)


def grade(text: str, exempt: Collection[str] = ()) -> Grade | None:
    """The reading grade, or None for fewer than 100 words.

    ``exempt``: lower-case words (names of treatments, the glossary) that count one syllable: a
    formula must not drive out the plain right word. Sources of the formulas: Flesch-Kincaid
    0.39 w/s + 11.8 syl/w - 15.59; SMOG 1.043 sqrt(30 p/s) + 3.1291, p words of 3 syllables or more.
    """
    words = _WORD.findall(text)
    if len(words) < LEAST_WORDS:
        return None
    counted = [1 if word.lower() in exempt or word.isdigit() else syllables(word) for word in words]
    count = len(sentences(text))
    long_words = sum(1 for number in counted if number >= 3)
    return Grade(
        words=len(words),
        flesch_kincaid=0.39 * len(words) / count + 11.8 * sum(counted) / len(words) - 15.59,
        smog=1.043 * math.sqrt(30 * long_words / count) + 3.1291,
    )
