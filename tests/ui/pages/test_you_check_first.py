"""You and Compare, things to check first: asked together, raised alike, marked, nothing hidden."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from sdm_aid.domain import actions as a
from sdm_aid.domain.actions import Action
from sdm_aid.domain.checked_first import FactAnswer
from sdm_aid.ui.pages.base import Page
from sdm_aid.ui.pages.compare import ComparePage
from sdm_aid.ui.pages.you import YouPage
from sdm_aid.ui.theme.apply import apply_theme
from tests.check_first_actions import check_first_actions
from tests.strategies import MAYBE
from tests.ui.page_law import assert_is_projection, context_for, snapshot
from tests.ui.pages.reach import nameless, one, press, put, shown_page, small
from tests.ui.pages.real_content import the_content

ACTION: TypeAdapter[Action] = TypeAdapter(Action)
WARFARIN = a.FactToggled(question="blood-thinners", choice="warfarin")
DONE = st.lists(
    st.one_of(*check_first_actions(the_content(), MAYBE)).map(ACTION.validate_python), max_size=10
)
LAW = settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def page(qtbot: QtBot) -> YouPage:
    return shown_page(qtbot, YouPage, the_content())


def compared(qtbot: QtBot) -> ComparePage:
    """The comparison as the frame shows it: first set from the state, then shown."""
    context = context_for(the_content())
    page = ComparePage(context)
    context.bridge.changed.connect(page.render_state)
    qtbot.addWidget(page)
    page.render_state(context.bridge.state)
    page.resize(1310, 640)
    page.show()
    return page


def words(page: Page, name: str) -> str:
    """What a label says; empty where it is hidden."""
    found = one(page, QLabel, name)
    return found.text() if found.isVisibleTo(page) else ""


@given(done=DONE)
@LAW
def test_you_is_a_projection_of_the_facts(qapp: object, done: list[Action]) -> None:
    assert_is_projection(YouPage, the_content(), done)


@given(done=DONE)
@LAW
def test_compare_is_a_projection_of_the_facts(qapp: object, done: list[Action]) -> None:
    assert_is_projection(ComparePage, the_content(), done)


def test_questions_are_answered_by_pressing(page: YouPage) -> None:
    press(page, "check-first-ask")
    press(page, "fact-none-kidneys")
    press(page, "fact-open-blood-thinners")
    press(page, "chip-apixaban", inside="fact-chips-blood-thinners")
    assert page.state.check_first.answers == (
        FactAnswer(question="kidneys", none=True),
        FactAnswer(question="blood-thinners", choices=("apixaban",)),
    )
    assert words(page, "fact-answer-blood-thinners") == "apixaban"
    assert "2 of 27 asked, 1 thing to talk about" in words(page, "check-first-summary")


def test_none_of_these_does_not_wipe_an_answer(page: YouPage) -> None:
    page.dispatch(WARFARIN)
    press(page, "check-first-ask")
    press(page, "fact-none-blood-thinners")
    assert page.state.check_first.answers == (
        FactAnswer(question="blood-thinners", choices=("warfarin",)),
    )
    assert not page.check_first.rows["blood-thinners"].none_button.isChecked()


def test_a_topic_is_marked_with_a_plan_and_taken_back(page: YouPage) -> None:
    page.dispatch(WARFARIN)
    press(page, "chip-plan", inside="topic-marks-bleeding")
    put(page, "topic-words-bleeding", "Dr Lee decides")
    mark = page.state.check_first.mark("bleeding")
    assert mark is not None
    assert (mark.how, mark.words) == ("plan", "Dr Lee decides")
    press(page, "chip-plan", inside="topic-marks-bleeding")
    assert page.state.check_first.mark("bleeding") is None


def test_answers_that_cannot_both_be_right_are_told_and_nothing_else_suffers(
    page: YouPage,
) -> None:
    page.dispatch(a.FactToggled(question="pregnancy", choice="late"))
    assert words(page, "check-first-clash") == ""
    page.dispatch(a.FactToggled(question="age-falls", choice="over-65"))
    assert words(page, "check-first-clash").count("Please check") == 1
    page.dispatch(a.GoalToggled(goal="sleep"))
    assert page.state.you.goals == ("sleep",)


def test_everything_asked_has_a_name_and_a_large_target(qapp: QApplication, page: YouPage) -> None:
    apply_theme(qapp, "light")
    page.dispatch(WARFARIN)
    press(page, "check-first-ask")
    press(page, "fact-open-mood-medicines")
    page.resize(1300, 4000)
    qapp.processEvents()
    assert nameless(page) == []
    assert small(page) == []


def test_closing_the_questions_is_no_change_of_the_visit(page: YouPage) -> None:
    before = snapshot(page)
    press(page, "check-first-ask")
    page.reset_view()
    assert [s for s in snapshot(page) if s.shown] == [s for s in before if s.shown]


def test_every_column_touched_bears_the_same_small_mark(qtbot: QtBot) -> None:
    page = compared(qtbot)
    plain = [card.texts() for card in page.table.header.cards]
    assert not page.checks.isVisibleTo(page)
    page.dispatch(a.FactToggled(question="pregnancy", choice="late"))
    page.dispatch(a.FactToggled(question="diabetes", choice="insulin"))  # at C alone
    assert page.checks.shown == ("C", "D", "E")
    letters = [card.objectName()[-1] for card in page.table.header.cards]
    for letter, card, before in zip(letters, page.table.header.cards, plain, strict=True):
        mark = ("Check first",) if letter in page.checks.shown else ()
        assert card.texts() == (*before, *mark)
    page.dispatch(a.FactToggled(question="diabetes", choice="insulin"))
    page.dispatch(a.FactToggled(question="pregnancy", choice="late"))
    assert [card.texts() for card in page.table.header.cards] == plain


def test_the_mark_opens_the_topics_in_plain_words(qtbot: QtBot) -> None:
    page = compared(qtbot)
    page.dispatch(WARFARIN)
    press(page, "checks-C")
    drawer = page.checks.drawer
    assert drawer.isVisible()
    said = " ".join(label.text() for label in drawer.findChildren(QLabel))
    assert "Bleeding more easily" in said
    assert "INR" not in said
    assert "days" not in said
    talked = drawer.findChild(QWidget, "topic-marks-bleeding")
    assert talked is not None
    press(page, "chip-talked", inside="topic-marks-bleeding")
    mark = page.state.check_first.mark("bleeding")
    assert mark is not None
    assert mark.how == "talked"
    assert drawer.isVisible()


def test_an_answer_nothing_is_held_about_is_no_reassurance(page: YouPage) -> None:
    page.dispatch(a.FactToggled(question="devices", choice="pacemaker"))
    told = words(page, "check-first-unspoken")
    assert "pacemaker" in told.lower()
    assert "does not mean" in told
    page.dispatch(WARFARIN)
    assert "warfarin" not in words(page, "check-first-unspoken").lower()
    page.dispatch(a.FactToggled(question="devices", choice="pacemaker"))
    assert words(page, "check-first-unspoken") == ""
