"""A record that is worth a backup, and bringing one back."""

from __future__ import annotations

from pathlib import Path

from sdm_aid.domain.room import Patient
from sdm_aid.records import patients, visits
from sdm_aid.records.papers import NewPaper
from sdm_aid.records.place import Place
from sdm_aid.records.record import Record
from sdm_aid.records.restore import Restored, restore
from sdm_aid.records.rows import VisitHead
from tests.records.conftest import FIRST, PASSPHRASE, SteppingClock

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


def bring_back(file: Path, to: Path, clock: SteppingClock, secret: str = PASSPHRASE) -> Restored:
    return restore(Place(to), file, FIRST.name, secret, clock)
