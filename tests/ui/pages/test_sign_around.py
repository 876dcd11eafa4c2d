"""Plan: hopes beside what studies saw, what happens, the team, further days to look again."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from sdm_aid.domain.actions import FactToggled, OfferTaken, TextWritten
from sdm_aid.domain.answers import Outcome
from sdm_aid.ui.pages.sign import SignPage
from sdm_aid.ui.pages.sign.further_looks import months_on
from tests.ui.pages.reach import one, press, put
from tests.ui.pages.real_content import a_visit_about_it, a_visit_to_sign
from tests.ui.pages.signed import open_sign


def _kinds(page: SignPage) -> list[type]:
    return [type(e.action) for e in page._context.bridge.session.journal.entries]


def test_an_offer_taken_over_and_a_change_by_hand_are_two_lines_of_the_journal(
    qtbot: QtBot, tmp_path: Path
) -> None:
    page = open_sign(qtbot, tmp_path, a_visit_to_sign())
    press(page, "the_day-use")
    assert page.state.plan.the_day is not None
    assert page.state.plan.the_day.startswith("You lie down and the skin is numbed.")
    put(page, "the_day", "You lie down at nine.")
    assert page.state.plan.the_day == "You lie down at nine."
    assert _kinds(page) == [OfferTaken, TextWritten]
    press(page, "stop_rule-use")
    assert "Wait until the steroid has had its time." in (page.state.plan.stop_rule or "")


def test_what_is_planned_about_a_topic_is_changed_where_the_plan_is_written(
    qtbot: QtBot, tmp_path: Path
) -> None:
    page = open_sign(qtbot, tmp_path, a_visit_to_sign())
    assert not page.plan.findChildren(QWidget, "topic-marks-bleeding")
    page.dispatch(FactToggled(question="blood-thinners", choice="warfarin"))
    press(page, "chip-plan", inside="topic-marks-bleeding")
    put(page, "topic-words-bleeding", "Dr Lee says when to pause it")
    mark = page.state.check_first.mark("bleeding")
    assert mark is not None
    assert (mark.how, mark.words) == ("plan", "Dr Lee says when to pause it")


def test_the_table_says_what_studies_saw_of_the_choice_and_of_nothing_else(
    qtbot: QtBot, tmp_path: Path
) -> None:
    page = open_sign(qtbot, tmp_path, a_visit_to_sign())
    found = one(page, QLabel, "study-found-0").text()
    assert "on average 5 points less than with a pretend injection" in found
    assert "Nobody can tell" in one(page, QLabel, "studies-groups").text()
    open_choice = a_visit_to_sign(outcome=Outcome(kind="more_time"))
    page = open_sign(qtbot, tmp_path, open_choice)
    assert page.findChild(QLabel, "study-found-0") is None
    assert not one(page, QLabel, "studies-title").isVisible()


def test_hope_is_written_beside_the_patients_own_numbers(qtbot: QtBot, tmp_path: Path) -> None:
    you = a_visit_about_it().you.evolve(pain_average=7)
    page = open_sign(qtbot, tmp_path, a_visit_to_sign(you=you))
    put(page, "hoped", "sleep through")
    assert page.state.plan.hoped == "sleep through"
    assert not one(page, QLabel, "hoped-change").isVisible()
    press(page, "step-3", "plan-target")
    assert one(page, QLabel, "hoped-change").text().endswith("4 points less.")


def test_the_team_is_named_corrected_and_taken_off(qtbot: QtBot, tmp_path: Path) -> None:
    page = open_sign(qtbot, tmp_path, a_visit_to_sign())
    press(page, "team-add-clinician")
    press(page, "team-add-3")
    clinician, physio = page.state.plan.team
    assert (clinician.name, physio.role) == (page.state.clinician.name, "Physiotherapist")
    assert not one(page, QWidget, "team-add-clinician").isVisible()
    put(page, "team-does-m2", "starts after two weeks")
    put(page, "team-phone-m2", "555 0102")
    assert page.state.plan.team[1].does == "starts after two weeks"
    assert page.state.plan.team[1].phone == "555 0102"
    put(page, "team-role-m2", "")
    assert page.state.plan.team[1].role == "Physiotherapist"
    press(page, "team-remove-m1")
    assert [member.id for member in page.state.plan.team] == ["m2"]


def test_further_days_come_once_there_is_a_first_and_the_earliest_leads(
    qtbot: QtBot, tmp_path: Path
) -> None:
    page = open_sign(qtbot, tmp_path, a_visit_to_sign())
    further = one(page, QWidget, "further-looks")
    assert not further.isVisible()
    press(page, "look-again-6")
    first = page.state.plan.look_again
    assert first is not None
    assert further.isVisible()
    press(page, "further-look-3")
    press(page, "further-look-6")
    assert len(page.state.plan.further_looks) == 2
    press(page, "further-look-3")
    assert len(page.state.plan.further_looks) == 1
    (day,) = page.state.plan.further_looks
    press(page, f"look-{day}")
    assert page.state.plan.looks == (first,)


def test_a_day_that_cannot_be_read_is_said_and_changes_nothing(
    qtbot: QtBot, tmp_path: Path
) -> None:
    page = open_sign(qtbot, tmp_path, a_visit_to_sign())
    press(page, "look-again-6")
    one(page, QLineEdit, "further-look").setText("soon")
    page.leaving()
    assert page.state.plan.further_looks == ()
    assert one(page, QLabel, "further-look-problem").text()
    page.reset_view()
    assert not one(page, QLabel, "further-look-problem").text()


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2026, 12, 31), 12, date(2027, 12, 31)),
        (date(2027, 1, 15), 6, date(2027, 7, 15)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2026, 9, 30), 3, date(2026, 12, 30)),
    ],
)
def test_months_are_counted_by_the_calendar(day: date, months: int, later: date) -> None:
    assert months_on(day, months) == later
