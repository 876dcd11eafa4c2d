"""People in rows, filled from the bottom; every array of one denominator has one size."""

from dataclasses import dataclass
from itertools import repeat
from typing import Protocol

from sdm_aid.drawing.bracket import Bracket, bracket_shapes, bracket_width
from sdm_aid.drawing.person import (
    HATCH,
    HEIGHT,
    STATES,
    WIDTH,
    State,
    hatch_corner,
    hatch_symbol,
    person_symbol,
)
from sdm_aid.drawing.scene import Scene, Shape, Use


class StateCounts(Protocol):
    """People in each state; the four numbers add up to the denominator."""

    @property
    def anyway(self) -> int: ...
    @property
    def added(self) -> int: ...
    @property
    def fewer(self) -> int: ...
    @property
    def neither(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Grid:
    """Columns, rows and the pitch of a denominator's array, in glyph units."""

    columns: int
    rows: int
    pitch_x: float
    pitch_y: float
    block_gap: float

    @property
    def width(self) -> float:
        """Width from the first figure's left to the last one's right."""
        return self.x(self.columns - 1) + WIDTH

    @property
    def height(self) -> float:
        """Height from the top row's heads to the bottom row's feet."""
        return self.y(self.rows - 1) + HEIGHT

    def x(self, column: int) -> float:
        """Left edge of a column; every fifth is followed by an extra gap, to help counting."""
        return column * self.pitch_x + (column // 5) * self.block_gap

    def y(self, row: int) -> float:
        """Top edge of a row counted from the top."""
        return row * self.pitch_y + (row // 5) * self.block_gap


GRIDS = {100: Grid(10, 10, 14.6, 22.6, 6.0), 1000: Grid(25, 40, 13.6, 21.6, 6.0)}


def states_in_order(counts: StateCounts, total: int) -> tuple[State, ...]:
    """Return each person's state in the order of filling.

    Raises ValueError where a count is negative or the counts do not add up to ``total``.
    """
    numbers = (counts.anyway, counts.added, counts.fewer, counts.neither)
    if min(numbers) < 0 or sum(numbers) != total:
        raise ValueError(f"states {numbers} do not add up to {total} people")
    return tuple(s for state, n in zip(STATES, numbers, strict=True) for s in repeat(state, n))


def place(grid: Grid, index: int, *, rtl: bool = False) -> tuple[float, float]:
    """Return the top left corner of the ``index``-th person: bottom row first, in reading order."""
    row, column = divmod(index, grid.columns)
    if rtl:
        column = grid.columns - 1 - column
    return grid.x(column), grid.y(grid.rows - 1 - row)


def icon_array(
    counts: StateCounts,
    total: int = 100,
    size: float = 220.0,
    *,
    rtl: bool = False,
    range_band: tuple[int, int] | None = None,
    range_label: str = "",
    alt: str = "",
) -> Scene:
    """Draw ``total`` people (100 or 1000) ``size`` units wide.

    ``range_band`` (low, high) hatches the people between the bounds and sets a bracket with
    ``range_label`` at the reading end, which makes the scene wider by the bracket's room.
    Raises ValueError for another total, counts that do not add up, or a band outside 0 to total.
    """
    if total not in GRIDS:
        raise ValueError(f"people are drawn out of 100 or 1000, not {total}")
    grid = GRIDS[total]
    scale = size / grid.width
    states = states_in_order(counts, total)
    bracket = None if range_band is None else _bracket(grid, range_band, scale, total, range_label)
    room = 0.0 if bracket is None else bracket_width(bracket)
    left = room if rtl else 0.0
    shapes: list[Shape] = []
    low, high = range_band or (0, 0)
    for index, state in enumerate(states):
        x, y = place(grid, index, rtl=rtl)
        if low <= index < high:
            tx, ty = hatch_corner(x, y, grid.pitch_x, grid.pitch_y)
            shapes.append(Use(HATCH, left + tx * scale, ty * scale, scale))
        shapes.append(Use(state, left + x * scale, y * scale, scale))
    if bracket is not None:
        shapes.extend(bracket_shapes(bracket, 0.0 if rtl else size, rtl=rtl))
    used = tuple(person_symbol(state) for state in STATES if state in states)
    symbols = (*used, hatch_symbol(grid.pitch_x, grid.pitch_y)) if high > low else used
    return Scene(size + room, grid.height * scale, tuple(shapes), symbols, alt)


def _bracket(
    grid: Grid, band: tuple[int, int], scale: float, total: int, label: str
) -> Bracket | None:
    low, high = band
    if not 0 <= low <= high <= total:
        raise ValueError(f"range {band} is not within 0 to {total}")
    if low == high:
        return None
    first, last = low // grid.columns, (high - 1) // grid.columns
    top = grid.y(grid.rows - 1 - last) * scale
    bottom = (grid.y(grid.rows - 1 - first) + HEIGHT) * scale
    return Bracket(top, bottom, label, grid.width * scale / 220.0)
