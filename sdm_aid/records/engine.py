"""Opens the database of a record: SQLCipher in a file, or PostgreSQL over TLS."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy
from sqlalchemy import Connection, Engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from sdm_aid.records.server import WAIT_MS, server_trouble
from sdm_aid.records.server import server as server
from sdm_aid.records.trouble import (
    DamagedRecord,
    NoRecord,
    RecordInUse,
    RecordTrouble,
    RecordUnwritable,
)

Database = Engine
"""What other rooms call an open database."""

BEGUN = "begun"
"""Execution option: whoever has this connection begins and ends its transactions."""


def embedded(path: Path, key: bytes, *, read_only: bool = False) -> Engine:
    """The engine of an encrypted file; ``key`` is its raw key, 32 bytes.

    Every commit is on the disk when it returns (write-ahead log, synchronous FULL); pages let go
    are overwritten. Bound values never stand in an error text.
    """
    from sqlcipher3 import dbapi2

    _silence(dbapi2)
    engine = sqlalchemy.create_engine(
        "sqlite+pysqlite://",
        creator=lambda: _connected(dbapi2, path, key, read_only),
        module=dbapi2,
        poolclass=QueuePool,
        pool_size=4,
        hide_parameters=True,
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        options = connection.get_execution_options()
        if options.get(BEGUN):
            return
        reading = options.get("reading", read_only)
        driver: Any = connection.connection.driver_connection
        driver.execute("BEGIN" if reading else "BEGIN IMMEDIATE")

    return engine


def _connected(dbapi2: Any, path: Path, key: bytes, read_only: bool) -> Any:
    uri = f"{path.absolute().as_uri()}?mode={'ro' if read_only else 'rwc'}"
    connection = dbapi2.connect(
        uri, uri=True, timeout=WAIT_MS / 1000, check_same_thread=False, isolation_level=None
    )
    try:
        for line in _pragmas(key, read_only):
            connection.execute(line)
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def translated(where: str) -> Iterator[None]:
    """Turn the database's own errors into ours.

    Raises:
        RecordUnwritable, RecordInUse, DamagedRecord, NoRecord, ServerUnreachable.
    """
    try:
        yield
    except DBAPIError as problem:
        raise _translated(problem.orig or problem, where) from problem
    except OSError as problem:
        raise RecordUnwritable(full=problem.errno in (28, 122), where=where) from problem
    except Exception as problem:
        if type(problem).__module__.startswith(("sqlcipher3", "psycopg")):
            raise _translated(problem, where) from problem
        raise


@contextmanager
def thrown_away_when_damaged(connection: Connection) -> Iterator[None]:
    """Throw a connection away that met a damaged page: to SQLCipher every page is damaged then."""
    try:
        yield
    except DamagedRecord:
        connection.invalidate()
        raise
    except Exception as problem:
        if isinstance(_ours(problem), DamagedRecord):
            connection.invalidate()
        raise


def _ours(problem: Exception) -> Exception:
    if isinstance(problem, DBAPIError):
        return _translated(problem.orig or problem, "")
    if type(problem).__module__.startswith("sqlcipher3"):
        return _translated(problem, "")
    return problem


def _translated(problem: BaseException, where: str) -> RecordTrouble:
    text = str(problem).lower()
    if type(problem).__module__.startswith("psycopg"):
        return server_trouble(problem, where)
    if "full" in text:
        return RecordUnwritable(full=True, where=where)
    if any(word in text for word in ("readonly", "read-only", "disk i/o", "permission")):
        return RecordUnwritable(full=False, where=where)
    if "locked" in text or "busy" in text:
        return RecordInUse(where)
    if "unable to open" in text:
        return NoRecord(where)
    return DamagedRecord(where)


def _pragmas(key: bytes, read_only: bool) -> tuple[str, ...]:
    always = (
        f"PRAGMA key = \"x'{key.hex()}'\"",
        "PRAGMA cipher_memory_security = OFF",
        "PRAGMA foreign_keys = ON",
        "PRAGMA temp_store = MEMORY",  # nothing of a patient in a temporary file
    )
    if read_only:
        return (*always, "PRAGMA query_only = ON")
    return (
        *always,
        "PRAGMA journal_mode = WAL",
        "PRAGMA synchronous = FULL",
        "PRAGMA secure_delete = ON",
    )


def _silence(dbapi2: Any) -> None:
    """SQLCipher writes each damaged page to stderr; the trouble is told once, in words."""
    connection = dbapi2.connect(":memory:")
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.close()
