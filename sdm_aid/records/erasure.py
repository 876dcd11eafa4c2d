"""Erasing a patient for a lawful request: their key is destroyed, a tombstone stays."""

from __future__ import annotations

from sqlalchemy import select

from sdm_aid.records import schema
from sdm_aid.records.patients import read_within
from sdm_aid.records.record import Record, Writing
from sdm_aid.records.trouble import Missing
from sdm_aid.records.vault import made_at

_T = schema.patients
_V = schema.visits


def erase(record: Record, patient: str, reason: str) -> None:
    """Destroy the key of a patient and of the doubles merged into them.

    Their entries stay in the journal as ciphertext that nobody can read any more, so that the chain
    still holds; papers are deleted. The clinic's journal says who erased which record and why,
    without a name.

    Raises:
        NotAllowed: only an administrator.
        Missing: no such patient, or erased already.
        ValueError: no reason.
    """
    record.may("administrator")
    if not reason.strip():
        raise ValueError("a reason is needed")
    with record.writing() as work:
        row = read_within(record, work.connection, patient)
        if row.erased:
            raise Missing(patient)
        everyone = [patient, *_doubles(work, patient)]
        what = {"kind": "patient_erased", "patients": everyone, "reason": reason.strip()}
        seq = work.clinic_event(what)
        when = made_at(record.clock())
        for each in everyone:
            _destroy(work, each, when, seq)
    for each in everyone:
        record.forget_patient(each)
    scrub(record)


def scrub(record: Record) -> None:
    """Take what was let go out of the file and its write-ahead log (the embedded database).

    On a server its administrator has to vacuum and to let old backups go.
    """
    if record.place.on_server:
        return
    with record.engine.connect() as connection:
        raw = connection.connection.driver_connection
        if raw is not None:
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def _doubles(work: Writing, patient: str) -> list[str]:
    query = select(_T.c.id).where(_T.c.under == patient)
    return [row.id for row in work.connection.execute(query)]


def _destroy(work: Writing, patient: str, when: str, seq: int) -> None:
    connection = work.connection
    visits = [row.id for row in connection.execute(select(_V.c.id).where(_V.c.patient == patient))]
    for visit in visits:
        papers = schema.papers
        connection.execute(papers.delete().where(papers.c.visit == visit))
    gone = {"wrapped_key": None, "head": None, "place": None, "changed": seq}
    connection.execute(_V.update().where(_V.c.patient == patient).values(**gone))
    tombstone = {"wrapped_key": None, "body": None, "erased": when, "changed": seq}
    connection.execute(_T.update().where(_T.c.id == patient).values(**tombstone))
