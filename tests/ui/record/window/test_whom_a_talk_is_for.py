"""A talk is never begun for somebody who was chosen for another one."""

from __future__ import annotations

import shutil
from pathlib import Path

from sdm_aid.domain import actions as a
from sdm_aid.paths import resources_dir
from sdm_aid.records import erasure
from sdm_aid.ui.main_window import MainWindow
from sdm_aid.ui.record.patients.screen import PatientScreen
from sdm_aid.ui.record.patients.who_for import WhoFor
from tests.kept_clinic import KeptClinic
from tests.ui.record.window.steps import press, the_visit


def new_talk(home: MainWindow, patient: str) -> None:
    """Press "New talk" on the patient's screen."""
    assert home.records.screens is not None
    home.records.screens.show_patient(patient)
    press(home, "patient-new")


def asked_for_whom(home: MainWindow) -> bool:
    """Begin a talk; whether it is asked for whom."""
    home.home.chosen.emit("sciatica", "Leg pain")
    return home.visit is None and isinstance(home._rooms.currentWidget(), WhoFor)


def test_a_new_talk_from_the_patients_screen_is_for_that_patient(
    home: MainWindow, clinic: KeptClinic
) -> None:
    new_talk(home, clinic.patient("Maria Rossi").id)
    assert not asked_for_whom(home)
    assert the_visit(home).state.patient.name == "Maria Rossi"


def test_who_looked_at_somebody_else_meanwhile_is_asked(
    home: MainWindow, clinic: KeptClinic
) -> None:
    li = clinic.patient("Li Chen")
    new_talk(home, clinic.patient("Maria Rossi").id)
    assert home.records.screens is not None
    home.records.screens.show_patient(li.id)
    assert isinstance(home._rooms.currentWidget(), PatientScreen)
    press(home, "patient-back")
    assert asked_for_whom(home)


def test_a_talk_that_could_not_begin_leaves_nobody_behind(
    home: MainWindow, clinic: KeptClinic
) -> None:
    maria = clinic.patient("Maria Rossi")
    erasure.erase(clinic.desk.record, maria.id, "asked for by letter")
    assert home.records.visits is not None
    home.records.visits.patient = maria
    home.home.chosen.emit("sciatica", "Leg pain")
    assert "erased" in home.home.notice.sentence
    assert asked_for_whom(home)


def test_a_talk_that_this_version_does_not_have_is_named(
    home: MainWindow, clinic: KeptClinic, tmp_path: Path
) -> None:
    visit = clinic.visit(clinic.patient("Maria Rossi"), [a.PainRated(which="now", score=3)])
    home.resources = tmp_path / "resources"
    shutil.copytree(resources_dir(), home.resources)
    (home.resources / "decisions" / "sciatica.toml").unlink()
    assert home.records.visits is not None
    home.records.visits.open(visit)
    assert home.visit is None
    assert "sciatica" in home.home.notice.sentence
