"""The course as a plot: pain from 0 to 10 over time in true proportion, PEG, the patient's mark.

Shapes and dashes tell things apart, never hue; a score that was not asked is a gap, never a zero;
no colour, arrow or area says that a direction is good or bad.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from sdm_aid.design.tokens import Role
from sdm_aid.drawing.bracket import text_width
from sdm_aid.drawing.course_parts import (
    AIR,
    BOLD,
    HALF,
    WIDE,
    Board,
    Box,
    Mark,
    mark_shapes,
    spread,
)
from sdm_aid.drawing.scene import Scene

TEXT, SMALL = 16.0, 14.0
TOP, HEIGHT = 30.0, 230.0
LEFT = 36.0
LEAST_DAYS = 1.0
"""Shorter courses do not fill the width: an hour must not look like a year."""
SECOND_DASH = (9.0, 6.0)
TARGET_DASH = (12.0, 4.0, 2.0, 4.0)


@dataclass(frozen=True, slots=True)
class PlotPoint:
    """One point: ``day`` from any fixed start, in days; ``label`` its date in words."""

    day: float
    kind: Literal["visit", "look"]
    pain: float | None = None
    second: float | None = None
    momentary: bool = False
    """The pain of the moment, where the average was not asked: marked, and never joined to it."""
    label: str = ""
    number: str = ""
    """The pain number in words."""


@dataclass(frozen=True, slots=True)
class PlotWords:
    """What stands at the plot; the caller words and formats all of it.

    ``scale`` says what 0 and 10 mean; ``pain``, ``second`` and ``target`` stand at the lines'
    ends; ``legend`` names each mark.
    """

    scale: str = ""
    pain: str = ""
    second: str = ""
    target: str = ""
    legend: tuple[tuple[Mark, str], ...] = ()


@dataclass(slots=True)
class _Plot:
    board: Board
    points: tuple[PlotPoint, ...]
    along: list[float]
    right: float

    def y(self, score: float) -> float:
        return TOP + HEIGHT * (10.0 - score) / 10.0


def course_plot(
    points: Sequence[PlotPoint],
    words: PlotWords,
    *,
    target: float | None = None,
    width: float = 760.0,
    rtl: bool = False,
    alt: str = "",
) -> Scene:
    """Draw the course. Points may come in any order.

    Raises:
        ValueError: a score or the target lies off the scale of 0 to 10, or there is no point.
    """
    _check(points, target)
    ordered = tuple(sorted(points, key=lambda point: point.day))
    ends = [text for text in (words.pain, words.second, words.target) if text]
    room = max((text_width(text, TEXT) * BOLD for text in ends), default=0.0) + 26.0
    right = width - min(room, width * 0.45)
    board = Board(width, rtl)
    plot = _Plot(board, ordered, _places(ordered, LEFT + 18.0, right - 12.0), right)
    _scale(plot, words)
    if target is not None:
        across = [(LEFT, plot.y(target)), (right, plot.y(target))]
        board.line(across, "surface", 5.0)
        board.line(across, "text", 2.0, TARGET_DASH)
    _lines(plot)
    _marks(plot)
    _end_labels(plot, words, target)
    _numbers(plot)
    _dates(plot)
    bottom = _legend(board, words.legend, TOP + HEIGHT + 54.0, width)
    return Scene(width, bottom + 6.0, tuple(board.shapes), alt=alt)


def _check(points: Sequence[PlotPoint], target: float | None) -> None:
    if not points:
        raise ValueError("a course needs at least one point")
    scores = [target, *(p.pain for p in points), *(p.second for p in points)]
    for score in scores:
        if score is not None and not 0 <= score <= 10:
            raise ValueError(f"{score:g} is not on the scale from 0 to 10")


def _places(points: Sequence[PlotPoint], left: float, right: float) -> list[float]:
    """Each point's place by its day; marks that would hide each other stand side by side."""
    first, last = points[0].day, points[-1].day
    reach = max(last - first, LEAST_DAYS)
    places = [left + (right - left) * (point.day - first) / reach for point in points]
    for n in range(1, len(places)):
        before, here = points[n - 1], points[n]
        if _hides(before.pain, here.pain) or _hides(before.second, here.second):
            places[n] = max(places[n], places[n - 1] + min(2 * HALF + 2, (right - left) / 45))
    over = places[-1] - right
    return [place - max(0.0, over) * (place - left) / (places[-1] - left or 1) for place in places]


def _hides(one: float | None, other: float | None) -> bool:
    return one is not None and other is not None and abs(one - other) < 0.6


def _scale(plot: _Plot, words: PlotWords) -> None:
    """The scale from 0 to 10 at the reading side, with thin lines across."""
    board = plot.board
    for score in range(0, 11, 2):
        y = plot.y(score)
        role: Role = "line_control" if score == 0 else "line_rule"
        board.line([(LEFT, y), (plot.right, y)], role, 1.6 if score == 0 else 1.0)
        figure = board.run(LEFT - 9, y + SMALL * 0.36, f"{score}", SMALL, "end", "text_soft")
        board.put(figure)
    if words.scale:
        board.put(board.run(8.0, TOP - 14, words.scale, SMALL, "start", "text_soft"))


def _lines(plot: _Plot) -> None:
    """Join what follows each other and answers the same question; a missing score is a gap."""
    scores = list(zip(plot.along, plot.points, strict=True))
    # a visit has no PEG, so only a look again without one is a gap in its line
    seconds = [(along, p.second) for along, p in scores if p.kind == "look" or p.second is not None]
    for (start, before), (end, here) in pairwise(seconds):
        if before is not None and here is not None:
            ends = [(start, plot.y(before)), (end, plot.y(here))]
            plot.board.line(ends, "text", 2.2, SECOND_DASH)
    for (start, first), (end, then) in pairwise(scores):
        if first.pain is None or then.pain is None or first.momentary != then.momentary:
            continue
        plot.board.line([(start, plot.y(first.pain)), (end, plot.y(then.pain))], "icon_added", 3.2)


