"""The picture of one half of the picture view: people, a bar or a ruler, as its evidence allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdm_aid.domain.risk import difference_to_hundred, half_up, interval, to_hundred
from sdm_aid.drawing.bars import bar
from sdm_aid.drawing.icon_array import icon_array
from sdm_aid.drawing.ruler import (
    RulerWords,
    arms_ruler,
    course_ruler,
    difference_ruler,
    level_ruler,
)
from sdm_aid.i18n import _, ngettext
from sdm_aid.i18n.formats import number

if TYPE_CHECKING:
    from sdm_aid.domain.evidence import Estimate, Level, Scale
    from sdm_aid.domain.library import DecisionContent
    from sdm_aid.domain.pairing import Panel
    from sdm_aid.drawing.scene import Scene

PEOPLE, THOUSAND, RULER = 230.0, 330.0, 540.0
"""Widths in units of the scene: an array of 100, one of 1,000, a ruler."""


def panel_scene(
    content: DecisionContent,
    panel: Panel,
    alt: str,
    *,
    as_bars: bool,
    show_range: bool,
    rtl: bool,
    ruler: float = RULER,
) -> Scene | None:
    """The picture of a panel; None where its evidence allows words alone.

    ``ruler``: width of a ruler, whose words keep their size: narrower, where they are drawn larger.
    """
    counts = panel.counts
    if counts is None:
        drawn = panel.kind.startswith("ruler")
        return _ruler(content, panel, alt, ruler, rtl=rtl) if drawn else None
    band = None
    if show_range and panel.frequency is not None:
        band = interval(panel.frequency, counts.total)
    if as_bars:
        return bar(counts, counts.total, PEOPLE, rtl=rtl, range_band=band, number=number, alt=alt)
    size = PEOPLE if counts.total == 100 else THOUSAND
    return icon_array(counts, counts.total, size, rtl=rtl, range_band=band, alt=alt)


def _ruler(
    content: DecisionContent, panel: Panel, alt: str, width: float, *, rtl: bool
) -> Scene | None:
    estimate = panel.cell.estimate
    if estimate is None or estimate.scale is None:
        return None
    words, scale = _words(content, estimate), estimate.scale
    if panel.kind == "ruler_difference":
        return _difference(estimate, scale, words, alt, width, rtl=rtl)
    own = estimate.treated if panel.cell.arm == "treated" else estimate.control
    if own is None or own.value is None:
        return None
    place = to_hundred(own.value, scale)
    other = estimate.control if panel.cell.arm == "treated" else None
    if other is not None and other.value is not None:
        return _arms(to_hundred(other.value, scale), place, scale, words, alt, width, rtl=rtl)
    if own.baseline is not None:
        start = to_hundred(own.baseline, scale)
        named = _named(words, first=_at_start(start), second=_later(place))
        return course_ruler(start, place, named, width=width, rtl=rtl, alt=alt)
    named = _named(words, first=_average(place))
    return level_ruler(place, named, width=width, rtl=rtl, alt=alt)


def _arms(
    control: float,
    treated: float,
    scale: Scale,
    words: RulerWords,
    alt: str,
    width: float,
    *,
    rtl: bool,
) -> Scene:
    apart = abs(half_up(treated) - half_up(control))
    named = RulerWords(
        low=words.low,
        high=words.high,
        first=_("the other group: {n}").format(n=_points(control)),
        second=_("with it: {n}").format(n=_points(treated)),
        gap=ngettext("{n} point apart", "{n} points apart", apart).format(n=number(apart)),
        smallest=words.smallest,
        number=words.number,
    )
    return arms_ruler(
        control, treated, named, smallest=_noticed(scale), width=width, rtl=rtl, alt=alt
    )


def _difference(
    estimate: Estimate, scale: Scale, words: RulerWords, alt: str, width: float, *, rtl: bool
) -> Scene | None:
    level = estimate.difference
    if level is None or level.value is None:
        return None
    points = difference_to_hundred(level.value, scale)
    form = _("{n} less") if points < 0 else _("{n} more")
    named = RulerWords(
        low=_("less"),
        high=_("more"),
        gap=form.format(n=_points(abs(points))),
        smallest=words.smallest,
        none=_("no difference"),
        number=words.number,
    )
    return difference_ruler(
        points,
        named,
        interval=_ends(level, scale),
        smallest=_noticed(scale),
        width=width,
        rtl=rtl,
        alt=alt,
    )


def _words(content: DecisionContent, estimate: Estimate) -> RulerWords:
    best, worst = _("the best"), _("the worst")
    higher_is_worse = estimate.scale is not None and estimate.scale.worse == "higher"
    low, high = (best, worst) if higher_is_worse else (worst, best)
    prefix = f"evidence.{estimate.id}"
    return RulerWords(
        low=content.words(f"{prefix}.zero", low),
        high=content.words(f"{prefix}.hundred", high),
        smallest=_("most people notice this much"),
        number=_points,
    )


def _named(words: RulerWords, first: str = "", second: str = "") -> RulerWords:
    return RulerWords(words.low, words.high, first, second, "", words.smallest, "", words.number)


def _noticed(scale: Scale) -> float | None:
    if scale.smallest_change is None:
        return None
    return difference_to_hundred(scale.smallest_change, scale)


def _ends(level: Level, scale: Scale) -> tuple[float, float] | None:
    if level.low is None or level.high is None:
        return None
    return difference_to_hundred(level.low, scale), difference_to_hundred(level.high, scale)


def _points(value: float) -> str:
    return number(half_up(value))


def _average(place: float) -> str:
    return _("on average {n}").format(n=_points(place))


def _at_start(place: float) -> str:
    return _("at the start: {n}").format(n=_points(place))


def _later(place: float) -> str:
    return _("later: {n}").format(n=_points(place))
