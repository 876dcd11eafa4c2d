"""L-80: a decision shows what tends to happen with nothing new, not much older than the rest."""

from __future__ import annotations

from collections.abc import Iterator

from sdm_aid.content.check.model import CheckInput, Finding

MOST_YEARS = 10


def check(data: CheckInput) -> Iterator[Finding]:
    """No natural course (error); one far older than the evidence on the options (warn)."""
    named = data.decision.natural_course
    if not named:
        what = "nothing says what tends to happen with nothing new"
        remedy = "Name estimates under natural_course"
        yield data.decision_finding("L-80", "error", "natural_course", what, remedy)
    newest = max((_year(data, name) for name in data.shown()), default=0)
    for name in named:
        estimate = data.content.estimates[name]
        if estimate.kind != "natural-course" and estimate.control is None:
            what = f'"{name}" is neither a natural course nor a group that went without'
            yield data.decision_finding("L-80", "error", "natural_course", what, "Name another")
        year = _year(data, name)
        if year and newest - year > MOST_YEARS:
            what = f"the natural course is of {year}, evidence on an option of {newest}"
            remedy = "Look for newer figures, or waive this with the reason"
            yield data.estimate_finding("L-80", "warn", name, what, remedy)


def _year(data: CheckInput, name: str) -> int:
    return data.content.sources[data.content.estimates[name].source].year or 0
