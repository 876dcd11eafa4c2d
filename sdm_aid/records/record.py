"""An open record: who opened it, its keys, and the two ways in: reading and writing."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple

from filelock import FileLock
from sqlalchemy import Connection, Engine, select, text

from sdm_aid.records import rows, schema, seen
from sdm_aid.records.chain import Kind, link
from sdm_aid.records.direct import FOR_UPDATE, Direct
from sdm_aid.records.engine import thrown_away_when_damaged, translated
from sdm_aid.records.header import Head
from sdm_aid.records.keys import Keys, decrypt, encrypt
from sdm_aid.records.place import Place
from sdm_aid.records.rows import User
from sdm_aid.records.standing import Standing, check_rank
from sdm_aid.records.trouble import DamagedRecord, Missing, NotAllowed
from sdm_aid.records.vault import note_head, where
from sdm_aid.records.writer import FileWriter

Clock = Callable[[], datetime]

_INSERT = "INSERT INTO journal (seq, kind, subject, number, body, hash) VALUES (?, ?, ?, ?, ?, ?)"
_LOCKED_HEAD = "SELECT seq, hash FROM chain_head" + FOR_UPDATE
_NEW_HEAD = "UPDATE chain_head SET seq = ?, hash = ?"
_PATIENT = "SELECT wrapped_key, under FROM patients WHERE id = ?"
_VISIT = "SELECT wrapped_key, patient FROM visits WHERE id = ?"
_KEPT_KEYS = 64
"""Unwrapped visit keys kept in memory: a room has one visit open, sometimes two."""


class _Unwrapped(NamedTuple):
    """A key in memory and the row it came from.

    It is used only where the row still says the same: one that was erased, moved or merged since,
    also by another room, is told from it.
    """

    wrapped: bytes
    over: str
    key: bytes


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
    closed: bool = False
    _patient_keys: dict[str, _Unwrapped] = field(default_factory=dict, repr=False)
    _visit_keys: dict[str, _Unwrapped] = field(default_factory=dict, repr=False)
    _one: threading.RLock = field(default_factory=threading.RLock, repr=False)
    _writer: FileWriter = field(init=False, repr=False)
    _noted: seen.Notes = field(init=False, repr=False)
    standing: Standing = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self._writer = FileWriter(self.engine)
        self._noted = seen.Notes(self.place, self.keys, self.vault)
        self.standing = Standing(self.keys, self.place.on_server)

    @property
    def where(self) -> str:
        """The place, as a sentence can name it (without a password)."""
        return where(self.place)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the record.

        Raises:
            RecordTrouble: see :func:`sdm_aid.records.engine.translated`.
        """
        with (
            translated(self.where),
            self.engine.connect() as connection,
            thrown_away_when_damaged(connection),
        ):
            yield connection.execution_options(reading=True)

    @contextmanager
    def writing(self) -> Iterator[Writing]:
        """One transaction: all of it is in the record when the block is left, or none.

        Raises:
            RecordTrouble: nothing was written.
        """
        with self._one, translated(self.where):
            with self._transaction() as connection:
                work = Writing(self, connection, _locked_head(connection))
                before, self.user = self.user, self.standing.checked(connection, self.user)
                check_rank(before, self.user)
                yield work
                work.close()
            if work.head.seq != work.start:
                self._noted.note(work.head)

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        """A transaction of its own; in a file always on the same connection, which saves time."""
        if self.place.on_server:
            with self.engine.begin() as connection:
                yield connection
            return
        with self._writer.transaction() as connection:
            yield connection

    def close(self) -> None:
        """Note the head in the header, let go of the database and of the right to write.

        A second time there is nothing to do.
        """
        if self.closed:
            return
        self.closed = True
        try:
            self.note_head()
        finally:
            self._writer.close()
            self.engine.dispose()
            self._noted.close()
            if self.lock is not None:
                self.lock.release()

    def note_head(self) -> None:
        """Write the journal's head into the vault header."""
        with self._one, translated(self.where), self._transaction() as connection:
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
        found = Direct(connection).one(_PATIENT, patient)
        if found is None:
            raise Missing(patient)
        return self.patient_key_in(connection, patient, *found)

    def patient_key_in(
        self, connection: Connection, patient: str, wrapped: bytes | None, under: str
    ) -> bytes:
        """The same, from what the patient's row holds.

        Raises:
            Missing: erased.
        """
        if wrapped is None:
            raise Missing(patient)
        known = self._patient_keys.get(patient)
        if known is not None and known.wrapped == wrapped and known.over == under:
            return known.key
        over = self.patient_key(connection, under) if under else self.keys.patients
        key = unwrapped(over, wrapped, rows.patient_key_place(patient, under))
        self._patient_keys[patient] = _Unwrapped(bytes(wrapped), under, key)
        return key

    def forget_patient(self, patient: str) -> None:
        """Drop a patient's keys from memory."""
        self._patient_keys.pop(patient, None)
        for visit in [each for each, kept in self._visit_keys.items() if kept.over == patient]:
            self._visit_keys.pop(visit, None)

    def visit_key(self, connection: Connection, visit: str) -> tuple[bytes, str]:
        """The key of a visit and its patient.

        Raises:
            Missing: no such visit, or its patient was erased.
        """
        found = Direct(connection).one(_VISIT, visit)
        if found is None:
            raise Missing(visit)
        wrapped, patient = found
        if wrapped is None:
            raise Missing(visit)
        over = self.patient_key(connection, patient)
        return self.visit_key_in(visit, wrapped, patient, over), patient

    def visit_key_in(self, visit: str, wrapped: bytes | None, patient: str, over: bytes) -> bytes:
        """The same, from what the visit's row holds and the key of its patient.

        Raises:
            Missing: its patient was erased.
        """
        if wrapped is None:
            raise Missing(visit)
        known = self._visit_keys.get(visit)
        if known is not None and known.wrapped == wrapped and known.over == patient:
            return known.key
        key = unwrapped(over, wrapped, rows.visit_key_place(visit, patient))
        if len(self._visit_keys) >= _KEPT_KEYS:
            self._visit_keys.clear()
        self._visit_keys[visit] = _Unwrapped(bytes(wrapped), patient, key)
        return key


