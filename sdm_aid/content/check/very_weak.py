"""L-32: figures of very low certainty place nothing on a row of "What matters"."""

from __future__ import annotations

from collections.abc import Iterator

from sdm_aid.content.check.model import CheckInput, Finding


def check(data: CheckInput) -> Iterator[Finding]:
    """Value rows that take a point from a figure nobody can rely on."""
    for row in data.decision.values:
        for option in row.options:
            estimate = data.content.estimates.get(option.estimate or "")
            if estimate is not None and estimate.certainty == "very_low":
                what = f'"{estimate.id}" is graded very low and cannot place option {option.option}'
                key = f"values.{row.id}.{option.option}"
                yield data.decision_finding("L-32", "error", key, what, "Write unknown = true")
