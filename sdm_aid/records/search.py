"""Reads the list of patients and visits into memory, and brings it up to date.

Names lie encrypted in the database, on a server too; they are decrypted once at unlock and looked
for in memory (:class:`sdm_aid.records.index.Index`).
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection

from sdm_aid.records import rows
from sdm_aid.records.direct import Direct
from sdm_aid.records.index import Hit, Index
from sdm_aid.records.record import Record, head_in, unwrapped
from sdm_aid.records.rows import PatientRow, VisitHead, VisitRow, head_from, unpack
from sdm_aid.records.trouble import DamagedRecord, Missing

__all__ = ["Changes", "Hit", "Index", "changes", "load", "refresh", "take"]

_BATCH = 25
_TURN_S = 0.002
"""How long the list is read at a stretch; then the window's thread has its turn."""
_PAUSE_S = 0.0002

_PATIENTS = "SELECT id, under, wrapped_key, body, version, erased FROM patients"
_VISITS = "SELECT id, kind, patient, head, version FROM visits"
_CHANGED = " WHERE changed > ?"
_VISITS_CHANGED = (
    " WHERE id IN (SELECT subject FROM journal WHERE seq > ? UNION SELECT v.id"
    " FROM visits v JOIN patients p ON p.id = v.patient WHERE p.changed > ?)"
)
"""A visit changes with an entry of its own, or with its patient: no index of visits by change."""


def load(record: Record, progress: Callable[[int, int], None] | None = None) -> Index:
    """Decrypt the whole list; takes seconds for 100,000 visits, so it runs beside the window.

    It gives way every other millisecond: Python runs one thread at a time.
    """
    index = Index()
    with _uncollected(), record.reading() as connection:
        index.seq = head_in(connection).seq
        _read(record, connection, index, (_PATIENTS, _VISITS), (), progress)
        index.settle()
    return index


@dataclass
class Changes:
    """What changed in the list since an entry of the journal; read on any thread."""

    seq: int
    patients: list[PatientRow] = field(default_factory=list)
    visits: list[VisitRow] = field(default_factory=list)
    damaged: list[str] = field(default_factory=list)

    def put_patient(self, row: PatientRow) -> None:
        """Take a patient."""
        self.patients.append(row)

    def put_visit(self, row: VisitRow) -> None:
        """Take a visit."""
        self.visits.append(row)


def changes(record: Record, after: int) -> Changes:
    """Read what changed after the entry of this number, also by another room."""
    with record.reading() as connection:
        found = Changes(head_in(connection).seq)
        if found.seq != after:
            asked = (_PATIENTS + _CHANGED, _VISITS + _VISITS_CHANGED)
            _read(record, connection, found, asked, (after,), None)
    return found


def take(index: Index, found: Changes) -> bool:
    """Bring changes into the list; True where something changed that it did not know."""
    if found.seq <= index.seq:
        return False
    for patient in found.patients:
        index.put_patient(patient)
    for visit in found.visits:
        index.put_visit(visit)
    index.damaged += found.damaged
    index.seq = found.seq
    return True


def refresh(record: Record, index: Index) -> bool:
    """Bring in what changed since, also by another room; True where something did."""
    return take(index, changes(record, index.seq))


def _read(
    record: Record,
    connection: Connection,
    index: Index | Changes,
    asked: tuple[str, str],
    after: tuple[int, ...],
    progress: Callable[[int, int], None] | None,
) -> None:
    direct, first = Direct(connection), not after
    keys: dict[str, bytes] = {}
    for found in _steps(direct, asked[0], after, pause=first):
        try:
            index.put_patient(_patient(record, connection, keys, *found))
        except DamagedRecord as problem:
            index.damaged.append(str(problem))
    total = direct.one("SELECT count(*) FROM visits") if progress is not None else None
    for number, found in enumerate(_steps(direct, asked[1], after * 2, pause=first)):
        if progress is not None and total is not None and number % 1_000 == 0:
            progress(number, int(total[0]))
        index.put_visit(_visit(record, connection, index, keys, *found))


def _steps(
    direct: Direct, statement: str, values: tuple[int, ...], *, pause: bool
) -> Iterator[tuple[Any, ...]]:
    begun = time.perf_counter()
    for batch in direct.batches(statement, _BATCH, *values):
        yield from batch
        if pause and time.perf_counter() - begun > _TURN_S:
            time.sleep(_PAUSE_S)
            begun = time.perf_counter()


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without collections of garbage: what is read stays, and each would halt every thread."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.freeze()  # or the first collection would look at all of it at once
            gc.enable()


def _patient(
    record: Record,
    connection: Connection,
    keys: dict[str, bytes],
    patient: str,
    under: str,
    wrapped: bytes | None,
    body: bytes | None,
    version: int,
    erased: str,
) -> PatientRow:
    if erased or body is None or wrapped is None:
        return PatientRow(patient, version=version, erased=erased)
    if under:
        key = record.patient_key_in(connection, patient, wrapped, under)
    else:
        key = unwrapped(record.keys.patients, wrapped, rows.patient_key_place(patient, under))
    keys[patient] = key
    fields = unpack(key, body, rows.patient_place(patient))
    return PatientRow(*fields)._replace(version=version, under=under)


def _visit(
    record: Record,
    connection: Connection,
    index: Index | Changes,
    keys: dict[str, bytes],
    visit: str,
    kind: Any,
    patient: str,
    head: bytes | None,
    version: int,
) -> VisitRow:
    listed = VisitRow(visit, kind, patient, VisitHead(), version)
    if head is None:
        return listed
    try:
        over = keys.get(patient) or record.patient_key(connection, patient)
        told = unpack(over, head, rows.head_place(visit, patient))
        return listed._replace(head=head_from(told))
    except (DamagedRecord, Missing) as problem:
        index.damaged.append(str(problem))
        return listed
