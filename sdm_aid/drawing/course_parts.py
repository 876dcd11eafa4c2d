"""What the course plot is made of: its marks, where they lie, and labels that never touch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from sdm_aid.design.tokens import Role
from sdm_aid.drawing.bracket import text_width
from sdm_aid.drawing.scene import Anchor, Circle, Command, Path, Point, Rect, Shape, TextRun

Mark = Literal["visit", "visit_open", "look", "look_open", "second"]
"""A square is a visit, a disc a look again, open where only the moment was asked; a diamond PEG."""

HALF = 7.0
"""Half the size of a mark."""
WIDE = 11.5
"""Half the size of a diamond: its corners show behind a mark of the pain at the same place."""
AIR = 4.0
"""Room kept free on both sides of words."""
BOLD = 1.08
"""How much wider bold letters are."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle that something takes up."""

    left: float
    top: float
    right: float
    bottom: float

    def touches(self, other: Box) -> bool:
        """True where both share some room."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def wider(self, by: float) -> Box:
        """The same with more room on both sides."""
        return Box(self.left - by, self.top, self.right + by, self.bottom)

    def crossed_by(self, start: Point, end: Point) -> bool:
        """True where a straight line runs through it (Liang and Barsky 1984)."""
        enter, leave = 0.0, 1.0
        (x, y), dx, dy = start, end[0] - start[0], end[1] - start[1]
        for move, room in (
            (-dx, x - self.left),
            (dx, self.right - x),
            (-dy, y - self.top),
            (dy, self.bottom - y),
        ):
            if move == 0:
                if room < 0:
                    return False
            elif move < 0:
                enter = max(enter, room / move)
            else:
                leave = min(leave, room / move)
        return enter <= leave


def text_box(run: TextRun) -> Box:
    """The room a line of text takes up, by estimate."""
    width = text_width(run.text, run.size) * (BOLD if run.bold else 1.0)
    left = {"start": run.x, "middle": run.x - width / 2, "end": run.x - width}[run.anchor]
    return Box(left, run.y - run.size * 0.8, left + width, run.y + run.size * 0.25)


def mark_shapes(kind: Mark, x: float, y: float) -> tuple[Shape, ...]:
    """One mark around (x, y), with a rim of the ground so that it stands out from any line."""
    if kind == "second":
        return (Path(_diamond(x, y, WIDE), fill="surface", line="text", line_width=2.2),)
    fill: Role = "surface" if kind.endswith("open") else "icon_added"
    if kind.startswith("visit"):
        rim = HALF + 2.0
        return (
            Rect(x - rim, y - rim, 2 * rim, 2 * rim, fill="surface"),
            Rect(x - HALF, y - HALF, 2 * HALF, 2 * HALF, fill, "icon_added", 2.4),
        )
    return (
        Circle(x, y, HALF + 2.0, fill="surface"),
        Circle(x, y, HALF - 0.4, fill, "icon_added", 2.4),
    )


def _diamond(x: float, y: float, reach: float) -> tuple[Command, ...]:
    return (
        ("M", x, y - reach),
        ("L", x + reach, y),
        ("L", x, y + reach),
        ("L", x - reach, y),
        ("Z",),
    )


@dataclass(slots=True)
class Board:
    """Collects shapes; remembers what is taken, so that words keep off each other."""

    width: float
    rtl: bool
    shapes: list[Shape] = field(default_factory=list)
    taken: list[Box] = field(default_factory=list)
    strokes: list[tuple[Point, Point]] = field(default_factory=list)
    """Lines that words keep off."""

    def x(self, along: float) -> float:
        """Time runs in reading direction."""
        return self.width - along if self.rtl else along

    def line(
        self,
        points: Sequence[tuple[float, float]],
        role: Role,
        width: float,
        dash: tuple[float, ...] = (),
    ) -> None:
        """Draw a line through points whose x is counted from the reading side."""
        if width >= 2.0:
            ends = [(self.x(x), y) for x, y in points]
            self.strokes += list(pairwise(ends))
        commands: list[Command] = [("M", self.x(points[0][0]), points[0][1])]
        commands += [("L", self.x(x), y) for x, y in points[1:]]
        self.shapes.append(Path(tuple(commands), line=role, line_width=width, dash=dash))

    def run(
        self,
        along: float,
        y: float,
        text: str,
        size: float,
        anchor: Anchor = "start",
        role: Role = "text",
        *,
        bold: bool = False,
    ) -> TextRun:
        """A line of text that begins, has its middle or ends at ``along`` (reading direction)."""
        turned: dict[Anchor, Anchor] = {"start": "end", "middle": "middle", "end": "start"}
        side = turned[anchor] if self.rtl else anchor
        return TextRun(self.x(along), y, text, size, role, side, bold)

    def put(self, run: TextRun) -> None:
        """Write it, come what may."""
        self.shapes.append(run)
        self.taken.append(text_box(run))

    def put_if_free(self, *runs: TextRun) -> bool:
        """Write the first of these that touches nothing and stays inside; False where none does."""
        for run in runs:
            box = text_box(run)
            room = box.wider(AIR)
            inside = box.left >= 0 and box.right <= self.width
            free = not any(room.touches(other) for other in self.taken)
            if inside and free and not any(box.crossed_by(*stroke) for stroke in self.strokes):
                ground = (box.right - box.left, box.bottom - box.top)
                self.shapes.append(Rect(box.left, box.top, *ground, fill="surface"))
                self.put(run)
                return True
        return False


def spread(wanted: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Places near the ``wanted`` ones, ``gap`` apart and between ``low`` and ``high``.

    The order is kept. Where there is no room for all, the gap gives way.
    """
    if not wanted:
        return []
    order = sorted(range(len(wanted)), key=lambda n: wanted[n])
    gap = min(gap, (high - low) / max(1, len(wanted) - 1))
    places = [min(max(wanted[n], low), high) for n in order]
    for n in range(1, len(places)):
        places[n] = max(places[n], places[n - 1] + gap)
    places[-1] = min(places[-1], high)
    for n in range(len(places) - 2, -1, -1):
        places[n] = min(places[n], places[n + 1] - gap)
    found = [0.0] * len(wanted)
    for place, n in zip(places, order, strict=True):
        found[n] = place
    return found
