"""The copy that is taken before the tables of a record are changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from sdm_aid.application.session import Clock
    from sdm_aid.records.backup_file import Manifest
    from sdm_aid.records.engine import Database
    from sdm_aid.records.header import Header
    from sdm_aid.records.keys import Keys
    from sdm_aid.records.place import Place
    from sdm_aid.records.record import Record


@dataclass
class CopyBefore:
    """Takes a backup beside the record before its tables are changed, and lists it afterwards."""

    place: Place
    clock: Clock
    made: tuple[Path, Manifest] | None = None

    def __call__(self, engine: Database, header: Header, keys: Keys) -> None:
        """Copy the record as it is into ``before-schema-N-DATE.sdmbackup``.

        Raises:
            RecordTrouble: it cannot be copied; then its tables stay as they are.
        """
        from sdm_aid.records import schema
        from sdm_aid.records.backup import copy
        from sdm_aid.records.engine import translated

        now = self.clock()
        with translated(str(self.place.folder)):
            self.place.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        to = _free(self.place.folder, f"before-schema-{schema.VERSION}-{now:%Y-%m-%d}")
        self.made = to, copy(engine, header, keys, to, now)

    def list_it(self, record: Record) -> None:
        """Put the copy into the clinic's list of backups, if one was made."""
        from sdm_aid.application.record.backup_list import listed

        if self.made is not None:
            listed(record, *self.made)


def copy_before(place: Place, clock: Clock) -> CopyBefore:
    """What takes a copy beside the record when its tables have to be changed."""
    return CopyBefore(place, clock)


def _free(folder: Path, name: str) -> Path:
    from sdm_aid.records.backup_file import SUFFIX

    path, number = folder / f"{name}{SUFFIX}", 2
    while path.exists():
        path, number = folder / f"{name}-{number}{SUFFIX}", number + 1
    return path
