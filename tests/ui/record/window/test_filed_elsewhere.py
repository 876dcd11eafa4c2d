"""A draft that was filed under another patient: the window never mixes the two up."""

from __future__ import annotations

from datetime import date

from pytestqt.qtbot import QtBot

from sdm_aid.domain import actions as a
from sdm_aid.domain.room import Patient
from sdm_aid.records import filing, patients
from sdm_aid.ui.main_window import MainWindow
from tests.kept_clinic import KeptClinic
from tests.ui.record.window.steps import the_visit

MARIA = Patient(name="Maria Rossi", number="10482")
LUCIA = Patient(name="Lucia Bianchi", born=date(1980, 1, 2), number="2")


def of_maria(clinic: KeptClinic) -> str:
    """A draft of Maria's."""
    maria = clinic.patient("Maria Rossi", number="10482")
    return clinic.visit(maria, [a.PatientNamed(patient=MARIA)])


def test_undo_after_filing_a_draft_elsewhere_renames_nobody(
    home: MainWindow, clinic: KeptClinic
) -> None:
    visit = of_maria(clinic)
    lucia = patients.add(clinic.desk.record, LUCIA).id
    filing.move(clinic.desk.record, visit, lucia, "wrong chart")
    assert home.records.visits is not None
    home.records.visits.open(visit)
    assert home.visit is not None
    for _time in range(2):
        home.visit.press("undo")
    assert the_visit(home).state.patient == LUCIA
    home.visit.press("home")
    assert home.visit is None
    row = patients.read(clinic.desk.record, lucia)
    assert patients.details_of(row) == LUCIA


def test_an_open_visit_follows_where_another_room_files_it(
    home: MainWindow, clinic: KeptClinic, qtbot: QtBot
) -> None:
    visit = of_maria(clinic)
    lucia = patients.add(clinic.desk.record, LUCIA).id
    assert home.records.visits is not None
    home.records.visits.open(visit)
    assert home.visit is not None
    filing.move(clinic.desk.record, visit, lucia, "wrong chart")
    home.visit.bridge.dispatch(a.PainRated(which="now", score=3))
    qtbot.waitUntil(lambda: the_visit(home).state.patient == LUCIA, timeout=10_000)
    assert "filed under another patient" in home.visit.notice.sentence
    home.visit.press("home")
    assert patients.details_of(patients.read(clinic.desk.record, lucia)) == LUCIA
