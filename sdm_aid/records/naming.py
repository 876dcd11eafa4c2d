"""What a visit says of its patient, and what of it changes the patient's own record."""

from __future__ import annotations

from typing import NamedTuple

from sdm_aid.domain.room import Patient
from sdm_aid.records import patients
from sdm_aid.records.record import Writing

_VISITS = "SELECT count(*) FROM visits WHERE patient = ? AND kind = 'visit'"


class Details(NamedTuple):
    """The patient as a visit says, and as it said before; ``patient``: the id of whom it means."""

    before: Patient
    after: Patient
    patient: str = ""


def name_patient(work: Writing, patient: str, details: Details) -> None:
    """Bring what changed in a visit into the patient's record, field by field.

    Where the record has further visits only empty fields are filled in: whoever types another
    person into a visit must not rename somebody's record. A correction is made on the patient's
    own screen, and a visit of somebody else is filed elsewhere there.
    """
    said, so_far = details.after, details.before
    changed = {
        name: getattr(said, name)
        for name in Patient.model_fields
        if getattr(said, name) != getattr(so_far, name)
    }
    if not changed:
        return
    now = patients.read_within(work.record, work.connection, patient)
    there = patients.details_of(now)
    counted = work.direct.one(_VISITS, patient)
    if counted is not None and int(counted[0]) > 1:
        changed = {name: value for name, value in changed.items() if not getattr(there, name)}
    if there.evolve(**changed) != there:
        patients.correct_within(work, now, there.evolve(**changed), "visit")
