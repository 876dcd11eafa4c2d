"""D-50: pain never stands alone: a row on doing, sleeping or living goes with it."""

from __future__ import annotations

from collections.abc import Iterator

from sdm_aid.content.check.model import CheckInput, Finding
from sdm_aid.content.lexicon import hits


def check(data: CheckInput) -> Iterator[Finding]:
    """Decisions (and quick paths) whose only rows on what could get better are about pain."""
    better = [row for row in data.decision.rows if row.group == "better"]
    for label, rows in (("", better), (" on the quick path", [r for r in better if r.quick])):
        about = [data.content.text[f"rows.{row.id}.question"] for row in rows]
        if about and all(any(hits(data.lexicon.pain, question)) for question in about):
            what = f"every row on what could get better{label} is about pain"
            remedy = "Add a row on what people can do, how they sleep or live"
            yield data.decision_finding("D-50", "error", "rows", what, remedy)
