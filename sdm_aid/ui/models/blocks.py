"""The few kinds of things that stand in a cell, from top to bottom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

BlockKind = Literal[
    "key",  # the number sentence of a picture, largest
    "lead",
    "severity",  # place on the ladder from a nuisance to death, and words (D-42)
    "legend",  # a person of the picture and what that means
    "number",  # the number sentence: large, bold
    "headed",  # the number sentence, then plain words on the same line
    "strong",  # bold
    "text",
    "pair",  # words, then a figure in bold on the same line
    "soft",
    "lined",  # bold words, then plain ones on the same line
    "chip",  # comparator
    "clock",  # comparator-like chip for an own time
    "certainty",  # four dots (or none) and words
    "state",  # glyph and words for a cell without a number
    "experts",  # two speech glyphs and words
    "link",
    "gap",
]
Glyph = Literal[
    "",
    "none_seen",
    "not_counted",
    "no_figure",
    "not_applicable",
    "anyway",
    "added",
    "fewer",
    "neither",
]


@dataclass(frozen=True, slots=True)
class Block:
    """One block. ``dots``: certainty (None: nobody graded it) or place on the severity ladder."""

    kind: BlockKind
    text: str = ""
    dots: int | None = None
    glyph: Glyph = ""
    tail: str = ""
    """The bold end of a ``pair``, the plain end of ``lined`` and ``headed``."""


def plain(blocks: tuple[Block, ...]) -> tuple[str, ...]:
    """The texts a reader sees, top to bottom."""
    return tuple(f"{block.text} {block.tail}".strip() for block in blocks if block.text)
