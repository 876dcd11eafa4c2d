"""Moves a whole record to a server of the clinic, or from there onto a computer.

The rows go over as they are, encrypted; nobody writes meanwhile. The former place keeps its copy,
marked so that it is not used by accident: until that mark stands nothing has changed for anybody.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Connection, Engine, select, text

from sdm_aid.i18n import _
from sdm_aid.records import header as headers
from sdm_aid.records import making, migrations, schema, vault
from sdm_aid.records.backup import copy_rows, counts_in
from sdm_aid.records.clinic import read_item, write_item
from sdm_aid.records.engine import embedded, translated
from sdm_aid.records.header import Head, Header
from sdm_aid.records.journal import walk
from sdm_aid.records.place import Place
from sdm_aid.records.record import Record, Writing, head_in
from sdm_aid.records.server import server, shown
from sdm_aid.records.standing import MOVED_TO
from sdm_aid.records.trouble import DamagedRecord, RecordExists, RecordTrouble

Progress = Callable[[int, int], None]
"""Rows done and rows in all, first while they are copied, then while the journal is checked."""
EMBEDDED = "embedded"
_BACKUPS = "backups"
_ROWS = 500


class Moved(NamedTuple):
    """What was moved. ``counts``: rows of each table, the same on both sides.

    ``left``: where the former copy still lies. ``aside``: the folder to which an older copy of this
    record was put, where the target held one.
    """

    counts: dict[str, int]
    head: Head
    left: str
    aside: Path | None = None


def move(record: Record, target: Place, progress: Progress | None = None) -> Moved:
    """Move an open record; afterwards it takes no more writing and is to be opened in ``target``.

    Raises:
        NotAllowed: only an administrator.
        ValueError: it lies there already.
        RecordExists: there is another record, or one that holds what this one does not.
        DamagedRecord: what arrived is not what was sent, or the journal does not hold.
        RecordTrouble: either side cannot be used. In each case the record is used as before.
    """
    record.may("administrator")
    if named(target) == named(record.place):
        raise ValueError("it lies there")
    lock = None
    if not target.on_server:
        with translated(str(target.folder)):
            target.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        lock = vault.hold(target)
    try:
        with record.writing() as work, record.reading() as source:
            moved = _filled(work, source, target, progress)
            _mark(work, named(target))
        record.standing.moved_to = named(target)
        with suppress(RecordTrouble):  # it has been moved; only the line in the journal is missing
            _tell(record, target, moved)
    finally:
        if lock is not None:
            lock.release()
    return moved


def named(place: Place) -> str:
    """A place as the former one names it: an address without a password, or ``embedded``."""
    return shown(place.address) if place.on_server else EMBEDDED


def content(connection: Connection) -> dict[str, str]:
    """A hash of what each table holds; the order in which a database gives its rows has no part."""
    return {table.name: _hash_of(connection, table.name) for table in schema.COPIED}


def _filled(work: Writing, source: Connection, target: Place, progress: Progress | None) -> Moved:
    record = work.record
    header = replace(_header(work), head=work.head, moved_to="")
    aside = None
    if not target.on_server:
        aside = _make_room_here(record, source, target)
        with translated(str(target.folder)):
            making.begin(target)
    engine = _engine(record, target)
    try:
        with translated(vault.where(target)), engine.begin() as arriving:
            if target.on_server:
                _make_room_there(record, source, arriving, target)
            copy_rows(source, arriving, progress)
            _compare(record, source, arriving, progress)
            counts = counts_in(arriving)
            if target.on_server:
                vault.write_header(target, header, record.keys, arriving)
        if not target.on_server:
            vault.write_header(target, header, record.keys, None)
            with translated(str(target.folder)):
                making.end(target)
    except BaseException:
        engine.dispose()
        if not target.on_server:
            _clear_away(target)
        raise
    engine.dispose()
    left = record.where
    return Moved(counts, work.head, left, aside)


def _compare(
    record: Record, source: Connection, arriving: Connection, progress: Progress | None
) -> None:
    if counts_in(source) != counts_in(arriving) or content(source) != content(arriving):
        raise DamagedRecord(_("what arrived is not what was sent"))
    report = walk(arriving, record.keys, progress)
    if report.broken is not None or report.missing_tail or report.miscounted:
        raise DamagedRecord(_("the journal does not hold, so it was not moved"))


def _mark(work: Writing, to: str) -> None:
    """Say in the former place where the record is now; another room asks before it writes."""
    place, meta = work.record.place, schema.meta
    work.connection.execute(meta.delete().where(meta.c.name == MOVED_TO))
    work.connection.execute(meta.insert().values(name=MOVED_TO, value=to))
    header = replace(_header(work), head=work.head, moved_to=to)
    vault.write_header(place, header, work.record.keys, work.connection)


def _tell(record: Record, target: Place, moved: Moved) -> None:
    """Write into the journal that it was moved, and list the former copy among the backups."""
    engine = vault.engine_of(target, record.keys)
    there = Record(target, engine, record.keys, record.user, record.clock, None, record.vault)
    when = vault.made_at(record.clock())
    copy = {"name": _("the record before it was moved"), "made": when, "seq": moved.head.seq}
    try:
        with there.writing() as work:
            listed = read_item(there, work.connection, _BACKUPS) or []
            write_item(work, _BACKUPS, [*listed, {**copy, "where": moved.left}])
            what = {"kind": "record_moved", "from": named(record.place), "to": named(target)}
            work.clinic_event(what)
    finally:
        there.close()


def _header(work: Writing) -> Header:
    place = work.record.place
    if place.on_server:
        return headers.from_bytes(vault.header_in(work.connection))
    return vault.read_header(place)


def _engine(record: Record, target: Place) -> Engine:
    if target.on_server:
        return server(target.address)
    return embedded(target.database, record.keys.database)


def _make_room_here(record: Record, source: Connection, target: Place) -> Path | None:
    """Put an older copy of this very record aside: it holds nothing that is not in the source."""
    if not making.is_whole(target):
        return None
    try:
        older = vault.read_header(target).vault == record.vault
        engine = vault.engine_of(target, record.keys, read_only=True)
        with translated(str(target.folder)), engine.connect() as connection:
            older = older and _is_older(head_in(connection), source)
        engine.dispose()
    except RecordTrouble:
        older = False
    if not older:
        raise RecordExists(str(target.folder))
    with translated(str(target.folder)):
        return making.put_aside(target, "moved")


def _make_room_there(
    record: Record, source: Connection, arriving: Connection, target: Place
) -> None:
    """The same on a server, where the older copy is dropped."""
    try:
        if migrations.version_of(arriving) == 0:
            return
        older = headers.from_bytes(vault.header_in(arriving)).vault == record.vault
    except RecordTrouble:
        older = False
    if not older or not _is_older(head_in(arriving), source):
        raise RecordExists(shown(target.address))
    for table in (schema.vault, *schema.COPIED):
        arriving.execute(text(f"DROP TABLE {table.name}"))
    arriving.execute(text("DROP FUNCTION journal_append_only()"))


def _is_older(head: Head, source: Connection) -> bool:
    journal = schema.journal
    stored = source.execute(select(journal.c.hash).where(journal.c.seq == head.seq)).scalar()
    return head.seq == 0 or (stored is not None and bytes(stored) == head.hash)


def _clear_away(target: Place) -> None:
    """Leave nothing of a record that did not arrive."""
    with suppress(OSError):
        for path in (*target.files, target.unfinished):
            path.unlink(missing_ok=True)


def _hash_of(connection: Connection, table: str) -> str:
    total = 0
    all_of_it = text(f"SELECT * FROM {table}")
    with connection.execute(all_of_it, execution_options={"yield_per": _ROWS}) as rows:
        for row in rows:
            parts = (_spelt(str(name), value) for name, value in sorted(row._mapping.items()))
            total += int.from_bytes(hashlib.sha256(b"".join(parts)).digest())
    return f"{total % 2**256:064x}"


def _spelt(name: str, value: object) -> bytes:
    if value is None:
        return f"{name} none;".encode()
    kind = "bytes" if isinstance(value, bytes | memoryview) else type(value).__name__
    plain = bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()
    return f"{name} {kind} {len(plain)} ".encode() + plain + b";"
