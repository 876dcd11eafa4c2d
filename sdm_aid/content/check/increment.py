"""L-03: a difference without the level it starts from must say so."""

from __future__ import annotations

from collections.abc import Iterator

from sdm_aid.content.check.model import CheckInput, Finding


def check(data: CheckInput) -> Iterator[Finding]:
    """Differences shown to patients with neither a starting level nor a word about it."""
    for name, estimate in data.shown().items():
        difference = estimate.difference
        if difference is None or difference.baseline is not None:
            continue
        ends = ("note", "caveat")
        if not any(f"evidence.{name}.{end}" in data.content.text for end in ends):
            what = "a difference without a baseline, and no note says that it is not known"
            remedy = "Give difference.baseline, or say it under note or caveat"
            yield data.estimate_finding("L-03", "error", name, what, remedy)
