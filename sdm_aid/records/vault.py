"""Makes a record, opens it for a user, and keeps its header: the door to the clinic's record."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout
from sqlalchemy import Connection, Engine, select, text

from sdm_aid.records import header as headers
from sdm_aid.records.disk import is_full, put_in_place
from sdm_aid.records.engine import embedded, server, translated
from sdm_aid.records.header import Head, Header
from sdm_aid.records.keys import Keys
from sdm_aid.records.making import is_whole
from sdm_aid.records.migrations import version_of
from sdm_aid.records.place import Place
from sdm_aid.records.schema import vault as vault_table
from sdm_aid.records.server import shown
from sdm_aid.records.trouble import (
    DamagedHeader,
    NoRecord,
    RecordInUse,
    RecordUnwritable,
)


def new_id() -> str:
    """32 hexadecimal digits, random."""
    return secrets.token_hex(16)


def exists(place: Place) -> bool:
    """Whether this computer has a record here; of a server it only says that one is named."""
    return place.on_server or is_whole(place)


def where(place: Place) -> str:
    """The place, as a sentence can name it (without a password)."""
    return shown(place.address) if place.on_server else str(place.folder)


def read_header(place: Place) -> Header:
    """The header, from the file or the server.

    Raises:
        NoRecord, DamagedHeader, NewerRecord, ServerUnreachable, ServerUnprotected.
    """
    return headers.from_bytes(header_bytes(place))


def header_bytes(place: Place) -> bytes:
    """The header's bytes; a damaged file gives way to its spare copy."""
    if place.on_server:
        engine = server(place.address)
        try:
            with translated(where(place)), engine.connect() as connection:
                return header_in(connection)
        finally:
            engine.dispose()
    if place.unfinished.exists():
        raise NoRecord(str(place.folder))
    first: Exception | None = None
    for path in (place.header, place.spare):
        try:
            data = path.read_bytes()
            headers.from_bytes(data)
        except FileNotFoundError:
            continue
        except OSError as problem:
            first = first or RecordUnwritable(full=False, where=str(path))
            first.__cause__ = problem
        except DamagedHeader as problem:
            first = first or problem
        else:
            return data
    if first is None and place.database.exists():
        first = DamagedHeader("the file of the wrapped keys is gone")
    raise first or NoRecord(str(place.folder))


def mend(place: Place, data: bytes) -> None:
    """Put the header that opened the record in place of a copy that is lost or damaged.

    Where the folder takes no writing the other copy still does.
    """
    if place.on_server or header_bytes(place) != data:
        return  # it was changed meanwhile
    for path in (place.header, place.spare):
        with suppress(OSError, RecordUnwritable):
            if not path.exists() or path.read_bytes() != data:
                _write(path, data)


def header_in(connection: Connection) -> bytes:
    """The header's bytes out of the table that holds them on a server.

    Raises:
        NoRecord: there is none.
    """
    if version_of(connection) == 0:
        raise NoRecord(shown(connection.engine.url))
    query = select(vault_table.c.value).where(vault_table.c.name == "header")
    found = connection.execute(query).scalar()
    if found is None:
        raise NoRecord(shown(connection.engine.url))
    return bytes(found)


def write_header(place: Place, header: Header, keys: Keys, connection: Connection | None) -> None:
    """Write the header: on a server within ``connection``'s transaction, else two files.

    Raises:
        RecordUnwritable: the folder takes no writing; the former header stands.
    """
    data = headers.to_bytes(header, keys)
    if place.on_server:
        if connection is None:
            raise ValueError("a header on a server is written within a transaction")
        connection.execute(vault_table.delete().where(vault_table.c.name == "header"))
        connection.execute(vault_table.insert().values(name="header", value=data))
        return
    for path in (place.header, place.spare):
        _write(path, data)


def note_head(place: Place, head: Head, keys: Keys, connection: Connection | None) -> None:
    """Write the head of the journal into the header, so that a cut tail is noticed."""
    header = read_header(place) if connection is None else _of(place, connection)
    if header.head != head:
        write_header(place, replace(header, head=head), keys, connection)


def _of(place: Place, connection: Connection) -> Header:
    if place.on_server:
        return headers.from_bytes(header_in(connection))
    return read_header(place)


def engine_of(place: Place, keys: Keys, *, read_only: bool = False) -> Engine:
    """The engine of an existing record.

    Raises:
        NoRecord: the database file is gone or empty: a new one is never put in its place.
    """
    if place.on_server:
        return server(place.address)
    try:
        size = place.database.stat().st_size
    except OSError as problem:
        raise NoRecord(str(place.database)) from problem
    if not size:
        raise NoRecord(str(place.database))
    return embedded(place.database, keys.database, read_only=read_only)


def hold(place: Place) -> FileLock | None:
    """Take the right to write into the embedded record; freed when the process ends, however.

    Raises:
        RecordInUse: another copy of the program has it.
        RecordUnwritable: the folder takes no writing.
    """
    if place.on_server:
        return None
    lock = FileLock(place.lock, mode=0o600, is_singleton=False)
    try:
        lock.acquire(timeout=0)
    except Timeout as problem:
        raise RecordInUse(str(place.folder)) from problem
    except OSError as problem:
        raise RecordUnwritable(full=False, where=str(place.folder)) from problem
    return lock


def check_whose(connection: Connection, header: Header) -> None:
    """Make sure that header and tables belong together.

    Raises:
        NoRecord: the tables are of another record, or there are none.
    """
    if version_of(connection) == 0:
        raise NoRecord("tables")
    found = connection.execute(text("SELECT value FROM meta WHERE name = 'vault'")).scalar()
    if found != header.vault:
        raise NoRecord("tables of another record")


def made_at(now: datetime) -> str:
    """A moment as the record keeps it."""
    return now.isoformat(timespec="milliseconds")


def _write(path: Path, data: bytes) -> None:
    new = path.with_name(f".{path.name}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with new.open("wb") as file:
            new.chmod(0o600)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        put_in_place(new, path)
    except OSError as problem:
        with suppress(OSError):
            new.unlink(missing_ok=True)
        raise RecordUnwritable(is_full(problem), str(path.parent)) from problem
