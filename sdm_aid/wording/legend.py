"""What the people of a picture stand for, with their counts: the legend beside the array."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from sdm_aid.i18n import _
from sdm_aid.i18n.formats import number
from sdm_aid.wording.facts import say

if TYPE_CHECKING:
    from sdm_aid.domain.evidence import Estimate
    from sdm_aid.domain.library import DecisionContent
    from sdm_aid.domain.risk import IconCounts

IconState = Literal["anyway", "added", "fewer", "neither"]


@dataclass(frozen=True, slots=True)
class LegendLine:
    """One kind of person in the picture."""

    state: IconState
    count: int
    words: str


def legend(
    content: DecisionContent, estimate: Estimate, counts: IconCounts, *, split: bool
) -> tuple[LegendLine, ...]:
    """The lines of an array, without the kinds that nobody is in.

    ``split``: the picture tells anyway from because of the treatment (both arms of one study);
    otherwise it only tells those it happened to from the others.
    """
    did = say(content, f"evidence.{estimate.id}.did", _("did"))
    did_not = say(content, f"evidence.{estimate.id}.did_not", _("did not"))
    if estimate.counted != "people":
        did, did_not = _("with it"), _("without it")
    happened = _("{n} anyway, with or without it") if split else _("{n} {did}")
    lines: tuple[tuple[IconState, int, str], ...] = (
        ("anyway", counts.anyway, happened),
        ("added", counts.added, _("{n} more because of it")),
        ("fewer", counts.fewer, _("{n} fewer because of it")),
        ("neither", counts.neither, _("{n} {did_not}")),
    )
    return tuple(
        LegendLine(state, count, form.format(n=number(count), did=did, did_not=did_not))
        for state, count, form in lines
        if count
    )
