"""What the screens of a patient ask of the record, for jobs off the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sdm_aid.application.ports import Progress
    from sdm_aid.application.record.desk import Desk
    from sdm_aid.application.record.erasing import Erased, HoldingBackup, Tombstone
    from sdm_aid.application.record.handing_out import KeptPaper
    from sdm_aid.application.record.history import Line
    from sdm_aid.application.record.patient_copy import CopyGiven
    from sdm_aid.domain.room import Patient
    from sdm_aid.records.rows import PatientRow
    from sdm_aid.records.search import Changes
    from sdm_aid.records.trouble import Conflict
    from sdm_aid.ui.paper.paper import Given, Paper

    Work = Callable[[Progress], Any]


def and_look(desk: Desk, after: int, work: Work, progress: Progress) -> tuple[Any, Changes | None]:
    """Do ``work``, and read what changed in the list since the entry ``after``.

    Where only the reading fails, the work is done all the same: the next look brings the list up.
    """
    from sdm_aid.records.trouble import RecordTrouble

    result = work(progress)
    try:
        return result, desk.look(after)
    except RecordTrouble:
        return result, None


def papers_out(
    desk: Desk, visit: str, resources: Path, _progress: Any
) -> tuple[tuple[KeptPaper, ...], tuple[Paper, ...]]:
    """The stored papers of a visit, and those to look at, print and copy: all that can be read."""
    from sdm_aid.application.record.handing_out import kept_bytes, kept_papers
    from sdm_aid.records.trouble import RecordTrouble
    from sdm_aid.ui.paper.papers_out import out_paper

    kept, text, found = kept_papers(desk.record, visit), partial(_words_of, resources), []
    for paper in kept:
        try:
            data = kept_bytes(desk.record, paper.id)
        except RecordTrouble:
            continue  # saving it says what is wrong
        given = partial(_note_given, desk, visit, paper, data)
        found.append(out_paper(paper.kind, paper.name, data, text, given))
    return kept, tuple(found)


def _words_of(resources: Path, data: bytes) -> str:
    from sdm_aid.application.plan_as_text import kept_plan_as_text

    return kept_plan_as_text(data, resources)


def _note_given(desk: Desk, visit: str, paper: KeptPaper, data: bytes, _how: Given) -> None:
    from sdm_aid.application.record.handing_out import note_given

    note_given(desk.record, visit, paper, data)


def hand_out(desk: Desk, visit: str, paper: str, path: Path, _progress: Any) -> None:
    """Save a stored paper, and note it."""
    from sdm_aid.application.record.handing_out import hand_out

    hand_out(desk.record, visit, paper, path)


def discard(desk: Desk, visit: str, reason: str, _progress: Any) -> None:
    """Put a draft aside."""
    from sdm_aid.records import filing

    filing.discard(desk.record, visit, reason)


def move(desk: Desk, visit: str, patient: str, reason: str, _progress: Any) -> None:
    """File a visit under another patient."""
    from sdm_aid.records import filing

    filing.move(desk.record, visit, patient, reason)


def correct(
    desk: Desk, before: PatientRow, details: Patient, reason: str, _progress: Any
) -> PatientRow | Conflict:
    """Other details; the conflict where somebody changed them meanwhile."""
    from sdm_aid.records import patients
    from sdm_aid.records.trouble import Conflict

    try:
        return patients.correct(desk.record, before, details, reason)
    except Conflict as problem:
        return problem


def add(desk: Desk, details: Patient, _progress: Any) -> PatientRow:
    """A new patient."""
    from sdm_aid.records import patients

    return patients.add(desk.record, details)


def merge(desk: Desk, kept: str, double: str, _progress: Any) -> None:
    """Make one record of two."""
    from sdm_aid.records import patients

    patients.merge(desk.record, kept, double)


def past(desk: Desk, patient: str, _progress: Any) -> list[Line]:
    """The history of the record itself."""
    from sdm_aid.application.record.history import patient_history

    return patient_history(desk.record, patient)


def copy(desk: Desk, patient: str, folder: Path, resources: Path, progress: Progress) -> CopyGiven:
    """Write a copy of all data."""
    from sdm_aid.application.record.patient_copy import give_copy

    return give_copy(desk.record, patient, folder, resources, progress)


def holding(desk: Desk, patient: str, _progress: Any) -> tuple[HoldingBackup, ...]:
    """Which backups hold the patient."""
    from sdm_aid.application.record.erasing import backups_holding

    return backups_holding(desk.record, patient)


def erase(desk: Desk, patient: str, reason: str, _progress: Any) -> Erased:
    """Erase the patient."""
    from sdm_aid.application.record.erasing import erase_patient

    return erase_patient(desk.record, patient, reason)


def tombstone(desk: Desk, patient: str, _progress: Any) -> Tombstone | None:
    """What is kept of an erased patient."""
    from sdm_aid.application.record.erasing import tombstone

    return tombstone(desk.record, patient)
