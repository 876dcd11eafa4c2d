"""The clinic's own audit: every finished look again as a line of CSV, without names."""

from __future__ import annotations

import hmac
from hashlib import sha256
from pathlib import Path

from sdm_aid.application.follow_up_csv import FollowedUp, follow_ups_csv
from sdm_aid.application.ports import Progress
from sdm_aid.application.record.desk import Desk
from sdm_aid.application.record.follow_ups import patient_rows, read_follow_up
from sdm_aid.application.record.kept_visits import read_kept
from sdm_aid.application.whole_file import save
from sdm_aid.domain.course import VisitScores
from sdm_aid.domain.journal import replay
from sdm_aid.i18n import _
from sdm_aid.records import search
from sdm_aid.records.clinic import put_clinic_event
from sdm_aid.records.record import Record

LETTERS = 12
"""Of a pseudonym: the same patient keeps theirs, and nobody without the record finds it out."""


def export_follow_ups(desk: Desk, path: Path, progress: Progress | None = None) -> int:
    """Write the table to ``path``, whole or not at all; how many lines it has.

    The patients listed are read anew, as this runs off the GUI thread.

    Raises:
        sdm_aid.records.trouble.RecordTrouble.
        OSError: the file cannot be written there.
    """
    tell = progress or (lambda _words: None)
    tell(_("Reading the list of patients"))
    index = search.load(desk.record)
    found: list[FollowedUp] = []
    patients = {row.patient for row in index.visits.values() if row.head.status == "done"}
    for number, patient in enumerate(sorted(patients), start=1):
        tell(_("Patient {number} of {total}").format(number=number, total=len(patients)))
        found += _of(desk, patient)
    found.sort(key=lambda each: (each.pseudonym, each.follow_up.at))
    save(path, follow_ups_csv(found).encode("utf-8-sig"))  # a mark that spreadsheets go by
    put_clinic_event(desk.record, {"kind": "follow_ups_exported", "lines": len(found)})
    return len(found)


def pseudonym(record: Record, patient: str) -> str:
    """A name that is none: a keyed hash (HMAC-SHA256) of the patient's number in the record."""
    return hmac.new(record.keys.names, patient.encode(), sha256).hexdigest()[:LETTERS]


def _of(desk: Desk, patient: str) -> list[FollowedUp]:
    rows = patient_rows(desk, patient)
    states = {
        row.id: replay(read_kept(desk, row.id).journal)
        for row in rows
        if row.kind == "visit" and row.head.status in ("draft", "signed")
    }
    scores = tuple(VisitScores.of(state) for state in states.values() if state.seal is not None)
    return [
        FollowedUp(
            pseudonym(desk.record, patient),
            states[row.head.about],
            read_follow_up(desk, row.id),
            tuple(each for each in scores if each.visit_id != row.head.about),
        )
        for row in rows
        if row.head.status == "done" and row.head.about in states
    ]
