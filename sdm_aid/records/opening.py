"""Setting up a record and opening it: header, tables, the first administrator, the first checks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from filelock import FileLock
from sqlalchemy import Connection, Engine

from sdm_aid.records import header as headers
from sdm_aid.records import keys as key_room
from sdm_aid.records import making, schema, seen, users, vault, visits
from sdm_aid.records.chain import Break
from sdm_aid.records.engine import embedded, server, translated
from sdm_aid.records.header import RECOVERY, Head, Header
from sdm_aid.records.journal import check_tail
from sdm_aid.records.keys import USUAL_COST, Cost, Keys
from sdm_aid.records.migrations import migrate, version_of
from sdm_aid.records.place import Place
from sdm_aid.records.record import Clock, Record, head_in
from sdm_aid.records.rows import User
from sdm_aid.records.trouble import (
    DamagedHeader,
    DamagedRecord,
    NewerRecord,
    RecordExists,
    RecordMoved,
    RecordTrouble,
    TailCut,
    UnknownUser,
)

CHECKED_AT_OPENING = 10_000
"""How many of the last entries are checked each time; the whole chain is checked on request."""

BeforeMigration = Callable[[Engine, Header, Keys], None]
"""Takes a copy before the tables are changed."""


class Opened(NamedTuple):
    """An open record, and what the first checks found.

    ``broken``: the chain does not hold there. ``cut``: entries this computer had seen are gone.
    ``clock_back``: the last entry is later than this computer's clock by more than two minutes.
    """

    record: Record
    broken: Break | None = None
    cut: TailCut | None = None
    clock_back: str = ""


class Made(NamedTuple):
    """A new record, open, and its printed key (shown once, kept nowhere)."""

    record: Record
    recovery_key: str


def create(
    place: Place,
    clinic: str,
    first: User,
    passphrase: str,
    clock: Clock,
    cost: Cost = USUAL_COST,
) -> Made:
    """Set up a record with its first user, an administrator.

    Raises:
        RecordExists: there is one here already.
        RecordTrouble: the place cannot be used.
    """
    data, identity = Keys(key_room.new_key()), vault.new_id()
    recovery = key_room.new_recovery_key()
    slots = (
        headers.make_slot(identity, first.id, first.name, data.data, passphrase, cost),
        headers.make_slot(identity, RECOVERY, RECOVERY, data.data, recovery, cost),
    )
    header = Header(identity, clinic, vault.made_at(clock()), slots)
    if not place.on_server and making.is_whole(place):
        raise RecordExists(str(place.folder))
    lock = _prepared(place)
    try:
        engine = _new_tables(place, header, data)
        record = Record(place, engine, data, first, clock, lock, identity)
        try:
            users.set_up(record, clinic, first)
            if not place.on_server:
                with translated(str(place.folder)):
                    making.end(place)
        except BaseException:
            engine.dispose()
            raise
    except BaseException:
        if lock is not None:
            lock.release()
        raise
    return Made(record, recovery)


def open_for(
    place: Place,
    user: str,
    secret: str,
    clock: Clock,
    before_migration: BeforeMigration | None = None,
    *,
    checked: int = CHECKED_AT_OPENING,
) -> Opened:
    """Open the record for a user (by id or name), or with the printed key (user ``recovery``).

    Raises:
        NoRecord, DamagedHeader, DamagedRecord, NewerRecord, RecordMoved, UnknownUser,
        WrongPassphrase, RecordInUse, RecordUnwritable, ServerUnreachable, ServerUnprotected.
    """
    data = vault.header_bytes(place)
    header = headers.from_bytes(data)
    if header.moved_to:
        raise RecordMoved(header.moved_to)
    secret = key_room.typed_recovery_key(secret) if user == RECOVERY else secret
    keys = headers.open_slot(header, user, secret)
    if not headers.genuine(data, keys):
        raise DamagedHeader("the header was written by somebody who cannot open the record")
    lock = vault.hold(place)
    try:
        opened = _opened(place, header, keys, user, clock, before_migration, lock, checked)
    except BaseException:
        if lock is not None:
            lock.release()
        raise
    vault.mend(place, data)
    return opened


def _opened(
    place: Place,
    header: Header,
    keys: Keys,
    user: str,
    clock: Clock,
    before_migration: BeforeMigration | None,
    lock: FileLock | None,
    checked: int,
) -> Opened:
    engine = vault.engine_of(place, keys)
    try:
        with translated(vault.where(place)):
            _bring_up(engine, header, keys, before_migration)
            with engine.connect() as connection:
                connection = connection.execution_options(reading=True)
                vault.check_whose(connection, header)
                who = _user(connection, keys, header, user)
                head = head_in(connection)
                cut = _cut(place, header, keys, connection, head)
                broken, last_at = check_tail(connection, keys, checked)
    except BaseException:
        engine.dispose()
        raise
    record = Record(place, engine, keys, who, clock, lock, header.vault)
    if cut is None:
        seen.note(place, keys, header.vault, head)
    moments = [at for at in (last_at, _last_said(record)) if at is not None and at.tzinfo]
    late = max(moments, default=None)
    back = late is not None and (late - clock()).total_seconds() > 120
    return Opened(record, broken, cut, late.isoformat() if back and late is not None else "")


def _last_said(record: Record) -> datetime | None:
    """When the last thing was said, where the last entry of the journal belongs to a visit."""
    row = schema.journal
    query = row.select().with_only_columns(row.c.subject, row.c.kind).order_by(row.c.seq.desc())
    try:
        with record.reading() as connection:
            last = connection.execute(query.limit(1)).first()
        if last is None or last.kind not in ("visit", "follow_up", "visit_event"):
            return None
        said = visits.row_of(record, last.subject).head.last_at
        return datetime.fromisoformat(said) if said else None
    except (RecordTrouble, ValueError):
        return None  # erased or damaged: told elsewhere


def _bring_up(
    engine: Engine, header: Header, keys: Keys, before_migration: BeforeMigration | None
) -> None:
    with engine.connect() as connection:
        before = version_of(connection.execution_options(reading=True))
    if before > schema.VERSION:
        raise NewerRecord(str(before))
    if 0 < before < schema.VERSION:
        if before_migration is not None:
            before_migration(engine, header, keys)
        with engine.begin() as connection:
            migrate(connection)


def _user(connection: Connection, keys: Keys, header: Header, user: str) -> User:
    slot = header.slot(user)
    if slot.id == RECOVERY:
        return User(RECOVERY, "", "administrator")
    found = users.read(connection, keys, slot.id)
    if found is None or found.removed:
        raise UnknownUser(slot.name)
    return found


def _cut(
    place: Place, header: Header, keys: Keys, connection: Connection, head: Head
) -> TailCut | None:
    """Whether the journal still holds the entries that the header and this computer saw."""
    known = [each for each in (header.head, seen.last(place, keys, header.vault)) if each]
    for each in known:
        if each.seq == 0:
            continue
        row = schema.journal
        query = row.select().with_only_columns(row.c.hash).where(row.c.seq == each.seq)
        try:
            with translated(str(place.folder)):
                stored = connection.execute(query).scalar()
        except DamagedRecord:
            break  # on a damaged page, which the check of the last entries tells
        if stored is None or bytes(stored) != each.hash:
            return TailCut(each.seq, head.seq)
    return None


def _prepared(place: Place) -> FileLock | None:
    with translated(str(place.folder)):
        place.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    lock = vault.hold(place)
    if lock is not None:
        try:
            with translated(str(place.folder)):
                making.begin(place)
        except BaseException:
            lock.release()
            raise
    return lock


def _new_tables(place: Place, header: Header, keys: Keys) -> Engine:
    engine = server(place.address) if place.on_server else embedded(place.database, keys.database)
    try:
        with translated(vault.where(place)), engine.begin() as connection:
            if version_of(connection) != 0:
                raise RecordExists(vault.where(place))
            migrate(connection)
            connection.execute(schema.meta.insert().values(name="vault", value=header.vault))
            if place.on_server:
                vault.write_header(place, header, keys, connection)
        if not place.on_server:
            vault.write_header(place, header, keys, None)
    except BaseException:
        engine.dispose()
        raise
    return engine
