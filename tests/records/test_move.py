"""A record moves to a server and back, whole or not at all."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text

from sdm_aid.application.record import moving
from sdm_aid.application.record.erasing import backups_holding
from sdm_aid.application.settings import load_settings
from sdm_aid.domain.room import Patient
from sdm_aid.records import journal, move, papers, patients, users, visits
from sdm_aid.records.backup import copy_rows
from sdm_aid.records.opening import open_for
from sdm_aid.records.place import Place
from sdm_aid.records.record import Record
from sdm_aid.records.rows import Event, VisitHead
from sdm_aid.records.server import server
from sdm_aid.records.trouble import (
    DamagedRecord,
    NotAllowed,
    RecordExists,
    RecordMoved,
    RecordTrouble,
)
from sdm_aid.records.vault import read_header
from sdm_aid.wording.record import trouble_sentence
from tests.records.conftest import FIRST, PASSPHRASE, QUICK, SteppingClock, made

ROSA = Patient(name="Rosa Müller", born=date(1958, 3, 4), number="A-1207")
VISIT = "c" * 32
HEAD = VisitHead("knee", "Knee pain", last_who=FIRST.name)
PLAN = papers.NewPaper("plan", "plan.pdf", bytes(range(256)) * 40)


@pytest.fixture
def other(place: Place, request: pytest.FixtureRequest) -> Place:
    """Where a record that lies in ``place`` moves to: the other kind of database."""
    if place.on_server:
        return Place(place.folder)
    return Place(place.folder, request.getfixturevalue("database"))


@pytest.fixture
def full(record: Record) -> Record:
    """A record with a bit of everything; the users' passphrases are all the same."""
    users.add(record, "Bea Nurse", "clinician", "nurse", PASSPHRASE, QUICK)
    rosa = patients.add(record, ROSA)
    visits.begin(record, VISIT, "visit", rosa, b'{"begun": 1}', HEAD)
    visits.append(record, VISIT, 1, [b'{"n": 1}'], HEAD, papers=[PLAN])
    visits.put_place(record, VISIT, "goal_field")
    return record


def opened(place: Place, user: str = FIRST.name) -> Record:
    """The record in its place, with nothing noticed on opening."""
    found = open_for(place, user, PASSPHRASE, SteppingClock())
    assert (found.broken, found.cut) == (None, None)
    return found.record


def check_as_before(record: Record) -> None:
    """The record is in use, can be written, and its chain holds."""
    known = visits.read(record, VISIT).row.version
    assert visits.append(record, VISIT, known, [b"{}"], HEAD) == known + 1
    report = journal.verify(record)
    assert (report.broken, report.missing_tail, report.miscounted) == (None, 0, ())
    assert read_header(record.place).moved_to == ""


def test_everything_arrives_as_it_was(full: Record, other: Place) -> None:
    with full.reading() as connection:
        before = move.content(connection)
    told = move.move(full, other)
    assert told.counts["journal"] == told.head.seq
    there = opened(other, "Bea Nurse")
    stored = visits.read(there, VISIT)
    assert (stored.bodies[1:], stored.place) == ((b'{"n": 1}',), "goal_field")
    assert patients.details_of(stored.patient) == ROSA
    ((identity, _kind, _name),) = papers.papers_of(there, VISIT)
    assert papers.paper(there, identity) == PLAN
    with there.reading() as connection:
        after = move.content(connection)
    unchanged = {"patients", "visits", "papers", "users"}
    assert {name: after[name] for name in unchanged} == {name: before[name] for name in unchanged}
    assert there.head().seq == told.head.seq + 1  # it says of itself that it was moved
    check_as_before(there)
    there.close()


def test_the_former_place_is_not_used_by_accident(full: Record, other: Place) -> None:
    move.move(full, other)
    with pytest.raises(RecordMoved):
        visits.append(full, VISIT, 2, [b"{}"], HEAD)
    full.close()
    with pytest.raises(RecordMoved) as told:
        open_for(full.place, FIRST.name, PASSPHRASE, SteppingClock())
    assert str(told.value) == move.named(other)
    assert "was moved" in trouble_sentence(told.value)


def test_another_room_is_told_before_it_writes(
    on_server: Place, tmp_path: Path, clock: SteppingClock
) -> None:
    first = made(on_server, clock)
    visits.begin(first, VISIT, "visit", None, b"{}", HEAD)
    second = opened(Place(tmp_path / "second", on_server.address))
    move.move(first, Place(on_server.folder))
    with pytest.raises(RecordMoved) as told:
        visits.append(second, VISIT, 1, [b"{}"], HEAD)
    assert "one computer" in trouble_sentence(told.value)
    assert visits.read(second, VISIT).row.version == 1
    second.close()
    first.close()


def test_there_and_back_again(full: Record, other: Place) -> None:
    """The copy left behind is older by then: it makes room; on a computer it is put aside."""
    home = full.place
    move.move(full, other)
    full.close()
    there = opened(other)
    visits.append(there, VISIT, 2, [b'{"n": 2}'], HEAD)
    told = move.move(there, home)
    there.close()
    assert (told.aside is None) == home.on_server
    again = opened(home)
    assert visits.read(again, VISIT).bodies[1:] == (b'{"n": 1}', b'{"n": 2}')
    kinds = [event.what["kind"] for event in clinic_events(again)]
    assert kinds.count("record_moved") == 2
    check_as_before(again)
    again.close()


