"""Look again together: real clicks and keys, each answer told at once, nothing filled in."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from sdm_aid.application.look_again import LookBack
from sdm_aid.domain.answers import Outcome, PlanStep
from sdm_aid.domain.consultation import Consultation
from sdm_aid.domain.follow_up import Doing, FollowUp, Happened, Peg
from sdm_aid.ui.follow_up.screen import FollowUpScreen
from sdm_aid.ui.theme.apply import apply_theme
from tests.domain.looks import a_look, a_sealed_visit
from tests.domain.visits import NOON
from tests.full_visit import the_content
from tests.ui.page_law import snapshot
from tests.ui.pages.hands import one, write
from tests.ui.pages.reach import nameless, press, small, strike

TODAY = NOON + timedelta(days=50)


def _signed(**changes: object) -> Consultation:
    signed = a_sealed_visit(
        7,
        None,
        3,
        goal="walk to work",
        steps=(PlanStep(id="s1", what="Walk each day", who="Maria"),),
        stop_rule="no better after 6 weeks",
        look_again=date(2027, 1, 15),
    )
    outcome = Outcome(kind="go_with", option="C")
    return signed.evolve(outcome=outcome, content=the_content().ref).evolve(**changes)


def _back(going_on: FollowUp | None = None, **changes: object) -> LookBack:
    earlier = (a_look(7, 20, pain_average=6, done=True),)
    signed = _signed(**changes)
    return LookBack(signed, the_content(), lambda: TODAY, "Dr A. Okafor", earlier, (), going_on)


def _shown(qtbot: QtBot, back: LookBack, width: int = 1366) -> FollowUpScreen:
    screen = FollowUpScreen(back)
    qtbot.addWidget(screen)
    screen.resize(width, 768)
    screen.show()
    return screen


@pytest.fixture
def screen(qtbot: QtBot) -> FollowUpScreen:
    return _shown(qtbot, _back())


@pytest.fixture
def told(screen: FollowUpScreen) -> list[FollowUp]:
    heard: list[FollowUp] = []
    screen.changed.connect(heard.append)
    return heard


def _texts(screen: QWidget) -> list[str]:
    return [text.text() for text in screen.findChildren(QLabel)]


def test_what_was_agreed_stands_on_top_and_nothing_is_answered(screen: FollowUpScreen) -> None:
    texts = _texts(screen)
    for words in ("Go with C. Steroid injection near the nerve.", "“walk to work”"):
        assert words in texts
    assert any("Walk each day · Maria" in text for text in texts)
    assert not screen.follow_up.says_something
    checked = [b.objectName() for b in screen.findChildren(QPushButton) if b.isChecked()]
    assert checked == []


def test_scores_by_mouse_and_key_are_told_and_taken_back(
    screen: FollowUpScreen, told: list[FollowUp]
) -> None:
    press(screen, "step-0", "look-pain-average")
    assert told[-1].pain_average == 0
    strike(screen, "step-4", "look-pain-average")
    strike(screen, "step-2", "look-pain-now")
    assert (told[-1].pain_average, told[-1].pain_now, told[-1].pain_worst) == (4, 2, None)
    press(screen, "step-2", "look-pain-now")
    assert told[-1].pain_now is None
    assert len(told) == 4


def test_the_course_grows_with_the_answers(screen: FollowUpScreen) -> None:
    assert "from 7 to 6." in one(screen, QLabel, "course-line-0").text()
    press(screen, "step-4", "look-pain-average")
    assert (
        one(screen, QLabel, "course-line-0")
        .text()
        .endswith("3 points since 21 Nov 2026, from 7 to 4.")
    )
    assert "10 Jan 2027, looked again: pain on average 4" in screen.plot.plot.accessibleName()
    assert "moderate" in one(screen, QLabel, "course-band").text()
    press(screen, "step-9", "look-pain-average")
    assert "went up by 2 points" in one(screen, QLabel, "course-line-0").text()
    assert "a fall only" in one(screen, QLabel, "course-band").text()


def test_the_peg_counts_once_all_three_are_there(
    screen: FollowUpScreen, told: list[FollowUp]
) -> None:
    for item, score in (("pain", 4), ("enjoyment", 5), ("activity", 6)):
        assert screen.follow_up.peg.score is None
        press(screen, f"step-{score}", f"look-peg-{item}")
    assert told[-1].peg == Peg(pain=4, enjoyment=5, activity=6)
    assert any(text.startswith("Krebs EE") for text in _texts(screen))
    assert any("about 5 out of 10 on 10 Jan 2027" in text for text in _texts(screen))


def test_the_goal_the_grade_and_words(screen: FollowUpScreen, told: list[FollowUp]) -> None:
    press(screen, "chip-partly", "look-goal-answers")
    press(screen, "chip-much_worse", "look-pgic-grades")
    assert (told[-1].goal, told[-1].pgic) == ("partly", "much_worse")
    press(screen, "chip-much_worse", "look-pgic-grades")
    assert told[-1].pgic is None
    screen.goal.words.setFocus()
    QTest.keyClicks(screen.goal.words, "half way")
    screen.notes.words.setFocus()
    QTest.keyClicks(screen.notes.words, "  ")
    screen.commit()
    assert (told[-1].goal_words, told[-1].notes) == ("half way", None)


def test_what_happened_is_ticked_asked_about_and_taken_off(
    screen: FollowUpScreen, told: list[FollowUp]
) -> None:
    press(screen, "chip-nothing", "look-happened-nothing")
    assert told[-1].none_happened
    press(screen, "chip-sore-spot", "look-happened-chips")
    assert (told[-1].none_happened, told[-1].harms) == (
        False, (Happened(id="h1", harm="sore-spot"),),
    )  # fmt: skip
    assert not one(screen, QPushButton, "chip-nothing").isEnabled()
    press(screen, "chip-no", "happened-still-h1")
    strike(screen, "chip-yes", "happened-help-h1")
    write(screen, "happened-words-h1", "a week")
    write(screen, "happened-new", "could not sleep")
    first, second = told[-1].harms
    assert first == Happened(
        id="h1", harm="sore-spot", words="a week", still_there="no", got_help="yes"
    )
    assert second == Happened(id="h2", words="could not sleep")
    press(screen, "chip-sore-spot", "look-happened-chips")
    press(screen, "happened-remove-h2")
    assert told[-1].harms == ()
    assert one(screen, QPushButton, "chip-nothing").isEnabled()


def test_what_is_still_done_and_why_not(screen: FollowUpScreen, told: list[FollowUp]) -> None:
    why = one(screen, QLineEdit, "doing-why-s1")
    press(screen, "chip-still", "doing-states-s1")
    press(screen, "chip-finished", "doing-states-agreed")
    assert not why.isVisibleTo(screen)
    press(screen, "chip-stopped", "doing-states-s1")
    assert why.isVisibleTo(screen)
    write(screen, "doing-why-s1", "the knee")
    agreed = Doing(id="agreed", state="finished")
    stopped = Doing(id="s1", state="stopped", why="the knee")
    assert list(told[-1].doing) == [stopped, agreed]
    why.selectAll()
    QTest.keyClick(why, Qt.Key.Key_Delete)
    QTest.keyClick(why, Qt.Key.Key_Return)
    press(screen, "chip-stopped", "doing-states-s1")
    assert list(told[-1].doing) == [agreed]


def test_done_needs_an_answer_and_hands_over_what_is_being_typed(
    qtbot: QtBot, screen: FollowUpScreen
) -> None:
    ended: list[FollowUp] = []
    screen.finished.connect(ended.append)
    press(screen, "look-again-screen-done")
    assert ended == []
    assert "Nothing is written down yet" in screen.notice.sentence
    QTest.keyClicks(one(screen, QLineEdit, "happened-new"), "dizzy")
    with qtbot.waitSignal(screen.finished):
        strike(screen, "look-again-screen-done")
    assert ended[0].done
    assert ended[0].harms == (Happened(id="h1", words="dizzy"),)


def test_a_new_plan_is_asked_for_with_what_was_said(qtbot: QtBot, screen: FollowUpScreen) -> None:
    press(screen, "step-3", "look-pain-now")
    with qtbot.waitSignal(screen.new_version_asked) as asked:
        press(screen, "look-again-screen-new")
    assert asked.args == [screen.follow_up]
    assert not screen.follow_up.done


def test_a_screen_that_goes_on_looks_like_the_one_that_was_left(
    qtbot: QtBot, screen: FollowUpScreen
) -> None:
    for name, inside in (
        ("step-3", "look-pain-worst"),
        ("chip-reached", "look-goal-answers"),
        ("chip-faint", "look-happened-chips"),
        ("chip-stopped", "doing-states-agreed"),
        ("chip-no_change", "look-pgic-grades"),
    ):
        press(screen, name, inside)
    fresh = _shown(qtbot, _back(screen.follow_up))
    assert snapshot(fresh.body) == snapshot(screen.body)


def test_without_goal_treatment_or_peg_in_the_language_it_still_stands(qtbot: QtBot) -> None:
    back = _back(outcome=Outcome(kind="more_time"), plan=_signed().plan.evolve(goal=None, steps=()))
    elsewhere = the_content().with_text(dict(the_content().text), "qps")
    back = LookBack(back.signed, elsewhere, back.clock, back.who)
    screen = _shown(qtbot, back)
    assert "No goal was written down." in _texts(screen)
    assert screen.peg.scales == {}
    assert any("not published in this language" in text for text in _texts(screen))
    assert not screen.doing.isVisibleTo(screen)
    write(screen, "happened-new", "dizzy")
    assert screen.follow_up.harms == (Happened(id="h1", words="dizzy"),)


def test_every_control_is_named_large_enough_and_reached_by_tab(
    usual_ways: QApplication, qtbot: QtBot
) -> None:
    apply_theme(usual_ways, "light", 1.0)
    screen = _shown(qtbot, _back(a_look(harms=(Happened(id="h1", harm="faint"),))))
    assert nameless(screen) == []
    assert small(screen) == []
    assert screen.first_focus().accessibleName().endswith("Now: 0")
    chain: list[QWidget] = []
    at: QWidget | None = screen.first_focus()
    while at is not None and at not in chain:
        chain.append(at)
        at = at.nextInFocusChain()
    stops = [
        control
        for control in screen.findChildren(QWidget)
        if control.focusPolicy() & Qt.FocusPolicy.TabFocus and control.isVisibleTo(screen)
    ]
    assert set(stops) <= set(chain)


def test_at_twice_the_text_nothing_runs_off_sideways(
    usual_ways: QApplication, qtbot: QtBot
) -> None:
    apply_theme(usual_ways, "contrast", 2.0)
    endless = "x" * 300
    plan = _signed().plan.evolve(
        goal=endless, stop_rule=endless, steps=(PlanStep(id="s1", what=endless),)
    )
    look = a_look(harms=(Happened(id="h1", words=endless),))
    screen = _shown(qtbot, _back(look, plan=plan))
    assert screen.body.minimumSizeHint().width() <= 1366 - 20
    assert screen.plot.plot.scene.width <= screen.plot.plot.width() / 2 + 1
