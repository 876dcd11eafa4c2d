"""Words as they are looked for: what somebody types and what is kept meet in one plain form.

Case, accents and vowel marks do not count; ä may be typed as a or ae; hyphens, apostrophes and
spaces may be left out; writing without spaces between the words is found from within.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

BETWEEN = "-"
"""Stands for whatever joins the parts of one word: hyphen, apostrophe, stop, slash."""

_PLAIN = str.maketrans({
    "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "ð": "d", "þ": "th", "ħ": "h",
    "ى": "ي", "ة": "ه", "ک": "ك", "ی": "ي",
})  # fmt: skip
_SPELT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})
_APART = frozenset(',;()[]{}<>|"“”„«»،、・')
_UNSPACED = re.compile(
    "[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff]{2,24}"
)
_DIGITS_OR_NOT = re.compile(r"\d+|\D+")
_letters: dict[str, str] = {}


def words(text: str) -> list[tuple[str, ...]]:
    """The words of a text, each in one or two plain spellings (ö as o, ö as oe)."""
    low = text.casefold()
    plain = _split(low)
    if low.isascii():
        return [(word,) for word in plain]
    composed = unicodedata.normalize("NFC", low)
    spelt = composed.translate(_SPELT)
    if spelt == composed:
        return [(word,) for word in plain]
    return [
        (one,) if one == other else (one, other)
        for one, other in zip(plain, _split(spelt), strict=True)
    ]


def folded(text: str) -> str:
    """A text in its plain form."""
    return " ".join(_split(text.casefold()))


def bare(text: str) -> str:
    """A number or name without what stands between its letters and digits."""
    return folded(text).replace(BETWEEN, "").replace(" ", "")


def name_terms(name: str) -> Iterator[str]:
    """What a name is found by: its words, whole and in parts."""
    for spellings in words(name):
        for word in spellings:
            yield from _parts(word)
    for run in _UNSPACED.findall(unicodedata.normalize("NFC", name)):
        for start in range(1, len(run)):
            yield folded(run[start:])


def number_terms(number: str) -> Iterator[str]:
    """What a number is found by: whole, in parts, and without its leading zeros."""
    for spellings in words(number):
        for word in spellings:
            yield from _parts(word)
            for part in _DIGITS_OR_NOT.findall(word.replace(BETWEEN, "")):
                yield part
                yield part.lstrip("0")
    yield bare(number)


def _parts(word: str) -> Iterator[str]:
    yield word.replace(BETWEEN, "")
    if BETWEEN in word:
        yield from word.split(BETWEEN)


def _split(low: str) -> list[str]:
    if low.isascii():
        plain = low.translate(_ASCII)
    else:
        plain = "".join(map(_letter, unicodedata.normalize("NFKD", low)))
    found = (_joined(word) for word in plain.split(" "))
    return [word for word in found if word]


def _joined(word: str) -> str:
    return word if BETWEEN not in word else BETWEEN.join(filter(None, word.split(BETWEEN)))


def _letter(letter: str) -> str:
    known = _letters.get(letter)
    if known is None:
        known = _letters[letter] = _plain(letter)
    return known


def _plain(letter: str) -> str:
    """What is left of a character: itself, another, a space, BETWEEN, or nothing."""
    kind = unicodedata.category(letter)
    if unicodedata.combining(letter) or kind in ("Cf", "Me", "Lm", "Sk") or _varies(letter):
        return ""
    if letter.isdecimal():
        return str(unicodedata.decimal(letter))
    if letter.isalnum() or kind[0] == "M" or kind == "So":
        return letter.translate(_PLAIN)
    return " " if kind[0] in "ZC" or letter in _APART else BETWEEN


def _varies(letter: str) -> bool:
    return "\ufe00" <= letter <= "\ufe0f"


_ASCII = {code: _plain(chr(code)) for code in range(128)}
