"""Statements of the path that every action takes, run on the database driver itself.

SQLAlchemy takes 40 to 120 µs to build, bind and wrap one statement: five of them would cost more
than the disk takes for the whole commit. The transaction stays SQLAlchemy's; errors are the
driver's own, which ``engine.translated`` knows.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from sqlalchemy import Connection

FOR_UPDATE = " FOR UPDATE"
"""Locks a row on a server; the embedded database has one writer, which has begun already."""


class Direct:
    """A connection's driver; statements are written with ``?`` for each value."""

    def __init__(self, connection: Connection) -> None:
        driver: Any = connection.connection.driver_connection
        self._execute = driver.execute
        self._server = connection.dialect.name != "sqlite"

    def one(self, statement: str, *values: Any) -> tuple[Any, ...] | None:
        """The first row, or None."""
        found: tuple[Any, ...] | None
        found = self._execute(_spelt(statement, self._server), values).fetchone()
        return found

    def batches(self, statement: str, size: int, *values: Any) -> Iterator[list[tuple[Any, ...]]]:
        """All rows, some at a time."""
        cursor = self._execute(_spelt(statement, self._server), values)
        while batch := cursor.fetchmany(size):
            yield batch

    def run(self, statement: str, *values: Any) -> None:
        """Run a statement that gives no rows."""
        self._execute(_spelt(statement, self._server), values)


@cache
def _spelt(statement: str, server: bool) -> str:
    if server:
        return statement.replace("?", "%s")
    return statement.removesuffix(FOR_UPDATE)
