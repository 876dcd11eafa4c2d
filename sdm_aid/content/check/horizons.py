"""L-05: figures that are lined up hold for the same time, within a quarter."""

from __future__ import annotations

from collections.abc import Iterator

from sdm_aid.content.check.model import CheckInput, Finding
from sdm_aid.domain.evidence import Horizon

TOLERANCE = 1.25


def check(data: CheckInput) -> Iterator[Finding]:
    """Comparable rows whose figures hold for different times."""
    for row in data.decision.rows:
        if not row.comparable:
            continue
        found = [estimate.horizon for other, _, estimate in data.figures() if other.id == row.id]
        if not _match(found):
            what = "the figures of this row hold for different times"
            remedy = "Set comparable = false, or name figures of one time"
            yield data.decision_finding("L-05", "error", f"rows.{row.id}", what, remedy)


def _match(horizons: list[Horizon]) -> bool:
    days = [horizon.days for horizon in horizons]
    known = [value for value in days if value is not None]
    if not known:
        return len({horizon.relation for horizon in horizons}) <= 1
    return len(known) == len(days) and max(known) <= TOLERANCE * min(known)
