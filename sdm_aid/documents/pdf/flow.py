"""Runs of text broken into lines, and each line put into visual order."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from sdm_aid.design.tokens import Role
from sdm_aid.documents.blocks import Link, Run
from sdm_aid.documents.pdf.bidi import (
    FSI,
    PDI,
    base_level,
    levels,
    mirrored,
    needs_order,
    visual_runs,
)
from sdm_aid.documents.pdf.fonts import BOLD, REGULAR, width
from sdm_aid.documents.pdf.joining import joined
from sdm_aid.documents.pdf.printable import clean
from sdm_aid.documents.pdf.theme import TextStyle
from sdm_aid.documents.pdf.voices import foreign

# a space between two figures holds them together: a telephone number stays whole
_BREAK = re.compile(r"(?<![0-9]) +| +(?![0-9 ])|\n|(?<=[^\W\d_][-–—/])(?=[^\W\d_])")
_CONTROLS = str.maketrans("", "", FSI + PDI)


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """A stretch of a paragraph that is an element of its own: a link, or words in a language that
    is not the document's ("" if it is)."""

    link: Link | None
    language: str


@dataclass(frozen=True, slots=True)
class Span:
    """Text of one face and colour, in the order it is drawn; `width` in points.

    `start`, `end`: its place in reading order.  `words`: the same in reading order, where the
    line says what is drawn in its `words`.  `part`: what it belongs to, None for plain text.
    """

    text: str
    face: str
    colour: Role
    width: float
    part: Part | None
    start: int
    end: int
    words: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line: spans from left to right, its width in points, and the words in reading order
    where these differ from what is drawn (else "")."""

    spans: tuple[Span, ...]
    width: float
    words: str


@dataclass(frozen=True, slots=True)
class _Piece:
    """Where a run ends in the joined-up text, and how it looks."""

    end: int
    face: str
    colour: Role
    part: Part | None


class TextFlow:
    """One paragraph, measured once and broken to any width; `base` is its direction (0 or 1).

    `script`: that of the document's language; letters of another are words in another language.
    """

    def __init__(
        self, runs: tuple[Run, ...], style: TextStyle, base: int, *, script: str = "Latn"
    ) -> None:
        self.style = style
        self.base = base
        self.pieces: list[_Piece] = []
        text = ""
        ordered = base == 1 or any(needs_order(run.text) for run in runs)
        for run in runs:
            words = clean(run.text)
            words = f"{FSI}{words}{PDI}" if ordered and run.isolated else words
            self._add(run, words, len(text), script)
            text += words
        self.text = text
        self.shown: list[str] | None = None
        if ordered and text:
            if len(runs) == 1 and runs[0].isolated:
                self.base = base_level(text[1:-1], base)
            self.levels = levels(text, self.base)
            self.shown = [char.translate(_CONTROLS) for char in joined(text)]

    def _add(self, run: Run, words: str, start: int, script: str) -> None:
        """The pieces of one run: one for each language that its letters show."""
        colour: Role = "text_soft" if run.soft else self.style.colour
        face = BOLD if run.strong or self.style.bold else REGULAR
        told = [(len(words), run.language)] if run.language else foreign(words, script)
        for end, language in told:
            part = self._part(run.link, language)
            self.pieces.append(_Piece(start + end, face, colour, part))

    def _part(self, link: Link | None, language: str) -> Part | None:
        """One part for neighbours that lead to the same place in the same language."""
        if link is None and not language:
            return None
        before = self.pieces[-1].part if self.pieces else None
        if before and (before.link, before.language) == (link, language):
            return before
        return Part(link, language)

    def lines(self, room: float) -> list[Line]:
        """The paragraph in lines of at most `room` points (a single character may be wider)."""
        return [self._line(start, end) for start, end in self._ranges(room * 1000 / self._size)]

    @property
    def _size(self) -> float:
        return self.style.size

    def natural_width(self) -> float:
        """Width in points if nothing is broken."""
        return max((line.width for line in self.lines(1e9)), default=0.0)

    def widest_word(self) -> float:
        """Width in points of the longest stretch that has no place to break."""
        chunks = (self._measure(begin, end) for begin, end, _after in self._chunks())
        return max(chunks, default=0.0) * self._size / 1000

    def _ranges(self, room: float) -> Iterator[tuple[int, int]]:
        """Start and end of each line, `room` in thousandths of the size."""
        start, used = 0, 0.0
        for begin, end, after in self._chunks():
            size = self._measure(begin, end)
            if used and used + size > room:
                yield start, begin
                start, used = begin, 0.0
            while size > room and (cut := self._cut(begin, end, room)) < end:
                yield start, cut
                start = begin = cut
                size = self._measure(begin, end)
            if after > end and self.text[end] == "\n":
                yield start, end
                start, used = after, 0.0
            else:
                used += size + (self._measure(end, after) if after > end else 0.0)
        if start < len(self.text) or not self.text or self.text[-1] == "\n":
            yield start, len(self.text)

    def _chunks(self) -> Iterator[tuple[int, int, int]]:
        """Unbreakable stretches: start, end without the break, start of the next."""
        begin = 0
        for found in _BREAK.finditer(self.text):
            yield begin, found.start(), found.end()
            begin = found.end()
        if begin < len(self.text):
            yield begin, len(self.text), len(self.text)

    def _cut(self, begin: int, end: int, room: float) -> int:
        """Where an over-long word is broken: at least one character, marks stay with letters."""
        used = 0.0
        for i in range(begin, end):
            used += self._measure(i, i + 1)
            if used > room and i > begin and not unicodedata.combining(self.text[i]):
                return i
        return end

    def _measure(self, start: int, end: int) -> float:
        text, shown = self.text, self.shown
        if shown is None and len(self.pieces) == 1:
            return width(self.pieces[0].face, text[start:end])
        return sum(
            width(piece.face, text[a:b] if shown is None else "".join(shown[a:b]))
            for a, b, piece in self._pieces_in(start, end)
        )

    def _pieces_in(self, start: int, end: int) -> Iterator[tuple[int, int, _Piece]]:
        begin = 0
        for piece in self.pieces:
            a, b = max(start, begin), min(end, piece.end)
            if a < b:
                yield a, b, piece
            begin = piece.end

    def _line(self, start: int, end: int) -> Line:
        while end > start and self.text[end - 1] == " ":
            end -= 1
        text, size = self.text, self._size / 1000
        if self.shown is None:
            spans = [
                Span(
                    text[a:b],
                    each.face,
                    each.colour,
                    width(each.face, text[a:b]) * size,
                    each.part,
                    a,
                    b,
                )
                for a, b, each in self._pieces_in(start, end)
            ]
            words = ""
        else:
            spans = list(self._visual(start, end))
            words = text[start:end].translate(_CONTROLS)
        return Line(tuple(spans), sum(span.width for span in spans), words)

    def _visual(self, start: int, end: int) -> Iterator[Span]:
        """Spans of a line from left to right, letters joined, brackets mirrored."""
        shown, size = self.shown or [], self._size / 1000
        for first, last, level in visual_runs(self.levels, self.text, start, end, self.base):
            parts = list(self._pieces_in(first, last))
            for a, b, each in parts[::-1] if level % 2 else parts:
                glyphs = shown[a:b]
                if level % 2:
                    glyphs = [mirrored(glyph) for glyph in _backwards(glyphs)]
                if text := "".join(glyphs):
                    words = self.text[a:b].translate(_CONTROLS)
                    across = width(each.face, text) * size
                    yield Span(text, each.face, each.colour, across, each.part, a, b, words)


def _backwards(glyphs: list[str]) -> list[str]:
    """Right-to-left order, with combining marks still drawn after their letter."""
    clusters: list[list[str]] = []
    for glyph in glyphs:
        if clusters and glyph and unicodedata.combining(glyph[0]):
            clusters[-1].append(glyph)
        else:
            clusters.append([glyph])
    return [glyph for cluster in reversed(clusters) for glyph in cluster]
