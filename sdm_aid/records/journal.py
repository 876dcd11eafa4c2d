"""Reading the journal: one visit's entries, the whole chain, what happened when."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any, NamedTuple

from cryptography.exceptions import InvalidTag
from sqlalchemy import Connection, func, select

from sdm_aid.records import schema
from sdm_aid.records.chain import Break, Row, first_break
from sdm_aid.records.engine import translated
from sdm_aid.records.header import Head
from sdm_aid.records.keys import Keys, decrypt
from sdm_aid.records.record import Record, head_in
from sdm_aid.records.rows import Event, journal_place
from sdm_aid.records.trouble import DamagedRecord, Missing

_T = schema.journal
_BATCH = 2_000


class ChainReport(NamedTuple):
    """What a walk over the whole chain found. ``entries``: how many hold."""

    entries: int
    head: Head
    broken: Break | None
    missing_tail: int
    """Entries that the table of the head names and that are not there."""
    miscounted: tuple[str, ...]
    """Visits whose count of entries is not what the journal holds, or that are not listed."""


def plain_bodies(
    connection: Connection, key: bytes, kind: str, subject: str, after: int = -1
) -> list[tuple[int, int, bytes]]:
    """The decrypted bodies of a subject's entries in order: (seq, number, JSON).

    Raises:
        DamagedRecord: an entry is not what was written, or one is missing; the text names it.
    """
    query = (
        select(_T.c.seq, _T.c.number, _T.c.body)
        .where(_T.c.subject == subject, _T.c.kind == kind, _T.c.number > after)
        .order_by(_T.c.number)
    )
    found: list[tuple[int, int, bytes]] = []
    for seq, number, body in connection.execute(query):
        place = journal_place(kind, subject, number)
        if found and number != found[-1][1] + 1:
            raise DamagedRecord(place)
        try:
            found.append((seq, number, decrypt(key, bytes(body), place.encode())))
        except InvalidTag:
            raise DamagedRecord(place) from None
    return found


def events(connection: Connection, key: bytes, kind: str, subject: str) -> list[Event]:
    """The events of a subject, decrypted, in order."""
    return [
        event_of(seq, kind, subject, number, body)
        for seq, number, body in plain_bodies(connection, key, kind, subject)
    ]


def event_of(seq: int, kind: str, subject: str, number: int, body: bytes) -> Event:
    """One decrypted body as an event.

    Raises:
        DamagedRecord: it is not of our form.
    """
    try:
        said: dict[str, Any] = json.loads(body)
        at = datetime.fromisoformat(said["at"])
        return Event(seq, kind, subject, number, at, said.get("by", ""), said["who"], said["what"])
    except (KeyError, TypeError, ValueError) as problem:
        raise DamagedRecord(journal_place(kind, subject, number)) from problem


def verify(record: Record, progress: Callable[[int, int], None] | None = None) -> ChainReport:
    """Walk the whole chain from the first entry and compare the visits' counts with it."""
    with record.reading() as connection:
        return walk(connection, record.keys, progress)


def walk(
    connection: Connection, keys: Keys, progress: Callable[[int, int], None] | None = None
) -> ChainReport:
    """The same, within a connection at hand; ``progress``: entries walked, entries in all."""
    head = head_in(connection)
    reached, broken = Head(), None
    for size in (_BATCH, 1):  # one by one only where a page is damaged, to find the entry
        try:
            with translated("journal"):
                for batch in _batches(connection, reached.seq, size):
                    reached, broken = first_break(keys.chain, reached, batch)
                    if progress is not None:
                        progress(reached.seq, head.seq)
                    if broken is not None:
                        break
            break
        except DamagedRecord:
            connection.invalidate()
            connection.rollback()
    else:
        broken = Break(reached.seq + 1, "", "", 0, "unreadable")
        return ChainReport(reached.seq, reached, broken, 0, ())
    if broken is None and reached.seq == head.seq and reached.hash != head.hash:
        broken = Break(head.seq, "", "", 0, "changed")
    if broken is None and reached.seq > head.seq:
        broken = Break(head.seq + 1, "", "", 0, "added")
    missing = max(0, head.seq - reached.seq) if broken is None else 0
    return ChainReport(reached.seq, reached, broken, missing, _miscounted(connection))


