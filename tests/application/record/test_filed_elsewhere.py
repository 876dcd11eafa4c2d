"""What another room does with a visit, or its patient, while the visit is open here."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from sdm_aid.domain import actions as a
from sdm_aid.domain.room import Patient
from sdm_aid.records import filing, patients, visits
from sdm_aid.records.trouble import PutAside
from tests.application.record.test_keeper import Room, pain
from tests.kept_clinic import KeptClinic

MARIA = Patient(name="Maria Rossi", number="10482")
LUCIA = Patient(name="Lucia Bianchi", born=date(1980, 1, 2), number="2")


@pytest.fixture
def clinic(tmp_path: Path) -> Iterator[KeptClinic]:
    made = KeptClinic(tmp_path)
    yield made
    made.desk.close()


@pytest.fixture
def room(clinic: KeptClinic) -> Room:
    """A draft of Maria's, open in this room."""
    maria = clinic.patient("Maria Rossi", number="10482")
    return Room(clinic, clinic.visit(maria, [a.PatientNamed(patient=MARIA)]))


def stored(clinic: KeptClinic, patient: str) -> Patient:
    """The details as the record has them."""
    return patients.details_of(patients.read(clinic.desk.record, patient))


def test_details_of_the_former_patient_are_not_written_over_the_new_one(
    clinic: KeptClinic, room: Room
) -> None:
    lucia = patients.add(clinic.desk.record, LUCIA).id
    filing.move(clinic.desk.record, room.visit, lucia, "wrong chart")
    room.session.dispatch(a.PatientNamed(patient=MARIA.evolve(born=date(1974, 5, 4))))
    assert room.keeper.close()
    assert room.heard("refiled") == LUCIA
    assert stored(clinic, lucia) == LUCIA
    row = visits.row_of(clinic.desk.record, room.visit)
    assert (row.patient, row.version, row.head.moved_why) == (lucia, 3, "wrong chart")


def test_what_was_corrected_meanwhile_stays_where_the_visit_says_something_else(
    clinic: KeptClinic, room: Room
) -> None:
    maria = room.kept.patient
    patients.correct(clinic.desk.record, maria, MARIA.evolve(name="Maria Rossi-Verdi"), "married")
    room.session.dispatch(a.PatientNamed(patient=MARIA.evolve(number="10483")))
    assert room.keeper.close()
    assert stored(clinic, maria.id) == Patient(name="Maria Rossi-Verdi", number="10483")


def test_a_draft_discarded_meanwhile_takes_nothing_more(clinic: KeptClinic, room: Room) -> None:
    filing.discard(clinic.desk.record, room.visit, "the wrong talk")
    room.session.dispatch(pain(3))
    assert isinstance(room.heard("failed"), PutAside)
    assert not room.keeper.close()
    row = visits.row_of(clinic.desk.record, room.visit)
    assert (row.head.status, row.head.why, row.version) == ("discarded", "the wrong talk", 2)
