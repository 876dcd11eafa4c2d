"""L-91: where bodies of experts conflict, every side stands."""

from __future__ import annotations

from collections.abc import Iterator

from sdm_aid.content.check.model import CheckInput, Finding
from sdm_aid.domain.evidence import Position


def check(data: CheckInput) -> Iterator[Finding]:
    """Sides that the evidence holds and the decision leaves out; conflicts with one side."""
    records = data.reading.shelf.records.values()
    known = [record for record in records if isinstance(record, Position)]
    listed = set(data.decision.positions)
    conflicts = {item.conflict for item in known if item.id in listed and item.conflict}
    for conflict in sorted(conflicts):
        sides = [item for item in known if item.conflict == conflict]
        for item in sides:
            if item.id not in listed:
                what = f'"{item.id}" is a side of the conflict "{conflict}" and is left out'
                remedy = "Name it under positions"
                yield data.decision_finding("L-91", "error", "positions", what, remedy)
        if len({item.stance for item in sides}) < 2:
            what = f'the conflict "{conflict}" has one side only'
            remedy = "Add the other side, or take the conflict out"
            yield data.decision_finding("L-91", "error", "positions", what, remedy)
