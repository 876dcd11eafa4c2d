"""The papers of a visit: sealed plan and handout, kept byte for byte."""

from __future__ import annotations

from hashlib import sha256
from typing import NamedTuple

from cryptography.exceptions import InvalidTag
from sqlalchemy import Connection, select

from sdm_aid.records import rows, schema
from sdm_aid.records.keys import decrypt, encrypt
from sdm_aid.records.record import Record, Writing
from sdm_aid.records.rows import pack, unpack
from sdm_aid.records.trouble import DamagedRecord, Missing
from sdm_aid.records.vault import new_id

_P = schema.papers


class NewPaper(NamedTuple):
    """A paper to keep: ``plan`` or ``handout``, its file name, its bytes as they were sealed."""

    kind: str
    name: str
    data: bytes


def papers_of(record: Record, visit: str) -> tuple[tuple[str, str, str], ...]:
    """The papers kept of a visit: (id, kind, file name)."""
    with record.reading() as connection:
        key, _patient = record.visit_key(connection, visit)
        query = select(_P.c.id, _P.c.kind, _P.c.about).where(_P.c.visit == visit)
        return tuple(
            (row.id, row.kind, unpack(key, bytes(row.about), rows.paper_place(row.id, "about"))[0])
            for row in connection.execute(query)
        )


def paper(record: Record, identity: str) -> NewPaper:
    """A paper kept, byte for byte as it was sealed.

    Raises:
        Missing, DamagedRecord.
    """
    with record.reading() as connection:
        return paper_within(record, connection, identity)[0]


def paper_within(record: Record, connection: Connection, identity: str) -> tuple[NewPaper, str]:
    """The same, within a connection at hand; and the SHA-256 that was noted when it was kept."""
    found = connection.execute(select(_P).where(_P.c.id == identity)).first()
    if found is None:
        raise Missing(identity)
    key, _patient = record.visit_key(connection, found.visit)
    about = unpack(key, bytes(found.about), rows.paper_place(identity, "about"))
    place = rows.paper_place(identity, "body")
    try:
        data = decrypt(key, bytes(found.body), place.encode())
    except InvalidTag:
        raise DamagedRecord(place) from None
    return NewPaper(found.kind, about[0], data), about[1]


def keep(work: Writing, visit: str, key: bytes, new: NewPaper) -> None:
    """Write a paper, within a transaction at hand, under the key of its visit."""
    identity = new_id()
    about = [new.name, sha256(new.data).hexdigest()]
    work.connection.execute(
        _P.insert().values(
            id=identity,
            visit=visit,
            kind=new.kind,
            about=pack(key, about, rows.paper_place(identity, "about")),
            body=encrypt(key, new.data, rows.paper_place(identity, "body").encode()),
        )
    )
