"""What next: equal outcomes, none chosen by the program, X by letter, a date; the law of pages."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from sdm_aid.application.dates import UnreadableDate, read_coming_date
from sdm_aid.domain.actions import (
    Action,
    AdviceWanted,
    LeaningSaid,
    OptionUnsuitable,
    OutcomeChosen,
    TextWritten,
)
from sdm_aid.domain.answers import Outcome
from sdm_aid.ui.pages.next_step import NextPage
from sdm_aid.ui.theme.apply import apply_theme
from sdm_aid.wording.outcomes import OUTCOMES
from tests.strategies import actions_of
from tests.ui.page_law import assert_is_projection
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

TODAY = date(2026, 11, 21)


@pytest.fixture
def page(qtbot: QtBot) -> NextPage:
    return shown_page(qtbot, NextPage, mini())


def type_date(page: NextPage, text: str) -> None:
    field = one(page, QLineEdit, "next-until-date")
    field.clear()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


@given(done=st.lists(actions_of(mini()), max_size=12))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_page_is_a_projection_of_the_state(qapp: object, done: list[Action]) -> None:
    assert_is_projection(NextPage, mini(), done)


def test_all_outcomes_are_there_equal_and_none_is_chosen(page: NextPage) -> None:
    assert page.state.outcome is None
    cards = page.outcomes.cards
    assert tuple(cards) == OUTCOMES
    assert not any(card.isChecked() for card in cards.values())
    assert len({(card.width(), card.height()) for card in cards.values()}) == 1
    assert len({card.property("role") for card in cards.values()}) == 1
    assert page.details.isHidden()


@pytest.mark.parametrize("kind", OUTCOMES)
def test_each_outcome_is_chosen_and_taken_back_by_key(page: NextPage, kind: str) -> None:
    strike(page, f"outcome-{kind}")
    assert page.state.outcome is not None
    assert page.state.outcome.kind == kind
    assert page.state.outcome.option == ("A" if kind == "nothing_new" else None)
    strike(page, f"outcome-{kind}")
    assert page.state.outcome is None


def test_x_is_chosen_by_equal_letters_and_taken_back(page: NextPage) -> None:
    press(page, "outcome-go_with")
    options = page.details.options
    assert list(options) == ["A", "B", "C"]
    assert len({(made.width(), made.height()) for made in options.values()}) == 1
    press(page, "next-option-B")
    assert page.state.outcome == Outcome(kind="go_with", option="B")
    assert "B, Stretching" in one(page, QLabel, "next-recorded").text()
    press(page, "next-option-B")
    assert page.state.outcome == Outcome(kind="go_with")


def test_what_is_marked_as_not_right_stays_says_why_and_can_be_chosen(qtbot: QtBot) -> None:
    mark = OptionUnsuitable(option="C", reason="a blood thinner")
    page = shown_page(qtbot, NextPage, mini(), mark)
    press(page, "outcome-go_with")
    made = page.details.options["C"]
    assert "a blood thinner" in made.accessibleName()
    assert made.isEnabled()
    press(page, "next-option-C")
    assert page.state.outcome == Outcome(kind="go_with", option="C")


def test_an_option_said_before_stays_where_it_still_fits(page: NextPage) -> None:
    press(page, "outcome-go_with")
    press(page, "next-option-C")
    press(page, "outcome-try_until")
    assert page.state.outcome == Outcome(kind="try_until", option="C")
    press(page, "outcome-more_time")
    assert page.state.outcome == Outcome(kind="more_time")
    press(page, "outcome-nothing_new")
    press(page, "outcome-go_with")
    assert page.state.outcome == Outcome(kind="go_with")


def test_a_date_is_typed_stepped_and_taken_back(page: NextPage) -> None:
    press(page, "outcome-try_until")
    press(page, "next-option-B")
    type_date(page, "2 January")
    assert page.state.outcome == Outcome(kind="try_until", option="B", until=date(2027, 1, 2))
    press(page, "next-week-more")
    press(page, "next-week-more")
    strike(page, "next-week-less")
    assert page.state.outcome.until == date(2027, 1, 9)
    assert "in 7 weeks" in one(page, QLabel, "next-until-said").text()
    type_date(page, "")
    assert page.state.outcome == Outcome(kind="try_until", option="B")


def test_steps_begin_today_and_do_not_go_into_the_past(page: NextPage) -> None:
    press(page, "outcome-try_until")
    press(page, "next-week-less")
    assert page.state.outcome == Outcome(kind="try_until")
    press(page, "next-week-more")
    assert page.state.outcome == Outcome(kind="try_until", until=date(2026, 11, 28))


def test_a_date_that_cannot_be_read_is_said_and_changes_nothing(
    page: NextPage, qtbot: QtBot
) -> None:
    press(page, "outcome-try_until")
    with qtbot.waitSignal(page.announce):
        type_date(page, "when it snows")
    assert "when it snows" in one(page, QLabel, "next-until-said").text()
    assert page.state.outcome == Outcome(kind="try_until")
    page.reset_view()
    assert one(page, QLineEdit, "next-until-date").text() == ""


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2 1 2027", date(2027, 1, 2)),
        ("02.01.27", date(2027, 1, 2)),
        ("2027-01-02", date(2027, 1, 2)),
        ("2nd of January", date(2027, 1, 2)),
        ("1/25/2027", date(2027, 1, 25)),
        ("21 Nov", TODAY),
        ("20 Nov", date(2027, 11, 20)),
        ("29 Feb", date(2028, 2, 29)),
        ("  ", None),
    ],
)
def test_a_coming_date_is_read_as_people_write_it(text: str, day: date | None) -> None:
    assert read_coming_date(text, TODAY) == day


@pytest.mark.parametrize(
    "text",
    ["20 11 2026", "1 1 2040", "31 2 2027", "soon", "12", "1 2 3 4", "?", "x" * 10_000, "😀"],
)
def test_what_is_no_coming_date_is_refused_in_a_short_sentence(text: str) -> None:
    with pytest.raises(UnreadableDate) as refused:
        read_coming_date(text, TODAY)
    assert 10 < len(str(refused.value)) < 140


def test_the_leaning_is_a_reminder_that_chooses_nothing(qtbot: QtBot) -> None:
    said = (LeaningSaid(when="before", leaning="unsure"), LeaningSaid(when="after", leaning="C"))
    page = shown_page(qtbot, NextPage, mini(), *said, AdviceWanted(wanted=True))
    words = one(page, QLabel, "next-leaning").text()
    assert "not sure yet" in words
    assert "C, Needle" in words
    assert page.state.outcome is None
    assert not any(card.isChecked() for card in page.outcomes.cards.values())


def test_the_clinicians_view_is_closed_until_asked_for(page: NextPage) -> None:
    view = one(page, QPlainTextEdit, "clinician-view")
    assert view.isHidden()
    press(page, "ask-view")
    assert not view.isHidden()
    page.reset_view()
    assert view.isHidden()
    press(page, "outcome-advise_me")
    assert not view.isHidden()
    put(page, "clinician-view", "I would wait.")
    press(page, "outcome-more_time")
    assert page.state.clinician_view == "I would wait."
    assert not view.isHidden()


@pytest.mark.parametrize("text", ODD)
def test_odd_and_overlong_words_are_kept_or_cut_never_lost(page: NextPage, text: str) -> None:
    press(page, "ask-view")
    put(page, "patient-reason", text)
    put(page, "clinician-view", text)
    cut = text[:LONGEST]
    assert (page.state.patient_reason, page.state.clinician_view) == (cut, cut)


@pytest.mark.parametrize("reason", ["x" * 10_000, "many words " * 900])
def test_an_overlong_reason_does_not_blow_up_the_page(qtbot: QtBot, reason: str) -> None:
    mark = OptionUnsuitable(option="B", reason=reason)
    go = OutcomeChosen(outcome=Outcome(kind="go_with"))
    page = shown_page(qtbot, NextPage, mini(), mark, go, TextWritten(field="aim", words="x"))
    assert page.width() == 1300
    assert page.minimumSizeHint().width() < 1300
    assert page.details.options["A"].height() < 200
    assert reason in page.details.options["B"].accessibleName()


def test_every_control_is_named_and_large_enough(qapp: QApplication, page: NextPage) -> None:
    apply_theme(qapp, "light")
    press(page, "outcome-try_until")
    assert nameless(page) == []
    assert small(page) == []
    assert one(page, QWidget, "next-details").isVisibleTo(page)


def test_at_twice_the_text_size_nothing_runs_off_sideways(qapp: QApplication, qtbot: QtBot) -> None:
    made = partial(
        shown_page,
        qtbot,
        NextPage,
        mini(),
        OutcomeChosen(outcome=Outcome(kind="try_until", option="B")),
    )
    assert least_width_at_double(qapp, made) <= ROOM
