"""What a figure counts: people, or the times that something is done to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdm_aid.i18n import _

if TYPE_CHECKING:
    from sdm_aid.domain.evidence import Estimate
    from sdm_aid.domain.library import DecisionContent


def counted_noun(content: DecisionContent, estimate: Estimate) -> str:
    """What was counted where it was not people: "injections"; empty where it was people."""
    if estimate.counted == "people":
        return ""
    return content.words(f"evidence.{estimate.id}.counted", _("times it is done"))
