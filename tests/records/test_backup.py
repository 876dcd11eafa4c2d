"""Backups: one file of one state, read back whole; anything else is refused and leaves nothing."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from sdm_aid.application.record import backup as use
from sdm_aid.application.record.desk import Desk
from sdm_aid.domain.room import Patient
from sdm_aid.records import backup, journal, patients, search, trouble, users, visits
from sdm_aid.records.backup_file import MAGIC, read_manifest
from sdm_aid.records.header import RECOVERY
from sdm_aid.records.opening import create, open_for
from sdm_aid.records.papers import NewPaper, paper, papers_of
from sdm_aid.records.place import Place
from sdm_aid.records.record import Record
from sdm_aid.records.restore import Restored, restore
from sdm_aid.records.rows import VisitHead
from sdm_aid.wording.record import trouble_sentence
from tests.faults.single import as_anybody
from tests.faults.stolen import readable
from tests.records.conftest import FIRST, PASSPHRASE, QUICK, SteppingClock, made

VISIT = "b" * 32
HEAD = VisitHead("knee", "Knee pain", "2026-11-28T09:00:00+00:00")


def filled(record: Record) -> Record:
    """With a patient, a visit of three entries and a paper."""
    patient = patients.add(record, Patient(name="Rosa Müller", number="A-1207"))
    visits.begin(record, VISIT, "visit", patient, b'{"begun": 1}', HEAD)
    visits.append(record, VISIT, 1, [b'{"n": 1}'], HEAD)
    visits.append(
        record, VISIT, 2, [b'{"n": 2}'], HEAD, papers=[NewPaper("plan", "a.pdf", b"%PDF")]
    )
    return record


@pytest.fixture
def file(record: Record, tmp_path: Path) -> Path:
    """A backup of a filled record, from a file or from a server."""
    backup.make(filled(record), tmp_path / "a.sdmbackup")
    return tmp_path / "a.sdmbackup"


@pytest.fixture
def one(tmp_path: Path, clock: SteppingClock) -> Path:
    """The same, from a file only; the record is closed."""
    record = filled(made(Place(tmp_path / "record"), clock))
    backup.make(record, tmp_path / "a.sdmbackup")
    record.close()
    return tmp_path / "a.sdmbackup"


def bring_back(file: Path, to: Path, clock: SteppingClock, secret: str = PASSPHRASE) -> Restored:
    return restore(Place(to), file, FIRST.name, secret, clock)


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


def test_a_record_that_is_there_is_not_written_over(one: Path, clock: SteppingClock) -> None:
    with pytest.raises(trouble.RecordExists):
        bring_back(one, one.parent / "record", clock)


def test_setting_aside_keeps_what_was_there_and_tells_what_is_missing(
    one: Path, clock: SteppingClock
) -> None:
    place = Place(one.parent / "record")
    record = open_for(place, FIRST.name, PASSPHRASE, clock).record
    visits.append(record, VISIT, 3, [b'{"later": 1}'], HEAD)
    seen = record.head().seq
    record.close()
    done = restore(place, one, FIRST.name, PASSPHRASE, clock, set_aside=True)
    assert done.cut is not None
    assert (done.cut.seen, done.cut.found) == (seen, done.manifest.seq)
    assert done.aside == place.folder / "set-aside-1"
    told = " ".join(use.restored_sentences(done))
    assert f"seen {seen} entries" in told
    assert "set-aside-1" in told
    opened = open_for(place, FIRST.name, PASSPHRASE, clock)
    assert opened.cut is None, "it was told and written into the journal"
    assert len(visits.read(opened.record, VISIT).bodies) == 3
    opened.record.close()
    kept = Place(done.aside)
    record = open_for(kept, FIRST.name, PASSPHRASE, clock).record
    assert len(visits.read(record, VISIT).bodies) == 4
    record.close()


def test_the_printed_key_brings_it_back(tmp_path: Path, clock: SteppingClock) -> None:
    new = create(Place(tmp_path / "record"), "Clinic", FIRST, PASSPHRASE, clock, QUICK)
    backup.make(new.record, tmp_path / "a.sdmbackup")
    new.record.close()
    other = Place(tmp_path / "other")
    restore(other, tmp_path / "a.sdmbackup", RECOVERY, new.recovery_key.lower(), clock)
    open_for(other, FIRST.name, PASSPHRASE, clock).record.close()


def test_a_wrong_passphrase_brings_nothing_back(one: Path, clock: SteppingClock) -> None:
    with pytest.raises(trouble.WrongPassphrase):
        bring_back(one, one.parent / "other", clock, "not this one")
    with pytest.raises(trouble.UnknownUser):
        restore(Place(one.parent / "other"), one, "Nobody", PASSPHRASE, clock)
    assert not (one.parent / "other").exists()


def middle(data: bytes) -> bytes:
    return data[:30_000] + bytes([data[30_000] ^ 4]) + data[30_001:]


HARMS: dict[str, Callable[[bytes], bytes]] = {
    "emptied": lambda _data: b"",
    "only its beginning": lambda data: data[:8],
    "half of it": lambda data: data[: len(data) // 2],
    "its last byte gone": lambda data: data[:-1],
    "a byte more": lambda data: data + b"x",
    "another file": lambda _data: b"%PDF-1.7 " + bytes(5_000),
    "a changed byte in the database": middle,
    "a changed first byte": lambda data: b"X" + data[1:],
    "a changed salt": lambda data: data[:9] + bytes([data[9] ^ 1]) + data[10:],
    "a page taken out": lambda data: data[:8192] + data[12288:],
    "a changed manifest": lambda data: data.replace(b'"schema": ', b'"schema":  ', 1),
    "a changed count": lambda data: data.replace(b'"visits": 1', b'"visits": 2'),
    "a changed length": lambda data: data[:-24] + b"\xff" * 8 + data[-16:],
}


@pytest.mark.parametrize("how", HARMS)
def test_a_harmed_backup_is_refused_in_words_and_leaves_nothing(
    one: Path, clock: SteppingClock, how: str
) -> None:
    data = one.read_bytes()
    harmed = HARMS[how](data)
    assert harmed != data
    one.write_bytes(harmed)
    other = Place(one.parent / "other")
    with pytest.raises(trouble.BadBackup) as told:
        bring_back(one, other.folder, clock)
    assert str(told.value)
    assert str(told.value) in trouble_sentence(told.value)
    assert not any(path.exists() for path in other.files)
    assert not list(other.folder.glob(".restoring*"))


def test_a_backup_of_a_newer_version_says_so(one: Path, clock: SteppingClock) -> None:
    one.write_bytes(one.read_bytes()[:-1] + b"2")
    with pytest.raises(trouble.NewerRecord):
        bring_back(one, one.parent / "other", clock)


def test_a_backup_whose_list_was_forged_is_refused(
    one: Path, clock: SteppingClock, tmp_path: Path
) -> None:
    """Whoever lacks the keys can make every plain hash of the file, and nothing more."""
    import hashlib

    data = one.read_bytes()
    length = int.from_bytes(data[-24:-16], "big")
    said = data[-56 - length : -56].replace(b'"seq": 9', b'"seq": 3')
    said = said.replace(b"Clinic on the Hill", b"Clinic in the Dale")
    digest = hashlib.sha256(said).digest()
    one.write_bytes(data[: -56 - length] + said + digest + data[-24:])
    with pytest.raises(trouble.BadBackup, match=r"not written by this clinic|keys are damaged"):
        bring_back(one, tmp_path / "other", clock)


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
