"""Scores as a ruler: two averages, a difference alone, one level, or a start and a later score.

A ruler draws only what it is given: a difference never makes up the two averages behind it.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from math import ceil, floor

from sdm_aid.design.tokens import Role
from sdm_aid.drawing.bracket import text_width
from sdm_aid.drawing.scene import Anchor, Circle, Command, Path, Rect, Scene, Shape, TextRun

TEXT = 14.0
SMALL = 12.5
MARGIN = 16.0


def whole(value: float) -> str:
    """Write a figure of the scale without decimals."""
    return f"{value:g}"


@dataclass(frozen=True, slots=True)
class RulerWords:
    """What stands at the ruler; the caller words and formats all of it.

    ``low`` and ``high`` name the ends, ``first`` and ``second`` the marks (control and treated,
    or start and later), ``gap`` the difference, ``smallest`` the smallest change people notice,
    ``none`` the place of no difference.
    """

    low: str = ""
    high: str = ""
    first: str = ""
    second: str = ""
    gap: str = ""
    smallest: str = ""
    none: str = ""
    number: Callable[[float], str] = whole


@dataclass(slots=True)
class _Board:
    """Collects shapes and knows where a value lies."""

    width: float
    low: float
    high: float
    rtl: bool
    y: float = 0.0
    shapes: list[Shape] = field(default_factory=list)

    def x(self, value: float) -> float:
        """Horizontal place of a value; the scale runs in reading direction."""
        share = (value - self.low) / (self.high - self.low)
        run = self.width - 2 * MARGIN
        return MARGIN + run * (1 - share if self.rtl else share)

    def line(self, *commands: Command, role: Role = "text", width: float = 1.6) -> None:
        """Draw a line."""
        self.shapes.append(Path(commands, line=role, line_width=width))

    def words(
        self, x: float, text: str, size: float = TEXT, role: Role = "text", bold: bool = False
    ) -> None:
        """Write centred on ``x`` at the current height, pushed inside the ruler's width."""
        if not text:
            return
        half = text_width(text, size) / 2
        anchor: Anchor = "middle"
        if x - half < 0:
            x, anchor = 2.0, "start"
        elif x + half > self.width:
            x, anchor = self.width - 2.0, "end"
        self.shapes.append(TextRun(x, self.y, text, size, role, anchor, bold))

    def scene(self, alt: str) -> Scene:
        """The finished picture."""
        return Scene(self.width, self.y, tuple(self.shapes), alt=alt)


def arms_ruler(
    control: float,
    treated: float,
    words: RulerWords,
    *,
    low: float = 0.0,
    high: float = 100.0,
    smallest: float | None = None,
    width: float = 520.0,
    rtl: bool = False,
    alt: str = "",
) -> Scene:
    """Draw two averages of one study, the gap, and the smallest change people notice.

    Raises ValueError where a level lies off the scale.
    """
    _check(low, high, control, treated)
    board = _Board(width, low, high, rtl)
    _labels(board, control, treated, words)
    axis = _axis(board, words, abs)
    start, end = sorted((board.x(control), board.x(treated)))
    board.shapes.append(Rect(start, axis - 4, end - start, 8, fill="icon_added"))
    _mark(board, control, axis, filled=False)
    _mark(board, treated, axis, filled=True)
    _ends(board, words)
    _span(board, control, treated, words.gap, "icon_added")
    if smallest:
        toward = smallest if treated >= control else -smallest
        _span(board, control, _within(control + toward, low, high), words.smallest, "text")
    board.y += 6
    return board.scene(alt)


def difference_ruler(
    difference: float,
    words: RulerWords,
    *,
    interval: tuple[float, float] | None = None,
    smallest: float | None = None,
    span: tuple[float, float] | None = None,
    width: float = 520.0,
    rtl: bool = False,
    alt: str = "",
) -> Scene:
    """Draw a difference and its interval around "no difference"; no level of either group.

    ``span`` sets the ends of the scale, for two rulers that lie side by side; otherwise it is
    the tens around all that is drawn. Raises ValueError where ``span`` is too short.
    """
    values = [difference, 0.0, *(interval or ())]
    if smallest:
        values.append(smallest if difference >= 0 else -smallest)
    low, high = span or difference_span(values)
    _check(low, high, *values)
    board = _Board(width, low, high, rtl)
    board.y = 20.0
    board.words(board.x(0), words.none, SMALL, "text_soft")
    zero_top = board.y + 6
    board.y = 40.0
    board.words(board.x(difference), words.gap, TEXT, bold=True)
    axis = _axis(board, words, abs)
    board.line(("M", board.x(0), zero_top), ("L", board.x(0), axis + 12), width=1.4)
    if interval is not None:
        left, right = sorted((board.x(interval[0]), board.x(interval[1])))
        board.shapes.append(Rect(left, axis - 5, right - left, 10, fill="icon_anyway"))
        for x in (left, right):
            board.line(("M", x, axis - 9), ("L", x, axis + 9), width=2.0)
    _mark(board, difference, axis, filled=True)
    _ends(board, words)
    if smallest:
        toward = smallest if difference >= 0 else -smallest
        _span(board, 0.0, toward, words.smallest, "text")
    board.y += 6
    return board.scene(alt)


def difference_span(values: list[float]) -> tuple[float, float]:
    """Return the scale for differences: the tens around all ``values``, at least -20 to 20."""
    return (
        min(-20.0, 10.0 * floor(min(values) / 10.0)),
        max(20.0, 10.0 * ceil(max(values) / 10.0)),
    )


