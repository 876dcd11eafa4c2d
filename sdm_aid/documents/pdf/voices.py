"""In which language words are said, as far as that is known.

What a person types bears no language.  Where its letters are not those of the document's language,
reading it out in that language would be wrong: such words are marked as "undetermined language in
this script" (BCP 47, `und-Arab`), which claims no more than the letters show.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

_SCRIPTS = {
    "LATIN": "Latn",
    "CYRILLIC": "Cyrl",
    "GREEK": "Grek",
    "ARABIC": "Arab",
    "HEBREW": "Hebr",
    "DEVANAGARI": "Deva",
    "BENGALI": "Beng",
    "GEORGIAN": "Geor",
    "ARMENIAN": "Armn",
    "THAI": "Thai",
    "HANGUL": "Hang",
    "HIRAGANA": "Jpan",
    "KATAKANA": "Jpan",
    "CJK": "Hani",
}
"""ISO 15924 code by the first word of a letter's Unicode name."""
_WRITTEN_IN = {
    "Arab": "ar fa ps ur",
    "Cyrl": "be bg kk mk ru sr uk",
    "Deva": "hi mr ne",
    "Grek": "el",
    "Hebr": "he yi",
}
_LATIN = re.compile("[\u0000-\u036f\u1e00-\u1eff\u2000-\u2bff]*\\Z")
"""Latin letters, the signs that go with them, and nothing else that has a voice."""
_LEAST_LETTERS = 2
"""A single foreign letter, as in TNF-α, is not a word in another language."""


def script_of(language: str) -> str:
    """The script a language is written in, as ISO 15924 names it; Latin where nothing is known."""
    base, *rest = language.split("-")
    named = [part for part in rest if len(part) == 4 and part.isalpha()]
    if named:
        return named[0].title()
    found = (script for script, ours in _WRITTEN_IN.items() if base.lower() in ours.split())
    return next(found, "Latn")


def foreign(text: str, script: str) -> Iterator[tuple[int, str]]:
    """Stretches of a text: each one's end, and its language tag where its letters are not of
    `script` (else "").  Spaces, digits and signs go with the letters before them."""
    if script == "Latn" and _LATIN.match(text):
        yield len(text), ""
        return
    of: list[str] = []
    for char in text:
        own = _script(char)
        of.append(own or (of[-1] if of else script))
    at = 0
    for other, group in groupby(of):
        size = len(list(group))
        letters = sum(char.isalpha() for char in text[at : at + size])
        at += size
        yield at, f"und-{other}" if other != script and letters >= _LEAST_LETTERS else ""


@lru_cache(maxsize=4096)
def _script(char: str) -> str:
    """The script of a letter; "" for what any script uses, and for scripts not listed."""
    if not char.isalpha():
        return ""
    return _SCRIPTS.get(unicodedata.name(char, "").split(" ")[0], "")