class Writing:
    """A transaction under way: appends to the journal, and what goes with it."""

    def __init__(self, record: Record, connection: Connection, head: Head) -> None:
        self.record, self.connection = record, connection
        self.direct = Direct(connection)
        self.start, self.head = head.seq, head

    def append(self, kind: Kind, subject: str, number: int, key: bytes, body: bytes) -> int:
        """Add one entry; ``body`` is plain JSON and is encrypted here. Its number in the record."""
        seq = self.head.seq + 1
        sealed = encrypt(key, body, rows.journal_place(kind, subject, number).encode())
        hashed = link(self.record.keys.chain, self.head.hash, seq, kind, subject, number, sealed)
        self.direct.run(_INSERT, seq, kind, subject, number, sealed, hashed)
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
            self.direct.run(_NEW_HEAD, self.head.seq, self.head.hash)

    def count(self, kind: str, subject: str) -> int:
        """The number of the last entry of a subject; 0: none."""
        query = "SELECT max(number) FROM journal WHERE subject = :subject AND kind = :kind"
        found = self.connection.execute(text(query), {"subject": subject, "kind": kind}).scalar()
        return int(found or 0)


def head_in(connection: Connection) -> Head:
    """The head of the journal, as this connection sees it."""
    found = connection.execute(select(schema.head.c.seq, schema.head.c.hash)).one()
    return Head(int(found.seq), bytes(found.hash))


def _locked_head(connection: Connection) -> Head:
    found = Direct(connection).one(_LOCKED_HEAD)
    if found is None:
        raise DamagedRecord("head of the journal")
    return Head(int(found[0]), bytes(found[1]))


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
