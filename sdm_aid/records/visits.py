"""Visits and look-agains of the record: begun, appended to, read, annotated."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Literal, NamedTuple

from sqlalchemy import select

from sdm_aid.records import patients, rows, schema
from sdm_aid.records.again import entries_there, papers_missing
from sdm_aid.records.journal import events, plain_bodies
from sdm_aid.records.keys import encrypt, new_key
from sdm_aid.records.naming import Details, name_patient
from sdm_aid.records.papers import NewPaper, keep
from sdm_aid.records.record import Record, Writing
from sdm_aid.records.rows import (
    Event,
    PatientRow,
    VisitHead,
    VisitRow,
    head_from,
    pack,
    pack_tuple,
    unpack,
)
from sdm_aid.records.trouble import Conflict, DamagedRecord, Missing, PutAside, Refiled

_T = schema.visits
_TO_APPEND = (
    "SELECT v.version, v.kind, v.patient, v.head, v.wrapped_key, p.wrapped_key, p.under"
    " FROM visits v JOIN patients p ON p.id = v.patient WHERE v.id = ?"
)
_APPENDED = "UPDATE visits SET version = ?, head = ?, changed = ? WHERE id = ?"
VisitKind = Literal["visit", "follow_up"]


class StoredVisit(NamedTuple):
    """A visit as read: ``bodies`` are the JSON of its entries in order, the first how it began."""

    row: VisitRow
    patient: PatientRow
    bodies: tuple[bytes, ...]
    place: str
    """The name of the control that had the focus, or empty."""


def begin(
    record: Record,
    visit: str,
    kind: VisitKind,
    patient: PatientRow | None,
    begun: bytes,
    head: VisitHead,
) -> PatientRow:
    """Write down that a visit began; without a patient a nameless one is made for it.

    A visit that began just so already is left as it is: see ``again``.

    Raises:
        NotAllowed, Missing.
    """
    record.may("clinician", "administrator")
    with record.writing() as work:
        if work.direct.one(_TO_APPEND, visit) is not None:
            return _begun_before(work, visit, kind, begun)
        filed = patient or patients.add_within(work, patients.details_of(PatientRow("")))
        over = record.patient_key(work.connection, filed.id)
        key = new_key()
        seq = work.append(kind, visit, 0, key, begun)
        wrapped = encrypt(over, key, rows.visit_key_place(visit, filed.id).encode())
        work.connection.execute(
            _T.insert().values(
                id=visit,
                kind=kind,
                patient=filed.id,
                wrapped_key=wrapped,
                head=pack_tuple(over, head, rows.head_place(visit, filed.id)),
                version=1,
                events=0,
                changed=seq,
            )
        )
    return filed


def _begun_before(work: Writing, visit: str, kind: VisitKind, begun: bytes) -> PatientRow:
    key, patient = work.record.visit_key(work.connection, visit)
    if not entries_there(work.connection, key, kind, visit, 0, [begun]):
        raise _conflict(work.record, work, visit, 0, 1)
    return patients.read_within(work.record, work.connection, patient)


def append(
    record: Record,
    visit: str,
    base: int,
    bodies: Sequence[bytes],
    head: VisitHead,
    *,
    papers: Sequence[NewPaper] = (),
    details: Details | None = None,
) -> int:
    """Add entries after the ``base`` ones known to the caller; how many there are now.

    ``head``: how the visit is listed from now on. ``papers``: kept in the same transaction.
    ``details``: only what changed in the visit is changed in the patient's row; what another room
    corrected there stays.

    Entries that stand there already, word for word, are not written twice: see ``again``.

    Raises:
        Conflict: somebody else added entries meanwhile; nothing was written.
        PutAside: the draft was discarded meanwhile; nothing was written.
        Refiled: it was filed under another patient than ``details`` names; nothing was written.
        NotAllowed, Missing.
    """
    record.may("clinician", "administrator")
    with record.writing() as work:
        return append_within(work, visit, base, bodies, head, papers, details)


def append_within(
    work: Writing,
    visit: str,
    base: int,
    bodies: Sequence[bytes],
    head: VisitHead,
    papers: Sequence[NewPaper] = (),
    details: Details | None = None,
) -> int:
    """The same, within a transaction at hand."""
    record, connection = work.record, work.connection
    found = work.direct.one(_TO_APPEND, visit)
    if found is None:
        raise Missing(visit)
    version, kind, patient, before, *wrapped = found
    over = record.patient_key_in(connection, patient, *wrapped[1:])
    key = record.visit_key_in(visit, wrapped[0], patient, over)
    head = _still(head_from(unpack(over, bytes(before), rows.head_place(visit, patient))), head)
    if details is not None and details.patient not in ("", patient):
        raise Refiled(patient)
    if version != base:
        there = entries_there(connection, key, kind, visit, base, bodies) if version > base else 0
        if not there:
            raise _conflict(record, work, visit, base, version)
        base, bodies = version, bodies[there:]
        papers = papers_missing(connection, key, visit, papers)
    seq = work.head.seq
    for number, body in enumerate(bodies, start=base):
        seq = work.append(kind, visit, number, key, body)
    for paper in papers:
        keep(work, visit, key, paper)
    if details is not None:
        name_patient(work, patient, details)
    version = base + len(bodies)
    listed = pack_tuple(over, head, rows.head_place(visit, patient))
    work.direct.run(_APPENDED, version, listed, seq, visit)
    return version


def _still(before: VisitHead, head: VisitHead) -> VisitHead:
    """The new head with what other rooms noted there: that the visit was moved."""
    if before.status == "discarded":
        raise PutAside(before.why)
    return head._replace(moved=before.moved, moved_why=before.moved_why)


def read(record: Record, visit: str, after: int = -1) -> StoredVisit:
    """A visit with its entries (those after number ``after``).

    Raises:
        Missing: no such visit, or erased.
        DamagedRecord: an entry is not what was written; the text names it.
    """
    with record.reading() as connection:
        found = connection.execute(select(_T).where(_T.c.id == visit)).first()
        if found is None or found.head is None:
            raise Missing(visit)
        key, patient = record.visit_key(connection, visit)
        over = record.patient_key(connection, patient)
        head = head_from(unpack(over, bytes(found.head), rows.head_place(visit, patient)))
        bodies = tuple(b for _s, _n, b in plain_bodies(connection, key, found.kind, visit, after))
        if after < 0 and len(bodies) != found.version:
            raise DamagedRecord(rows.journal_place(found.kind, visit, len(bodies)))
        place = ""
        if found.place is not None:
            place = str(unpack(key, bytes(found.place), rows.field_place(visit)))
        row = VisitRow(visit, found.kind, patient, head, found.version)
        return StoredVisit(row, patients.read_within(record, connection, patient), bodies, place)


def row_of(record: Record, visit: str) -> VisitRow:
    """Where a visit stands, without its entries.

    Raises:
        Missing, DamagedRecord.
    """
    with record.reading() as connection:
        found = connection.execute(select(_T).where(_T.c.id == visit)).first()
        if found is None or found.head is None:
            raise Missing(visit)
        over = record.patient_key(connection, found.patient)
        head = head_from(unpack(over, bytes(found.head), rows.head_place(visit, found.patient)))
        return VisitRow(visit, found.kind, found.patient, head, found.version)


def put_place(record: Record, visit: str, place: str) -> None:
    """Note which control has the focus, so that the visit goes on there; no entry is made.

    Raises:
        NotAllowed, Missing.
    """
    record.may("clinician", "administrator")
    with record.writing() as work:
        key, _patient = record.visit_key(work.connection, visit)
        body = pack(key, place, rows.field_place(visit))
        work.connection.execute(_T.update().where(_T.c.id == visit).values(place=body))


def note(record: Record, visit: str, what: dict[str, Any], **head: Any) -> None:
    """Add an event that is no entry of the visit: opened, paper handed out, discarded.

    ``head``: fields of the head that change with it; that a reader looked changes none.

    Raises:
        NotAllowed, Missing.
    """
    if head:
        record.may("clinician", "administrator")
    with record.writing() as work:
        note_within(work, visit, what, **head)


def note_within(work: Writing, visit: str, what: dict[str, Any], **head: Any) -> None:
    """The same, within a transaction at hand."""
    record, connection = work.record, work.connection
    key, patient = record.visit_key(connection, visit)
    found = connection.execute(select(_T.c.events, _T.c.head).where(_T.c.id == visit)).one()
    seq = work.event("visit_event", visit, found.events + 1, key, what)
    values: dict[str, Any] = {"events": found.events + 1, "changed": seq}
    if head:
        over = record.patient_key(connection, patient)
        place = rows.head_place(visit, patient)
        before = head_from(unpack(over, bytes(found.head), place))
        values["head"] = pack_tuple(over, before._replace(**head), place)
    connection.execute(_T.update().where(_T.c.id == visit).values(**values))


def visit_events(record: Record, visit: str) -> list[Event]:
    """What happened to a visit besides its entries."""
    with record.reading() as connection:
        key, _patient = record.visit_key(connection, visit)
        return events(connection, key, "visit_event", visit)


def listed_head(work: Writing, visit: str) -> VisitHead:
    """How a visit is listed, within a transaction at hand."""
    query = select(_T.c.head, _T.c.patient).where(_T.c.id == visit)
    found = work.connection.execute(query).first()
    if found is None or found.head is None:
        raise Missing(visit)
    over = work.record.patient_key(work.connection, found.patient)
    place = rows.head_place(visit, found.patient)
    return head_from(unpack(over, bytes(found.head), place))


def _conflict(record: Record, work: Writing, visit: str, base: int, version: int) -> Conflict:
    head = listed_head(work, visit)
    at = datetime.fromisoformat(head.last_at) if head.last_at else record.clock()
    return Conflict(head.last_who, at, base, version)
