"""Where a visit is filed: discarded with a reason, or moved from the wrong patient."""

from __future__ import annotations

from sqlalchemy import select

from sdm_aid.records import patients, schema
from sdm_aid.records.record import Record, Writing
from sdm_aid.records.trouble import Missing
from sdm_aid.records.visits import listed_head, note_within

_T = schema.visits


def discard(record: Record, visit: str, reason: str) -> None:
    """Put a draft aside for good, with a reason; its entries stay in the journal.

    Raises:
        NotAllowed, Missing.
        ValueError: no reason, or the visit is signed.
    """
    record.may("clinician", "administrator")
    if not reason.strip():
        raise ValueError("a reason is needed")
    with record.writing() as work:
        if listed_head(work, visit).status != "draft":
            raise ValueError("only a draft is discarded")
        what = {"kind": "discarded", "reason": reason.strip()}
        note_within(work, visit, what, status="discarded", why=reason.strip())


def move(record: Record, visit: str, to: str, reason: str) -> None:
    """Withdraw a visit filed under the wrong patient and file it under the right one.

    It stands in the journals of both. A sealed plan keeps the words it was sealed with.

    Raises:
        NotAllowed, Missing.
        ValueError: no reason, or it is filed there already.
    """
    record.may("clinician", "administrator")
    if not reason.strip():
        raise ValueError("a reason is needed")
    with record.writing() as work:
        connection = work.connection
        found = connection.execute(select(_T).where(_T.c.id == visit)).first()
        if found is None or found.wrapped_key is None:
            raise Missing(visit)
        if found.patient == to:
            raise ValueError("it is filed there")
        target = patients.read_within(record, connection, to)
        if target.erased or target.under:
            raise Missing(to)
        head = listed_head(work, visit)
        told = {"visit": visit, "title": head.title, "started": head.started, "reason": reason}
        patients.event_within(work, found.patient, {"kind": "visit_withdrawn", **told})
        patients.event_within(work, to, {"kind": "visit_moved_here", **told})
        old = record.patient_key(connection, found.patient)
        patients.rewrap(work, found, old, to, record.patient_key(connection, to))
        at = record.clock().isoformat(timespec="minutes")
        what = {"kind": "moved", "reason": reason, "from": found.patient, "to": to}
        note_within(work, visit, what, moved=f"{at} {record.user.name}", moved_why=reason)
        _touch(work, found.patient, to)


def filed_under(record: Record, patient: str) -> tuple[str, ...]:
    """The ids of all visits and looks again of a patient, also of those put aside.

    Raises:
        RecordTrouble: the record cannot be read.
    """
    with record.reading() as connection:
        query = select(_T.c.id).where(_T.c.patient == patient).order_by(_T.c.changed, _T.c.id)
        return tuple(row.id for row in connection.execute(query))


def _touch(work: Writing, *these: str) -> None:
    table = schema.patients
    for patient in these:
        changed = table.update().where(table.c.id == patient)
        work.connection.execute(changed.values(changed=work.head.seq))