def clinic_events(record: Record) -> list[Event]:
    """What happened to the record itself."""
    with record.reading() as connection:
        return journal.events(connection, record.keys.clinic, "clinic", "clinic")


def test_the_copy_left_behind_is_named_when_a_patient_is_erased(full: Record, other: Place) -> None:
    move.move(full, other)
    there = opened(other)
    patient = visits.read(there, VISIT).row.patient
    (held,) = backups_holding(there, patient)
    assert held.where == (full.where if full.place.on_server else str(full.place.folder))
    there.close()


def test_another_clinics_record_is_never_written_over(
    full: Record, other: Place, clock: SteppingClock
) -> None:
    foreign = made(other, clock)
    patients.add(foreign, ROSA)
    foreign.close()
    with pytest.raises(RecordExists):
        move.move(full, other)
    check_as_before(full)
    kept = opened(other)
    assert journal.verify(kept).entries == 3
    kept.close()


def test_a_record_that_holds_more_is_never_written_over(
    database: str, tmp_path: Path, clock: SteppingClock
) -> None:
    """An old copy of the computer's folder would take back what was said on the server since."""
    here = made(Place(tmp_path / "record"), clock)
    visits.begin(here, VISIT, "visit", None, b"{}", HEAD)
    shutil.copytree(here.place.folder, tmp_path / "old")
    there = Place(tmp_path / "record", database)
    move.move(here, there)
    here.close()
    old = opened(Place(tmp_path / "old"))
    with pytest.raises(RecordExists):
        move.move(old, there)
    check_as_before(old)
    old.close()


def test_a_database_with_something_else_in_it_is_left_alone(full: Record, other: Place) -> None:
    if not other.on_server:
        other.folder.mkdir(exist_ok=True)
        other.database.write_bytes(b"not ours")
        with pytest.raises(RecordExists):
            move.move(full, other)
        assert other.database.read_bytes() == b"not ours"
        other.database.unlink()
    else:
        engine = server(other.address)
        with engine.begin() as connection:
            connection.execute(text("CREATE TABLE papers (of_others TEXT)"))
        with pytest.raises(RecordTrouble):
            move.move(full, other)
        with engine.connect() as connection:  # nothing was added beside it
            names = connection.dialect.get_table_names(connection)
        assert names == ["papers"]
        engine.dispose()
    check_as_before(full)


def test_an_interrupted_move_leaves_the_record_in_use_and_can_be_tried_again(
    full: Record, other: Place
) -> None:
    def stop(done: int, _of: int) -> None:
        if done > 5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        move.move(full, other, stop)
    check_as_before(full)
    assert not other.database.exists() or full.place.folder == other.folder
    move.move(full, other)
    there = opened(other)
    check_as_before(there)
    there.close()


def test_what_a_killed_move_left_is_no_record(
    full: Record, other: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(move, "_clear_away", lambda _target: None)  # nobody is there to tidy up

    def die(_work: object, _to: str) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(move, "_mark", die)
        with pytest.raises(KeyboardInterrupt):
            move.move(full, other)
    check_as_before(full)
    move.move(full, other)  # the copy holds nothing more than the record: it makes room
    there = opened(other)
    assert visits.read(there, VISIT).row.version == 3
    there.close()


def test_what_was_changed_on_the_way_is_noticed(
    full: Record, other: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = copy_rows

    def careless(source: object, target: object, progress: object = None) -> None:
        usual(source, target, progress)  # type: ignore[arg-type]
        target.execute(text("UPDATE visits SET events = events + 1"))  # type: ignore[attr-defined]

    monkeypatch.setattr(move, "copy_rows", careless)
    with pytest.raises(DamagedRecord):
        move.move(full, other)
    monkeypatch.undo()
    check_as_before(full)
    move.move(full, other)


def test_only_an_administrator_moves_it(full: Record, other: Place) -> None:
    full.close()
    bea = opened(full.place, "Bea Nurse")
    with pytest.raises(NotAllowed):
        move.move(bea, other)
    bea.close()


def test_the_settings_name_the_new_place(
    tmp_path: Path, database: str, clock: SteppingClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(moving.VARIABLE, raising=False)
    record = made(Place(tmp_path / "record"), clock)
    with pytest.raises(moving.CannotMove, match="already"):
        moving.move_to(record, tmp_path, "embedded")
    _moved, said = moving.move_to(record, tmp_path, database)
    assert load_settings(tmp_path).settings.database == database
    assert "arrived" in said[0]
    assert str(tmp_path / "record") in said[-1]
    record.close()
    there = opened(Place(tmp_path / "record", database))
    monkeypatch.setenv(moving.VARIABLE, database)
    _moved, said = moving.move_to(there, tmp_path, "embedded")
    assert load_settings(tmp_path).settings.database == ""
    assert moving.VARIABLE in said[1]
    there.close()


def test_a_record_brought_back_here_is_what_moves_to_the_server_in_use(
    tmp_path: Path, database: str, clock: SteppingClock
) -> None:
    there, here = Place(tmp_path / "record", database), Place(tmp_path / "record")
    assert moving.source_for(there, database) == there
    made(here, clock).close()
    assert moving.source_for(there, database) == here
    assert moving.source_for(there, "embedded") == there
    assert moving.source_for(here, database) == here
