"""Patients of the record: new ones, corrected details, doubles merged."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, select

from sdm_aid.domain.room import Patient
from sdm_aid.records import rows, schema
from sdm_aid.records.journal import events
from sdm_aid.records.keys import encrypt, new_key
from sdm_aid.records.record import Record, Writing, unwrapped
from sdm_aid.records.rows import Event, PatientRow, head_from, pack_tuple, unpack
from sdm_aid.records.trouble import Conflict, Missing
from sdm_aid.records.vault import new_id

_T = schema.patients
_V = schema.visits


def row_of(patient: str, details: Patient, version: int = 1) -> PatientRow:
    """The details as the record lists them."""
    born = details.born.isoformat() if details.born else ""
    return PatientRow(patient, details.name or "", born, details.number or "", version)


def details_of(row: PatientRow) -> Patient:
    """The details as a visit carries them."""
    return Patient(name=row.name or None, born=row.birth_date, number=row.number or None)


def add(record: Record, details: Patient) -> PatientRow:
    """A new patient with a key of their own.

    Raises:
        NotAllowed: a reader adds nobody.
    """
    record.may("clinician", "administrator")
    with record.writing() as work:
        return add_within(work, details)


def add_within(work: Writing, details: Patient) -> PatientRow:
    """The same, within a transaction at hand."""
    record, patient, key = work.record, new_id(), new_key()
    row = row_of(patient, details)
    wrapped = encrypt(record.keys.patients, key, rows.patient_key_place(patient, "").encode())
    what = {"kind": "patient_added", **_told(row)}
    seq = work.event("patient", patient, 1, key, what)
    work.connection.execute(
        _T.insert().values(
            id=patient,
            under="",
            wrapped_key=wrapped,
            body=pack_tuple(key, row, rows.patient_place(patient)),
            version=1,
            changed=seq,
            erased="",
        )
    )
    return row


def read(record: Record, patient: str) -> PatientRow:
    """One patient, also a double or an erased one.

    Raises:
        Missing: there never was such a patient.
    """
    with record.reading() as connection:
        return read_within(record, connection, patient)


def read_within(record: Record, connection: Connection, patient: str) -> PatientRow:
    """The same, within a connection at hand."""
    found = connection.execute(select(_T).where(_T.c.id == patient)).first()
    if found is None:
        raise Missing(patient)
    return decoded(record, connection, found)


def decoded(record: Record, connection: Connection, found: Any) -> PatientRow:
    """A row of the table, decrypted."""
    if found.erased or found.body is None:
        return PatientRow(found.id, version=found.version, erased=found.erased)
    key = record.patient_key(connection, found.id)
    fields = unpack(key, bytes(found.body), rows.patient_place(found.id))
    return PatientRow(*fields)._replace(version=found.version, under=found.under)


def correct(record: Record, before: PatientRow, details: Patient, reason: str = "") -> PatientRow:
    """Other details, if they are still as ``before`` says; what stood there stays in the journal.

    Raises:
        NotAllowed, Missing.
        Conflict: somebody else changed them meanwhile.
    """
    record.may("clinician", "administrator")
    with record.writing() as work:
        return correct_within(work, before, details, reason)


def correct_within(
    work: Writing, before: PatientRow, details: Patient, reason: str = ""
) -> PatientRow:
    """The same, within a transaction at hand."""
    now = read_within(work.record, work.connection, before.id)
    if now.erased:
        raise Missing(before.id)
    if now.version != before.version:
        key = work.record.patient_key(work.connection, before.id)
        last = events(work.connection, key, "patient", before.id)[-1]
        raise Conflict(last.who, last.at, before.version, now.version)
    after = row_of(before.id, details, now.version + 1)._replace(under=now.under)
    what = {"kind": "patient_corrected", "before": _told(now), **_told(after), "reason": reason}
    _write(work, after, what)
    return after


def merge(record: Record, keep: str, double: str) -> None:
    """Two records of one person: all visits of ``double`` go to ``keep``; visibly, in both.

    Raises:
        NotAllowed, Missing.
        ValueError: it is the same record, or one is a double already.
    """
    record.may("clinician", "administrator")
    with record.writing() as work:
        connection = work.connection
        kept, gone = (read_within(record, connection, each) for each in (keep, double))
        if keep == double or kept.under or gone.under:
            raise ValueError("not two records")
        if kept.erased or gone.erased:
            raise Missing(double if gone.erased else keep)
        key, old = record.patient_key(connection, keep), record.patient_key(connection, double)
        for visit in connection.execute(select(_V).where(_V.c.patient == double)).all():
            rewrap(work, visit, old, keep, key)
        _write(work, gone._replace(version=gone.version + 1, under=keep), {
            "kind": "patient_merged_into", "into": keep, **_told(kept)
        })  # fmt: skip
        wrapped = encrypt(key, old, rows.patient_key_place(double, keep).encode())
        under = _T.update().where(_T.c.id == double).values(under=keep, wrapped_key=wrapped)
        connection.execute(under)
        _write(work, kept._replace(version=kept.version + 1), {
            "kind": "patient_merged", "double": double, **_told(gone)
        })  # fmt: skip


def rewrap(work: Writing, visit: Any, old: bytes, patient: str, key: bytes) -> None:
    """File a visit (a row of the table) under another patient's key."""
    if visit.wrapped_key is None:
        return
    own = unwrapped(old, visit.wrapped_key, rows.visit_key_place(visit.id, visit.patient))
    place = rows.head_place(visit.id, visit.patient)
    head = head_from(unpack(old, bytes(visit.head), place))
    wrapped = encrypt(key, own, rows.visit_key_place(visit.id, patient).encode())
    work.connection.execute(
        _V.update()
        .where(_V.c.id == visit.id)
        .values(
            patient=patient,
            wrapped_key=wrapped,
            head=pack_tuple(key, head, rows.head_place(visit.id, patient)),
            changed=work.head.seq,
        )
    )


def history(record: Record, patient: str) -> list[Event]:
    """What happened to the patient's record itself."""
    with record.reading() as connection:
        return events(connection, record.patient_key(connection, patient), "patient", patient)


def event_within(work: Writing, patient: str, what: dict[str, Any]) -> int:
    """Add an event to a patient's own journal; its number in the record."""
    key = work.record.patient_key(work.connection, patient)
    number = work.count("patient", patient) + 1
    return work.event("patient", patient, number, key, what)


def _write(work: Writing, row: PatientRow, what: dict[str, Any]) -> None:
    key = work.record.patient_key(work.connection, row.id)
    seq = event_within(work, row.id, what)
    body = pack_tuple(key, row, rows.patient_place(row.id))
    changed = _T.update().where(_T.c.id == row.id)
    work.connection.execute(changed.values(body=body, version=row.version, changed=seq))


def _told(row: PatientRow) -> dict[str, str]:
    return {"name": row.name, "born": row.born, "number": row.number}
