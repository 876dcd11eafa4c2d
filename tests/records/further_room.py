"""A further room in a process of its own: appends entries to one visit, one transaction each."""

from __future__ import annotations

import sys
from pathlib import Path

from sdm_aid.records import visits
from sdm_aid.records.opening import open_for
from sdm_aid.records.place import Place
from sdm_aid.records.rows import VisitHead
from tests.records.conftest import FIRST, PASSPHRASE, SteppingClock


def append_entries(address: str, folder: Path, visit: str, count: int) -> None:
    """Open the record from a folder of its own and append to a visit that holds one entry."""
    record = open_for(Place(folder, address), FIRST.name, PASSPHRASE, SteppingClock()).record
    head = VisitHead("knee", "Knee pain", last_who=FIRST.name)
    for number in range(1, count + 1):
        visits.append(record, visit, number, [f'{{"n": {number}}}'.encode()], head)
    record.close()


if __name__ == "__main__":
    append_entries(sys.argv[1], Path(sys.argv[2]), sys.argv[3], int(sys.argv[4]))
