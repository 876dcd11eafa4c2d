"""Backups: one file of one state, read back whole; anything else is refused and leaves nothing."""

from __future__ import annotations

import os
import threading
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from sdm_aid.application.record import backup as use
from sdm_aid.application.record.desk import Desk
from sdm_aid.records import backup, journal, search, trouble, users, visits
from sdm_aid.records.backup_file import MAGIC, read_manifest
from sdm_aid.records.opening import open_for
from sdm_aid.records.papers import paper, papers_of
from sdm_aid.records.place import Place
from sdm_aid.records.record import Record
from tests.faults.single import as_anybody
from tests.faults.stolen import readable
from tests.records.backups import HEAD, VISIT, bring_back, filled
from tests.records.conftest import FIRST, PASSPHRASE, QUICK, SteppingClock, made


@pytest.fixture
def file(record: Record, tmp_path: Path) -> Path:
    """A backup of a filled record, from a file or from a server."""
    backup.make(filled(record), tmp_path / "a.sdmbackup")
    return tmp_path / "a.sdmbackup"


def test_a_backup_comes_back_whole_on_another_computer(
    record: Record, file: Path, tmp_path: Path, clock: SteppingClock
) -> None:
    head = record.head()
    visits.append(record, VISIT, 3, [b'{"later": 1}'], HEAD)
    done = bring_back(file, tmp_path / "other", clock)
    assert (done.manifest.head, done.cut, done.aside) == (head, None, None)
    opened = open_for(Place(tmp_path / "other"), FIRST.name, PASSPHRASE, clock)
    assert (opened.cut, opened.broken) == (None, None)
    stored = visits.read(opened.record, VISIT)
    assert stored.bodies == (b'{"begun": 1}', b'{"n": 1}', b'{"n": 2}')
    assert stored.patient.name == "Rosa Müller"
    assert paper(opened.record, papers_of(opened.record, VISIT)[0][0]).data == b"%PDF"
    assert journal.holds(opened.record, head)
    assert journal.verify(opened.record).broken is None
    with opened.record.reading() as connection:
        last = journal.events(connection, opened.record.keys.clinic, "clinic", "clinic")[-1]
    assert (last.what["kind"], last.what["seq"]) == ("restored", head.seq)
    assert last.who == FIRST.name
    visits.append(opened.record, VISIT, 3, [b'{"goes": "on"}'], HEAD)
    opened.record.close()


def test_a_backup_says_what_it_is_and_shows_nothing_of_a_patient(
    record: Record, file: Path
) -> None:
    assert file.read_bytes().startswith(MAGIC)
    manifest = read_manifest(file)
    assert manifest.clinic == "Clinic on the Hill"
    assert (manifest.counts["visits"], manifest.seq) == (1, record.head().seq)
    assert file.stat().st_mode & 0o077 == 0
    assert backup.check(file, record.keys) == manifest
    assert readable(file.parent, ["Rosa Müller", "A-1207", PASSPHRASE]) == []


def test_a_backup_is_one_state_while_the_visit_goes_on(record: Record, tmp_path: Path) -> None:
    filled(record)
    going, stop = threading.Event(), threading.Event()

    def go_on() -> None:
        number = 3
        while not stop.is_set():
            number = visits.append(record, VISIT, number, [b'{"n": 9}'], HEAD)
            going.set()

    writer = threading.Thread(target=go_on)
    writer.start()
    try:
        assert going.wait(30)
        manifests = [backup.make(record, tmp_path / f"{n}.sdmbackup") for n in range(3)]
    finally:
        stop.set()
        writer.join(30)
    assert [m.seq for m in manifests] == sorted({m.seq for m in manifests}), (
        "each later than before"
    )
    for number in range(3):
        backup.check(tmp_path / f"{number}.sdmbackup", record.keys)


def test_what_an_interrupted_backup_left_goes_after_a_day(record: Record, tmp_path: Path) -> None:
    old, fresh = (tmp_path / f".a.sdmbackup.0000000{n}.new" for n in (1, 2))
    for left in (old, fresh):
        left.write_bytes(b"half")
    os.utime(old, (1, 1))
    backup.make(record, tmp_path / "b.sdmbackup")
    assert (old.exists(), fresh.exists()) == (False, True)


def test_a_second_backup_never_writes_over_the_first(record: Record, file: Path) -> None:
    before = file.read_bytes()
    with pytest.raises(FileExistsError):
        backup.make(record, file)
    assert file.read_bytes() == before


