"""The backups that the record itself lists: an item of the clinic, and an event for each."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

    from sdm_aid.records.backup_file import Manifest
    from sdm_aid.records.record import Record

ITEM = "backups"
"""The clinic's item that lists them: ``{"name", "made", "seq", "where"}`` each."""


class Listed(NamedTuple):
    """A backup as the record lists it. ``seq``: the last entry of the journal that is in it."""

    name: str
    made: datetime
    seq: int
    where: str
    """The folder it was written to."""


def listed(record: Record, path: Path, manifest: Manifest) -> Listed:
    """Put a backup into the clinic's list and its journal."""
    from sdm_aid.records.clinic import read_item, write_item

    entry = {
        "name": path.name,
        "made": manifest.made,
        "seq": manifest.seq,
        "where": str(path.absolute().parent),
    }
    with record.writing() as work:
        before = read_item(record, work.connection, ITEM) or []
        write_item(work, ITEM, [*before, entry])
        work.clinic_event({"kind": "backup_made", **entry})
    return listed_from(entry)


def listed_from(entry: dict[str, object]) -> Listed:
    """An entry of the list, as it is stored."""
    made = datetime.fromisoformat(str(entry["made"]))
    return Listed(str(entry["name"]), made, int(str(entry["seq"])), str(entry["where"]))
