"""What can be known of a record before it is opened: the clinic's name and who can open it.

Read before the first paint, so this file and what it imports stay free of cryptography, SQLAlchemy
and the database driver; only a record on a server needs them, and that is read in a job.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from sdm_aid.records.header_text import RECOVERY, parsed
from sdm_aid.records.trouble import DamagedHeader, NoRecord, RecordMoved, RecordUnwritable

if TYPE_CHECKING:
    from sdm_aid.records.place import Place

SPARE = ".spare"
"""What ``records.vault`` calls the second copy of the header."""


class Person(NamedTuple):
    """Somebody who can open the record."""

    id: str
    name: str


class Doorplate(NamedTuple):
    """The clinic and its users by name."""

    clinic: str
    people: tuple[Person, ...]


def doorplate_here(place: Place) -> Doorplate:
    """Of the record on this computer: some milliseconds.

    Raises:
        NoRecord, DamagedHeader, NewerRecord, RecordMoved.
        RecordUnwritable: the file cannot be read.
    """
    first: Exception | None = None
    for path in (place.header, place.header.with_name(place.header.name + SPARE)):
        try:
            return _plate(parsed(path.read_bytes()))
        except FileNotFoundError:
            continue
        except OSError as problem:
            first = first or RecordUnwritable(full=False, where=str(path))
            first.__cause__ = problem
        except DamagedHeader as problem:
            first = first or problem
    if first is None and place.database.exists():
        first = DamagedHeader("the file of the wrapped keys is gone")
    raise first or NoRecord(str(place.folder))


def doorplate_of(place: Place) -> Doorplate:
    """The same, also from a server: may take as long as the network takes.

    Raises:
        RecordTrouble.
    """
    if not place.on_server:
        return doorplate_here(place)
    from sdm_aid.records.vault import header_bytes

    return _plate(parsed(header_bytes(place)))


def _plate(body: dict[str, Any]) -> Doorplate:
    if body.get("moved_to"):
        raise RecordMoved(str(body["moved_to"]))
    try:
        people = [Person(str(slot["id"]), str(slot["name"])) for slot in body["slots"]]
        clinic = str(body["clinic"])
    except (KeyError, TypeError) as problem:
        raise DamagedHeader("fields of the header") from problem
    known = [person for person in people if person.id != RECOVERY]
    return Doorplate(clinic, tuple(sorted(known, key=lambda person: person.name.casefold())))
