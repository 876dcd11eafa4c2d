"""L-30: certainty stands on every figure of a row or on none, and names who graded it."""

from __future__ import annotations

from collections.abc import Iterator

from sdm_aid.content.check.model import CheckInput, Finding


def check(data: CheckInput) -> Iterator[Finding]:
    """Grades nobody gave, and rows of one body of evidence that are graded only in part."""
    for name, estimate in data.shown().items():
        if estimate.certainty != "not_graded" and estimate.certainty_by == "none":
            what = f'certainty "{estimate.certainty}", but certainty_by says that nobody graded it'
            remedy = 'Name who graded it, or write certainty = "not_graded"'
            yield data.estimate_finding("L-30", "error", name, what, remedy)
    for row in data.decision.rows:
        own = [estimate for other, _, estimate in data.figures() if other.id == row.id]
        graded = {estimate.certainty != "not_graded" for estimate in own}
        if row.comparable and len(graded) == 2:
            what = "some figures that are lined up are graded and some are not"
            remedy = "Set comparable = false, or find the missing grade"
            yield data.decision_finding("L-30", "error", f"rows.{row.id}", what, remedy)
