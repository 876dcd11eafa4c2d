"""L-72: "nothing new for now" has its own number, or a state that says there is none."""

from __future__ import annotations

from collections.abc import Iterator

from sdm_aid.content.check.model import CheckInput, Finding


def check(data: CheckInput) -> Iterator[Finding]:
    """Figures in column A that belong to a treatment and not to people who went without."""
    first = data.decision.options[0]
    for row, cell, estimate in data.figures():
        if cell.option != first.letter or row.group == "wrong":
            continue
        own = estimate.kind == "natural-course" or first.treatment in estimate.treatments
        if not own and cell.arm != "control":
            what = f'"{estimate.id}" is about people who had a treatment'
            remedy = 'Name a natural course, or the control group (arm = "control")'
            key = f"rows.{row.id}.{cell.option}"
            yield data.decision_finding("L-72", "error", key, what, remedy)
