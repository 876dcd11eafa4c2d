"""The embedded face (FiraGO, regular and bold): loading, coverage and widths."""

from __future__ import annotations

from functools import cache, lru_cache
from io import BytesIO

import pymupdf_fonts
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

REGULAR, BOLD = "SDM-Regular", "SDM-Bold"
_SOURCES = {REGULAR: "figo", BOLD: "figbo"}

ASCENT = 0.75
"""Share of the size that ordinary capitals and ascenders reach above the baseline."""


@cache
def face(name: str) -> TTFont:
    """The face of this name, parsed once per process (about 30 ms each)."""
    font = TTFont(name, BytesIO(pymupdf_fonts.fontbuffers[_SOURCES[name]]()))
    pdfmetrics.registerFont(font)
    return font


@lru_cache(maxsize=32768)
def width(name: str, text: str) -> float:
    """Advance of the text in thousandths of the font size."""
    return float(face(name).stringWidth(text, 1000))


def covers(char: str) -> bool:
    """Whether the face has a glyph for this character."""
    return ord(char) in face(REGULAR).face.charToGlyph
