"""The same people as one bar from 0 to the denominator, never cut short."""

from collections.abc import Callable

from sdm_aid.design.tokens import Role
from sdm_aid.drawing.bracket import Bracket, bracket_shapes, bracket_width
from sdm_aid.drawing.icon_array import GRIDS, StateCounts, states_in_order
from sdm_aid.drawing.person import STATES, State
from sdm_aid.drawing.scene import Anchor, Command, Path, Rect, Scene, Shape, TextRun, moved

TICKS = 5
TEXT = 13.0
AXIS = 44.0
BAR = 96.0
PADDING = 7.0


def bar(
    counts: StateCounts,
    total: int = 100,
    size: float = 220.0,
    *,
    rtl: bool = False,
    range_band: tuple[int, int] | None = None,
    range_label: str = "",
    number: Callable[[int], str] = str,
    alt: str = "",
) -> Scene:
    """Draw the counts as a standing bar in the room of the icon array of the same ``size``.

    ``number`` writes the figures of the scale. Raises ValueError as :func:`icon_array` does.
    """
    if total not in GRIDS:
        raise ValueError(f"bars are drawn out of 100 or 1000, not {total}")
    states = states_in_order(counts, total)
    grid = GRIDS[100]
    unit = size / 220.0
    height = grid.height * size / grid.width
    frame = _Frame(unit, height, size, total, rtl)
    if range_band is None:
        shapes = [*frame.scale(number), *frame.segments(states)]
        return Scene(size, height, tuple(shapes), alt=alt)
    low, high = range_band
    if not 0 <= low <= high <= total:
        raise ValueError(f"range {range_band} is not within 0 to {total}")
    bracket = Bracket(frame.y(high), frame.y(low), range_label, unit)
    room = max(0.0, bracket_width(bracket) - frame.spare)
    frame.shift = room if rtl else 0.0
    solid = counts.anyway + counts.added
    shapes = [*frame.scale(number), *frame.segments(states)]
    shapes.append(frame.hatch(min(low, solid), min(high, solid), "surface"))
    shapes.append(frame.hatch(max(low, solid), max(high, solid), "line_control"))
    shapes.extend(frame.beside(bracket))
    return Scene(size + room, height, tuple(shapes), alt=alt)


class _Frame:
    """Where the bar stands and how high a number of people is."""

    def __init__(self, unit: float, height: float, size: float, total: int, rtl: bool) -> None:
        self.unit, self.height, self.size, self.total, self.rtl = unit, height, size, total, rtl
        self.shift = 0.0
        self.spare = size - (AXIS + BAR) * unit

    @property
    def left(self) -> float:
        """Left edge of the bar."""
        start = self.size - (AXIS + BAR) * self.unit if self.rtl else AXIS * self.unit
        return self.shift + start

    def y(self, people: float) -> float:
        """Height of a number of people, counted up from the bottom."""
        pad = PADDING * self.unit
        return self.height - pad - (self.height - 2 * pad) * people / self.total

    def beside(self, bracket: Bracket) -> list[Shape]:
        """The bracket on the side of the bar away from the scale."""
        if not self.rtl:
            return list(bracket_shapes(bracket, self.left + BAR * self.unit))
        edge = self.left - bracket_width(bracket)
        return _shifted(bracket_shapes(bracket, 0.0, rtl=True), edge)

    def scale(self, number: Callable[[int], str]) -> list[Shape]:
        """Ticks and figures from 0 to the denominator."""
        shapes: list[Shape] = []
        unit = self.unit
        for tick in range(TICKS + 1):
            people = self.total * tick // TICKS
            y = self.y(people)
            edge = self.left + (BAR * unit if self.rtl else 0.0)
            way = 1.0 if self.rtl else -1.0
            line: tuple[Command, ...] = (("M", edge, y), ("L", edge + way * 6 * unit, y))
            shapes.append(Path(line, line="line_control", line_width=1.2 * unit))
            x = edge + way * 11 * unit
            drop = y + TEXT * 0.36 * unit
            words = number(people)
            anchor: Anchor = "start" if self.rtl else "end"
            shapes.append(TextRun(x, drop, words, TEXT * unit, "text_soft", anchor))
        return shapes

    def segments(self, states: tuple[State, ...]) -> list[Shape]:
        """One block a state, in the fill of its figure, inside the outline of all people."""
        unit = self.unit
        shapes: list[Shape] = [
            Rect(
                self.left,
                self.y(self.total),
                BAR * unit,
                self.y(0) - self.y(self.total),
                line="icon_neither",
                line_width=1.4 * unit,
            )
        ]
        start = 0
        for state in STATES:
            count = states.count(state)
            if count and state != "neither":
                shapes.extend(self._segment(state, start, count))
            start += count
        return shapes

    def _segment(self, state: State, start: int, count: int) -> list[Shape]:
        unit = self.unit
        top, bottom = self.y(start + count), self.y(start)
        gap = min(1.5 * unit, (bottom - top) / 3) if start else 0.0
        box = (self.left, top, BAR * unit, bottom - top - gap)
        if state == "fewer":
            block = Rect(*box, line="icon_added", line_width=2.4 * unit)
            return [block, *self._mark(top, bottom - gap, "icon_added", plus=False)]
        if state == "anyway":
            return [Rect(*box, fill="icon_anyway")]
        block = Rect(*box, fill="icon_added")
        return [block, *self._mark(top, bottom - gap, "icon_added_mark", plus=True)]

    def _mark(self, top: float, bottom: float, role: Role, *, plus: bool) -> list[Shape]:
        arm = min(7.0 * self.unit, (bottom - top) * 0.36)
        if arm < 1.2 * self.unit:
            return []
        x, y = self.left + BAR * self.unit / 2, (top + bottom) / 2
        commands: list[Command] = [("M", x - arm, y), ("L", x + arm, y)]
        if plus:
            commands += [("M", x, y - arm), ("L", x, y + arm)]
        return [Path(tuple(commands), line=role, line_width=arm * 0.5)]

    def hatch(self, low: int, high: int, role: Role) -> Path:
        """Stripes over the part of the bar that is not certain."""
        top, bottom = self.y(high), self.y(low)
        left, right = self.left, self.left + BAR * self.unit
        step = 9.0 * self.unit
        commands: list[Command] = []
        start = top - (right - left)
        count = int((bottom - start) / step) + 1
        for index in range(1, count + 1):
            y = start + index * step  # height at the left edge of a stripe rising to the right
            x0, y0, x1, y1 = left, y + (right - left), right, y
            if y0 > bottom:
                x0, y0 = x0 + (y0 - bottom), bottom
            if y1 < top:
                x1, y1 = x1 - (top - y1), top
            if x1 > x0:
                commands += [("M", x0, y0), ("L", x1, y1)]
        return Path(tuple(commands), line=role, line_width=1.5 * self.unit)


def _shifted(shapes: tuple[Shape, ...], dx: float) -> list[Shape]:
    out: list[Shape] = []
    for shape in shapes:
        if isinstance(shape, Path):
            out.append(
                Path(moved(shape.commands, dx, 0), line=shape.line, line_width=shape.line_width)
            )
        elif isinstance(shape, TextRun):
            out.append(
                TextRun(shape.x + dx, shape.y, shape.text, shape.size, shape.role, shape.anchor)
            )
    return out
