"""IPDASi, the six qualifying items: without these it is no decision aid."""

from __future__ import annotations

from sdm_aid.content.ipdas.items import Assess, Verdict, met_unless, missing, passed
from sdm_aid.domain.library import DecisionContent

LIVING_WITH = ("physical", "emotional", "social")


def _condition(content: DecisionContent) -> Verdict:
    told = [key for key in content.text if key.startswith("going_on.")]
    if content.words("condition", "").strip() and told:
        return passed("the condition is named and explained")
    return missing("write condition and going_on")


def _question(content: DecisionContent) -> Verdict:
    question = content.words("question", "").strip()
    if question.endswith("?") and len(content.decision.options) > 1:
        return passed(f"asked as: {question}")
    return missing("the question does not end as a question")


def _options(content: DecisionContent) -> Verdict:
    none = [
        option.letter
        for option in content.decision.options
        if content.treatments[option.treatment].nothing_new
    ]
    if none == ["A"]:
        count = len(content.decision.options)
        return passed(f"{count} options, A is nothing new; whether one is left out, people judge")
    return missing("option A, and it alone, must be nothing new (nothing_new = true)")


def _good(content: DecisionContent) -> Verdict:
    rows = [row for row in content.decision.rows if row.group == "better" and row.cells]
    gaps = [] if rows else [option.letter for option in content.decision.options]
    return met_unless(gaps, "each column answers what could get better", "no row says so for")


def _bad(content: DecisionContent) -> Verdict:
    gaps = [
        option.letter
        for option in content.decision.options
        if not content.treatments[option.treatment].harms
    ]
    return met_unless(gaps, "each column says what could go wrong", "no harm is stated for")


def _living(content: DecisionContent) -> Verdict:
    gaps = [
        f"{option.letter} {part}"
        for option in content.decision.options
        for part in LIVING_WITH
        if not content.words(f"treatments.{option.treatment}.{part}", "")
    ]
    return met_unless(gaps, "body, mind and others are told for each column", "not told")


QUALIFYING: dict[str, Assess] = {
    "QL1": _condition,
    "QL2": _question,
    "QL3": _options,
    "QL4": _good,
    "QL5": _bad,
    "QL6": _living,
}
