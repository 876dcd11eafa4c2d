"""An older copy of the record put back in its place."""

from __future__ import annotations

import shutil
from pathlib import Path

from sdm_aid.application.record.desk import unlock
from sdm_aid.records import journal
from sdm_aid.records.place import DATABASE
from tests.kept_clinic import ADA, PASSPHRASE, KeptClinic


def test_that_entries_are_missing_is_said_and_stays_in_the_journal(tmp_path: Path) -> None:
    clinic = KeptClinic(tmp_path)
    clinic.desk.close()
    shutil.copy(clinic.place.database, tmp_path / "older.db")
    desk = unlock(clinic.place, ADA.id, PASSPHRASE, clinic.clock).desk
    seen = desk.record.head().seq + 1
    with desk.record.writing() as work:
        work.clinic_event({"kind": "settings_changed"})
    desk.close()
    for log in clinic.place.folder.glob(f"{DATABASE}-*"):
        log.unlink()
    shutil.copy(tmp_path / "older.db", clinic.place.database)
    opened = unlock(clinic.place, ADA.id, PASSPHRASE, clinic.clock)
    assert f"{seen} seen" in " ".join(opened.notices)
    with opened.desk.record.reading() as connection:
        keys = opened.desk.record.keys
        told = journal.events(connection, keys.clinic, "clinic", "clinic")[-1]
    opened.desk.close()
    assert told.what == {"kind": "entries_missing", "seen": seen, "found": seen - 1}
