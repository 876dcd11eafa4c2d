"""What somebody typed, as a visit can keep it: to the letter, without what nobody can see."""

from __future__ import annotations

import re

LONGEST = 20_000
"""Characters kept of one field; the domain refuses more."""

_LINE_ENDS = re.compile("\r\n|[\r\x85\u2028\u2029]")
_NOT_TEXT = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)


def clean(typed: str) -> str:
    """Without control characters and halves of characters; every line ends in a line feed.

    They come by pasting, nobody sees them, and neither a file nor a page can hold them. Nor may
    anything turn letters round: a name must read on paper as it reads on the screen.
    """
    return _NOT_TEXT.sub("", _LINE_ENDS.sub("\n", typed))


def clean_line(typed: str) -> str:
    """As :func:`clean`, on one line."""
    return clean(typed).replace("\n", " ").replace("\t", " ")


def kept(typed: str) -> str | None:
    """Clean, and to the letter up to :data:`LONGEST`; nothing but blanks is nothing said."""
    words = clean(typed)[:LONGEST]
    return words if words.strip() else None
