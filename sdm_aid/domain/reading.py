"""Where one option stands on a value row, in the row's own unit: its figure, its fact or given."""

from __future__ import annotations

from sdm_aid.domain.decision import ValueOf, ValueRow
from sdm_aid.domain.evidence import DAYS_PER, Estimate, Fact, Level
from sdm_aid.domain.library import DecisionContent

Reading = tuple[float, float | None, float]
"""Low, value, high in the row's own unit; no value where only a range was published."""


def reading(content: DecisionContent, row: ValueRow, value: ValueOf) -> Reading | None:
    """Where an option stands on a row; None where no figure or fact says so."""
    if value.arm == "none":
        return (0.0, 0.0, 0.0)
    if value.fact is not None:
        return _of_fact(content.facts[value.fact], row)
    if value.estimate is not None:
        return _of_estimate(content.estimates[value.estimate], row, value.arm)
    if value.given is not None:
        at = row.low + value.given * (row.high - row.low)
        at = at if row.better == "higher" else row.high - value.given * (row.high - row.low)
        return (at, at, at)
    return None


def _of_fact(fact: Fact, row: ValueRow) -> Reading:
    factor = 1.0
    if fact.unit in DAYS_PER and row.unit in DAYS_PER:
        factor = DAYS_PER[fact.unit] / DAYS_PER[row.unit]
    low = fact.low * factor
    high = (fact.high if fact.high is not None else fact.low) * factor
    return (low, (low + high) / 2, high)


def _of_estimate(estimate: Estimate, row: ValueRow, arm: str) -> Reading | None:
    if estimate.certainty == "very_low":
        return None
    level = {
        "treated": estimate.treated,
        "control": estimate.control,
        "difference": estimate.gap,
    }[arm]
    if level is None:
        return None
    return _scaled(level, estimate, row, arm)


def _scaled(level: Level, estimate: Estimate, row: ValueRow, arm: str) -> Reading | None:
    """In people or points out of 100; a difference counts in the good direction.

    Where no interval was published the value may lie as far off as the smallest difference that
    matters; a published range without a value has no middle, so it keeps its two ends.
    """
    if estimate.scale is not None:
        span = estimate.scale.high - estimate.scale.low
        factor, origin = 100 / span, 0.0 if arm == "difference" else estimate.scale.low
    else:
        factor, origin = 100 / (estimate.per or 100), 0.0
    if arm == "difference" and estimate.better == "lower":
        factor = -factor
    low, high = level.low, level.high
    at = None if level.value is None else (level.value - origin) * factor
    if low is None or high is None:
        return None if at is None else (at - row.mid, at, at + row.mid)
    ends = sorted(((low - origin) * factor, (high - origin) * factor))
    return (ends[0], at, ends[1])
