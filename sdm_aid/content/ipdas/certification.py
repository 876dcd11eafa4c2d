"""IPDASi, the six certification items for all aids: without these people could be misled."""

from __future__ import annotations

from statistics import median

from sdm_aid.content.ipdas.items import Assess, Verdict, met_unless, missing, passed
from sdm_aid.domain.library import DecisionContent

TOLERANCE = 0.25
"""How far one column's words may lie from the middle one (the house rule, L-90)."""


def _equal_detail(content: DecisionContent) -> Verdict:
    words = dict.fromkeys((option.letter for option in content.decision.options), 0)
    for row in content.decision.rows:
        for cell in row.cells if row.kind == "words" else ():
            words[cell.option] += len(content.words(cell.text or "", "").split())
    middle = median(words.values())
    gaps = [
        f"{letter} has {count} words, the middle {middle:g}"
        for letter, count in words.items()
        if abs(count - middle) > TOLERANCE * middle
    ]
    reason = "the same rows for each column, none blank, about as many words in each"
    return met_unless(gaps, reason, "uneven columns")


def _cited(content: DecisionContent) -> Verdict:
    incomplete = sum(not source.complete for source in content.sources.values())
    reason = f"{len(content.sources)} sources, each with title and DOI, PMID or address"
    if incomplete:
        reason += f"; {incomplete} references are marked as incomplete"
    return passed(reason) if content.sources else missing("no source is named")


def _dated(content: DecisionContent) -> Verdict:
    return passed(f"compiled {content.decision.compiled.isoformat()}")


def _kept_up(content: DecisionContent) -> Verdict:
    decision = content.decision
    if not content.words("update_policy", "").strip():
        return missing("write update_policy")
    return passed(f"next look {decision.review_due.isoformat()}, ends {decision.expires}")


def _how_sure(content: DecisionContent) -> Verdict:
    shown = [item for item in content.estimates.values() if item.display == "patient"]
    graded = sum(item.certainty != "not_graded" for item in shown)
    rest = len(shown) - graded
    return passed(f"{graded} figures carry a grade, {rest} say that nobody graded them")


def _funding(content: DecisionContent) -> Verdict:
    funding = content.words("funding", "").strip()
    return passed("funding is stated and printed") if funding else missing("write funding")


CERTIFICATION: dict[str, Assess] = {
    "CE1": _equal_detail,
    "CE2": _cited,
    "CE3": _dated,
    "CE4": _kept_up,
    "CE5": _how_sure,
    "CE6": _funding,
}