def _marks(plot: _Plot) -> None:
    board = plot.board
    for along, point in zip(plot.along, plot.points, strict=True):
        if point.second is not None:
            _mark(board, "second", along, plot.y(point.second))
    for along, point in zip(plot.along, plot.points, strict=True):
        if point.pain is not None:
            _mark(board, _kind(point), along, plot.y(point.pain))


def _kind(point: PlotPoint) -> Mark:
    if point.kind == "visit":
        return "visit_open" if point.momentary else "visit"
    return "look_open" if point.momentary else "look"


def _mark(board: Board, kind: Mark, along: float, y: float) -> None:
    x, reach = board.x(along), WIDE if kind == "second" else HALF + 2.0
    board.shapes.extend(mark_shapes(kind, x, y))
    board.taken.append(Box(x - reach, y - reach, x + reach, y + reach))


def _end_labels(plot: _Plot, words: PlotWords, target: float | None) -> None:
    """Name each line where it ends; names that would touch move apart, with a thin leader."""
    wanted: list[tuple[str, float, bool]] = []
    for text, scores, bold in (
        (words.pain, [point.pain for point in plot.points], True),
        (words.second, [point.second for point in plot.points], False),
    ):
        last = _last(list(zip(plot.along, scores, strict=True)))
        if not text or last is None:
            continue
        along, y = last[0] + WIDE + AIR + 2, plot.y(last[1])
        if along < plot.right - 40:  # the line ends early: its name stands there
            drops = (TEXT * 0.36, -TEXT, TEXT * 1.7)
            runs = [plot.board.run(along, y + drop, text, TEXT, bold=bold) for drop in drops]
            if plot.board.put_if_free(*runs):
                continue
        wanted.append((text, y, bold))
    if words.target and target is not None:
        wanted.append((words.target, plot.y(target), False))
    _at_the_edge(plot, wanted)


def _at_the_edge(plot: _Plot, wanted: Sequence[tuple[str, float, bool]]) -> None:
    places = spread([y for _text, y, _bold in wanted], TEXT * 1.45, TOP + 2, plot.y(0) - 2)
    for (text, y, bold), place in zip(wanted, places, strict=True):
        if abs(place - y) > 1:
            ends = [(plot.right, y), (plot.right + 12, place)]
            plot.board.line(ends, "line_control", 1.0)
        run = plot.board.run(plot.right + 16, place + TEXT * 0.36, text, TEXT, bold=bold)
        plot.board.put(run)


def _last(scores: list[tuple[float, float | None]]) -> tuple[float, float] | None:
    known = [(along, score) for along, score in scores if score is not None]
    return known[-1] if known else None


def _numbers(plot: _Plot) -> None:
    """The pain number at its mark: ends first, then visits, then whatever has room."""
    last = len(plot.points) - 1
    order = sorted(
        range(last + 1), key=lambda n: (n not in (0, last), plot.points[n].kind != "visit", n)
    )
    for n in order:
        point = plot.points[n]
        if point.pain is None or not point.number:
            continue
        y, along = plot.y(point.pain), plot.along[n]
        make = plot.board.run
        over = make(along, y - HALF - 6, point.number, SMALL, "middle", bold=True)
        under = make(along, y + HALF + 14, point.number, SMALL, "middle", bold=True)
        near = [plot.points[k].pain for k in (n - 1, n + 1) if 0 <= k <= last]
        known = [score for score in near if score is not None]
        valley = bool(known) and sum(known) / len(known) > point.pain
        choices = (under, over) if valley and point.pain > 0.9 else (over, under)
        plot.board.put_if_free(*choices)


def _dates(plot: _Plot) -> None:
    """A tick for each point; the dates that have room: first, last, visits, then the others."""
    board, base = plot.board, plot.y(0)
    for along, point in zip(plot.along, plot.points, strict=True):
        long = point.kind == "visit"
        board.line([(along, base), (along, base + (9 if long else 6))], "line_control", 1.6)
    last = len(plot.points) - 1
    order = sorted(
        range(last + 1), key=lambda n: (n not in (0, last), plot.points[n].kind != "visit", n)
    )
    written: set[str] = set()
    for n in order:
        label = plot.points[n].label
        if not label or label in written:
            continue
        written.add(label)
        y = base + 26.0
        half = text_width(label, SMALL) / 2
        middle = min(max(plot.along[n], half + 2), board.width - half - 2)
        board.put_if_free(board.run(middle, y, label, SMALL, "middle", "text_soft"))


def _legend(board: Board, legend: Sequence[tuple[Mark, str]], top: float, width: float) -> float:
    """What each mark means, in rows; return how far down they reach."""
    along, y = LEFT, top
    for kind, text in legend:
        side = 14.0 if kind == "second" else 0.0  # room for the dashes on both sides
        room = 2 * side + 15.0 + text_width(text, SMALL)
        if along > LEFT and along + room > width:
            along, y = LEFT, y + 25.0
        if side:
            board.line([(along - 8, y), (along + 2 * side + 8, y)], "text", 2.2, (6.0, 4.0))
        board.shapes.extend(mark_shapes(kind, board.x(along + side), y))
        named = along + 2 * side + 15.0
        board.put(board.run(named, y + SMALL * 0.36, text, SMALL, "start", "text_soft"))
        along += room + 26.0
    return y + 14.0 if legend else top - 18.0
