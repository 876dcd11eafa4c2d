"""Erasing a patient: what goes, what stays, and that nobody can read what stays."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC
from sqlalchemy import text

from sdm_aid.domain.room import Patient
from sdm_aid.records import (
    backup,
    checking,
    erasure,
    journal,
    patients,
    search,
    trouble,
    users,
    visits,
)
from sdm_aid.records.opening import open_for
from sdm_aid.records.papers import NewPaper
from sdm_aid.records.place import Place
from sdm_aid.records.record import Record
from sdm_aid.records.restore import restore
from sdm_aid.records.rows import PatientRow, VisitHead
from tests.records.conftest import FIRST, PASSPHRASE, QUICK, SteppingClock, made

PAGE = 4096
VISIT, OTHER = "b" * 32, "c" * 32


def rosa(record: Record) -> PatientRow:
    """A patient with a visit and a paper, and another patient with a visit."""
    row = patients.add(record, Patient(name="Rosa Müller", number="A-1207"))
    visits.begin(record, VISIT, "visit", row, b'{"begun": 1}', VisitHead("knee"))
    papers = [NewPaper("plan", "plan.pdf", b"%PDF")]
    visits.append(record, VISIT, 1, [b'{"n": 1}'], VisitHead("knee"), papers=papers)
    visits.begin(record, OTHER, "visit", None, b"{}", VisitHead("hip"))
    return row


def test_an_erased_patient_can_be_read_by_nobody(record: Record) -> None:
    row = rosa(record)
    erasure.erase(record, row.id, "asked in writing")
    with pytest.raises(trouble.Missing):
        visits.read(record, VISIT)
    with pytest.raises(trouble.Missing):
        patients.history(record, row.id)
    left = patients.read(record, row.id)
    assert (left.name, left.number, left.erased[:10]) == ("", "", "2026-11-28")
    with record.reading() as connection:
        for statement in (
            "SELECT count(*) FROM papers",
            f"SELECT count(*) FROM visits WHERE id = '{VISIT}' AND wrapped_key IS NOT NULL",
            f"SELECT count(*) FROM visits WHERE id = '{VISIT}' AND head IS NOT NULL",
            f"SELECT count(*) FROM patients WHERE id = '{row.id}' AND wrapped_key IS NOT NULL",
        ):
            assert connection.execute(text(statement)).scalar() == 0, statement
    assert search.load(record).search("Rosa") == ()
    assert visits.read(record, OTHER).bodies == (b"{}",), "the others stay"


def test_the_chain_holds_and_the_journal_says_who_erased(record: Record) -> None:
    row = rosa(record)
    before = record.head()
    erasure.erase(record, row.id, "  asked in writing ")
    report = journal.verify(record)
    assert (report.broken, report.missing_tail, report.miscounted) == (None, 0, ())
    assert journal.holds(record, before), "no entry was taken out"
    assert checking.damaged_rows(record) == ()
    with record.reading() as connection:
        last = journal.events(connection, record.keys.clinic, "clinic", "clinic")[-1]
    assert (last.who, last.what["reason"]) == (FIRST.name, "asked in writing")
    assert "Rosa" not in str(last.what)


def test_a_double_goes_with_the_patient_it_was_merged_into(record: Record) -> None:
    row = rosa(record)
    double = patients.add(record, Patient(name="Rosa Mueller"))
    patients.merge(record, row.id, double.id)
    erasure.erase(record, row.id, "asked")
    assert patients.read(record, double.id).erased
    with record.reading() as connection, pytest.raises(trouble.Missing):
        record.patient_key(connection, double.id)


def test_only_an_administrator_erases_and_only_with_a_reason(
    record: Record, clock: SteppingClock
) -> None:
    row = rosa(record)
    with pytest.raises(ValueError, match="reason"):
        erasure.erase(record, row.id, "  ")
    users.add(record, "Ben", "clinician", "", "words", QUICK)
    record.close()
    clinician = open_for(record.place, "Ben", "words", clock).record
    with pytest.raises(trouble.NotAllowed):
        erasure.erase(clinician, row.id, "asked")
    assert patients.read(clinician, row.id).name == "Rosa Müller"
    clinician.close()


def test_erasing_twice_is_refused(record: Record) -> None:
    row = rosa(record)
    erasure.erase(record, row.id, "asked")
    with pytest.raises(trouble.Missing):
        erasure.erase(record, row.id, "asked")
    with pytest.raises(trouble.Missing):
        patients.correct(record, row, Patient(name="Rosa"))


def test_the_file_keeps_no_copy_of_the_key(tmp_path: Path, clock: SteppingClock) -> None:
    """The wrapped key is looked for in the decrypted pages, free ones and the log's too."""
    record = made(Place(tmp_path / "record"), clock)
    row = rosa(record)
    with record.reading() as connection:
        query = f"SELECT wrapped_key FROM patients WHERE id = '{row.id}'"
        wrapped = bytes(connection.execute(text(query)).scalar() or b"")
    there = wrapped in pages(record)
    erasure.erase(record, row.id, "asked")
    left = pages(record)
    record.close()
    assert there, "else the search finds nothing at all"
    assert wrapped not in left


def pages(record: Record) -> bytes:
    """Every page of the database file and of its log, decrypted, free ones too."""
    data = record.place.database.read_bytes()
    log = record.place.folder / "record.db-wal"
    frames = log.read_bytes()[32:] if log.exists() else b""
    found = [data[at : at + PAGE] for at in range(0, len(data), PAGE)]
    found[0] = found[0][16:]  # behind the salt
    found += [frames[at + 24 : at + 24 + PAGE] for at in range(0, len(frames), 24 + PAGE)]
    return b"".join(map(partial(plain, record.keys.database), found))


def plain(key: bytes, page: bytes) -> bytes:
    """A page as SQLCipher decrypts it: its IV and its keyed hash stand in its last 80 bytes."""
    words, vector = page[:-80], page[-80:-64]
    decryptor = Cipher(AES(key), CBC(vector)).decryptor()
    return decryptor.update(words[: len(words) // 16 * 16]) + decryptor.finalize()


def test_a_backup_from_before_still_holds_the_patient(
    record: Record, tmp_path: Path, clock: SteppingClock
) -> None:
    """Which is why the record lists its backups."""
    row = rosa(record)
    backup.make(record, tmp_path / "before.sdmbackup")
    erasure.erase(record, row.id, "asked")
    backup.make(record, tmp_path / "after.sdmbackup")
    names = []
    for which in ("before", "after"):
        place = Place(tmp_path / which)
        restore(place, tmp_path / f"{which}.sdmbackup", FIRST.name, PASSPHRASE, clock)
        again = open_for(place, FIRST.name, PASSPHRASE, clock).record
        names.append(patients.read(again, row.id).name)
        again.close()
    assert names == ["Rosa Müller", ""]
