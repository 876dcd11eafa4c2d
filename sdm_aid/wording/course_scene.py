"""The course as a picture with its words: domain values in, scene out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdm_aid.drawing.course_plot import PlotPoint, PlotWords, course_plot
from sdm_aid.i18n import _
from sdm_aid.i18n.formats import date_short, number
from sdm_aid.wording.course import day_of, plot_alt, rounded

if TYPE_CHECKING:
    from datetime import datetime

    from sdm_aid.domain.course import Course, CoursePoint
    from sdm_aid.drawing.course_parts import Mark
    from sdm_aid.drawing.scene import Scene

DAY = 86_400.0


def course_scene(course: Course, *, width: float = 760.0, rtl: bool = False) -> Scene:
    """The plot of a course, ``width`` scene units wide."""
    start = course.points[0].at
    return course_plot(
        [_plotted(point, start) for point in course.points],
        _words(course),
        target=course.target,
        width=width,
        rtl=rtl,
        alt=plot_alt(course),
    )


def _plotted(point: CoursePoint, start: datetime) -> PlotPoint:
    return PlotPoint(
        day=(point.at - start).total_seconds() / DAY,
        kind="visit" if point.kind == "visit" else "look",
        pain=point.pain,
        second=None if point.peg is None else float(point.peg),
        momentary=point.measured == "now",
        label=date_short(day_of(point)),
        number="" if point.pain is None else number(point.pain),
    )


def _words(course: Course) -> PlotWords:
    pains = [point.pain for point in course.points if point.pain is not None]
    pegs = [point.peg for point in course.points if point.peg is not None]
    return PlotWords(
        scale=_("Pain from 0, none, to 10, the worst you can imagine"),
        pain=_("Pain {n}").format(n=number(pains[-1])) if pains else "",
        second=_("PEG about {n}").format(n=number(rounded(pegs[-1]))) if pegs else "",
        target=""
        if course.target is None
        else _("Good enough: {n}").format(n=number(course.target)),
        legend=_legend(course),
    )


def _legend(course: Course) -> tuple[tuple[Mark, str], ...]:
    """Only what the picture holds."""
    names: dict[Mark, str] = {
        "visit": _("Visit: pain on average"),
        "visit_open": _("Visit: only the pain at the moment was asked"),
        "look": _("Looked again: pain on average"),
        "look_open": _("Looked again: only the pain at the moment was asked"),
        "second": _("How much pain gets in the way (PEG)"),
    }
    there: set[Mark] = {"second"} if course.pegs else set()
    for point in course.points:
        if point.kind == "visit" and point.measured:
            there.add("visit" if point.measured == "average" else "visit_open")
        elif point.measured:
            there.add("look" if point.measured == "average" else "look_open")
    return tuple((mark, words) for mark, words in names.items() if mark in there)
