"""L-70: before-after change is never a benefit."""

from __future__ import annotations

from collections.abc import Iterator

from sdm_aid.content.check.model import CheckInput, Finding


def check(data: CheckInput) -> Iterator[Finding]:
    """Cells about what could get better that hold an uncontrolled change."""
    for row in data.decision.rows:
        for cell in row.cells if row.group == "better" else ():
            for name in cell.estimates:
                estimate = data.content.estimates[name]
                before_after = estimate.comparator.kind == "before_after"
                if before_after or estimate.kind == "uncontrolled-change":
                    what = f'"{name}" is a before-after change and stands as a benefit'
                    remedy = "Take it out of the cell; it may stand in the clinician's drawer"
                    key = f"rows.{row.id}.{cell.option}"
                    yield data.decision_finding("L-70", "error", key, what, remedy)
