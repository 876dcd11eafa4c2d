"""What a room says a second time, because the answer to the first time got lost on the way.

A server may have written entries and gone away before it said so. The room holds them as not
written and says them again: then they stand there already, word for word, with their moments.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

from sqlalchemy import Connection, select

from sdm_aid.records import rows, schema
from sdm_aid.records.journal import plain_bodies
from sdm_aid.records.papers import NewPaper
from sdm_aid.records.rows import unpack

_P = schema.papers


def entries_there(
    connection: Connection, key: bytes, kind: str, visit: str, base: int, bodies: Sequence[bytes]
) -> int:
    """How many of ``bodies`` stand after the first ``base`` entries, as the only ones; else 0."""
    stored = [body for _seq, _n, body in plain_bodies(connection, key, kind, visit, base - 1)]
    return len(stored) if stored == list(bodies[: len(stored)]) else 0


def papers_missing(
    connection: Connection, key: bytes, visit: str, papers: Sequence[NewPaper]
) -> list[NewPaper]:
    """Those of ``papers`` that the visit does not hold yet."""
    query = select(_P.c.id, _P.c.about).where(_P.c.visit == visit)
    kept = [
        unpack(key, bytes(row.about), rows.paper_place(row.id, "about"))
        for row in connection.execute(query)
    ]
    return [new for new in papers if [new.name, sha256(new.data).hexdigest()] not in kept]
