"""What belongs to the clinic as a whole and lies in the record: settings, seal, list of backups."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, select

from sdm_aid.records import schema
from sdm_aid.records.record import Record, Writing
from sdm_aid.records.rows import item_place, pack, unpack

BACKUPS = "backups"
"""The item that lists the copies there are: ``{"name", "made", "seq", "where"}`` each."""
_T = schema.clinic_items


def item(record: Record, name: str) -> Any:
    """One item as JSON value; None where it was never written."""
    with record.reading() as connection:
        return read_item(record, connection, name)


def read_item(record: Record, connection: Connection, name: str) -> Any:
    """The same, within a connection at hand."""
    found = connection.execute(select(_T.c.body).where(_T.c.name == name)).scalar()
    return None if found is None else unpack(record.keys.clinic, bytes(found), item_place(name))


def put_item(record: Record, name: str, value: Any, event: dict[str, Any]) -> None:
    """Write one item, and the event that says so, in one transaction."""
    with record.writing() as work:
        write_item(work, name, value)
        work.clinic_event(event)


def put_clinic_event(record: Record, event: dict[str, Any]) -> None:
    """Write down something that happened and belongs to no patient."""
    with record.writing() as work:
        work.clinic_event(event)


def write_item(work: Writing, name: str, value: Any) -> None:
    """The same, within a transaction at hand."""
    body = pack(work.record.keys.clinic, value, item_place(name))
    found = work.connection.execute(select(_T.c.version).where(_T.c.name == name)).scalar()
    if found is None:
        work.connection.execute(_T.insert().values(name=name, body=body, version=1))
    else:
        changed = _T.update().where(_T.c.name == name).values(body=body, version=found + 1)
        work.connection.execute(changed)
