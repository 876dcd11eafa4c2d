"""The head of the journal as this computer last saw it: notices entries cut away since.

Written beside the database after every commit, without waiting for the disk: after a power cut it
may be older than the record, never newer.
"""

from __future__ import annotations

import hashlib
import hmac
from contextlib import suppress
from io import FileIO
from pathlib import Path

from sdm_aid.records.header import Head
from sdm_aid.records.keys import Keys
from sdm_aid.records.place import Place


class Notes:
    """Writes the head down after each commit, through one file that stays open meanwhile."""

    def __init__(self, place: Place, keys: Keys, vault: str) -> None:
        self._place, self._keys, self._vault = place, keys, vault
        self._file: FileIO | None = None

    def note(self, head: Head) -> None:
        """Write it down; where the folder takes no writing the record itself still holds."""
        line = _line(self._keys, self._vault, head)
        with suppress(OSError):
            if self._file is None:
                self._file = _opened(self._place.seen)
            self._file.seek(0)
            # one write over what is there: half of it is told by its keyed hash
            self._file.write(line)

    def close(self) -> None:
        """Let go of the file."""
        if self._file is not None:
            with suppress(OSError):
                self._file.close()
            self._file = None


def _opened(path: Path) -> FileIO:
    path.parent.mkdir(parents=True, exist_ok=True)
    return path.open("r+b" if path.exists() else "wb", buffering=0)


def note(place: Place, keys: Keys, vault: str, head: Head) -> None:
    """Write the head down once."""
    notes = Notes(place, keys, vault)
    notes.note(head)
    notes.close()


def last(place: Place, keys: Keys, vault: str) -> Head | None:
    """The head last noted; None where there is none, or it was not written by this program."""
    try:
        data = place.seen.read_bytes()
        seq, hashed, _mac = data.decode("ascii").split()
        head = Head(int(seq), bytes.fromhex(hashed))
    except (OSError, ValueError):
        return None
    return head if hmac.compare_digest(_line(keys, vault, head), data) else None


def _line(keys: Keys, vault: str, head: Head) -> bytes:
    told = f"{head.seq:020d} {head.hash.hex()}"
    mac = hmac.new(keys.chain, f"seen {vault} {told}".encode(), hashlib.sha256).hexdigest()
    return f"{told} {mac}\n".encode("ascii")
