"""V-09 and V-10: a figure on a row of "What matters" counts what the row counts, in its direction.

The row's range and its smallest difference are people or points, never both: a threshold for people
says nothing about points.
"""

from __future__ import annotations

from collections.abc import Iterator

from sdm_aid.content.check.model import CheckInput, Finding
from sdm_aid.domain.decision import ValueOf, ValueRow
from sdm_aid.domain.evidence import Shape

COUNTS: dict[Shape, str] = {
    "frequency": "people",
    "frequency_difference": "people",
    "score": "points",
    "score_difference": "points",
}
"""What a figure of each shape counts out of 100; a finding in words counts nothing."""


def check(data: CheckInput) -> Iterator[Finding]:
    """Figures in another unit than their row's, and differences on a row where less is better."""
    for row in data.decision.values:
        for option in row.options:
            yield from _unit(data, row, option)
        yield from _direction(data, row)


def _unit(data: CheckInput, row: ValueRow, option: ValueOf) -> Iterator[Finding]:
    estimate = data.content.estimates.get(option.estimate or "")
    counts = COUNTS.get(estimate.shape) if estimate is not None else None
    if estimate is not None and counts is not None and counts != row.unit:
        what = f'"{estimate.id}" counts {counts} and the row counts {row.unit}'
        remedy = f"Name a figure in {row.unit} or a finding in words, or write unknown = true"
        key = f"values.{row.id}.{option.option}"
        yield data.decision_finding("V-09", "error", key, what, remedy)


def _direction(data: CheckInput, row: ValueRow) -> Iterator[Finding]:
    differences = [option.option for option in row.options if option.arm == "difference"]
    if differences and row.better == "lower":
        what = (
            f"differences count in the good direction ({', '.join(differences)}), and less is not"
        )
        remedy = 'Write better = "higher", with low and high from none to the best'
        yield data.decision_finding("V-10", "error", f"values.{row.id}", what, remedy)
