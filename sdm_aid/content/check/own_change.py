"""L-50: change from the start within one group is never shown as an effect."""

from __future__ import annotations

from collections.abc import Iterator

from sdm_aid.content.check.model import CheckInput, Finding


def check(data: CheckInput) -> Iterator[Finding]:
    """Benefits that are one group's change from the start."""
    for name, estimate in data.shown().items():
        alone = estimate.control is None and estimate.comparator.kind in ("none", "before_after")
        if estimate.from_start and alone and estimate.kind == "benefit":
            what = "one group's change from the start is stored as a benefit"
            remedy = 'Store it as kind = "uncontrolled-change", display = "clinician"'
            yield data.estimate_finding("L-50", "error", name, what, remedy)
