"""An open record: who opened it, its keys, and the two ways in: reading and writing."""

from __future__ import annotations

import hmac
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from filelock import FileLock
from sqlalchemy import Connection, Engine, select, text, update

from sdm_aid.records import rows, schema, seen
from sdm_aid.records.chain import Kind, link
from sdm_aid.records.engine import translated
from sdm_aid.records.header import Head
from sdm_aid.records.keys import Keys, decrypt
from sdm_aid.records.place import Place
from sdm_aid.records.rows import User, pack
from sdm_aid.records.trouble import DamagedRecord, Missing, NotAllowed
from sdm_aid.records.vault import note_head

Clock = Callable[[], datetime]

_INSERT = text(
    "INSERT INTO journal (seq, kind, subject, number, body, hash)"
    " VALUES (:seq, :kind, :subject, :number, :body, :hash)"
)


@dataclass
class Record:
    """An opened record. Its methods may be called from any thread.

    ``user``: who opened it; ``lock``: held while it is open.
    """

    place: Place
    engine: Engine
    keys: Keys
    user: User
    clock: Clock
    lock: FileLock | None = None
    vault: str = ""
    _patient_keys: dict[str, bytes] = field(default_factory=dict, repr=False)
    _one: threading.RLock = field(default_factory=threading.RLock, repr=False)

    @property
    def where(self) -> str:
        """The place, as a sentence can name it (without a password)."""
        if self.place.on_server:
            return self.engine.url.render_as_string(hide_password=True)
        return str(self.place.folder)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the record.

        Raises:
            RecordTrouble: see :func:`sdm_aid.records.engine.translated`.
        """
        with translated(self.where), self.engine.connect() as connection:
            yield connection.execution_options(reading=True)

    @contextmanager
    def writing(self) -> Iterator[Writing]:
        """One transaction: all of it is in the record when the block is left, or none.

        Raises:
            RecordTrouble: nothing was written.
        """
        with self._one, translated(self.where):
            with self.engine.begin() as connection:
                work = Writing(self, connection, _locked_head(connection))
                yield work
                work.close()
            if work.head.seq != work.start:
                seen.note(self.place, self.keys, self.vault, work.head)

    def close(self) -> None:
        """Note the head in the header, let go of the database and of the right to write."""
        try:
            self.note_head()
        finally:
            self.engine.dispose()
            if self.lock is not None:
                self.lock.release()

    def note_head(self) -> None:
        """Write the journal's head into the vault header."""
        with self._one, translated(self.where), self.engine.begin() as connection:
            note_head(self.place, _locked_head(connection), self.keys, connection)

    def head(self) -> Head:
        """The head of the journal."""
        with self.reading() as connection:
            return head_in(connection)

    def may(self, *roles: str) -> None:
        """Make sure that the user has one of these roles.

        Raises:
            NotAllowed: the text names the first of them.
        """
        if self.user.role not in roles:
            raise NotAllowed(roles[0])

    def patient_key(self, connection: Connection, patient: str) -> bytes:
        """The key of a patient, of a double through the one it was merged into.

        Raises:
            Missing: no such patient, or erased.
        """
        known = self._patient_keys.get(patient)
        if known is not None:
            return known
        table = schema.patients
        query = select(table.c.wrapped_key, table.c.under).where(table.c.id == patient)
        found = connection.execute(query).first()
        if found is None or found.wrapped_key is None:
            raise Missing(patient)
        over = self.patient_key(connection, found.under) if found.under else self.keys.patients
        key = unwrapped(over, found.wrapped_key, rows.patient_key_place(patient, found.under))
        self._patient_keys[patient] = key
        return key

    def forget_patient(self, patient: str) -> None:
        """Drop a key from memory."""
        self._patient_keys.pop(patient, None)

    def visit_key(self, connection: Connection, visit: str) -> tuple[bytes, str]:
        """The key of a visit and its patient.

        Raises:
            Missing: no such visit, or its patient was erased.
        """
        table = schema.visits
        query = select(table.c.wrapped_key, table.c.patient).where(table.c.id == visit)
        found = connection.execute(query).first()
        if found is None or found.wrapped_key is None:
            raise Missing(visit)
        over = self.patient_key(connection, found.patient)
        place = rows.visit_key_place(visit, found.patient)
        return unwrapped(over, found.wrapped_key, place), found.patient


class Writing:
    """A transaction under way: appends to the journal, and what goes with it."""

    def __init__(self, record: Record, connection: Connection, head: Head) -> None:
        self.record, self.connection = record, connection
        self.start, self.head = head.seq, head

    def append(self, kind: Kind, subject: str, number: int, key: bytes, body: bytes) -> int:
        """Add one entry; ``body`` is plain JSON and is encrypted here. Its number in the record."""
        from sdm_aid.records.keys import encrypt

        seq = self.head.seq + 1
        sealed = encrypt(key, body, rows.journal_place(kind, subject, number).encode())
        hashed = link(self.record.keys.chain, self.head.hash, seq, kind, subject, number, sealed)
        values = {"seq": seq, "kind": kind, "subject": subject, "number": number}
        self.connection.execute(_INSERT, {**values, "body": sealed, "hash": hashed})
        self.head = Head(seq, hashed)
        return seq

    def event(self, kind: Kind, subject: str, number: int, key: bytes, what: dict[str, Any]) -> int:
        """Add an event of the record, said by the user now."""
        return self.append(kind, subject, number, key, self.said(what))

    def clinic_event(self, what: dict[str, Any]) -> int:
        """Add an event that belongs to no patient."""
        number = self.count("clinic", "clinic") + 1
        return self.event("clinic", "clinic", number, self.record.keys.clinic, what)

    def said(self, what: dict[str, Any]) -> bytes:
        """The body of an event: who, when, what."""
        import json

        user, at = self.record.user, self.record.clock().isoformat()
        body = {"at": at, "by": user.id, "who": user.name, "what": what}
        return json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()

    def close(self) -> None:
        """Write the head, if entries were added."""
        if self.head.seq != self.start:
            changed = {"seq": self.head.seq, "hash": self.head.hash}
            self.connection.execute(update(schema.head).values(**changed))

    def count(self, kind: str, subject: str) -> int:
        """The number of the last entry of a subject; 0: none."""
        query = "SELECT max(number) FROM journal WHERE subject = :subject AND kind = :kind"
        found = self.connection.execute(text(query), {"subject": subject, "kind": kind}).scalar()
        return int(found or 0)

    def pack(self, key: bytes, value: tuple[Any, ...], place: str) -> bytes:
        """A row's fields, encrypted."""
        return pack(key, list(value), place)


def head_in(connection: Connection) -> Head:
    """The head of the journal, as this connection sees it."""
    found = connection.execute(select(schema.head.c.seq, schema.head.c.hash)).one()
    return Head(int(found.seq), bytes(found.hash))


def _locked_head(connection: Connection) -> Head:
    query = select(schema.head.c.seq, schema.head.c.hash).with_for_update()
    found = connection.execute(query).one()
    return Head(int(found.seq), bytes(found.hash))


def unwrapped(over: bytes, wrapped: bytes, place: str) -> bytes:
    """A wrapped key again.

    Raises:
        DamagedRecord: its bytes were changed.
    """
    from cryptography.exceptions import InvalidTag

    try:
        return decrypt(over, bytes(wrapped), place.encode())
    except InvalidTag:
        raise DamagedRecord(place) from None


def same(first: bytes, second: bytes) -> bool:
    """Whether two hashes are equal, in constant time."""
    return hmac.compare_digest(first, second)