def first_of(record: Record, subject: str) -> int:
    """The number in the record of the first entry about a subject.

    Raises:
        Missing: there is none.
    """
    with record.reading() as connection:
        found = connection.execute(select(func.min(_T.c.seq)).where(_T.c.subject == subject))
        seq = found.scalar()
    if seq is None:
        raise Missing(subject)
    return int(seq)


def holds(record: Record, head: Head) -> bool:
    """Whether the journal has the entry that a sealed plan names as its head."""
    with record.reading() as connection:
        stored = connection.execute(select(_T.c.hash).where(_T.c.seq == head.seq)).scalar()
    return stored is not None and bytes(stored) == head.hash


def check_tail(
    connection: Connection, keys: Keys, count: int
) -> tuple[Break | None, datetime | None]:
    """Check the last entries of the chain; the first break, and when the last entry was made.

    The moment is known only where the last entry belongs to the clinic: others lie under the keys
    of their patients. A damaged page is a break too: what lies elsewhere can still be read.
    """
    first = 0
    try:
        with translated("journal"):
            head = head_in(connection)
            first = max(0, head.seq - count)
            broken = _break_after(connection, keys, head, first)
            return broken, None if broken else _last_moment(connection, keys)
    except DamagedRecord:
        connection.invalidate()
        return Break(first + 1, "", "", 0, "unreadable"), None


def _break_after(connection: Connection, keys: Keys, head: Head, first: int) -> Break | None:
    start = Head()
    if first:
        stored = connection.execute(select(_T.c.hash).where(_T.c.seq == first)).scalar()
        if stored is None:
            return Break(first, "", "", 0, "missing")
        start = Head(first, _raw(stored))
    for batch in _batches(connection, start.seq):
        start, broken = first_break(keys.chain, start, batch)
        if broken is not None:
            return broken
    if start.seq != head.seq:
        return Break(start.seq + 1, "", "", 0, "missing" if start.seq < head.seq else "added")
    if start.hash != head.hash:
        return Break(head.seq, "", "", 0, "changed")
    return None


def _last_moment(connection: Connection, keys: Keys) -> datetime | None:
    query = select(func.max(_T.c.number)).where(_T.c.subject == "clinic", _T.c.kind == "clinic")
    number = connection.execute(query).scalar()
    if number is None:
        return None
    found = plain_bodies(connection, keys.clinic, "clinic", "clinic", int(number) - 1)
    return event_of(found[0][0], "clinic", "clinic", found[0][1], found[0][2]).at


def _batches(connection: Connection, after: int, size: int = _BATCH) -> Iterator[list[Row]]:
    while True:
        query = select(_T).where(_T.c.seq > after).order_by(_T.c.seq).limit(size)
        rows = [
            Row(seq, kind, subject, number, _raw(body), _raw(hashed))
            for seq, kind, subject, number, body, hashed in connection.execute(query)
        ]
        if not rows:
            return
        yield rows
        after = rows[-1].seq


def _raw(value: bytes | memoryview | str) -> bytes:
    """What stands in a cell; somebody may have put words where bytes were."""
    return value.encode() if isinstance(value, str) else bytes(value)


def _miscounted(connection: Connection) -> tuple[str, ...]:
    visits = schema.visits
    counted = (
        select(_T.c.subject, func.count().label("entries"))
        .where(_T.c.kind.in_(("visit", "follow_up")))
        .group_by(_T.c.subject)
        .subquery()
    )
    fewer = (
        select(visits.c.id)
        .outerjoin(counted, counted.c.subject == visits.c.id)
        .where(func.coalesce(counted.c.entries, 0) != visits.c.version)
    )
    unlisted = (
        select(counted.c.subject)
        .outerjoin(visits, counted.c.subject == visits.c.id)
        .where(visits.c.id.is_(None))
    )
    return tuple(row[0] for query in (fewer, unlisted) for row in connection.execute(query))
