"""What the chain of the journal does not cover: whether each row can be read as it was written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, Select, select, text

from sdm_aid.records import papers, patients, rows, schema
from sdm_aid.records.engine import translated
from sdm_aid.records.record import Record
from sdm_aid.records.rows import unpack
from sdm_aid.records.trouble import DamagedRecord, Missing

_Check = Callable[[Connection, Any], None]
_CELLS = (schema.visits.c.id, schema.visits.c.patient, schema.visits.c.head, schema.visits.c.place)


def damaged_rows(record: Record) -> tuple[str, ...]:
    """The rows that are not what was written, each named by its place in the record.

    Raises:
        RecordTrouble: the record cannot be read at all.
    """
    found: list[str] = []
    for name, check, query in _tables(record):
        try:
            with record.reading() as connection, translated(f"table {name}"):
                rows = connection.execute(query).all()
        except DamagedRecord as problem:
            found.append(str(problem))
        else:
            found += _damaged(record, name, check, rows)
    return tuple(found)


def damaged_pages(record: Record) -> tuple[str, ...]:
    """What the embedded database says of its own file; empty: it is whole, or lies on a server."""
    if record.place.on_server:
        return ()
    found: list[str] = []
    for line in ("cipher_integrity_check", "integrity_check"):
        try:
            with record.reading() as connection:
                said = [str(row[0]) for row in connection.execute(text(f"PRAGMA {line}"))]
                if said != ["ok"]:
                    connection.invalidate()
        except DamagedRecord as problem:
            said = [str(problem)]
        found += [each for each in said if each != "ok"]
        if found:
            break  # one damaged page spoils what the second check says of all others
    return tuple(found)


def _damaged(record: Record, name: str, check: _Check, rows: Sequence[Any]) -> Iterator[str]:
    at = 0
    while at < len(rows):
        try:
            with record.reading() as connection:
                for row in rows[at:]:
                    at += 1
                    with translated(f"{name} {row[0]}"):
                        check(connection, row)
        except DamagedRecord as problem:
            yield str(problem)
        except Missing:
            yield f"{name} {rows[at - 1][0]}"  # what it belongs to is gone


def _tables(record: Record) -> Iterator[tuple[str, _Check, Select[Any]]]:
    def patient(connection: Connection, row: Any) -> None:
        patients.decoded(record, connection, row)

    def visit(connection: Connection, row: Any) -> None:
        key, _patient = record.visit_key(connection, row.id)
        over = record.patient_key(connection, row.patient)
        unpack(over, bytes(row.head), rows.head_place(row.id, row.patient))
        if row.place is not None:
            unpack(key, bytes(row.place), rows.field_place(row.id))

    def paper(connection: Connection, row: Any) -> None:
        found, digest = papers.paper_within(record, connection, row.id)
        if sha256(found.data).hexdigest() != digest:
            raise DamagedRecord(rows.paper_place(row.id, "body"))

    def user(_connection: Connection, row: Any) -> None:
        unpack(record.keys.clinic, bytes(row.body), rows.user_place(row.id))

    def item(_connection: Connection, row: Any) -> None:
        unpack(record.keys.clinic, bytes(row.body), rows.item_place(row.name))

    yield "patients", patient, select(schema.patients)
    yield "visits", visit, select(*_CELLS).where(schema.visits.c.head.is_not(None))
    yield "papers", paper, select(schema.papers.c.id)
    yield "users", user, select(schema.users)
    yield "clinic_items", item, select(schema.clinic_items)
