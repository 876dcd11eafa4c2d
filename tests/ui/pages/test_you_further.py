"""You, the further parts: closed until asked for, a projection of the state, nothing lost."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from sdm_aid.content.measures import load_measure
from sdm_aid.domain import actions as a
from sdm_aid.domain.answers import Tried
from sdm_aid.domain.assessment import ABOUT_DAYS, ABOUT_PAIN, LISTS, OFFERED, Assessment, Line
from sdm_aid.paths import resources_dir
from sdm_aid.ui.pages.base import VisitContext
from sdm_aid.ui.pages.you import YouPage
from sdm_aid.ui.pages.you.further import FurtherCard
from sdm_aid.ui.pages.you.measures_part import MeasuresPart
from sdm_aid.ui.theme.apply import apply_theme
from sdm_aid.ui.widgets.chip import ChipGroup
from tests.assessment_actions import assessment_actions, taken
from tests.content.test_own_measures import CLINIC, clinic
from tests.strategies import MAYBE, _made
from tests.ui.page_law import assert_is_projection, context_for
from tests.ui.pages.reach import (
    LONGEST,
    ODD,
    ROOM,
    least_width_at_double,
    nameless,
    one,
    press,
    put,
    shown_page,
    small,
    strike,
)
from tests.ui.pages.reach import the_mini as mini

PHQ = load_measure(resources_dir(), "phq-4")
ITEMS = tuple(item.id for item in PHQ.item)


def all_open(context: VisitContext) -> YouPage:
    """The page with every part open, and two questionnaires in it."""
    page = YouPage(context)
    opened(page)
    return page


def opened(page: YouPage) -> MeasuresPart:
    for card in (page.about, page.health):
        card.open_parts(*card.buttons._chips)
    part = page.health.parts["measures"]
    assert isinstance(part, MeasuresPart)
    part._on_names(("peg", "phq-4"))
    return part


@pytest.fixture
def page(qtbot: QtBot) -> YouPage:
    return shown_page(qtbot, YouPage, mini())


@given(done=st.lists(st.one_of(*assessment_actions(MAYBE)).map(_made), max_size=10))
@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_open_parts_are_a_projection_of_the_state(qapp: object, done: list[a.Action]) -> None:
    assert_is_projection(all_open, mini(), done)


def test_nothing_is_built_until_it_is_asked_for(page: YouPage) -> None:
    assert page.about.parts == page.health.parts == {}
    for card in (page.about, page.health):
        assert card._said.isHidden()
    strike(page, "chip-pain", "about-parts")
    assert set(page.about.parts) == {"pain"}
    press(page, "chip-pain", "about-parts")
    assert page.about.parts["pain"].isHidden()
    page.reset_view()
    assert page.about.parts == {}
    assert page.state.assessment == Assessment()


def test_every_answer_can_be_picked_and_let_go(page: YouPage) -> None:
    opened(page)
    for question in (*ABOUT_PAIN, *ABOUT_DAYS):
        for answer in OFFERED[question]:
            press(page, f"chip-{answer}", f"asked-chips-{question}")
            assert answer in page.state.assessment.answer(question).picked
            strike(page, f"chip-{answer}", f"asked-chips-{question}")
    assert page.state.assessment == Assessment()


def test_one_answer_lets_the_other_go(page: YouPage) -> None:
    opened(page)
    press(page, "chip-weeks", "asked-chips-since")
    press(page, "chip-years", "asked-chips-since")
    assert page.state.assessment.answer("since").picked == ("years",)
    assert one(page, ChipGroup, "asked-chips-since").selected() == ("years",)


def test_own_words_open_on_asking_and_stay_while_there_are_any(page: YouPage) -> None:
    opened(page)
    field = one(page, QWidget, "asked-words-spread")
    assert field.isHidden()
    press(page, "asked-more-spread")
    assert field.isVisibleTo(page)
    put(page, "asked-words-spread", "Down to the foot")
    assert page.state.assessment.answer("spread").words == "Down to the foot"
    page.reset_view()
    said = one(page, QLabel, "about-said").text()
    assert said == "Spreading: “Down to the foot”"


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_added_to_corrected_and_emptied(page: YouPage, name: str) -> None:
    opened(page)
    put(page, f"{name}-new", " Amlodipine ")
    put(page, f"{name}-new", "Paracetamol")
    lines = page.state.assessment.listed(name).lines  # type: ignore[arg-type]
    assert lines == (Line(id="l1", words="Amlodipine"), Line(id="l2", words="Paracetamol"))
    assert one(page, QWidget, f"{name}-none").isHidden()
    put(page, f"{name}-words-l1", "   ")
    assert one(page, QLineEdit, f"{name}-words-l1").text() == "Amlodipine"
    put(page, f"{name}-words-l1", "Amlodipine, mornings")
    press(page, f"{name}-remove-l2")
    page.reset_view()
    assert "Amlodipine, mornings" in one(page, QLabel, "health-said").text()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    opened(page)
    press(page, f"{name}-remove-l1")
    press(page, f"{name}-none")
    assert page.state.assessment.listed(name).nothing  # type: ignore[arg-type]
    press(page, f"{name}-none")
    assert page.state.assessment == Assessment()


@pytest.mark.parametrize("text", ODD)
def test_odd_and_overlong_entries_are_kept_or_cut(page: YouPage, text: str) -> None:
    part = opened(page)
    put(page, "medicines-new", text)
    press(page, "asked-more-home")
    put(page, "asked-words-home", text)
    press(page, "chip-p0", "measure-phq-4-nervous")
    press(page, "chip-p0", "measure-phq-4-worry")
    put(page, "measure-reading-phq-4", text)
    kept = page.state.assessment
    assert kept.listed("medicines").lines[0].words == text[:LONGEST]
    assert kept.answer("home").words == text[:LONGEST]
    assert (kept.taken("phq-4") or taken(PHQ)).reading == text[:LONGEST]
    assert part.forms["phq-4"].isVisibleTo(page)


def _answer(page: YouPage, *points: int) -> None:
    for item, given_points in zip(ITEMS, points, strict=False):
        press(page, f"chip-p{given_points}", f"measure-phq-4-{item}")


def test_a_score_comes_with_the_last_answer_and_goes_with_it(page: YouPage) -> None:
    opened(page)
    result = one(page, QLabel, "measure-result-phq-4")
    assert result.isHidden()
    _answer(page, 1)
    assert result.text() == "1 of 4 answered; a score needs every answer."
    for item in ITEMS[1:3]:
        press(page, "chip-p1", f"measure-phq-4-{item}")
    assert result.text() == "Screening score: GAD-2 2 (from 0 to 6). 3 of 4 answered."
    press(page, "chip-p1", "measure-phq-4-down")
    expected = (
        "Screening score: PHQ-4 4 (from 0 to 12), GAD-2 2 (from 0 to 6), PHQ-2 2 (from 0 to 6)."
    )
    assert result.text() == expected
    press(page, "chip-p1", "measure-phq-4-down")
    assert "3 of 4" in result.text()
    for item in ITEMS[:3]:
        press(page, "chip-p1", f"measure-phq-4-{item}")
    assert page.state.assessment == Assessment()


@pytest.mark.parametrize(
    ("points", "shown"), [((1, 1, 1, 1), False), ((2, 1, 0, 0), True), ((0, 0, 0, 3), True)]
)
def test_a_positive_mood_screen_says_one_thing_and_nothing_more(
    page: YouPage, points: tuple[int, ...], shown: bool
) -> None:
    opened(page)
    _answer(page, *points)
    notice = one(page, QWidget, "measure-follow-up-phq-4")
    assert notice.isVisibleTo(page) is shown
    said = [part.text() for part in notice.findChildren(QLabel) if part.text()]
    assert said == (["Clinician to follow up."] if shown else [])
    words = " ".join(part.text() for part in page.findChildren(QLabel)).lower()
    assert not [band for band in ("mild", "moderate", "severe") if band in words]


def test_the_peg_is_asked_with_numbers_and_the_clinician_reads_it(page: YouPage) -> None:
    opened(page)
    for item, number in (("pain", 6), ("enjoyment", 6), ("activity", 5)):
        press(page, f"step-{number}", f"measure-peg-{item}")
    assert one(page, QLabel, "measure-result-peg").text() == (
        "Screening score: PEG 5.7 (from 0 to 10)."
    )
    put(page, "measure-reading-peg", "Gets in the way of work")
    kept = page.state.assessment.taken("peg")
    assert kept is not None
    assert kept.reading == "Gets in the way of work"
    assert kept.measure.citation.startswith("Krebs EE")


def test_a_clinics_own_is_asked_and_a_broken_one_is_named(qtbot: QtBot, tmp_path: Path) -> None:
    clinic(tmp_path)
    clinic(tmp_path, CLINIC.replace("high = 100", "high = -1"), "bad-scale")
    context = context_for(mini(), home=tmp_path)
    page = YouPage(context)
    context.bridge.changed.connect(page.render_state)
    qtbot.addWidget(page)
    page.show()
    opened(page)
    said = one(page, QLabel, "measures-problems").text().replace("\u200b", "")
    assert said.startswith("A questionnaire cannot be used. measures/bad-scale.toml: ")
    assert "low" in said
    press(page, "chip-own-scale", "measures-names")
    for item, points in (("one", 2), ("two", 4), ("three", 2), ("four", 4), ("five", 2)):
        press(page, f"chip-p{points}", f"measure-own-scale-{item}")
    assert "Total 25 (from 0 to 100)" in one(page, QLabel, "measure-result-own-scale").text()
    kept = page.state.assessment.taken("own-scale")
    assert kept is not None
    assert kept.measure.permission is not None


def test_answers_to_an_instrument_that_is_gone_stay_in_words(qtbot: QtBot) -> None:
    gone = taken(PHQ, 0, 0, 0, 0)
    gone = gone.evolve(measure=gone.measure.evolve(id="gone", name="Old scale"))
    page = shown_page(qtbot, YouPage, mini(), a.MeasureSet(taken=gone))
    assert "Old scale: Screening score" in one(page, QLabel, "health-said").text()
    opened(page)
    assert page.state.assessment.taken("gone") == gone


def test_the_kind_of_what_was_tried_is_asked_only_where_it_was_written_down(page: YouPage) -> None:
    put(page, "tried-new", "Massage")
    press(page, "chip-therapy", "tried-kinds-t1")
    page.tried._offers["Stretching"].click()
    first, second = page.state.you.tried
    assert first == Tried(id="t1", what="Massage", tried_kind="therapy")
    assert (second.treatment is None, second.tried_kind) == (False, None)
    assert one(page, QWidget, "tried-kinds-t2").isHidden()
    put(page, "tried-what-t2", "Stretching at home")
    assert page.state.you.tried[1].treatment == second.treatment
    put(page, "tried-what-t2", "Acupuncture")
    assert page.state.you.tried[1].treatment is None


def test_every_control_is_named_and_large_enough(qapp: QApplication, page: YouPage) -> None:
    apply_theme(qapp, "light")
    opened(page)
    put(page, "tried-new", "Massage")
    put(page, "medicines-new", "Amlodipine")
    assert nameless(page) == []
    assert small(page) == []


def test_at_twice_the_text_size_nothing_runs_off_sideways(qapp: QApplication, qtbot: QtBot) -> None:
    done = (
        a.ListLineSet(name="medicines", line=Line(id="l1", words="x" * 500)),
        a.AssessmentWritten(question="home", words="x" * 500),
    )

    def made() -> YouPage:
        page = shown_page(qtbot, YouPage, mini(), *done)
        opened(page)
        return page

    assert least_width_at_double(qapp, partial(made)) <= ROOM


def test_cards_open_as_if_their_buttons_had_been_pressed(page: YouPage) -> None:
    card: FurtherCard = page.about
    card.open_parts("days", "pain")
    assert card.buttons.selected() == ("pain", "days")
    order = [card._inside.indexOf(card.parts[name]) for name in ("pain", "days")]
    assert order == [0, 1]


def test_thresholds_stand_in_the_clinicians_drawer_alone(page: YouPage) -> None:
    assert page.drawer() is None
    page.dispatch(a.MeasureSet(taken=taken(PHQ, 2, 1, 0, 0)))
    drawer = page.drawer()
    assert drawer is not None
    said = [part.text() for part in drawer.findChildren(QLabel)]
    bands = "PHQ-4 (0 to 12): from 0: none; from 3: mild; from 6: moderate; from 9: severe."
    assert bands in said
    assert "GAD-2 (0 to 6): positive screen from 3." in said
