"""Bringing a record back: into an empty place, checked whole first, refused in words else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from sdm_aid.application.record import backup as use
from sdm_aid.records import backup, trouble, visits
from sdm_aid.records.header import RECOVERY
from sdm_aid.records.opening import create, open_for
from sdm_aid.records.place import Place
from sdm_aid.records.restore import restore
from sdm_aid.wording.record import trouble_sentence
from tests.records.backups import HEAD, VISIT, bring_back, filled
from tests.records.conftest import FIRST, PASSPHRASE, QUICK, SteppingClock, made


@pytest.fixture
def one(tmp_path: Path, clock: SteppingClock) -> Path:
    """The same, from a file only; the record is closed."""
    record = filled(made(Place(tmp_path / "record"), clock))
    backup.make(record, tmp_path / "a.sdmbackup")
    record.close()
    return tmp_path / "a.sdmbackup"


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
    opened = open_for(other, FIRST.name, PASSPHRASE, clock)
    opened.record.close()
    assert opened.broken is None


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
