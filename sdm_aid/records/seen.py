"""The head of the journal as this computer last saw it: notices entries cut away since.

Written beside the database after every commit, without waiting for the disk: after a power cut it
may be older than the record, never newer.
"""

from __future__ import annotations

import hashlib
import hmac
from contextlib import suppress

from sdm_aid.records.header import Head
from sdm_aid.records.keys import Keys
from sdm_aid.records.place import Place


def note(place: Place, keys: Keys, vault: str, head: Head) -> None:
    """Write the head down; where the folder takes no writing the record itself still holds."""
    line = _line(keys, vault, head)
    with suppress(OSError):
        place.folder.mkdir(parents=True, exist_ok=True)
        # one write over what is there: half of it is told by its keyed hash
        with place.seen.open("r+b" if place.seen.exists() else "wb", buffering=0) as file:
            file.write(line)


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
