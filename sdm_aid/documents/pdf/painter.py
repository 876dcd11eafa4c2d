"""Scenes and ink as PDF operators; a symbol that repeats becomes one form drawn many times."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdm_aid.documents.blocks import Stroke
from sdm_aid.documents.pdf.pen import Pen
from sdm_aid.documents.pdf.theme import rgb

if TYPE_CHECKING:
    from sdm_aid.drawing.scene import Scene


def paint(pen: Pen, scene: Scene, x: float, top: float, scale: float) -> None:
    raise NotImplementedError


def paint_ink(pen: Pen, strokes: tuple[Stroke, ...], x: float, top: float, size) -> None:
    xs = [p[0] for s in strokes for p in s]
    ys = [p[1] for s in strokes for p in s]
    k = min(size[0] / ((max(xs) - min(xs)) or 1), size[1] / ((max(ys) - min(ys)) or 1))
    code = [f"{rgb('ink')} RG 1 J 1 j 1.2 w"]
    for s in strokes:
        pts = [(x + (a - min(xs)) * k, top - 2 - (b - min(ys)) * k) for a, b, _ in s]
        code.append(
            f"{pts[0][0]:.2f} {pts[0][1]:.2f} m "
            + " ".join(f"{a:.2f} {b:.2f} l" for a, b in pts[1:] or pts)
            + " S"
        )
    pen.canvas.operators(*code)
