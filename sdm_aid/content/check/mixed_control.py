"""L-71 and D-70: only figures of one body of evidence, against one kind of comparison, line up."""

from __future__ import annotations

from collections.abc import Iterator

from sdm_aid.content.check.model import CheckInput, Finding

PRETEND = frozenset({"sham_procedure", "placebo_pill"})


def check(data: CheckInput) -> Iterator[Finding]:
    """Rows said to be comparable that mix studies, or pretend-controlled and other figures.

    A finding in words is no number that could be lined up, here as on the table.
    """
    for row in data.decision.rows:
        every = [estimate for other, _, estimate in data.figures() if other.id == row.id]
        own = [estimate for estimate in every if estimate.has_number]
        if not row.comparable:
            continue
        key, remedy = f"rows.{row.id}", "Set comparable = false"
        if len({estimate.comparator.kind in PRETEND for estimate in own}) > 1:
            what = "figures against a pretend treatment stand beside others as if comparable"
            yield data.decision_finding("L-71", "error", key, what, remedy)
        if len({estimate.evidence_group for estimate in own}) > 1:
            what = "figures of different bodies of evidence stand side by side as if comparable"
            yield data.decision_finding("D-70", "error", key, what, remedy)
