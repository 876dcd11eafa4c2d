"""Two columns a page that are read one after the other, and end about equally deep."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from sdm_aid.documents.pdf.laid import Beside, Laid, Split
from sdm_aid.documents.pdf.pen import Pen

_STEPS = 9
"""Halvings by which the least depth of two columns is found: to about a point on a page."""
_LEAST_ROOM = 30.0
"""Points below which the columns begin on the next page: two short stubs read badly."""


@dataclass(frozen=True)
class Newspaper:
    """Parts laid `column` points wide that flow through two columns of a page `width` wide."""

    stack: Laid
    column: float
    width: float
    rtl: bool

    @property
    def height(self) -> float:
        return self._columns.height

    def paint(self, pen: Pen, x: float, top: float) -> None:
        self._columns.paint(pen, x, top)

    def split(self, room: float, *, force: bool) -> Split:
        half = self.stack.height / 2
        if half <= room and self.height <= room:
            return self, None
        if not force and room < min(_LEAST_ROOM, half):
            return None, self
        left, rest = self.stack.split(room, force=force)
        if left is None or rest is None:
            return left, rest and self
        right, rest = rest.split(room, force=False)
        tail = Newspaper(rest, self.column, self.width, self.rtl) if rest else None
        return self._beside(left, right), tail

    @cached_property
    def _columns(self) -> Beside:
        """Both columns, as shallow as whole lines and headings allow."""
        total = self.stack.height
        low, high = total / 2, total
        best: tuple[Laid, Laid | None] = (self.stack, None)
        for _step in range(_STEPS):
            depth = (low + high) / 2
            left, rest = self.stack.split(depth, force=False)
            if left is not None and (rest is None or rest.height <= depth):
                best, high = (left, rest), depth
            else:
                low = depth
        return self._beside(*best)

    def _beside(self, left: Laid, right: Laid | None) -> Beside:
        end = self.width - self.column
        first, second = (end, 0.0) if self.rtl else (0.0, end)
        return Beside(((first, left), (second, right)), self.width)
