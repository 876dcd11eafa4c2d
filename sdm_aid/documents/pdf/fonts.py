"""The embedded face (FiraGO, regular and bold): loading, coverage, widths and glyphs by number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from io import BytesIO
from struct import pack, unpack
from threading import Lock
from typing import NamedTuple

import pymupdf_fonts
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfbase.ttfonts import (
    GF_ARG_1_AND_2_ARE_WORDS,
    GF_ARGS_ARE_XY_VALUES,
    GF_MORE_COMPONENTS,
    SUBSETN,
    TTFont,
)

REGULAR, BOLD = "SDM-Regular", "SDM-Bold"
_SOURCES = {REGULAR: "figo", BOLD: "figbo"}

ASCENT = 0.75
"""Share of the size that ordinary capitals and ascenders reach above the baseline."""

_PRIVATE = 0xF0000
"""First code of glyphs that no character names; codes of this plane never reach a file."""
_BLOCK = 100
"""Most entries that one block of a character map may have."""


class Glyph(NamedTuple):
    """A glyph by number, how far off its place it stands (y upward), and how far the next one is;
    lengths in thousandths of the font size."""

    number: int
    x: int
    y: int
    advance: int


class Face(TTFont):  # type: ignore[misc]
    """A face that also draws glyphs by number, each under a code of its own for the letters it
    stands for.

    reportlab embeds characters only. A glyph that is moved, or moves on by another width, becomes a
    composite glyph of the embedded subset: no reader has to guess from moves in the text what is a
    word and what a mark, and the widths of the file are those that were measured.
    """

    def __init__(self, name: str, source: bytes) -> None:
        super().__init__(name, BytesIO(source))
        self._codes: dict[tuple[tuple[Glyph, ...], str], str] = {}
        self._letters: dict[int, str] = {}
        self._lock = Lock()
        table = self.face.table["glyf"]
        outlines = source[table["offset"] : table["offset"] + table["length"]]
        table["offset"] = len(source)
        self._file = bytearray(source + outlines)

    def glyph(self, char: str) -> Glyph | None:
        """The glyph of a character as it stands in the face, None where the face has none."""
        number = self.face.charToGlyph.get(ord(char))
        return None if number is None else Glyph(number, 0, 0, self.face.hmetrics[number][0])

    def blank(self, advance: int) -> Glyph:
        """A glyph that draws nothing."""
        return Glyph(self.face.charToGlyph[ord(" ")], 0, 0, advance)

    def code(self, glyphs: tuple[Glyph, ...], letters: str) -> str:
        """The code that draws these glyphs side by side and copies as these letters."""
        if len(glyphs) == len(letters) == 1 and self.glyph(letters) == glyphs[0]:
            return letters
        with self._lock:  # papers are made on several threads
            key = glyphs, letters
            if key not in self._codes:
                code = _PRIVATE + len(self._codes)
                number = self._composed(glyphs)
                self.face.charWidths[code] = self.face.hmetrics[number][0]
                self.face.charToGlyph[code] = number
                self._letters[code] = letters
                self._codes[key] = chr(code)
            return self._codes[key]

    def _composed(self, glyphs: tuple[Glyph, ...]) -> int:
        """Number of the glyph that draws these; a composite is added at the end of the outlines."""
        first, face = glyphs[0], self.face
        advance = max(0, sum(glyph.advance for glyph in glyphs))
        alone = len(glyphs) == 1 and (first.x, first.y) == (0, 0)
        if alone and face.hmetrics[first.number][0] == advance:
            return first.number
        pen, parts = 0, []
        for glyph in glyphs:
            if box := self._box(glyph.number):
                parts.append((glyph.number, pen + glyph.x, glyph.y, box))
            pen += glyph.advance
        outline = _composite(parts)
        self._file += outline
        face.table["glyf"]["length"] += len(outline)
        face.glyphPos.append(face.glyphPos[-1] + len(outline))
        left = min((box[0] + x for _, x, _, box in parts), default=0)
        face.hmetrics.append((advance, left & 0xFFFF))
        return len(face.glyphPos) - 2

    def _box(self, number: int) -> tuple[int, ...] | None:
        """Left, bottom, right and top of a glyph, None where it draws nothing."""
        begin, end = self.face.glyphPos[number : number + 2]
        at = self.face.table["glyf"]["offset"] + begin + 2
        return unpack(">4h", self._file[at : at + 8]) if end > begin else None

    def addObjects(self, document: PDFDocument) -> None:  # noqa: N802 - reportlab's name
        """Write the subsets into the file, with a map to letters that readers accept.

        reportlab's own map is malformed above U+FFFF and in blocks of more than 100.
        """
        subsets = self.state[document].subsets
        with self._lock:
            self.face._ttf_data = bytes(self._file)
            super().addObjects(document)
        for number, subset in enumerate(subsets):
            name = (SUBSETN(number) + b"+" + self.face.name).decode("ascii")
            stream = document.idToObject[f"toUnicodeCMap:{name}"]
            stream.content = "\n".join(_map_to_letters(name, [self.letters(c) for c in subset]))

    def letters(self, code: int) -> str:
        """What a character or code copies as."""
        return self._letters.get(code) or (chr(code) if code else "")


@cache
def face(name: str) -> Face:
    """The face of this name, parsed once per process (about 30 ms each)."""
    font = Face(name, data(name))
    pdfmetrics.registerFont(font)
    return font


@cache
def data(name: str) -> bytes:
    """The font file of this name."""
    source: bytes = pymupdf_fonts.fontbuffers[_SOURCES[name]]()
    return source


@lru_cache(maxsize=32768)
def width(name: str, text: str) -> float:
    """Advance of the text in thousandths of the font size."""
    return float(face(name).stringWidth(text, 1000))


def covers(char: str) -> bool:
    """Whether the face has a glyph for this character."""
    return ord(char) < _PRIVATE and ord(char) in face(REGULAR).face.charToGlyph


def _composite(parts: Sequence[tuple[int, int, int, tuple[int, ...]]]) -> bytes:
    """An outline of other glyphs, each with its number, its place and its own box."""
    if not parts:
        return b""
    left = min(box[0] + x for _, x, _, box in parts)
    bottom = min(box[1] + y for _, _, y, box in parts)
    right = max(box[2] + x for _, x, _, box in parts)
    top = max(box[3] + y for _, _, y, box in parts)
    outline = pack(">5h", -1, left, bottom, right, top)
    for number, x, y, _ in parts:
        more = GF_MORE_COMPONENTS if (number, x, y) != parts[-1][:3] else 0
        flags = GF_ARG_1_AND_2_ARE_WORDS | GF_ARGS_ARE_XY_VALUES | more
        outline += pack(">2H2h", flags, number, x, y)
    return outline


def _map_to_letters(name: str, letters: Sequence[str]) -> Iterator[str]:
    """A character map (ToUnicode) from the codes of one subset, by place, to text."""
    yield "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap"
    yield f"/CIDSystemInfo\n<< /Registry ({name})\n/Ordering ({name})\n/Supplement 0\n>> def"
    yield f"/CMapName /{name} def\n/CMapType 2 def"
    yield f"1 begincodespacerange\n<00> <{len(letters) - 1:02X}>\nendcodespacerange"
    entries = [
        f"<{place:02X}> <{text.encode('utf-16-be').hex().upper()}>"
        for place, text in enumerate(letters)
        if text
    ]
    for at in range(0, len(entries), _BLOCK):
        block = entries[at : at + _BLOCK]
        yield "\n".join((f"{len(block)} beginbfchar", *block, "endbfchar"))
    yield "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
