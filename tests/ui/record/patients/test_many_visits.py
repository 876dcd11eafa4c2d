"""A patient with many visits: the newest are shown at once, the others on request."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtWidgets import QWidget

from sdm_aid.paths import resources_dir
from sdm_aid.records import visits
from sdm_aid.records.rows import VisitHead
from sdm_aid.ui.jobs import InlineJobs
from sdm_aid.ui.record.patients.screen import PatientScreen
from sdm_aid.ui.record.patients.visits_card import STEP
from tests.kept_clinic import KeptClinic
from tests.ui.record.patients.conftest import Press, Show


def test_many_visits_do_not_halt_the_window(
    clinic: KeptClinic, show: Show[QWidget], press: Press
) -> None:
    maria = clinic.patient("Maria Rossi")
    newest = [f"{number:032x}" for number in range(2 * STEP + 1)]
    for number, visit in enumerate(newest):
        started = (clinic.now - timedelta(days=number)).isoformat()
        head = VisitHead("sciatica", "Leg pain", started, last_at=started, last_who="Dr A. Okafor")
        visits.begin(clinic.desk.record, visit, "visit", maria, b"{}", head)
    clinic.desk.refresh()
    screen = PatientScreen(clinic.desk, InlineJobs(), resources_dir(), maria.id)
    show(screen)
    assert list(screen.visits.lines) == newest[:STEP]
    press(screen, "visits-earlier")
    assert list(screen.visits.lines) == newest[: 2 * STEP]
    assert screen.focusWidget() is screen.visits.lines[newest[STEP]].buttons["continue"]
    press(screen, "visits-earlier")
    assert list(screen.visits.lines) == newest
    assert not [one for one in screen.findChildren(QWidget, "visits-earlier") if one.isVisible()]
