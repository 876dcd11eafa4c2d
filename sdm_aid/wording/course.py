"""How it went, in sentences: change in points, the patient's own mark, size words, what to mind.

Down and up are said in the same form; nothing here calls a direction good or bad.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING

from sdm_aid.i18n import N_, NN_, _, ngettext
from sdm_aid.i18n.formats import date_short, number
from sdm_aid.wording.sentence import paragraph

if TYPE_CHECKING:
    from sdm_aid.domain.course import Course, CoursePoint

IMMPACT = N_(
    "Dworkin RH et al. Interpreting the clinical importance of treatment outcomes in chronic "
    "pain clinical trials: IMMPACT recommendations. J Pain 2008;9:105-21."
)
ALL_TOLD = 12
"""With more points than this, the words name the ends and the extremes."""

_DOWN: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "average": NN_(
            "Pain on average went down by {n} point since {day}, from {start} to {end}.",
            "Pain on average went down by {n} points since {day}, from {start} to {end}.",
        ),
        "now": NN_(
            "Pain at the moment went down by {n} point since {day}, from {start} to {end}.",
            "Pain at the moment went down by {n} points since {day}, from {start} to {end}.",
        ),
    }
)
_UP: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "average": NN_(
            "Pain on average went up by {n} point since {day}, from {start} to {end}.",
            "Pain on average went up by {n} points since {day}, from {start} to {end}.",
        ),
        "now": NN_(
            "Pain at the moment went up by {n} point since {day}, from {start} to {end}.",
            "Pain at the moment went up by {n} points since {day}, from {start} to {end}.",
        ),
    }
)
_SAME: Mapping[str, str] = MappingProxyType(
    {
        "average": N_("Pain on average is the same as on {day}: {end}."),
        "now": N_("Pain at the moment is the same as on {day}: {end}."),
    }
)
_BAND: Mapping[str, str] = MappingProxyType(
    {
        "minimal": N_("In studies of pain, a fall of this size is called minimal."),
        "moderate": N_("In studies of pain, a fall of this size is called moderate."),
        "substantial": N_("In studies of pain, a fall of this size is called substantial."),
    }
)


def day_of(point: CoursePoint) -> date:
    """The day of a point in the clinic's own time."""
    return point.at.astimezone().date()


def rounded(score: Fraction) -> int:
    """A mean as a whole number, halves up: patients see no decimals."""
    return math.floor(score + Fraction(1, 2))


def change_line(course: Course) -> str:
    """How the pain number changed since the signed visit, or why that cannot be said."""
    start, change = course.baseline, course.change
    day = date_short(day_of(start))
    if change is None:
        return _no_change_known(course, day)
    start_words, end = number(change.start), number(change.end)
    if not change.points:
        return _(_SAME[change.measured]).format(day=day, end=end)
    forms = (_DOWN if change.points < 0 else _UP)[change.measured]
    count = abs(change.points)
    return ngettext(*forms, count).format(n=number(count), day=day, start=start_words, end=end)


def _no_change_known(course: Course, day: str) -> str:
    if course.baseline.pain is None:
        return _(
            "No pain number was written down on {day}, so there is none to compare with."
        ).format(day=day)
    if course.unlike:
        return _(
            "One number is an average and the other is the pain at the moment, so we do not "
            "compare them."
        )
    return _("No pain number has been written down since {day}.").format(day=day)


def target_line(course: Course) -> str:
    """The last number against the patient's own mark; empty where no mark was set."""
    if course.target is None:
        return ""
    said = _("You said that {n} or less would be good enough.").format(n=number(course.target))
    over, latest = course.over_target, course.latest
    if over is None or latest is None or latest.pain is None:
        return said
    if over > 0:
        form = ngettext(
            "The last number is {end}, {n} point above that.",
            "The last number is {end}, {n} points above that.",
            over,
        )
        return f"{said} {form.format(end=number(latest.pain), n=number(over))}"
    return f"{said} " + _("The last number is {end}, so that is reached.").format(
        end=number(latest.pain)
    )


def band_line(course: Course) -> str:
    """The provisional word for a fall of this size; for a rise, that there is none."""
    change = course.change
    if change is None or not change.points or change.share is None:
        return ""
    if change.points > 0:
        return _("Studies have words for the size of a fall only, so a rise is given in points.")
    if change.band is None:
        return ""
    warning = _("The word is provisional and made for groups of people.")
    return f"{_(_BAND[change.band])} {warning}"


def peg_line(course: Course) -> str:
    """The three questions together, first and last time; empty where they were never answered."""
    pegs = course.pegs
    if not pegs:
        return ""
    first, last = pegs[0], pegs[-1]
    if first is last:
        return _("How much pain gets in the way (PEG): about {n} out of 10 on {day}.").format(
            n=_about(last), day=date_short(day_of(last))
        )
    return _(
        "How much pain gets in the way (PEG): about {start} out of 10 on {first}, about {end} on "
        "{last}."
    ).format(
        start=_about(first),
        first=date_short(day_of(first)),
        end=_about(last),
        last=date_short(day_of(last)),
    )


def _about(point: CoursePoint) -> str:
    return number(rounded(point.peg)) if point.peg is not None else ""


def mind_line() -> str:
    """What no picture of a course can say."""
    return _("Pain goes up and down by itself too. The picture shows when, not why.")


def lines_under(course: Course) -> tuple[str, ...]:
    """What stands under the plot for the patient, the empty lines left out."""
    lines = (change_line(course), target_line(course), peg_line(course), mind_line())
    return tuple(line for line in lines if line)


def plot_alt(course: Course) -> str:
    """The plot in words for those who do not see it."""
    head = _("Pain over time, from 0, no pain, to 10, the worst you can imagine.")
    points = course.points
    if len(points) <= ALL_TOLD:
        told = [_told(point) for point in points]
    else:
        told = _ends_and_extremes(course)
    mark = ""
    if course.target is not None:
        mark = _("Good enough for you: {n} or less.").format(n=number(course.target))
    return paragraph(head, *told, mark)


def _ends_and_extremes(course: Course) -> list[str]:
    known = [point for point in course.points if point.pain is not None]
    count = len(course.points)
    told = [ngettext("{n} time in all.", "{n} times in all.", count).format(n=number(count))]
    told += [_told(course.points[0]), _told(course.points[-1])]
    if known:
        highest = max(known, key=lambda point: point.pain or 0)
        lowest = min(known, key=lambda point: point.pain or 0)
        told.append(_("Highest. {point}").format(point=_told(highest)))
        told.append(_("Lowest. {point}").format(point=_told(lowest)))
    return told


def _told(point: CoursePoint) -> str:
    """One point: day, what it was, the numbers."""
    said = []
    if point.pain is None:
        said.append(_("pain not asked"))
    elif point.measured == "now":
        said.append(_("pain at the moment {n}").format(n=number(point.pain)))
    else:
        said.append(_("pain on average {n}").format(n=number(point.pain)))
    if point.peg is not None:
        said.append(_("PEG about {n}").format(n=_about(point)))
    what = _("visit") if point.kind == "visit" else _("looked again")
    return _("{day}, {what}: {numbers}.").format(
        day=date_short(day_of(point)), what=what, numbers=", ".join(said)
    )
