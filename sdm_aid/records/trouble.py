"""What can go wrong with a record, as exceptions; ``wording.record`` says each in a sentence."""

from __future__ import annotations

from datetime import datetime


class RecordTrouble(Exception):
    """Something about the record; nothing that was acknowledged as saved is lost by it."""


class WrongPassphrase(RecordTrouble):
    """The passphrase (or the recovery key) does not open this slot."""


class UnknownUser(RecordTrouble):
    """No user of this record bears that name."""


class NoRecord(RecordTrouble):
    """There is no record in this place."""


class RecordExists(RecordTrouble):
    """There is a record in this place already; it is never written over."""


class DamagedHeader(RecordTrouble):
    """The file (or row) with the wrapped keys cannot be read."""


class DamagedRecord(RecordTrouble):
    """The database, or one entry in it, is not what was written. The text says where."""


class NewerRecord(RecordTrouble):
    """The record was made by a newer version of the program. The text names its schema."""


class RecordMoved(RecordTrouble):
    """The record is no longer here. The text: the address it was moved to, or ``embedded``."""


class RecordInUse(RecordTrouble):
    """Another copy of the program holds this record. The text says since when, where known."""


class RecordUnwritable(RecordTrouble):
    """The disk or the folder takes no more writing: full, read-only, or no right to."""

    def __init__(self, full: bool, where: str) -> None:
        super().__init__(where)
        self.full = full


class ServerUnreachable(RecordTrouble):
    """The clinic's database server does not answer, or refused. The text is the server's reason."""


class ServerUnprotected(RecordTrouble):
    """The address would send data over a network without TLS, or without checking the server."""


class Missing(RecordTrouble):
    """The patient, visit or paper asked for is not (or no longer) in the record."""


class NotAllowed(RecordTrouble):
    """The user's role does not allow this. The text names the role that does."""


class LastAdministrator(RecordTrouble):
    """The record needs one administrator who can open it."""


class NameTaken(RecordTrouble):
    """There is a user of this name already."""


class TailCut(RecordTrouble):
    """Entries that this computer saw are no longer in the record."""

    def __init__(self, seen: int, found: int) -> None:
        super().__init__(f"{found} < {seen}")
        self.seen, self.found = seen, found


class PutAside(RecordTrouble):
    """The draft was discarded meanwhile; nothing was written. The text: why."""


class Refiled(RecordTrouble):
    """The visit was filed under another patient meanwhile; nothing was written.

    ``patient``: the id of the one it is filed under now.
    """

    def __init__(self, patient: str) -> None:
        super().__init__("refiled")
        self.patient = patient


class Conflict(RecordTrouble):
    """Somebody else wrote into the same visit meanwhile: who, when, and from which entry on."""

    def __init__(self, who: str, at: datetime, base: int, found: int) -> None:
        super().__init__(f"{who} at {at.isoformat()}: {found} entries instead of {base}")
        self.who, self.at, self.base, self.found = who, at, base, found


class BadBackup(RecordTrouble):
    """The file is no backup of ours, or it is damaged. The text says which part."""
