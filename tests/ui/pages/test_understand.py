"""The understand page: equal cards, a mark that needs a reason, and the law of every page."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFrame, QLabel, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from sdm_aid.domain.actions import Action
from sdm_aid.ui.pages.understand import UnderstandPage
from sdm_aid.wording.figure import describe
from tests.strategies import actions_of
from tests.ui.page_law import assert_is_projection, context_for
from tests.ui.pages.test_start import one, press, the_mini

LETTERS = [option.letter for option in the_mini().decision.options]


@pytest.fixture
def page(qtbot: QtBot) -> UnderstandPage:
    context = context_for(the_mini())
    made = UnderstandPage(context)
    context.bridge.changed.connect(made.render_state)
    made.render_state(context.bridge.state)
    qtbot.addWidget(made)
    made.resize(1300, 700)
    made.show()
    return made


@given(done=st.lists(actions_of(the_mini()), max_size=12))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_page_is_a_projection_of_the_state(qapp: object, done: list[Action]) -> None:
    assert_is_projection(UnderstandPage, the_mini(), done)


def test_it_opens_with_the_sentence_that_there_is_more_than_one_way(page: UnderstandPage) -> None:
    assert page.subtitle().startswith("There is more than one good way forward")


def test_all_cards_are_of_one_size(page: UnderstandPage) -> None:
    cards = [one(page, QFrame, f"option-{letter}") for letter in LETTERS]
    for side in ([card.width() for card in cards], [card.height() for card in cards]):
        assert max(side) - min(side) <= 1  # a pixel that cannot be shared out


def test_what_is_going_on_stands_in_the_words_of_the_content(page: UnderstandPage) -> None:
    shown = {label.text() for label in page.findChildren(QLabel)}
    lines = [t for key, t in the_mini().text.items() if key.startswith("going_on.")]
    assert lines
    assert set(lines) <= shown


def test_the_natural_course_is_said_by_the_one_formatter(page: UnderstandPage) -> None:
    for name in the_mini().decision.natural_course:
        words = describe(the_mini(), name)
        entry = one(page, QWidget, f"course-{name}")
        assert entry.accessibleName() == words.alt
        said = " ".join(label.text() for label in entry.findChildren(QLabel))
        assert words.headline in said or words.headline.capitalize() in said
        assert words.certainty.words in said


def test_a_mark_needs_a_reason_and_never_takes_the_card_away(page: UnderstandPage) -> None:
    press(page, "option-B-mark")
    field = one(page, QPlainTextEdit, "option-B-because")
    assert not field.isHidden()
    page.leaving()
    assert [mark.option for mark in page.state.not_suitable] == []
    QTest.keyClicks(field, "no physiotherapist near by")
    page.leaving()
    marks = {mark.option: mark.reason for mark in page.state.not_suitable}
    assert marks == {"B": "no physiotherapist near by"}
    assert one(page, QFrame, "option-B").isVisible()
    assert "no physiotherapist" in one(page, QLabel, "option-B-reason").text()
    assert one(page, QLabel, "option-B-reason").isEnabled()


def test_a_mark_can_be_taken_back(page: UnderstandPage) -> None:
    press(page, "option-C-mark")
    QTest.keyClicks(one(page, QPlainTextEdit, "option-C-because"), "not now")
    page.leaving()
    press(page, "option-C-mark")
    assert page.state.not_suitable == ()
    assert one(page, QLabel, "option-C-reason").isHidden()
    assert one(page, QPushButton, "option-C-mark").isVisible()
