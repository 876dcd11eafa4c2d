"""What the chain of the journal does not cover: whether each row can be read as it was written."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, select, text

from sdm_aid.records import papers, patients, rows, schema
from sdm_aid.records.record import Record
from sdm_aid.records.rows import unpack
from sdm_aid.records.trouble import DamagedRecord, Missing

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
    for check, row in _rows(record, connection):
        try:
            check(row)
        except DamagedRecord as problem:
            yield str(problem)
        except Missing:
            yield f"row {row[0]}"  # what it belongs to is gone


def _rows(record: Record, connection: Connection) -> Iterator[tuple[Callable[[Any], object], Any]]:
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

    def those(check: Callable[[Any], object], query: Any) -> Iterator[tuple[Any, Any]]:
        for row in connection.execute(query).all():
            yield check, row

    yield from those(patient, select(schema.patients))
    yield from those(visit, select(*_CELLS).where(schema.visits.c.head.is_not(None)))
    yield from those(paper, select(schema.papers.c.id))
    yield from those(user, select(schema.users))
    yield from those(item, select(schema.clinic_items))
