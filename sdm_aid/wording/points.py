"""Scores in words: whole points from 0 to 100, levels, courses, changes and differences."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from sdm_aid.domain import risk
from sdm_aid.i18n import NN_, _, ngettext
from sdm_aid.i18n.formats import number

if TYPE_CHECKING:
    from sdm_aid.domain.evidence import Estimate, Level, Scale
    from sdm_aid.domain.library import DecisionContent


_NOTICED: Mapping[str | None, tuple[str, str]] = MappingProxyType(
    {
        None: NN_(
            "Most people notice a change of about {n} point or more in their own score.",
            "Most people notice a change of about {n} points or more in their own score.",
        ),
        "line": NN_(
            "On a score marked on a line, most people notice a change of about {n} point or more "
            "in their own score.",
            "On a score marked on a line, most people notice a change of about {n} points or more "
            "in their own score.",
        ),
        "number": NN_(
            "On a score said as a number, most people notice a change of about {n} point or more "
            "in their own score.",
            "On a score said as a number, most people notice a change of about {n} points or more "
            "in their own score.",
        ),
        "questions": NN_(
            "On a score made up from questions, most people notice a change of about {n} point or "
            "more in their own score.",
            "On a score made up from questions, most people notice a change of about {n} points or "
            "more in their own score.",
        ),
    }
)


def averages_caption() -> str:
    """Stands under every average (section 5 of the rules)."""
    return _("These are averages. Some people got more, some less, some none.")


def scale_line(content: DecisionContent, estimate: Estimate) -> str:
    """What the ends of the scale are: "0 is no pain, 100 the worst pain"."""
    if estimate.scale is None:
        return ""
    if estimate.scale.worse == "higher":
        ends = _("the best"), _("the worst")
    else:
        ends = _("the worst"), _("the best")
    prefix = f"evidence.{estimate.id}"
    return _("0 is {zero}, 100 is {hundred}").format(
        zero=content.words(f"{prefix}.zero", ends[0]),
        hundred=content.words(f"{prefix}.hundred", ends[1]),
    )


def noticed_line(scale: Scale | None) -> str:
    """The smallest change that most people notice in their own score, and on which kind of score.

    Two kinds of score can stand in one cell, both shown from 0 to 100; each has its own. It says
    nothing about a gap between two groups.
    """
    if scale is None or scale.smallest_change is None:
        return ""
    count = max(1, risk.half_up(risk.difference_to_hundred(scale.smallest_change, scale)))
    return ngettext(*_NOTICED[scale.smallest_change_on], count).format(n=number(count))


def level_words(level: Level, scale: Scale) -> str:
    """An average on the scale: "on average about 24"; a range without point keeps both ends."""
    if level.value is None:
        low, high = level_ends(level, scale) or (0, 0)
        return _("on average between {low} and {high}").format(low=number(low), high=number(high))
    return _("on average about {n}").format(n=number(place(level.value, scale)))


def level_short(level: Level, scale: Scale) -> str:
    """The same for a cell: "about 24 on a scale of 0 to 100"."""
    if level.value is None:
        low, high = level_ends(level, scale) or (0, 0)
        return _("between {low} and {high} on a scale of 0 to 100").format(
            low=number(low), high=number(high)
        )
    return _("about {n} on a scale of 0 to 100").format(n=number(place(level.value, scale)))


def place(value: float, scale: Scale) -> int:
    """A score as a whole number from 0 to 100."""
    return risk.half_up(risk.to_hundred(value, scale))


def level_ends(level: Level, scale: Scale) -> tuple[int, int] | None:
    """The ends of a level's interval from 0 to 100; None where there is none."""
    if level.low is None or level.high is None:
        return None
    return place(level.low, scale), place(level.high, scale)


def course_words(start: float, end: float, scale: Scale, horizon: str | None) -> str:
    """A course: "started at about 52, was about 24 by 1 year"."""
    places = {"start": number(place(start, scale)), "end": number(place(end, scale))}
    if horizon is None:
        return _("started at about {start}, was about {end} later").format(**places)
    return _("started at about {start}, was about {end} {horizon}").format(
        **places, horizon=horizon
    )


def range_of(low: int, high: int) -> str:
    """ "could be between 21 and 30"; empty for one number."""
    if low == high:
        return ""
    return _("could be between {low} and {high}").format(low=number(low), high=number(high))


def distance(points: float, scale: Scale) -> int:
    """A distance between two scores in whole points out of 100."""
    return risk.half_up(risk.difference_to_hundred(points, scale))


def difference_words(level: Level, scale: Scale) -> str:
    """A difference between groups: "on average 15 points less"."""
    if level.value is None:
        return _ends_words(level, scale, alone=True)
    points = distance(level.value, scale)
    if points == 0:
        return _("on average about the same")
    if points < 0:
        return ngettext("on average {n} point less", "on average {n} points less", -points).format(
            n=number(-points)
        )
    return ngettext("on average {n} point more", "on average {n} points more", points).format(
        n=number(points)
    )


def difference_range(level: Level, scale: Scale) -> str:
    """The interval of a difference in points, from less to more where it crosses zero."""
    return "" if level.value is None else _ends_words(level, scale, alone=False)


def _ends_words(level: Level, scale: Scale, *, alone: bool) -> str:
    if level.low is None or level.high is None:
        return ""
    low, high = distance(level.low, scale), distance(level.high, scale)
    if low == high and not alone:
        return ""
    first, second = number(abs(low)), number(abs(high))
    if low < 0 < high:
        form = _("from {low} less to {high} more, in points")
        wrapped = _("could be anything from {low} less to {high} more, in points")
    elif low >= 0:
        form = _("between {low} and {high} points more")
        wrapped = _("could be between {low} and {high} points more")
    else:
        first, second = second, first
        form = _("between {low} and {high} points less")
        wrapped = _("could be between {low} and {high} points less")
    return (form if alone else wrapped).format(low=first, high=second)


def change_words(level: Level, scale: Scale) -> str:
    """A change from the start in one group: "went down by about 20 points on average"."""
    if level.value is None:
        return _("changed {range} from the start").format(
            range=_ends_words(level, scale, alone=True)
        )
    points = distance(level.value, scale)
    if points == 0:
        return _("stayed about the same on average")
    if points < 0:
        return ngettext(
            "went down by about {n} point on average",
            "went down by about {n} points on average",
            -points,
        ).format(n=number(-points))
    return ngettext(
        "went up by about {n} point on average",
        "went up by about {n} points on average",
        points,
    ).format(n=number(points))
