"""A visit that was signed in one room while another one wrote into it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from sdm_aid.application.record.kept_visits import read_kept
from sdm_aid.application.session import Session
from sdm_aid.domain import actions as a
from sdm_aid.domain.journal import replay
from sdm_aid.domain.signing import Seal
from sdm_aid.records import papers, visits
from sdm_aid.ui.main_window import MainWindow
from tests.full_visit import agreed, spoken
from tests.kept_clinic import NOW, PLAN, KeptClinic
from tests.ui.record.window.steps import begin, find, press

SEAL = a.Sealed(seal=Seal(at=NOW, sha256="0" * 64, file_name="plan.pdf"))
Elsewhere = Callable[..., None]


@pytest.fixture
def elsewhere(home: MainWindow, clinic: KeptClinic) -> Elsewhere:
    """Says something about the open visit in another room."""

    def say(*actions: a.Action) -> None:
        assert home.visit is not None
        visit = home.visit.bridge.state.visit_id
        session = Session(read_kept(clinic.desk, visit).journal, clinic.clock, "Bea Nurse")
        for action in actions:
            session.dispatch(action)
        clinic.append(session, "Leg pain")

    return say


def test_who_writes_into_a_visit_signed_elsewhere_is_told_what_goes(
    home: MainWindow, elsewhere: Elsewhere, qtbot: QtBot
) -> None:
    session = begin(home)
    frame = home.visit
    assert frame is not None
    elsewhere(*spoken(), *agreed(), SEAL)
    session.dispatch(a.PainRated(which="now", score=3))
    qtbot.waitUntil(lambda: find(frame, "conflict-panel").isVisible(), timeout=20_000)
    assert not find(frame, "conflict-mine").isEnabled()
    soft = find(frame, "conflict-soft")
    assert "not kept" in soft.text()  # type: ignore[attr-defined]
    press(frame, "conflict-theirs")
    assert "history" not in frame.notice.sentence
    assert session.state.seal is not None


def test_a_plan_signed_here_stands_with_its_papers(
    home: MainWindow, clinic: KeptClinic, elsewhere: Elsewhere, qtbot: QtBot
) -> None:
    session = begin(home)
    frame, rooms = home.visit, home.records.visits
    assert frame is not None
    assert rooms is not None
    assert rooms.saver is not None
    for action in (*spoken(), *agreed()):
        session.dispatch(action)
    assert rooms.saver.keeper.flush(20)
    elsewhere(a.PainRated(which="worst", score=9))
    rooms.saver.attach((("plan", "plan.pdf", PLAN),))
    session.dispatch(SEAL)
    qtbot.waitUntil(lambda: find(frame, "conflict-panel").isVisible(), timeout=20_000)
    assert not find(frame, "conflict-theirs").isEnabled()
    press(frame, "conflict-mine")
    assert rooms.saver.keeper.flush(20)
    visit = session.state.visit_id
    assert replay(read_kept(clinic.desk, visit).journal).seal == SEAL.seal
    ((identity, _kind, _name),) = papers.papers_of(clinic.desk.record, visit)
    assert papers.paper(clinic.desk.record, identity).data == PLAN


def test_closing_without_saving_waits_no_second_time_for_a_hanging_server(
    home: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = begin(home)
    frame = home.visit
    assert frame is not None
    answers, append = threading.Event(), visits.append

    def hang(*given: object, **named: object) -> int:
        assert answers.wait(60)
        return append(*given, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(visits, "append", hang)
    session.dispatch(a.PainRated(which="now", score=3))
    frame.press("home")
    begun = time.monotonic()
    press(frame, "leave-drop")
    waited = time.monotonic() - begun
    answers.set()
    assert home.visit is None
    assert waited < 4
