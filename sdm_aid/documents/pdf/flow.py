"""Runs of text broken into lines, and each line put into visual order."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from sdm_aid.design.tokens import Role
from sdm_aid.documents.blocks import Link, Run
from sdm_aid.documents.pdf.bidi import FSI, LRI, PDI, base_level, needs_order
from sdm_aid.documents.pdf.fonts import BOLD, REGULAR, width
from sdm_aid.documents.pdf.mixed import MixedText
from sdm_aid.documents.pdf.printable import clean
from sdm_aid.documents.pdf.shaping import needs_shaping
from sdm_aid.documents.pdf.spans import Line as Line
from sdm_aid.documents.pdf.spans import Part as Part
from sdm_aid.documents.pdf.spans import Piece
from sdm_aid.documents.pdf.spans import Span as Span
from sdm_aid.documents.pdf.theme import TextStyle
from sdm_aid.documents.pdf.voices import foreign

# a space between two figures holds them together: a telephone number stays whole
_BREAK = re.compile(r"(?<![0-9]) +| +(?![0-9 ])|\n|(?<=[^\W\d_][-–—/])(?=[^\W\d_])")
# Thai has no spaces between words: it is broken before a syllable's first letter
_BREAK_THAI = re.compile(
    _BREAK.pattern + "|(?<=[\u0e01-\u0e3a\u0e45-\u0e5b])(?=[\u0e01-\u0e2e\u0e40-\u0e44])"
)
_THAI = re.compile("[\u0e00-\u0e7f]")
_GROUPED = re.compile(r"\+?[0-9]+(?:[ -][0-9]+)+")
_LEAST_DIGITS = 6


class TextFlow:
    """One paragraph, measured once and broken to any width; `base` is its direction (0 or 1).

    `script`: that of the document's language; letters of another are words in another language.
    """

    def __init__(
        self, runs: tuple[Run, ...], style: TextStyle, base: int, *, script: str = "Latn"
    ) -> None:
        self.style = style
        self.base = base
        self.pieces: list[Piece] = []
        text = ""
        ordered = base == 1 or any(needs_order(run.text) for run in runs)
        for run in runs:
            words = clean(run.text, isolates=ordered)
            if ordered:
                words = _held_apart(words, isolated=run.isolated)
            self._add(run, words, len(text), script)
            text += words
        self.text = text
        self._break = _BREAK_THAI if _THAI.search(text) else _BREAK
        self._mixed: MixedText | None = None
        if text and (ordered or needs_shaping(text)):
            if len(runs) == 1 and runs[0].isolated:
                self.base = base_level(clean(runs[0].text), base)
            self._mixed = MixedText(text, self.pieces, self.base, ordered=ordered)

    def _add(self, run: Run, words: str, start: int, script: str) -> None:
        """The pieces of one run: one for each language that its letters show."""
        colour: Role = "text_soft" if run.soft else self.style.colour
        face = BOLD if run.strong or self.style.bold else REGULAR
        told = [(len(words), run.language)] if run.language else foreign(words, script)
        for end, language in told:
            part = self._part(run.link, language)
            self.pieces.append(Piece(start + end, face, colour, part))

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
        for found in self._break.finditer(self.text):
            yield begin, found.start(), found.end()
            begin = found.end()
        if begin < len(self.text):
            yield begin, len(self.text), len(self.text)

    def _cut(self, begin: int, end: int, room: float) -> int:
        """Where an over-long word is broken: at least one character, marks stay with letters."""
        if self._mixed:
            return self._mixed.cut(begin, end, room)
        used = 0.0
        for i in range(begin, end):
            used += self._measure(i, i + 1)
            if used > room and i > begin and not unicodedata.combining(self.text[i]):
                return i
        return end

    def _measure(self, start: int, end: int) -> float:
        if self._mixed:
            return self._mixed.measure(start, end)
        if len(self.pieces) == 1:
            return width(self.pieces[0].face, self.text[start:end])
        units, begin = 0.0, 0  # a loop that stops early: this is what takes the time of a paper
        for piece in self.pieces:
            if piece.end >= end:
                return units + width(piece.face, self.text[max(start, begin) : end])
            if piece.end > start:
                units += width(piece.face, self.text[max(start, begin) : piece.end])
            begin = piece.end
        return units

    def _pieces_in(self, start: int, end: int) -> Iterator[tuple[int, int, Piece]]:
        begin = 0
        for piece in self.pieces:
            a, b = max(start, begin), min(end, piece.end)
            if a < b:
                yield a, b, piece
            begin = piece.end
            if begin >= end:
                return

    def _line(self, start: int, end: int) -> Line:
        while end > start and self.text[end - 1] == " ":
            end -= 1
        if self._mixed:
            spans = tuple(self._mixed.visual(start, end, self._size))
            words = self._mixed.said(start, end)
        else:
            spans, words = tuple(self._plain(start, end)), ""
        return Line(spans, sum(span.width for span in spans), words)

    def _plain(self, start: int, end: int) -> Iterator[Span]:
        for a, b, each in self._pieces_in(start, end):
            text = self.text[a:b]
            across = width(each.face, text) * self._size / 1000
            yield Span(text, each.face, each.colour, across, each.part, a, b)


def _held_apart(words: str, *, isolated: bool) -> str:
    """Words with the marks of direction that keep what belongs together (UAX 9, HL3).

    A telephone number or a date of several groups is read from left to right in every script; left
    to itself in Arabic or Hebrew it would show its groups the other way round.
    """
    words = _GROUPED.sub(_number, words)
    if isolated:  # an isolate ends where its line does
        words = "\n".join(f"{FSI}{line}{PDI}" for line in words.split("\n"))
    return words


def _number(found: re.Match[str]) -> str:
    digits = sum(char.isdigit() for char in found.group())
    return f"{LRI}{found.group()}{PDI}" if digits >= _LEAST_DIGITS else found.group()
