"""What the chain of the journal does not cover: whether each row can be read as it was written."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, Select, select, text

from sdm_aid.records import papers, patients, rows, schema
from sdm_aid.records.engine import translated
from sdm_aid.records.record import Record
from sdm_aid.records.rows import unpack
from sdm_aid.records.trouble import DamagedRecord, Missing

_Checked = tuple[str, Callable[[Any], None], Select[Any]]
_CELLS = (schema.visits.c.id, schema.visits.c.patient, schema.visits.c.head, schema.visits.c.place)


def damaged_rows(record: Record) -> tuple[str, ...]:
    """The rows that are not what was written, each named by its place in the record.

    Raises:
        RecordTrouble: the record cannot be read at all.
    """
    with record.reading() as connection:
        return tuple(_damaged(record, connection))


def damaged_pages(record: Record) -> tuple[str, ...]:
    """What the embedded database says of its own file; empty: it is whole, or lies on a server."""
    if record.place.on_server:
        return ()
    found: list[str] = []
    with record.reading() as connection:
        for line in ("cipher_integrity_check", "integrity_check"):
            said = [str(row[0]) for row in connection.execute(text(f"PRAGMA {line}"))]
            found += [each for each in said if each != "ok"]
    return tuple(found)


def _damaged(record: Record, connection: Connection) -> Iterator[str]:
    for name, check, query in _tables(record, connection):
        try:
            with translated(f"table {name}"):
                found = connection.execute(query).all()
        except DamagedRecord as problem:
            yield str(problem)
            continue
        for row in found:
            try:
                with translated(f"{name} {row[0]}"):
                    check(row)
            except DamagedRecord as problem:
                yield str(problem)
            except Missing:
                yield f"{name} {row[0]}"  # what it belongs to is gone


def _tables(record: Record, connection: Connection) -> Iterator[_Checked]:
    def patient(row: Any) -> None:
        patients.decoded(record, connection, row)

    def visit(row: Any) -> None:
        key, _patient = record.visit_key(connection, row.id)
        over = record.patient_key(connection, row.patient)
        unpack(over, bytes(row.head), rows.head_place(row.id, row.patient))
        if row.place is not None:
            unpack(key, bytes(row.place), rows.field_place(row.id))

    def paper(row: Any) -> None:
        found, digest = papers.paper_within(record, connection, row.id)
        if sha256(found.data).hexdigest() != digest:
            raise DamagedRecord(rows.paper_place(row.id, "body"))

    def user(row: Any) -> None:
        unpack(record.keys.clinic, bytes(row.body), rows.user_place(row.id))

    def item(row: Any) -> None:
        unpack(record.keys.clinic, bytes(row.body), rows.item_place(row.name))

    yield "patients", patient, select(schema.patients)
    yield "visits", visit, select(*_CELLS).where(schema.visits.c.head.is_not(None))
    yield "papers", paper, select(schema.papers.c.id)
    yield "users", user, select(schema.users)
    yield "clinic_items", item, select(schema.clinic_items)
