"""How large pages are shown: to the width, as a whole, or so many per cent of their real size."""

from __future__ import annotations

from typing import Literal, NamedTuple

from PySide6.QtCore import QSizeF

Fit = Literal["width", "page", "text", ""]

STEPS = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
"""What "larger" and "smaller" go through; 1 is the size of the printed page."""
SMALLEST, LARGEST = STEPS[0], STEPS[-1]
_NEAR = 0.01
"""Two factors nearer than this are alike to the eye."""


class Zoom(NamedTuple):
    """``fit`` says what decides; where nothing does, ``factor`` holds.

    ``text``: as large as ``factor``, but no wider than the room.
    """

    fit: Fit = ""
    factor: float = 1.0

    def factor_for(self, page: QSizeF, room: QSizeF) -> float:
        """The factor for a page of this real size (pixels at 100 %) in this room (pixels)."""
        if not self.fit or page.isEmpty():
            return self.factor
        across = room.width() / page.width()
        if self.fit == "page":
            across = min(across, room.height() / page.height())
        if self.fit == "text":
            across = min(across, self.factor)
        # a tiny window gets a page that scrolls, not a stamp
        return min(max(across, SMALLEST / 2), LARGEST)


def larger(factor: float) -> float:
    """The next step up; the largest stays."""
    return next((step for step in STEPS if step > factor + _NEAR), LARGEST)


def smaller(factor: float) -> float:
    """The next step down; the smallest stays."""
    return next((step for step in reversed(STEPS) if step < factor - _NEAR), SMALLEST)
