"""Erasing a patient: which backups still hold them, and what is kept of it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from sdm_aid.records import clinic, erasure, journal, patients
from sdm_aid.records.trouble import Missing

if TYPE_CHECKING:
    from sdm_aid.records.record import Record

BACKUPS = "backups"
"""The clinic's list of backups: ``{name, made, seq, where}`` each, ``seq`` the journal's end."""


class HoldingBackup(NamedTuple):
    """A backup that still holds a patient. ``made``: ISO moment."""

    name: str
    made: str
    where: str


class Tombstone(NamedTuple):
    """What is kept of an erased patient."""

    at: datetime
    who: str
    why: str


class Erased(NamedTuple):
    """What erasing left: the line that is kept, and the backups to be dealt with."""

    tombstone: Tombstone | None
    backups: tuple[HoldingBackup, ...]


def backups_holding(record: Record, patient: str) -> tuple[HoldingBackup, ...]:
    """The backups made since the patient's record (or a double of it) began, oldest first.

    Raises:
        sdm_aid.records.trouble.RecordTrouble: erased already, or damaged.
    """
    first = _first_entry(record, patient)
    found = []
    for told in clinic.item(record, BACKUPS) or ():
        if int(told.get("seq", 0)) >= first:
            parts = (str(told.get(key, "")) for key in ("name", "made", "where"))
            found.append(HoldingBackup(*parts))
    return tuple(sorted(found, key=lambda backup: backup.made))


def erase_patient(record: Record, patient: str, reason: str) -> Erased:
    """Erase, and say which backups still hold the patient; runs off the GUI thread.

    Raises:
        sdm_aid.records.trouble.RecordTrouble: not allowed, not there; nothing was erased.
        ValueError: no reason was given.
    """
    holding = backups_holding(record, patient)
    erasure.erase(record, patient, reason)
    return Erased(tombstone(record, patient), holding)


def tombstone(record: Record, patient: str) -> Tombstone | None:
    """Who erased this patient, when and why; None where nobody did."""
    with record.reading() as connection:
        for event in journal.events(connection, record.keys.clinic, "clinic", "clinic"):
            if event.what.get("kind") == "patient_erased" and patient in event.what["patients"]:
                return Tombstone(event.at, event.who, str(event.what.get("reason", "")))
    return None


def _first_entry(record: Record, patient: str) -> int:
    """The number in the record of the first entry about a patient or a double of theirs.

    A visit that was filed under somebody else at first was there before its patient.
    """
    events = patients.history(record, patient)
    if not events:
        raise Missing(patient)
    first = [event.seq for event in events]
    for event in events:
        if event.what.get("kind") == "patient_merged":
            first.append(_first_entry(record, str(event.what["double"])))
        elif event.what.get("kind") == "visit_moved_here":
            first.append(journal.first_of(record, str(event.what["visit"])))
    return min(first)
