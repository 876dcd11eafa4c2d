"""Joined letter forms of the Arabic script, from the presentation forms of Unicode.

The bundled face holds these forms, so no shaping library is needed for names and free text.
Scripts that need reordering or conjuncts (Devanagari and others) count as unprintable.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_LAM = "\u0644"
_JOIN_CAUSING = "\u0640\u200d"
_Forms = dict[str, str]


@lru_cache(maxsize=1)
def _forms() -> dict[str, _Forms]:
    """Letter (or lam with alef) -> its presentation forms by kind: isolated, initial, ..."""
    table: dict[str, _Forms] = {}
    for code in (*range(0xFB50, 0xFBFF), *range(0xFE80, 0xFEFD)):
        kind, *letters = unicodedata.decomposition(chr(code)).split() or [""]
        if kind:
            plain = "".join(chr(int(letter, 16)) for letter in letters)
            table.setdefault(plain, {})[kind.strip("<>")] = chr(code)
    return table


def joined(text: str) -> list[str]:
    """What to show for each character: the form that joins its neighbours, "" for the second half
    of a ligature.  The list is as long as the text."""
    shown = list(text)
    letters = [i for i, char in enumerate(text) if not unicodedata.combining(char)]
    skip = -1
    for at, i in enumerate(letters):
        if i == skip:
            continue
        before = text[letters[at - 1]] if at else ""
        second = letters[at + 1] if at + 1 < len(letters) else -1
        pair = text[i] + text[second] if text[i] == _LAM and second >= 0 else ""
        if pair in _forms():
            shown[i] = _form(pair, before, "")
            shown[second], skip = "", second
        elif text[i] in _forms():
            shown[i] = _form(text[i], before, text[second] if second >= 0 else "")
    return shown


def _form(letter: str, before: str, after: str) -> str:
    forms = _forms()[letter]
    left = "initial" in forms and _joins_backward(after)
    right = "final" in forms and _joins_forward(before)
    kind = {(True, True): "medial", (True, False): "initial", (False, True): "final"}.get(
        (left, right), "isolated"
    )
    return forms.get(kind, letter) if kind != "isolated" or len(letter) > 1 else letter


def _joins_forward(char: str) -> bool:
    """Whether this letter reaches out to the one typed after it."""
    return bool(char) and (char in _JOIN_CAUSING or "initial" in _forms().get(char, {}))


def _joins_backward(char: str) -> bool:
    """Whether this letter reaches back to the one typed before it."""
    return bool(char) and (char in _JOIN_CAUSING or "final" in _forms().get(char, {}))
