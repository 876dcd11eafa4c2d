"""Frames round laid parts, and frames beside each other that are drawn equally tall."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sdm_aid.documents.pdf.laid import SLACK, Laid, Split, Stack
from sdm_aid.documents.pdf.pen import Pen
from sdm_aid.documents.pdf.theme import RADIUS, BoxStyle


@dataclass(frozen=True, slots=True)
class Framed:
    """Parts inside a frame `full` points tall or more; each half of a split gets a frame of its
    own."""

    inner: Laid
    style: BoxStyle
    width: float
    padding: float
    full: float = 0.0

    @property
    def height(self) -> float:
        return max(self.full, self.inner.height + 2 * self.padding)

    def paint(self, pen: Pen, x: float, top: float) -> None:
        height = self.height
        with pen.mark(None):
            box = (x, top - height, self.width, height)
            pen.rectangle(box, self.style.edge, self.style.ground, self.style.line, RADIUS)
        self.inner.paint(pen, x + self.padding, top - self.padding)

    def split(self, room: float, *, force: bool) -> Split:
        if self.height <= room + SLACK:
            return self, None
        head, tail = self.inner.split(room - 2 * self.padding, force=force)
        if head is None:
            return None, self
        if tail is None:
            return Framed(head, self.style, self.width, self.padding), None
        return (
            Framed(head, self.style, self.width, self.padding),
            Framed(tail, self.style, self.width, self.padding),
        )


def equally_tall(*parts: Laid) -> tuple[Laid, ...]:
    """The parts, with frames drawn equally tall where each holds nothing else."""
    if not all(map(_is_frame, parts)):
        return parts
    tallest = max(part.height for part in parts)
    return tuple(_as_tall(part, tallest) for part in parts)


def _is_frame(laid: Laid) -> bool:
    while isinstance(laid, Stack) and len(laid.items) == 1:
        laid = laid.items[0].laid
    return isinstance(laid, Framed)


def _as_tall(laid: Laid, height: float) -> Laid:
    if isinstance(laid, Framed):
        return replace(laid, full=height)
    if isinstance(laid, Stack):
        (only,) = laid.items
        return replace(laid, items=(replace(only, laid=_as_tall(only.laid, height)),))
    return laid
