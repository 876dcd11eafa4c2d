"""What a figure was compared with, and the plain line where that was a pretend treatment."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from sdm_aid.i18n import N_, _

if TYPE_CHECKING:
    from sdm_aid.domain.evidence import ComparatorKind, Estimate, Level
    from sdm_aid.domain.library import DecisionContent

MOST_WORDS = 25
"""A headline with its comparison is no longer than a sentence may be."""
PRETEND: frozenset[ComparatorKind] = frozenset(["placebo_pill", "sham_procedure"])
_NOBODY: frozenset[ComparatorKind] = frozenset(["before_after", "none"])
_NAMES: Mapping[ComparatorKind, str] = MappingProxyType(
    {
        "no_treatment": N_("no treatment"),
        "wait_list": N_("waiting for treatment"),
        "usual_care": N_("the ordinary care"),
        "placebo_pill": N_("a pretend medicine"),
        "sham_procedure": N_("a pretend procedure"),
        "active": N_("another treatment"),
    }
)


def has_comparison(estimate: Estimate) -> bool:
    """Whether anybody was there to compare with."""
    return estimate.comparator.kind not in _NOBODY


def compared_with(content: DecisionContent, estimate: Estimate) -> str:
    """The other group's care as a noun: "a pretend injection"; empty without a comparison."""
    if not has_comparison(estimate):
        return ""
    default = _(_NAMES[estimate.comparator.kind])
    return content.words(f"evidence.{estimate.id}.compared_with", default)


def against(content: DecisionContent, estimate: Estimate, figure: str, alike: bool) -> str:
    """A difference with what it is a difference to: "11 points less than with a pretend pill".

    ``alike``: the figure says "about the same". Left as it is where nobody was there to compare
    with, or where it would not stay one short sentence; the chip says it then.
    """
    name = compared_with(content, estimate)
    if not name:
        return figure
    level = estimate.difference
    either = level is not None and level.value is None and _crosses_zero(level)
    if alike:
        form = _("{figure} as with {compared_with}")
    elif either:
        form = _("{figure}, compared with {compared_with}")
    else:
        form = _("{figure} than with {compared_with}")
    whole = form.format(figure=figure, compared_with=name)
    return whole if len(whole.split()) <= MOST_WORDS else figure


def _crosses_zero(level: Level) -> bool:
    return level.low is not None and level.high is not None and level.low < 0 < level.high


def comparator_chip(
    content: DecisionContent, estimate: Estimate, arm: Literal["treated", "control"] = "treated"
) -> str:
    """The chip beside a number (D-71): what was compared with, or that nobody was."""
    if not has_comparison(estimate):
        return _("no comparison group")
    name = compared_with(content, estimate)
    if arm == "control":
        return _("the other group of the study: {compared_with}").format(compared_with=name)
    if estimate.shape == "frequency" and estimate.control is None:
        return _("no checked number for {compared_with}").format(compared_with=name)
    if estimate.comparator.mixed:
        return _("compared with {compared_with} (more than one kind of comparison)").format(
            compared_with=name
        )
    return _("compared with {compared_with}").format(compared_with=name)


def pretend_line(estimate: Estimate, arm: Literal["treated", "control"] = "treated") -> str:
    """The line of D-81 where the comparison was a pretend treatment; empty elsewhere.

    Where the source's own points show no better result than the pretend treatment, or the interval
    of its difference holds both, it says that. A finding in words speaks for itself.
    """
    if estimate.shape == "words":
        return ""
    if estimate.comparator.kind not in PRETEND or estimate.kind != "benefit" or arm == "control":
        return ""
    if _either_way(estimate):
        return _("People who had the pretend treatment did about as well.")
    if _no_better(estimate):
        return _("People who had the pretend treatment did as well or better.")
    if _none_with_pretend(estimate):
        return ""
    return _("Part of the improvement also happened with a pretend treatment.")


def _points(estimate: Estimate) -> tuple[float, float] | None:
    """Points of both arms, or a difference against 0; None where the source gives no point."""
    if estimate.difference is not None and estimate.difference.value is not None:
        return estimate.difference.value, 0.0
    treated = None if estimate.treated is None else estimate.treated.value
    control = None if estimate.control is None else estimate.control.value
    return None if treated is None or control is None else (treated, control)


def _either_way(estimate: Estimate) -> bool:
    """Whether the interval of the difference reaches from better to worse."""
    level = estimate.difference
    return level is not None and level.interval == "ci95" and _crosses_zero(level)


def _no_better(estimate: Estimate) -> bool:
    points = _points(estimate)
    if points is None or estimate.better == "neither":
        return False
    treated, control = points
    return treated <= control if estimate.better == "higher" else treated >= control


def _none_with_pretend(estimate: Estimate) -> bool:
    control = estimate.control
    counted = estimate.shape == "frequency" and estimate.better == "higher"
    return counted and control is not None and control.value == 0