def test_a_backup_onto_a_folder_that_takes_no_writing_leaves_nothing(
    tmp_path: Path, clock: SteppingClock
) -> None:
    record = made(Place(tmp_path / "record"), clock)
    (tmp_path / "stick").mkdir()
    with as_anybody():
        (tmp_path / "stick").chmod(0o500)
        with pytest.raises(trouble.RecordUnwritable) as told:
            backup.make(record, tmp_path / "stick" / "a.sdmbackup")
        (tmp_path / "stick").chmod(0o700)
    assert not told.value.full
    assert list((tmp_path / "stick").iterdir()) == []
    with pytest.raises(trouble.RecordUnwritable):
        backup.make(record, tmp_path / "no such folder" / "a.sdmbackup")
    record.close()


def test_a_damaged_record_gives_no_backup(tmp_path: Path, clock: SteppingClock) -> None:
    place = Place(tmp_path / "record")
    filled(made(place, clock)).close()
    data = bytearray(place.database.read_bytes())
    for page in range(3, len(data) // 4096):
        data[page * 4096 + 100] ^= 1
    place.database.write_bytes(bytes(data))
    record = open_for_anyway(place, clock)
    with pytest.raises(trouble.DamagedRecord):
        backup.make(record, tmp_path / "a.sdmbackup")
    assert list(tmp_path.glob("*.sdmbackup")) + list(tmp_path.glob(".*")) == []


def open_for_anyway(place: Place, clock: SteppingClock) -> Record:
    """The record although the first checks would refuse it."""
    from sdm_aid.records import vault
    from sdm_aid.records.header import open_slot

    keys = open_slot(vault.read_header(place), FIRST.name, PASSPHRASE)
    return Record(place, vault.engine_of(place, keys), keys, FIRST, clock)


def test_a_broken_chain_is_copied_and_told(tmp_path: Path, clock: SteppingClock) -> None:
    record = filled(made(Place(tmp_path / "record"), clock))
    with record.engine.begin() as connection:
        connection.execute(text("DROP TRIGGER journal_no_update"))
        connection.execute(text("UPDATE journal SET body = zeroblob(40) WHERE seq = 5"))
    manifest = backup.make(record, tmp_path / "a.sdmbackup")
    record.close()
    assert manifest.broken == 5
    done = bring_back(tmp_path / "a.sdmbackup", tmp_path / "other", clock)
    assert "entry 5" in " ".join(use.restored_sentences(done))


def test_a_reader_makes_no_backup(tmp_path: Path, clock: SteppingClock) -> None:
    place = Place(tmp_path / "record")
    record = made(place, clock)
    users.add(record, "Rita", "reader", "", "reading glasses", QUICK)
    record.close()
    reader = open_for(place, "Rita", "reading glasses", clock).record
    with pytest.raises(trouble.NotAllowed):
        backup.make(reader, tmp_path / "a.sdmbackup")
    reader.close()


def test_backups_are_listed_and_an_old_one_is_told(
    record: Record, tmp_path: Path, clock: SteppingClock
) -> None:
    desk = Desk(record, search.load(record), clock)
    assert use.backup_reminder(desk, clock()) == "", "nothing to lose yet"
    filled(record)
    desk.refresh()
    assert "No backup" in use.backup_reminder(desk, clock())
    assert use.last_backup(desk) is None
    seq = record.head().seq
    made_now = use.back_up(record, tmp_path)
    assert use.last_backup(desk) == made_now
    assert (made_now.seq, made_now.where) == (seq, str(tmp_path))
    assert made_now.name.startswith("Clinic-on-the-Hill-2026-11-28-")
    assert (tmp_path / made_now.name).exists()
    assert use.backup_reminder(desk, clock()) == ""
    assert use.backup_reminder(desk, made_now.made + timedelta(days=7)) == ""
    late = use.backup_reminder(desk, made_now.made + timedelta(days=7, seconds=1))
    assert "28 Nov 2026" in late
    second = use.back_up(record, tmp_path / "second.sdmbackup")
    assert use.backups(desk) == (made_now, second)
    assert use.names_in(tmp_path / "second.sdmbackup") == (FIRST.name,)
    with record.reading() as connection:
        told = journal.events(connection, record.keys.clinic, "clinic", "clinic")
    names = [event.what["name"] for event in told if event.what["kind"] == "backup_made"]
    assert names == [made_now.name, "second.sdmbackup"]
