"""What the tests of the record stand on: both databases, a clock, quick passphrases."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sdm_aid.records.keys import Cost
from sdm_aid.records.opening import create, open_for
from sdm_aid.records.place import Place
from sdm_aid.records.record import Record
from sdm_aid.records.rows import User
from tests.records.clinic_server import ClinicServer, packaged

QUICK = Cost(1, 1, 64)
PASSPHRASE = "correct horse battery staple"
FIRST = User("a" * 32, "Ada Attending", "administrator", "pain physician")
_databases = itertools.count()


class SteppingClock:
    """A second later each time it is looked at."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 28, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


@pytest.fixture
def clock() -> SteppingClock:
    """Moments that are the same in every run."""
    return SteppingClock()


@pytest.fixture(scope="session")
def server() -> Iterator[ClinicServer]:
    """A PostgreSQL server, one for each process of the tests."""
    server = ClinicServer(packaged())
    try:
        server.make()
        server.start()
        yield server
    finally:
        server.remove()


@pytest.fixture
def database(server: ClinicServer) -> Iterator[str]:
    """The address of an empty database on the server."""
    name = f"record_{next(_databases)}"
    server.ask(f"CREATE DATABASE {name} STRATEGY FILE_COPY")  # ten times as quick as the usual one
    yield server.address(name)
    server.ask(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=["embedded", "server"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    """Where a record can lie: in a file of this computer, and on a server."""
    address = request.getfixturevalue("database") if request.param == "server" else ""
    return Place(tmp_path / "record", address)


@pytest.fixture
def on_server(database: str, tmp_path: Path) -> Place:
    """A place on a server, seen from the first room."""
    return Place(tmp_path / "record", database)


@pytest.fixture
def record(place: Place, clock: SteppingClock) -> Iterator[Record]:
    """A new record, opened by its administrator, on both databases."""
    record = made(place, clock)
    yield record
    record.close()


Room = Callable[[str, str], Record]


@pytest.fixture
def room(on_server: Place, clock: SteppingClock, tmp_path: Path) -> Iterator[Room]:
    """Opens one record on a server from a further computer: (its name, who unlocks it).

    The first call makes the record. Passphrases are all the same.
    """
    opened: list[Record] = []

    def enter(name: str, user: str) -> Record:
        if not opened:
            opened.append(made(on_server, clock))
        here = Place(tmp_path / name, on_server.address)
        opened.append(open_for(here, user, PASSPHRASE, clock).record)
        return opened[-1]

    yield enter
    for record in opened:
        record.close()


def made(place: Place, clock: SteppingClock) -> Record:
    """A new record of a made-up clinic."""
    return create(place, "Clinic on the Hill", FIRST, PASSPHRASE, clock, QUICK).record
