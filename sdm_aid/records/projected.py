"""Whether the rows of users, patients and visits say what the journal says.

Each of them opens only in its own place, but whoever can write to the database can put one back as
it stood before: a name before it was corrected, a role before it was lowered, a key before it was
destroyed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

from sqlalchemy import Connection, func, select

from sdm_aid.records import patients, rows, schema, users
from sdm_aid.records.journal import events, plain_bodies
from sdm_aid.records.record import Record
from sdm_aid.records.rows import head_from, unpack
from sdm_aid.records.trouble import RecordTrouble

_J, _P, _V, _U = schema.journal, schema.patients, schema.visits, schema.users


class _Clinic(NamedTuple):
    """What the clinic's own journal leads to: role of each user (empty: removed), who is erased."""

    roles: dict[str, str]
    erased: set[str]


def stray_rows(record: Record) -> tuple[str, ...]:
    """The rows that read well and are not as the journal left them, each named by its place.

    What cannot be read at all is told by ``checking``.

    Raises:
        RecordTrouble: the record cannot be read at all.
    """
    with record.reading() as connection:
        try:
            clinic = _clinic(record, connection)
        except RecordTrouble:
            return ()  # the chain tells it
        found = [*_users(record, connection, clinic), *_patients(record, connection, clinic)]
        return (*found, *_visits(record, connection, clinic))


def _clinic(record: Record, connection: Connection) -> _Clinic:
    told = _Clinic({}, set())
    for event in events(connection, record.keys.clinic, "clinic", "clinic"):
        what = event.what
        if what["kind"] in ("user_added", "user_changed"):
            told.roles[what["user"]] = what["role"]
        elif what["kind"] == "user_removed":
            told.roles[what["user"]] = ""
        elif what["kind"] == "patient_erased":
            told.erased.update(what["patients"])
    return told


def _users(record: Record, connection: Connection, clinic: _Clinic) -> Iterator[str]:
    there = {row.id for row in connection.execute(select(_U.c.id))}
    for user in sorted(there | clinic.roles.keys()):
        try:
            row = users.read(connection, record.keys, user)
        except RecordTrouble:
            continue
        role = None if row is None else "" if row.removed else row.role
        if role != clinic.roles.get(user):
            yield rows.user_place(user)


def _patients(record: Record, connection: Connection, clinic: _Clinic) -> Iterator[str]:
    begun = select(_J.c.subject).where(_J.c.kind == "patient").distinct()
    missing = {row.subject for row in connection.execute(begun)}
    for row in connection.execute(select(_P)).all():
        missing.discard(row.id)
        gone = bool(row.erased) or row.wrapped_key is None or row.body is None
        try:
            if gone != (row.id in clinic.erased) or (
                not gone and not _patient_stands(record, connection, row)
            ):
                yield rows.patient_place(row.id)
        except RecordTrouble:
            continue
    yield from map(rows.patient_place, sorted(missing))


def _patient_stands(record: Record, connection: Connection, row: Any) -> bool:
    key = record.patient_key(connection, row.id)
    details, under = None, ""
    for event in events(connection, key, "patient", row.id):
        what = event.what
        if what["kind"] in ("patient_added", "patient_corrected"):
            details = (what["name"], what["born"], what["number"])
        elif what["kind"] == "patient_merged_into":
            under = what["into"]
    now = patients.decoded(record, connection, row)
    return (now.name, now.born, now.number) == details and row.under == under


def _visits(record: Record, connection: Connection, clinic: _Clinic) -> Iterator[str]:
    counted = select(_J.c.subject, func.count().label("n")).where(_J.c.kind == "visit_event")
    noted = {row.subject: row.n for row in connection.execute(counted.group_by(_J.c.subject))}
    under = {row.id: row.under for row in connection.execute(select(_P.c.id, _P.c.under))}
    for row in connection.execute(select(_V)).all():
        gone = row.wrapped_key is None or row.head is None
        try:
            if (
                gone != (row.patient in clinic.erased)
                or row.events != noted.get(row.id, 0)
                or (not gone and not _visit_stands(record, connection, row, under))
            ):
                yield f"visit {row.id}"
        except RecordTrouble:
            continue


def _visit_stands(record: Record, connection: Connection, row: Any, under: dict[str, str]) -> bool:
    key, patient = record.visit_key(connection, row.id)
    over = record.patient_key(connection, patient)
    head = head_from(unpack(over, bytes(row.head), rows.head_place(row.id, patient)))
    status, filed = "", ""
    for event in events(connection, key, "visit_event", row.id) if row.events else ():
        if event.what["kind"] == "discarded":
            status = "discarded"
        elif event.what["kind"] == "moved":
            filed = event.what["to"]
    while under.get(filed):
        filed = under[filed]
    if filed not in ("", patient) or (status and head.status != status):
        return False
    return row.kind != "visit" or _last_is_listed(connection, key, row, head.last_at)


def _last_is_listed(connection: Connection, key: bytes, row: Any, listed: str) -> bool:
    """Whether the list names the moment of the last entry."""
    last = plain_bodies(connection, key, "visit", row.id, row.version - 2)
    if row.version < 2 or not last or not listed:
        return True
    at = json.loads(last[-1][2]).get("at")
    return at is None or at == listed
