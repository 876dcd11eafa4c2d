"""What stands encrypted in the rows of a record: journal bodies, patients, heads, users."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any, Literal, NamedTuple

from cryptography.exceptions import InvalidTag

from sdm_aid.records.keys import decrypt, encrypt
from sdm_aid.records.trouble import DamagedRecord

Role = Literal["clinician", "reader", "administrator"]
Status = Literal["draft", "signed", "discarded", "withdrawn", "done"]
"""``done`` belongs to a look-again, ``signed`` to a visit."""


class User(NamedTuple):
    """Somebody who can open the record. ``title``: as it stands on a plan (pain physician)."""

    id: str
    name: str
    role: Role
    title: str = ""
    removed: str = ""
    """When, where this user was removed."""


class PatientRow(NamedTuple):
    """A patient as listed."""

    id: str
    name: str = ""
    born: str = ""
    """ISO date, or empty."""
    number: str = ""
    version: int = 1
    under: str = ""
    """The patient this double was merged into."""
    erased: str = ""
    """When the record was erased; then nothing else is known."""

    @property
    def birth_date(self) -> date | None:
        """The date of birth."""
        return date.fromisoformat(self.born) if self.born else None


class VisitHead(NamedTuple):
    """A visit or look-again as listed, without opening it."""

    decision: str = ""
    title: str = ""
    started: str = ""
    """ISO moment."""
    step: str = "start"
    status: Status = "draft"
    sealed: str = ""
    look_again: str = ""
    """ISO date."""
    outcome: str = ""
    last_at: str = ""
    last_who: str = ""
    about: str = ""
    """The signed visit that a look-again is about."""
    follows: str = ""
    """The visit that this one is a new version of."""
    why: str = ""
    """Why it was discarded."""
    moved: str = ""
    """Set where it was filed under another patient before: when and by whom, in words' parts."""
    pain: int | None = None
    made_up: bool = False
    moved_why: str = ""
    """Why it was moved."""


class VisitRow(NamedTuple):
    """Where a visit stands in the record."""

    id: str
    kind: Literal["visit", "follow_up"]
    patient: str
    head: VisitHead
    version: int


class Event(NamedTuple):
    """One line of the journal, decrypted. ``what``: an action, or an event of the record."""

    seq: int
    kind: str
    subject: str
    number: int
    at: datetime
    by: str
    """The user's id."""
    who: str
    """The user's name at that time."""
    what: dict[str, Any]


def pack(key: bytes, value: object, about: str) -> bytes:
    """Any JSON value, encrypted under ``key`` and bound to its place in the record."""
    plain = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return encrypt(key, plain.encode("utf-8", "surrogatepass"), about.encode())


def unpack(key: bytes, sealed: bytes, about: str) -> Any:
    """What :func:`pack` took.

    Raises:
        DamagedRecord: the bytes are not those that were written there; the text says where.
    """
    try:
        return json.loads(decrypt(key, sealed, about.encode()).decode("utf-8", "surrogatepass"))
    except (InvalidTag, ValueError, RecursionError) as problem:
        raise DamagedRecord(about) from problem


def pack_tuple(key: bytes, value: tuple[Any, ...], about: str) -> bytes:
    """A named tuple, written as the list of its fields."""
    return pack(key, list(value), about)


def head_from(fields: list[Any]) -> VisitHead:
    """The head again; fields that this version knows and the writer did not keep their default."""
    return VisitHead(*fields[: len(VisitHead._fields)])


def journal_place(kind: str, subject: str, number: int) -> str:
    """What the body of a journal row is bound to."""
    return f"journal {kind} {subject} {number}"


def patient_place(patient: str) -> str:
    """What the row of a patient is bound to."""
    return f"patient {patient}"


def patient_key_place(patient: str, under: str) -> str:
    """What the wrapped key of a patient is bound to."""
    return f"patient key {patient} {under}"


def visit_key_place(visit: str, patient: str) -> str:
    """What the wrapped key of a visit is bound to."""
    return f"visit key {visit} {patient}"


def head_place(visit: str, patient: str) -> str:
    """What the head of a visit is bound to."""
    return f"visit head {visit} {patient}"


def field_place(visit: str) -> str:
    """What the note of where on the screen a visit stands is bound to."""
    return f"visit place {visit}"


def paper_place(paper: str, part: str) -> str:
    """What a paper is bound to (``about`` and ``body``)."""
    return f"paper {paper} {part}"


def user_place(user: str) -> str:
    """What the row of a user is bound to."""
    return f"user {user}"


def item_place(name: str) -> str:
    """What an item of the clinic is bound to."""
    return f"clinic {name}"
