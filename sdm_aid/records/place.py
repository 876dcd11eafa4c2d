"""Where a record lies: a folder of this computer, or a database server of the clinic."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

FOLDER = "record"
"""Of the program's own data folder."""
DATABASE = "record.db"
HEADER = "vault.json"
LOCK = "record.lock"
SEEN = "record.head"
"""The head of the journal as this computer last saw it."""
SPARE = HEADER + ".spare"
"""A second copy of the header: without it nobody could ever open the record again."""
UNFINISHED = "record.unfinished"
"""Stands beside a record that is being made or brought back: it does not count yet."""


class Place(NamedTuple):
    """``folder`` keeps the lock and the last head seen; without ``address`` the record itself too.

    ``address`` is a PostgreSQL address (``postgresql://user@host/database``).
    """

    folder: Path
    address: str = ""

    @property
    def database(self) -> Path:
        """The file of the embedded database."""
        return self.folder / DATABASE

    @property
    def header(self) -> Path:
        """The file with the wrapped keys of the embedded database."""
        return self.folder / HEADER

    @property
    def lock(self) -> Path:
        """Held by the one program that writes into the embedded database."""
        return self.folder / LOCK

    @property
    def seen(self) -> Path:
        """The head of the journal as this computer last saw it."""
        return self.folder / SEEN

    @property
    def spare(self) -> Path:
        """The second copy of the header."""
        return self.folder / SPARE

    @property
    def unfinished(self) -> Path:
        """There while the record is being made or brought back."""
        return self.folder / UNFINISHED

    @property
    def files(self) -> tuple[Path, ...]:
        """All files that may make up the embedded record."""
        logs = (self.folder / f"{DATABASE}{end}" for end in ("-wal", "-shm", "-journal"))
        return (self.header, self.spare, self.database, *logs)

    @property
    def on_server(self) -> bool:
        """Whether the record lies on a database server."""
        return bool(self.address)


def place_of(data_folder: Path, address: str = "") -> Place:
    """The place that belongs to a data folder and an address (empty: embedded)."""
    return Place(data_folder / FOLDER, address)
