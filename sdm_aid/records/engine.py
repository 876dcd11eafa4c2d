"""Opens the database of a record: SQLCipher in a file, or PostgreSQL over TLS."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy
from sqlalchemy import Engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.pool import QueuePool

from sdm_aid.records.trouble import (
    DamagedRecord,
    NoRecord,
    RecordInUse,
    RecordTrouble,
    RecordUnwritable,
    ServerUnprotected,
    ServerUnreachable,
)

WAIT_MS = 5_000
"""How long one writer waits for another before it says that the record is in use."""
_LOCAL = frozenset({"", "localhost", "127.0.0.1", "::1"})
_TLS = frozenset({"verify-full", "verify-ca"})


def embedded(path: Path, key: bytes, *, read_only: bool = False) -> Engine:
    """The engine of an encrypted file; ``key`` is its raw key, 32 bytes.

    Every commit is on the disk when it returns (write-ahead log, synchronous FULL); pages let go
    are overwritten. Bound values never stand in an error text.
    """
    from sqlcipher3 import dbapi2

    _silence(dbapi2)

    def connect() -> Any:
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

    engine = sqlalchemy.create_engine(
        "sqlite+pysqlite://",
        creator=connect,
        module=dbapi2,
        poolclass=QueuePool,
        pool_size=4,
        hide_parameters=True,
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: sqlalchemy.Connection) -> None:
        reading = connection.get_execution_options().get("reading", read_only)
        connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")

    return engine


def server(address: str) -> Engine:
    """The engine of a database server.

    Raises:
        ServerUnprotected: the address leaves this machine without TLS that checks the server.
        ServerUnreachable: the address cannot be read.
    """
    url = checked_address(address)
    return sqlalchemy.create_engine(
        url,
        pool_size=4,
        pool_pre_ping=True,
        hide_parameters=True,
        connect_args={
            "connect_timeout": 5,
            "application_name": "sdm-aid",
            "options": f"-c lock_timeout={WAIT_MS} -c statement_timeout=120000",
            "keepalives_idle": 20,
            "keepalives_interval": 5,
            "keepalives_count": 3,
            "tcp_user_timeout": 15_000,
        },
    )


def checked_address(address: str) -> URL:
    """The address as SQLAlchemy reads it; TLS with a checked server unless it is this machine.

    Raises:
        ServerUnprotected, ServerUnreachable.
    """
    try:
        url = make_url(address.strip())
    except ArgumentError as problem:
        raise ServerUnreachable("address") from problem
    if url.get_backend_name() not in ("postgresql", "postgres"):
        raise ServerUnreachable("address")
    url = url.set(drivername="postgresql+psycopg")
    if host_of(url) in _LOCAL or host_of(url).startswith("/"):
        return url
    mode = url.query.get("sslmode")
    if mode is None:
        return url.update_query_dict({"sslmode": "verify-full"})
    if mode not in _TLS:
        raise ServerUnprotected(str(mode))
    return url


def host_of(url: URL) -> str:
    """The name or address of the server; empty or a folder: this machine's own socket."""
    host = url.query.get("host", url.host or "")
    return (host if isinstance(host, str) else host[0]).lower()


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


def _translated(problem: BaseException, where: str) -> RecordTrouble:
    text = str(problem).lower()
    if type(problem).__module__.startswith("psycopg"):
        first = str(problem).strip().splitlines()[:1]
        if "append-only" in text:
            return DamagedRecord("append-only journal")
        if "lock timeout" in text:
            return RecordInUse(where)
        return ServerUnreachable(first[0] if first else type(problem).__name__)
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
