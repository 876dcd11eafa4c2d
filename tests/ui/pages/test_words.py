"""In your words: never right or wrong, SURE to the letter, and the law of every page."""

from __future__ import annotations

from functools import partial

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from sdm_aid.content.measures import load_measure
from sdm_aid.domain.actions import Action, PathChosen, SureAnswered, TeachBackNoted
from sdm_aid.domain.answers import Sure, TeachBack
from sdm_aid.domain.terms import SureQuestion as SureName
from sdm_aid.paths import resources_dir
from sdm_aid.ui.pages.words import WordsPage
from sdm_aid.ui.theme.apply import apply_theme
from sdm_aid.wording.facts import say
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

SURE: tuple[SureName, ...] = ("sure", "understand", "risk", "encouragement")


@pytest.fixture
def page(qtbot: QtBot) -> WordsPage:
    return shown_page(qtbot, WordsPage, mini())


def first() -> str:
    return mini().decision.teach_back[0].id


def texts(page: QWidget) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page)]


@given(done=st.lists(actions_of(mini()), max_size=12))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_page_is_a_projection_of_the_state(qapp: object, done: list[Action]) -> None:
    assert_is_projection(WordsPage, mini(), done)


def test_how_it_went_is_noted_changed_and_taken_back(page: WordsPage) -> None:
    group = f"teach-results-{first()}"
    press(page, "chip-said", group)
    assert page.state.teach_back == (TeachBack(item=first(), result="said"),)
    put(page, f"teach-words-{first()}", "It eases sooner. ")
    press(page, "chip-explained_again", group)
    noted = TeachBack(item=first(), result="explained_again", words="It eases sooner. ")
    assert page.state.teach_back == (noted,)
    press(page, "chip-explained_again", group)
    assert not page.state.teach_back
    assert one(page, QPlainTextEdit, f"teach-words-{first()}").isHidden()


def test_words_taken_back_with_the_result_come_again_by_undo(page: WordsPage) -> None:
    press(page, "chip-helped", f"teach-results-{first()}")
    put(page, f"teach-words-{first()}", "relief")
    strike(page, "chip-helped", f"teach-results-{first()}")
    page._context.bridge.undo()
    assert one(page, QPlainTextEdit, f"teach-words-{first()}").toPlainText() == "relief"


def test_what_to_listen_for_stands_in_the_clinicians_drawer_alone(page: WordsPage) -> None:
    drawer = page.drawer()
    assert drawer is not None
    listen_for = [
        say(mini(), f"teach_back.{item.id}.listen_for") for item in mini().decision.teach_back
    ]
    in_drawer = [label.text() for label in drawer.findChildren(QLabel)]
    on_page = [label.text() for label in page.findChildren(QLabel)]
    assert set(listen_for) <= set(in_drawer)
    assert not set(listen_for) & set(on_page)
    drawer.deleteLater()


def test_look_again_leads_to_the_table_and_names_the_row(page: WordsPage) -> None:
    sent: list[str] = []
    page.go_to_step.connect(sent.append)
    page.announce.connect(sent.append)
    press(page, f"teach-again-{first()}")
    assert sent[0] == "compare"
    assert say(mini(), f"rows.{mini().decision.teach_back[0].row}.question") in sent[1]


def test_the_quick_path_asks_less_and_hides_nothing_that_was_noted(qtbot: QtBot) -> None:
    items = [item.id for item in mini().decision.teach_back]
    quick = PathChosen(path="quick")
    page = shown_page(qtbot, WordsPage, mini(), quick)
    open_ones = [entry for entry in page.teach_back.entries if not entry.isHidden()]
    assert len(open_ones) == 1
    noted = [TeachBackNoted(item=item, result="said") for item in items]
    page = shown_page(qtbot, WordsPage, mini(), quick, *noted)
    assert not any(entry.isHidden() for entry in page.teach_back.entries)


def test_sure_is_shown_to_the_letter_with_its_source(page: WordsPage) -> None:
    measure = load_measure(resources_dir(), "sure")
    on_page = texts(page)
    assert [item.text["en"] for item in measure.item] == [
        text for text in on_page if text in {item.text["en"] for item in measure.item}
    ]
    assert measure.citation in on_page


def test_sure_in_a_language_without_published_wording_is_not_translated(qtbot: QtBot) -> None:
    other = mini().with_text(dict(mini().text), "xx")
    page = shown_page(qtbot, WordsPage, other)
    one(page, QLabel, "sure-no-wording")
    assert page.findChild(QWidget, "sure-risk") is None
    assert page.sure.measure is None


@pytest.mark.parametrize("question", SURE)
def test_a_no_is_answered_kindly_and_can_be_taken_back(page: WordsPage, question: str) -> None:
    after = one(page, QWidget, f"sure-after-{question}")
    press(page, "chip-no", f"sure-{question}")
    assert getattr(page.state.sure, question) == "no"
    assert not after.isHidden()
    press(page, "chip-no", f"sure-{question}")
    assert page.state.sure == Sure()
    assert after.isHidden()


@pytest.mark.parametrize(("question", "step"), [("understand", "compare"), ("risk", "matters")])
def test_a_no_leads_back(page: WordsPage, qtbot: QtBot, question: str, step: str) -> None:
    press(page, "chip-no", f"sure-{question}")
    with qtbot.waitSignal(page.go_to_step) as asked:
        press(page, f"sure-go-{question}")
    assert asked.args == [step]


def test_four_answers_become_a_sentence_never_a_count(qtbot: QtBot) -> None:
    yes = [SureAnswered(question=question, answer="yes") for question in SURE]
    together = one(shown_page(qtbot, WordsPage, mini(), *yes[:3]), QLabel, "sure-together")
    assert together.isHidden()
    page = shown_page(qtbot, WordsPage, mini(), *yes)
    ready = one(page, QLabel, "sure-together").text()
    press(page, "chip-no", "sure-sure")
    doubt = one(page, QLabel, "sure-together").text()
    assert ready
    assert doubt not in ("", ready)
    assert not any(sign.isdigit() for sign in ready + doubt)


@pytest.mark.parametrize("text", ODD)
def test_odd_and_overlong_words_are_kept_or_cut_never_lost(page: WordsPage, text: str) -> None:
    press(page, "chip-said", f"teach-results-{first()}")
    put(page, f"teach-words-{first()}", text)
    assert page.state.teach_back[0].words == text[:LONGEST]


def test_every_control_is_named_and_large_enough(qapp: QApplication, page: WordsPage) -> None:
    apply_theme(qapp, "light")
    assert nameless(page) == []
    assert small(page) == []


def test_at_twice_the_text_size_nothing_runs_off_sideways(qapp: QApplication, qtbot: QtBot) -> None:
    made = partial(
        shown_page,
        qtbot,
        WordsPage,
        mini(),
        TeachBackNoted(item=first(), result="said", words="x" * 500),
    )
    assert least_width_at_double(qapp, made) <= ROOM
