"""Blocks with a size: they paint themselves below a point and split where a page ends.

Every `split` makes progress when forced, so that any text, however long, reaches paper.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from sdm_aid.design.tokens import Role
from sdm_aid.documents.pdf import inline
from sdm_aid.documents.pdf.flow import Line
from sdm_aid.documents.pdf.pen import Pen
from sdm_aid.documents.pdf.structure import Node
from sdm_aid.documents.pdf.theme import TextStyle

SLACK = 0.01
"""Points by which rounding may overfill a page."""


class Laid(Protocol):
    """Something of known height; `split` gives what fits in `room` and what is left."""

    @property
    def height(self) -> float: ...

    def paint(self, pen: Pen, x: float, top: float) -> None: ...

    def split(self, room: float, *, force: bool) -> Split: ...


Split = tuple[Laid | None, Laid | None]


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines of one paragraph in a column `width` wide; `centred` or at the start side."""

    lines: Sequence[Line]
    style: TextStyle
    width: float
    node: Node | None
    at_end: bool = False

    @property
    def height(self) -> float:
        return len(self.lines) * self.style.leading

    def paint(self, pen: Pen, x: float, top: float) -> None:
        shift = pen.rtl != self.at_end
        placed = [(x + (self.width - line.width if shift else 0), line) for line in self.lines]
        node = self.node
        if node is not None and (node.bookmark or node.place):
            pen.canvas.note(node, top)
        if node is not None and any(map(inline.parted, self.lines)):
            inline.paint(pen, node, placed, top, self.style)
        else:
            with pen.mark(node):
                pen.lines(placed, top, self.style)

    def split(self, room: float, *, force: bool) -> Split:
        count, total = int((room + SLACK) / self.style.leading), len(self.lines)
        count = max(count, 1) if force else count
        if count >= total:
            return self, None
        if not force:  # no single first or last line on a page of its own
            count = min(count, total - 2) if total > 3 and count >= 2 else 0
        if count <= 0:
            return None, self
        return replace(self, lines=self.lines[:count]), replace(self, lines=self.lines[count:])


@dataclass(frozen=True, slots=True)
class Fixed:
    """Something that cannot be cut: a figure, a rule, a disc."""

    height: float
    draw: Callable[[Pen, float, float], None]

    def paint(self, pen: Pen, x: float, top: float) -> None:
        self.draw(pen, x, top)

    def split(self, room: float, *, force: bool) -> Split:
        return (self, None) if force or self.height <= room + SLACK else (None, self)


def nothing(pen: Pen, x: float, top: float) -> None:
    """Empty height."""


@dataclass(frozen=True, slots=True)
class Item:
    """A part of a stack: the gap above it (none at a page's top), and whether the next must follow
    on the same page."""

    laid: Laid
    gap: float = 0.0
    keep_next: bool = False


@dataclass(frozen=True, slots=True)
class Stack:
    """Parts below each other; `whole`: up to this height it moves on rather than split."""

    items: tuple[Item, ...]
    whole: float = 0.0
    height: float = field(init=False, compare=False)

    def __post_init__(self) -> None:
        """Add the heights up once: columns and pages ask for them over and over."""
        gaps = sum(item.gap for item in self.items[1:])
        object.__setattr__(self, "height", gaps + sum(item.laid.height for item in self.items))

    def paint(self, pen: Pen, x: float, top: float) -> None:
        for i, item in enumerate(self.items):
            top -= item.gap if i else 0
            item.laid.paint(pen, x, top)
            top -= item.laid.height

    def split(self, room: float, *, force: bool) -> Split:
        if self.height <= room + SLACK:
            return self, None
        if not force and self.height <= self.whole:
            return None, self
        used = 0.0
        for i, item in enumerate(self.items):
            gap = item.gap if i else 0
            if used + gap + item.laid.height <= room + SLACK:
                used += gap + item.laid.height
                continue
            head, tail = item.laid.split(room - used - gap, force=force and i == 0)
            if head is None:
                return self._before(i, force=force)
            rest = (replace(item, laid=tail), *self.items[i + 1 :]) if tail else self.items[i + 1 :]
            return (
                Stack((*self.items[:i], replace(item, laid=head))),
                Stack(rest) if rest else None,
            )
        return self, None

    def _before(self, i: int, *, force: bool) -> Split:
        """Break above part `i`, and higher where a heading would be left alone."""
        cut = i
        while cut and self.items[cut - 1].keep_next:
            cut -= 1
        if cut == 0 and (not force or i == 0):
            return None, self
        cut = cut or i
        return Stack(self.items[:cut]), Stack(self.items[cut:])


@dataclass(frozen=True, slots=True)
class Grid:
    """How a table row is ruled: its edges, the ground of its first cells, padding inside a cell."""

    edge: Role
    padding: float
    ground: Role | None = None


@dataclass(frozen=True, slots=True)
class Beside:
    """Parts side by side, each with its distance from the left; a table row if it has a grid.

    `whole`: below this height it moves to the next page rather than split.
    """

    parts: tuple[tuple[float, Laid | None], ...]
    width: float
    grid: Grid | None = None
    whole: float = 0.0
    height: float = field(init=False, compare=False)

    def __post_init__(self) -> None:
        """Find the height once."""
        tallest = max((laid.height for _, laid in self.parts if laid), default=0.0)
        padding = 2 * self.grid.padding if self.grid else 0.0
        object.__setattr__(self, "height", tallest + padding)

    def paint(self, pen: Pen, x: float, top: float) -> None:
        inset = self.grid.padding if self.grid else 0
        if self.grid:
            self._rule(pen, x, top, self.grid)
        for left, laid in self.parts:
            if laid:
                laid.paint(pen, x + left + inset, top - inset)

    def _rule(self, pen: Pen, x: float, top: float, grid: Grid) -> None:
        height = self.height
        with pen.mark(None):
            pen.rectangle((x, top - height, self.width, height), grid.edge, grid.ground, 0.6)
            for left, _ in self.parts:
                if left > SLACK:
                    pen.upright(x + left, top, top - height, grid.edge, 0.6)

    def split(self, room: float, *, force: bool) -> Split:
        if self.height <= room + SLACK:
            return self, None
        if not force and self.height <= self.whole:
            return None, self
        inset = 2 * self.grid.padding if self.grid else 0
        heads: list[tuple[float, Laid | None]] = []
        tails: list[tuple[float, Laid | None]] = []
        for left, laid in self.parts:
            head, tail = laid.split(room - inset, force=force) if laid else (None, None)
            heads.append((left, head))
            tails.append((left, tail))
        if not any(head for _, head in heads):
            return None, self
        if not any(tail for _, tail in tails):
            return self, None
        return replace(self, parts=tuple(heads)), replace(self, parts=tuple(tails))


@dataclass(frozen=True, slots=True)
class Ruled:
    """Table rows under a head that is drawn again, as decoration, on every page."""

    head: Laid
    rows: Stack
    again: bool = False

    @property
    def height(self) -> float:
        return self.head.height + self.rows.height

    def paint(self, pen: Pen, x: float, top: float) -> None:
        if self.again:
            with pen.decoration():
                self.head.paint(pen, x, top)
        else:
            self.head.paint(pen, x, top)
        self.rows.paint(pen, x, top - self.head.height)

    def split(self, room: float, *, force: bool) -> Split:
        if self.height <= room + SLACK:
            return self, None
        first, rest = self.rows.split(room - self.head.height, force=force)
        if not isinstance(first, Stack):
            return None, self
        return replace(self, rows=first), (
            replace(self, rows=rest, again=True) if isinstance(rest, Stack) else None
        )
