"""L-20: what a picture of people needs: a time, and counts that agree with the figure.

Harms may lack a time where the source gives none: their line says so.
"""

from __future__ import annotations

from collections.abc import Iterator

from sdm_aid.content.check.model import CheckInput, Finding
from sdm_aid.domain.evidence import Estimate, Level
from sdm_aid.domain.risk import half_up

POOLED = 5.0
"""Out of 100: a figure pooled over studies differs from the sum of their counts, by no more."""


def check(data: CheckInput) -> Iterator[Finding]:
    """Frequencies that cannot be drawn honestly."""
    for name, estimate in data.shown().items():
        if estimate.shape != "frequency":
            continue
        if estimate.horizon.relation == "not_stated" and estimate.kind not in ("harm", "burden"):
            what = "the source gives no time for these people"
            remedy = "Find the time in the source; every chance needs a by-when"
            yield data.estimate_finding("L-20", "warn", name, what, remedy)
        for arm in ("treated", "control"):
            level = getattr(estimate, arm)
            if level is not None and level.value is not None:
                yield from _range(data, estimate, arm, level)
                yield from _counts(data, estimate, arm, level)


def _range(data: CheckInput, estimate: Estimate, arm: str, level: Level) -> Iterator[Finding]:
    if level.value is None or level.low is None or level.high is None:
        return
    if not level.low <= level.value <= level.high:
        what = f"{arm}: the value lies outside its own range"
        yield data.estimate_finding("L-20", "error", estimate.id, what, "Read the source again")


def _counts(data: CheckInput, estimate: Estimate, arm: str, level: Level) -> Iterator[Finding]:
    if level.value is None or level.events is None or level.total is None:
        return
    per = float(estimate.per or 100)
    gap = abs(level.events / level.total - level.value / per) * 100
    far = gap > POOLED or level.events > level.total
    # What is drawn is a whole number of people: the counts must give the same one.
    drawn, counted = half_up(level.value), half_up(level.events * per / level.total)
    if far or (drawn != counted and estimate.derived is None):
        what = f"{arm}: {level.events} of {level.total} is {counted}, not {drawn}, out of {per:g}"
        remedy = "Read the source again; where it pooled studies, say so under derived"
        yield data.estimate_finding("L-20", "error", estimate.id, what, remedy)
