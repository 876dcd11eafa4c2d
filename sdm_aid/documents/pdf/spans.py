"""What a paragraph is made of once it is measured: pieces of one look, and spans of a line."""

from __future__ import annotations

from dataclasses import dataclass

from sdm_aid.design.tokens import Role
from sdm_aid.documents.blocks import Link


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """A stretch of a paragraph that is an element of its own: a link, or words in a language that
    is not the document's ("" if it is)."""

    link: Link | None
    language: str


@dataclass(frozen=True, slots=True)
class Span:
    """Text of one face and colour, in the order it is drawn; `width` in points.

    `text`: characters and codes of `fonts`.  `start`, `end`: its place in reading order.
    `words`: what it says, where the line tells that in its `words`.  `part`: what it belongs to,
    None for plain text.  `level`: odd where it runs from right to left.
    """

    text: str
    face: str
    colour: Role
    width: float
    part: Part | None
    start: int
    end: int
    words: str = ""
    level: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """One line: spans from left to right, its width in points, and the words in reading order
    where these differ from what is drawn (else "")."""

    spans: tuple[Span, ...]
    width: float
    words: str

    @property
    def turned(self) -> bool:
        """Whether any of it runs from right to left."""
        return any(span.level for span in self.spans)


@dataclass(frozen=True, slots=True)
class Piece:
    """Where a run ends in the joined-up text, and how it looks."""

    end: int
    face: str
    colour: Role
    part: Part | None
