"""What is printed for a character that the face does not hold, and what such characters are called.

A stand-in claims nothing: it gives the exact characters by their numbers in Unicode, and says what
they are as far as Unicode names it, so that whoever holds the record can tell which text was typed.
"""

from __future__ import annotations

import re
import unicodedata

from sdm_aid.i18n import N_, _

_SYMBOLS = re.compile("[\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]")
_MODIFIERS = re.compile("[\U0001f3fb-\U0001f3ff]")
_KINDS = {
    "CJK": N_("Chinese characters"),
    "HIRAGANA": N_("Japanese letters"),
    "KATAKANA": N_("Japanese letters"),
    "HANGUL": N_("Korean letters"),
    "ARMENIAN": N_("Armenian letters"),
    "BENGALI": N_("Bengali letters"),
    "ETHIOPIC": N_("Ethiopic letters"),
    "GUJARATI": N_("Gujarati letters"),
    "GURMUKHI": N_("Gurmukhi letters"),
    "KANNADA": N_("Kannada letters"),
    "KHMER": N_("Khmer letters"),
    "LAO": N_("Lao letters"),
    "MALAYALAM": N_("Malayalam letters"),
    "MYANMAR": N_("Burmese letters"),
    "SINHALA": N_("Sinhala letters"),
    "SYRIAC": N_("Syriac letters"),
    "TAMIL": N_("Tamil letters"),
    "TELUGU": N_("Telugu letters"),
    "TIBETAN": N_("Tibetan letters"),
}
"""What to call letters, by the first word of their names in Unicode."""


def kind_of(char: str) -> str:
    """What a character is, in the plural and in the language in use; "" where nothing is known."""
    if _SYMBOLS.match(char):
        return _("emoji")
    word = unicodedata.name(char, "").split(" ")[0]
    return _(_KINDS[word]) if word in _KINDS else ""


def stand_in(chars: str) -> str:
    """What is printed for neighbouring characters: "[emoji U+1F642: slightly smiling face]"."""
    kinds = set(map(kind_of, chars))
    kind = kinds.pop() + " " if len(kinds) == 1 and "" not in kinds else ""
    codes = " ".join(f"U+{ord(char):04X}" for char in chars)
    names = ""
    if all(map(_SYMBOLS.match, chars)):
        plain = [unicodedata.name(char, "") for char in chars if not _MODIFIERS.match(char)]
        names = ": " + ", ".join(filter(None, plain)).lower() if any(plain) else ""
    return f"[{kind}{codes}{names}]"


def legible(text: str) -> str:
    """Text fit to be shown in a sentence: what has no shape of its own is given by its number."""
    shown, before = "", " "
    for char in text:
        category = unicodedata.category(char)
        loose = category[0] == "M" and before.isspace()
        shown += f"[U+{ord(char):04X}]" if loose or category in ("Cs", "Cn", "Co") else char
        before = char
    return shown
