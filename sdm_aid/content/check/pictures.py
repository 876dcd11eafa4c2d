"""L-20: what a picture of people needs: a time, and counts that agree with the figure."""

from __future__ import annotations

from collections.abc import Iterator

from sdm_aid.content.check.model import CheckInput, Finding
from sdm_aid.domain.evidence import Estimate, Level

TOLERANCE = 1.0


def check(data: CheckInput) -> Iterator[Finding]:
    """Frequencies that cannot be drawn honestly."""
    for name, estimate in data.shown().items():
        if estimate.shape != "frequency":
            continue
        if estimate.horizon.relation == "not_stated":
            what = "the source gives no time for these people"
            remedy = "Find the time in the source; every chance needs a by-when"
            yield data.estimate_finding("L-20", "warn", name, what, remedy)
        for arm in ("treated", "control"):
            fault = _counts(getattr(estimate, arm), estimate)
            if fault:
                remedy = "Read the source again"
                yield data.estimate_finding("L-20", "error", name, f"{arm}: {fault}", remedy)


def _counts(level: Level | None, estimate: Estimate) -> str:
    if level is None or level.value is None:
        return ""
    low = level.value if level.low is None else level.low
    high = level.value if level.high is None else level.high
    if not low <= level.value <= high:
        return "the value lies outside its own range"
    if level.events is None or level.total is None:
        return ""
    if level.events > level.total:
        return "more events than people"
    per = float(estimate.per or 100)
    if abs(level.events / level.total * per - level.value) > TOLERANCE:
        return f"{level.events} of {level.total} is not {level.value:g} out of {per:g}"
    return ""
