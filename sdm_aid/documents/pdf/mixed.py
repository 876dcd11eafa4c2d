"""Paragraphs that hold right-to-left text or letters that must be shaped.

The text is cut into atoms, each of one look, one level and one script, which are measured and
drawn as wholes; a line turns them into visual order.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from sdm_aid.documents.pdf.bidi import FSI, LRI, PDI, levels, visual_runs
from sdm_aid.documents.pdf.fonts import width
from sdm_aid.documents.pdf.shaping import Shaped, shaped, turned, words
from sdm_aid.documents.pdf.spans import Piece, Span

_UNDRAWN = str.maketrans("", "", LRI + FSI + PDI + "\u200c\u200d")
_TURNED = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_ISOLATES = str.maketrans("", "", LRI + FSI + PDI)


@dataclass(frozen=True, slots=True)
class _Atom:
    """`script`: what it is shaped in, "" for characters that are drawn one by one."""

    start: int
    end: int
    piece: Piece
    script: str
    level: int


class MixedText:
    """The text of one paragraph with its pieces; `base` is its direction (0 or 1).

    `ordered`: whether anything runs from right to left.
    """

    def __init__(self, text: str, pieces: Sequence[Piece], base: int, *, ordered: bool) -> None:
        self.text = text
        self.base = base
        self._levels = levels(text, base) if ordered else [0] * len(text)
        self._atoms = list(self._cut_up(pieces))
        self._starts = [atom.start for atom in self._atoms]

    def _cut_up(self, pieces: Sequence[Piece]) -> Iterator[_Atom]:
        start = 0
        for piece in pieces:
            for level, group in groupby(self._levels[start : piece.end]):
                end = start + len(list(group))
                for a, b, script in words(self.text, start, end):
                    yield _Atom(a, b, piece, script, level)
                start = end

    def said(self, start: int, end: int) -> str:
        """The words in reading order, without marks of direction."""
        return self.text[start:end].translate(_ISOLATES)

    def measure(self, start: int, end: int) -> float:
        """Advance in thousandths of the size."""
        return sum(self._width(a, b, atom) for a, b, atom in self._between(start, end))

    def cut(self, begin: int, end: int, room: float) -> int:
        """Where an over-long word is broken: between clusters, after at least one."""
        best = end
        for at in self._cuts(begin, end):
            if best < end and self.measure(begin, at) > room:
                return best
            best = at
        return best if best < end and self.measure(begin, end) > room else end

    def _cuts(self, begin: int, end: int) -> Iterator[int]:
        """Offsets inside `begin` to `end` at which no cluster is torn apart."""
        for a, b, atom in self._between(begin, end):
            if a > begin:
                yield a
            if atom.script:
                yield from (a + at for at in self._shaped(a, b, atom).cuts)
            else:
                yield from range(a + 1, b)

    def visual(self, start: int, end: int, size: float) -> Iterator[Span]:
        """Spans of a line from left to right; `size` in points."""
        for first, last, level in visual_runs(self._levels, self.text, start, end, self.base):
            for a, b in self._read_alone(first, last) if level % 2 else ((first, last),):
                atoms = list(self._between(a, b))
                if level % 2:
                    atoms.reverse()
                for piece, group in groupby(atoms, lambda each: each[2].piece):
                    yield from self._span(piece, list(group), level, size)

    def _read_alone(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """A right-to-left run cut up from left to right: what follows its last letter stands apart.

        Readers that turn letters round, but not spaces and signs, then still copy them in place.
        """
        core = end
        while core > start and not _TURNED.match(self.text[core - 1]):
            core -= 1
        yield from ((at, at + 1) for at in range(end - 1, core - 1, -1))
        if core > start:
            yield start, core

    def _span(
        self, piece: Piece, atoms: list[tuple[int, int, _Atom]], level: int, size: float
    ) -> Iterator[Span]:
        """What atoms of one piece draw, in visual order; nothing for marks of direction alone."""
        text = "".join(self._drawn(*each, level) for each in atoms)
        if text:
            start, end = min(a for a, _, _ in atoms), max(b for _, b, _ in atoms)
            across = width(piece.face, text) * size / 1000
            said = self.said(start, end)
            yield Span(text, piece.face, piece.colour, across, piece.part, start, end, said, level)

    def _drawn(self, start: int, end: int, atom: _Atom, level: int) -> str:
        """Characters and codes from left to right."""
        if atom.script:
            return self._shaped(start, end, atom).text
        text = self.text[start:end].translate(_UNDRAWN)
        return "".join(turned(atom.piece.face, char) for char in text[::-1]) if level % 2 else text

    def _between(self, start: int, end: int) -> Iterator[tuple[int, int, _Atom]]:
        """The atoms of a stretch, cut off at its ends, in order of reading."""
        for at in range(max(0, bisect_right(self._starts, start) - 1), len(self._atoms)):
            atom = self._atoms[at]
            if atom.start >= end:
                return
            if atom.end > start:
                yield max(atom.start, start), min(atom.end, end), atom

    def _width(self, start: int, end: int, atom: _Atom) -> float:
        if atom.script:
            return self._shaped(start, end, atom).width
        return width(atom.piece.face, self.text[start:end].translate(_UNDRAWN))

    def _shaped(self, start: int, end: int, atom: _Atom) -> Shaped:
        piece = atom.piece
        language = piece.part.language if piece.part else ""
        word = self.text[start:end]
        return shaped(piece.face, word, atom.script, language, rtl=atom.level % 2 == 1)
