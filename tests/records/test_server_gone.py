"""The server goes away in the middle of a visit: a sentence soon, nothing lost, on again after."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from sdm_aid.records import answering, journal, visits
from sdm_aid.records import server as servers
from sdm_aid.records.opening import open_for
from sdm_aid.records.papers import NewPaper, papers_of
from sdm_aid.records.place import Place
from sdm_aid.records.record import Record
from sdm_aid.records.rows import VisitHead
from sdm_aid.records.trouble import Conflict, ServerUnreachable
from sdm_aid.wording.record import trouble_sentence
from tests.records.clinic_server import ClinicServer, packaged
from tests.records.conftest import FIRST, PASSPHRASE, SteppingClock, made

VISIT = "c" * 32
HEAD = VisitHead("knee", "Knee pain", last_who=FIRST.name)
PATIENCE = 0.6
"""Seconds; in use it is ``answering.ANSWER_S``."""


@pytest.fixture
def own_server() -> Iterator[ClinicServer]:
    """A server that this test may stop."""
    server = ClinicServer(packaged())
    try:
        server.make()
        server.start()
        server.ask("CREATE DATABASE clinic")
        yield server
    finally:
        server.remove()


def begun(address: str, folder: Path) -> Record:
    """A record with a visit of one entry."""
    record = made(Place(folder, address), SteppingClock())
    visits.begin(record, VISIT, "visit", None, b"{}", HEAD)
    return record


def event_while_frozen(record: Record, server: ClinicServer) -> None:
    """A transaction whose server stalls once it has begun."""
    with record.writing() as work, server.frozen():
        work.clinic_event({"kind": "half"})


def test_a_server_that_was_stopped_is_told_and_the_visit_goes_on_after(
    own_server: ClinicServer, tmp_path: Path
) -> None:
    record = begun(own_server.address("clinic"), tmp_path / "room")
    visits.append(record, VISIT, 1, [b'{"n": 1}'], HEAD)
    own_server.stop()
    for _again in range(2):
        with pytest.raises(ServerUnreachable) as told:
            visits.append(record, VISIT, 2, [b'{"n": 2}'], HEAD)
        assert "What was saved is safe" in trouble_sentence(told.value)
    with pytest.raises(ServerUnreachable):
        open_for(record.place, FIRST.name, PASSPHRASE, SteppingClock())
    own_server.start()
    assert visits.append(record, VISIT, 2, [b'{"n": 2}'], HEAD) == 3
    assert visits.read(record, VISIT).bodies[1:] == (b'{"n": 1}', b'{"n": 2}')
    report = journal.verify(record)
    assert (report.broken, report.missing_tail, report.miscounted) == (None, 0, ())
    record.close()


def test_a_server_that_stalls_is_given_up_and_found_again(
    database: str, server: ClinicServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its connections stay open and TCP tells nothing: the room's own clock does."""
    monkeypatch.setattr(servers, "CONNECT_S", 2)
    record = begun(database, tmp_path / "room")
    monkeypatch.setattr(answering, "ANSWER_S", PATIENCE)
    began = time.monotonic()
    with pytest.raises(ServerUnreachable, match="no answer"):
        event_while_frozen(record, server)
    assert time.monotonic() - began < 5 * PATIENCE
    with server.frozen(), pytest.raises(ServerUnreachable):
        visits.append(record, VISIT, 1, [b'{"n": 1}'], HEAD)  # a new connection, in vain
    assert time.monotonic() - began < 10 * PATIENCE
    assert visits.append(record, VISIT, 1, [b'{"n": 1}'], HEAD) == 2
    assert journal.verify(record).missing_tail == 0
    record.close()


def test_an_entry_whose_answer_got_lost_is_not_written_twice(
    record: Record,
) -> None:
    """The server wrote it, the room did not hear of it, and says the same again, and more."""
    filed = visits.begin(record, VISIT, "visit", None, b"{}", HEAD)
    assert visits.begin(record, VISIT, "visit", None, b"{}", HEAD) == filed
    with pytest.raises(Conflict):
        visits.begin(record, VISIT, "visit", None, b'{"other": 1}', HEAD)
    said, plan = [b'{"n": 1}', b'{"n": 2}'], NewPaper("plan", "plan.pdf", b"%PDF")
    visits.append(record, VISIT, 1, said, HEAD, papers=[plan])
    for _time in range(2):
        assert visits.append(record, VISIT, 1, [*said, b'{"n": 3}'], HEAD, papers=[plan]) == 4
    assert visits.read(record, VISIT).bodies[1:] == (*said, b'{"n": 3}')
    assert len(papers_of(record, VISIT)) == 1
    with pytest.raises(Conflict):
        visits.append(record, VISIT, 1, [b'{"n": 1}', b'{"n": "other"}'], HEAD)
    assert journal.verify(record).miscounted == ()
