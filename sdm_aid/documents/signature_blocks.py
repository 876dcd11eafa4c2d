"""Ink on paper: strokes, the line they stand on, and what is said of them."""

from __future__ import annotations

from dataclasses import dataclass

from sdm_aid.documents.text_blocks import Run

InkPoint = tuple[float, float, float]
"""x to the right, y down (any one unit), pressure 0 to 1."""

Stroke = tuple[InkPoint, ...]


@dataclass(frozen=True, slots=True)
class SignatureLine:
    """A line with ink above it, or an empty line to sign on paper when `strokes` is None.

    `alt`: words that stand for the ink, for example "Handwritten signature of Maria Rossi".
    `note`: under the name: the witness, why somebody else signs, why nobody did.
    """

    name: str
    role: str
    method: str
    strokes: tuple[Stroke, ...] | None
    alt: str
    note: tuple[Run, ...] = ()


@dataclass(frozen=True, slots=True)
class Signatures:
    """Signature lines, two beside each other where they fit."""

    lines: tuple[SignatureLine, ...]
