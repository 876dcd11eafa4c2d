"""The one connection that writes into the embedded database; it stays open with the record.

It begins and ends its transactions on the driver itself: making a connection and a transaction of
SQLAlchemy's for each action took as long as writing it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from sqlalchemy import Connection, Engine

from sdm_aid.records.engine import BEGUN, thrown_away_when_damaged


class FileWriter:
    """Used by one thread at a time."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._connection: Connection | None = None

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """One transaction: all of it is on the disk when the block is left, or none."""
        if self._connection is None or self._connection.invalidated:
            self._connection = self._engine.connect().execution_options(**{BEGUN: True})
        connection = self._connection
        driver: Any = connection.connection.driver_connection
        with thrown_away_when_damaged(connection):
            driver.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                driver.commit()
            except BaseException:
                with suppress(Exception):  # what went wrong first is what is told
                    driver.rollback()
                raise
            finally:
                if connection.in_transaction():
                    connection.rollback()  # SQLAlchemy's own idea of it; nothing is open any more

    def close(self) -> None:
        """Let go of the connection."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None
