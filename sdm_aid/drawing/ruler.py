"""Scores as a ruler: two averages, a difference alone, one level, or a start and a later score.

A ruler draws only what it is given: a difference never makes up the two averages behind it.
"""

from math import ceil, floor

from sdm_aid.drawing.ruler_parts import (
    SMALL,
    TEXT,
    Board,
    RulerWords,
    draw_axis,
    draw_ends,
    draw_labels,
    draw_mark,
    draw_span,
)
from sdm_aid.drawing.scene import Command, Path, Rect, Scene

__all__ = [
    "RulerWords",
    "arms_ruler",
    "course_ruler",
    "difference_ruler",
    "difference_span",
    "level_ruler",
]


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
    board = Board(width, low, high, rtl)
    draw_labels(board, control, treated, words)
    axis = draw_axis(board, words, abs)
    start, end = sorted((board.x(control), board.x(treated)))
    board.shapes.append(Rect(start, axis - 4, end - start, 8, fill="icon_added"))
    draw_mark(board, control, axis, filled=False)
    draw_mark(board, treated, axis, filled=True)
    draw_ends(board, words)
    draw_span(board, control, treated, words.gap, "icon_added")
    if smallest:
        toward = smallest if treated >= control else -smallest
        draw_span(board, control, _within(control + toward, low, high), words.smallest, "text")
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
    board = Board(width, low, high, rtl)
    board.y = 20.0
    board.words(board.x(0), words.none, SMALL, "text_soft")
    zero_top = board.y + 6
    board.y = 40.0
    board.words(board.x(difference), words.gap, TEXT, bold=True)
    axis = draw_axis(board, words, abs)
    board.line(("M", board.x(0), zero_top), ("L", board.x(0), axis + 12), width=1.4)
    if interval is not None:
        _draw_interval(board, interval, axis)
    draw_mark(board, difference, axis, filled=True)
    draw_ends(board, words)
    if smallest:
        toward = smallest if difference >= 0 else -smallest
        draw_span(board, 0.0, toward, words.smallest, "text")
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
    board = Board(width, low, high, rtl)
    board.y = 18.0
    board.words(board.x(level), words.first, bold=True)
    axis = draw_axis(board, words, abs)
    draw_mark(board, level, axis, filled=True)
    draw_ends(board, words)
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
    board = Board(width, low, high, rtl)
    draw_labels(board, start, later, words)
    axis = draw_axis(board, words, abs)
    path: tuple[Command, ...] = (("M", board.x(start), axis), ("L", board.x(later), axis))
    board.shapes.append(Path(path, line="surface", line_width=5.0))
    board.shapes.append(Path(path, line="text", line_width=2.6, dash=(5.0, 4.0)))
    draw_mark(board, start, axis, filled=False)
    draw_mark(board, later, axis, filled=True)
    draw_ends(board, words)
    board.y += 6
    return board.scene(alt)


def _draw_interval(board: Board, interval: tuple[float, float], axis: float) -> None:
    left, right = sorted((board.x(interval[0]), board.x(interval[1])))
    board.shapes.append(Rect(left, axis - 5, right - left, 10, fill="icon_anyway"))
    for x in (left, right):
        board.line(("M", x, axis - 9), ("L", x, axis + 9), width=2.0)


def _check(low: float, high: float, *values: float) -> None:
    for value in values:
        if not low <= value <= high:
            raise ValueError(f"{value:g} is not on the scale from {low:g} to {high:g}")


def _within(value: float, low: float, high: float) -> float:
    return min(max(value, low), high)
