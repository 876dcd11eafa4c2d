"""A record is there whole or not at all: what stands in a folder while one is made or brought back.

A record is two files, so no single renaming makes it appear. A mark stands beside them until both
are finished; with the mark the place counts as empty, and the next attempt begins anew.
"""

from __future__ import annotations

from pathlib import Path

from sdm_aid.records.disk import settle
from sdm_aid.records.place import Place
from sdm_aid.records.trouble import RecordExists


def is_whole(place: Place) -> bool:
    """Whether there is a record in the folder of an embedded place that was finished."""
    return not place.unfinished.exists() and any(path.exists() for path in place.files)


def begin(place: Place) -> None:
    """Mark the place; what an interrupted attempt left goes aside. The lock must be held.

    Raises:
        RecordExists: there is a record already.
        OSError: the folder takes no writing.
    """
    if is_whole(place):
        raise RecordExists(str(place.folder))
    if place.unfinished.exists():
        put_aside(place, "unfinished")
    place.unfinished.touch(mode=0o600)
    settle(place.folder)


def end(place: Place) -> None:
    """Take the mark away: from here on the record is there.

    Raises:
        OSError: the folder takes no writing.
    """
    place.unfinished.unlink()
    settle(place.folder)


def put_aside(place: Place, why: str) -> Path | None:
    """Move the files of a record into a folder beside them, named ``why`` and a number.

    Nothing is deleted. None where there is nothing to move.

    Raises:
        OSError: the folder takes no writing.
    """
    files = [path for path in place.files if path.exists()]
    if not files:
        return None
    number = 1
    while (aside := place.folder / f"{why}-{number}").exists():
        number += 1
    aside.mkdir(mode=0o700)
    for path in files:
        path.rename(aside / path.name)
    settle(aside)
    settle(place.folder)
    return aside
