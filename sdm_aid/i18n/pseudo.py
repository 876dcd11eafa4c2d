"""Pseudo-languages made at run time: every translated string shows itself, longer and accented.

``qps`` reads left to right, ``qpr`` right to left. A string on screen without the brackets
``⟦ ⟧`` has not gone through gettext; one that is cut off does not bear a longer language.
"""

from __future__ import annotations

import gettext
import math
import re

PSEUDO_LANGUAGES = frozenset(["qps", "qpr"])
OPEN, CLOSE = "⟦", "⟧"
LONGER_BY = 0.4
LONGEST_WORD = 9
_RIGHT_TO_LEFT_MARK = "\u200f"
_ACCENTED = str.maketrans(
    "AaCcDdEeGgHhIiJjKkLlNnOoRrSsTtUuWwYyZz", "ÀàÇçÐđÉéĜĝĤĥÎîĴĵĶķĻļÑñÖöŔŕŠšŢţÛûŴŵÝýŽž"
)
_KEPT = re.compile(
    r"\{[^{}]*\}"  # a place to fill in
    r"|</?[A-Za-z][^<>]*>"  # markup
    r"|&[A-Za-z]+;|&#\d+;"  # an entity
    r"|&."  # a keyboard mnemonic stands before the very letter that is pressed
    r"|%(?:\([a-z_]+\))?[sd]"
    r"|https?://\S+"
)


def pseudo(message: str, *, right_to_left: bool = False) -> str:
    """``message`` with accents, 40 % longer, in brackets; placeholders and markup as they were.

    An empty message stays empty, and one that is pseudo already stays as it is.
    """
    if not message or message.startswith(OPEN):
        return message
    parts: list[str] = []
    end = 0
    for kept in _KEPT.finditer(message):
        parts += [message[end : kept.start()].translate(_ACCENTED), kept.group()]
        end = kept.end()
    parts.append(message[end:].translate(_ACCENTED))
    mark = _RIGHT_TO_LEFT_MARK if right_to_left else ""
    padding = _padding(math.ceil(len(message) * LONGER_BY))
    if len(message) > LONGEST_WORD:
        padding = f" {padding}"
    return f"{OPEN}{mark}{''.join(parts)}{padding}{mark}{CLOSE}"


def _padding(length: int) -> str:
    """Made-up words: a longer language has more of them and longer ones, but no endless one."""
    words = ["~" * min(LONGEST_WORD, length - at) for at in range(0, length, LONGEST_WORD)]
    return " ".join(words)


class PseudoTranslations(gettext.NullTranslations):
    """A gettext catalogue that answers every message with its pseudo form."""

    def __init__(self, *, right_to_left: bool = False) -> None:
        super().__init__()
        self._right_to_left = right_to_left

    def gettext(self, message: str) -> str:
        """The pseudo form of ``message``."""
        return pseudo(message, right_to_left=self._right_to_left)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """The pseudo form of the one that English would use."""
        return self.gettext(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        """The pseudo form; the context says nothing here."""
        return self.gettext(message)

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> str:
        """The pseudo form of the one that English would use."""
        return self.ngettext(msgid1, msgid2, n)