def level_ruler(
    level: float,
    words: RulerWords,
    *,
    low: float = 0.0,
    high: float = 100.0,
    width: float = 520.0,
    rtl: bool = False,
    alt: str = "",
) -> Scene:
    """Draw one average on its scale. Raises ValueError where it lies off the scale."""
    _check(low, high, level)
    board = _Board(width, low, high, rtl)
    board.y = 18.0
    board.words(board.x(level), words.first, bold=True)
    axis = _axis(board, words, abs)
    _mark(board, level, axis, filled=True)
    _ends(board, words)
    board.y += 6
    return board.scene(alt)


def course_ruler(
    start: float,
    later: float,
    words: RulerWords,
    *,
    low: float = 0.0,
    high: float = 100.0,
    width: float = 520.0,
    rtl: bool = False,
    alt: str = "",
) -> Scene:
    """Draw where one group began and where it was later: dashed, because this is no effect.

    Raises ValueError where a score lies off the scale.
    """
    _check(low, high, start, later)
    board = _Board(width, low, high, rtl)
    _labels(board, start, later, words)
    axis = _axis(board, words, abs)
    path: tuple[Command, ...] = (("M", board.x(start), axis), ("L", board.x(later), axis))
    board.shapes.append(Path(path, line="surface", line_width=5.0))
    board.shapes.append(Path(path, line="text", line_width=2.6, dash=(5.0, 4.0)))
    _mark(board, start, axis, filled=False)
    _mark(board, later, axis, filled=True)
    _ends(board, words)
    board.y += 6
    return board.scene(alt)


def _check(low: float, high: float, *values: float) -> None:
    for value in values:
        if not low <= value <= high:
            raise ValueError(f"{value:g} is not on the scale from {low:g} to {high:g}")


def _within(value: float, low: float, high: float) -> float:
    return min(max(value, low), high)


def _labels(board: _Board, first: float, second: float, words: RulerWords) -> None:
    """Write the two labels over their marks, on two heights where they would touch."""
    a, b = board.x(first), board.x(second)
    room = (text_width(words.first, TEXT) + text_width(words.second, TEXT)) / 2 + 16
    board.y = 18.0
    board.words(a, words.first)
    if abs(a - b) >= room:
        board.words(b, words.second, bold=True)
        return
    stem = board.y + 6
    board.y += 22.0
    board.line(("M", a, stem), ("L", a, board.y + 20), role="line_control", width=1.0)
    half = text_width(words.second, TEXT) / 2
    if b <= a:  # ends before the stem, or it would be struck through
        end = max(min(a - 9, b + half), min(2 * half, a - 9))
        board.shapes.append(TextRun(end, board.y, words.second, TEXT, "text", "end", bold=True))
    else:
        start = min(max(a + 9, b - half), max(board.width - 2 * half, a + 9))
        board.shapes.append(TextRun(start, board.y, words.second, TEXT, "text", "start", bold=True))


def _axis(board: _Board, words: RulerWords, shown: Callable[[float], float]) -> float:
    """Draw the scale with its figures under the current height; return the axis' height."""
    axis = board.y + 24.0
    board.line(
        ("M", board.x(board.low), axis),
        ("L", board.x(board.high), axis),
        role="line_control",
        width=2.0,
    )
    reach = board.high - board.low
    step = reach / 10 if board.low >= 0 else (5.0 if reach <= 60 else 10.0)
    board.y = axis + 28.0
    for index in range(round(reach / step) + 1):
        value = board.low + index * step
        long = round(value / step) % 2 == 0
        x = board.x(value)
        tick: tuple[Command, Command] = (("M", x, axis), ("L", x, axis + (9 if long else 5)))
        board.line(*tick, role="line_control", width=1.4 if long else 1.0)
        if long:
            board.words(x, words.number(shown(value)), SMALL, "text_soft")
    return axis


def _ends(board: _Board, words: RulerWords) -> None:
    """Write what the ends of the scale mean, under them."""
    if not words.low and not words.high:
        return
    board.y += 19.0
    left, right = (words.high, words.low) if board.rtl else (words.low, words.high)
    board.shapes.append(TextRun(2.0, board.y, left, SMALL, "text_soft", "start"))
    board.shapes.append(TextRun(board.width - 2.0, board.y, right, SMALL, "text_soft", "end"))


def _mark(board: _Board, value: float, axis: float, *, filled: bool) -> None:
    fill: Role = "icon_added" if filled else "surface"
    line: Role = "surface" if filled else "text"
    x = board.x(value)
    board.shapes.append(Circle(x, axis, 8.5, fill="surface"))
    board.shapes.append(Circle(x, axis, 7.0, fill=fill, line=line, line_width=2.2))


def _span(board: _Board, start: float, end: float, label: str, role: Role) -> None:
    """Draw a bracket under the scale with its words beside it."""
    left, right = sorted((board.x(start), board.x(end)))
    board.y += 26.0
    middle = board.y - TEXT * 0.36
    board.line(
        ("M", left, middle - 6),
        ("L", left, middle + 6),
        ("M", left, middle),
        ("L", right, middle),
        ("M", right, middle - 6),
        ("L", right, middle + 6),
        role=role,
        width=2.0,
    )
    room = text_width(label, SMALL) + 12
    after = right + room <= board.width
    before = left - room >= 0
    if after and not (board.rtl and before):
        board.shapes.append(TextRun(right + 10, board.y, label, SMALL, "text", "start"))
    elif before:
        board.shapes.append(TextRun(left - 10, board.y, label, SMALL, "text", "end"))
    else:
        board.y += 20.0
        board.words((left + right) / 2, label, SMALL)
