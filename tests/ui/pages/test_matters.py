"""What matters: leaning first, ten stones, own words, deal-breakers, the line-up, no winner."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from sdm_aid.domain.actions import (
    Action,
    LeaningSaid,
    LinedUp,
    OwnConcernSet,
    PathChosen,
    StonesPut,
)
from sdm_aid.domain.answers import Stone
from sdm_aid.domain.consultation import Consultation
from sdm_aid.ui.pages.base import VisitContext
from sdm_aid.ui.pages.matters import MattersPage
from sdm_aid.ui.pages.matters.matrix import LinedCell
from sdm_aid.ui.theme.apply import apply_theme
from tests.strategies import actions_of
from tests.ui.page_law import assert_is_projection, context_for
from tests.ui.pages.hands import one, press, write
from tests.ui.pages.reach import ROOM, least_width_at_double, nameless, small
from tests.ui.pages.real_content import a_visit_about_it, the_content

Open = Callable[..., MattersPage]
ROWS = [value.id for value in the_content().decision.values]
LETTERS = [option.letter for option in the_content().decision.options]


@pytest.fixture
def open_page(qtbot: QtBot) -> Open:
    """Opens the page on a visit and keeps it true."""

    def opened(*done: Action, state: Consultation | None = None) -> MattersPage:
        context = context_for(the_content(), state or a_visit_about_it())
        for action in done:
            context.bridge.dispatch(action)
        page = MattersPage(context)
        context.bridge.changed.connect(page.render_state)
        page.render_state(context.bridge.state)
        qtbot.addWidget(page)
        page.resize(1300, 900)
        page.show()
        return page

    return opened


def words_on(page: QWidget) -> str:
    """Everything a patient can read, and the names of the painted cells."""
    labels = [w.text() for w in page.findChildren(QLabel) if w.isVisible()]
    cells = [w.accessibleName() for w in page.findChildren(LinedCell)]
    return " ".join([*labels, *cells])


def test_nothing_is_filled_in_before_the_patient_speaks(open_page: Open) -> None:
    page = open_page()
    assert page.state.matters == type(page.state.matters)()
    assert not any(b.isChecked() for b in page.findChildren(QPushButton))
    assert not one(page, QPushButton, "show-line-up").isEnabled()


def test_the_line_up_waits_for_leaning_and_stones(open_page: Open) -> None:
    page = open_page()
    press(page, f"stone-more-{ROWS[0]}")
    assert not one(page, QPushButton, "show-line-up").isEnabled()
    press(page, "leaning-before-unsure")
    assert one(page, QPushButton, "show-line-up").isEnabled()
    press(page, "show-line-up")
    assert page.state.matters.lined_up
    assert len(page.findChildren(LinedCell)) == len(LETTERS)


def test_stones_move_by_plus_and_minus_and_by_keys(open_page: Open) -> None:
    page = open_page()
    for _n in range(3):
        press(page, f"stone-more-{ROWS[1]}")
    QTest.keyClick(one(page, QPushButton, f"stone-less-{ROWS[1]}"), Qt.Key.Key_Space)
    assert list(page.state.matters.stones) == [Stone(row=ROWS[1], count=2)]
    assert one(page, QLabel, "stones-left").text() == "8 stones left"
    for _n in range(3):
        press(page, f"stone-less-{ROWS[1]}")
    assert not page.state.matters.stones


def test_an_eleventh_stone_is_refused_in_words(open_page: Open) -> None:
    page = open_page(StonesPut(row=ROWS[0], count=10))
    said: list[str] = []
    page._context.bridge.refused.connect(said.append)
    press(page, f"stone-more-{ROWS[2]}")
    assert said == ["too_many_stones"]
    assert page.state.matters.stones == (Stone(row=ROWS[0], count=10),)
    assert one(page, QLabel, "stones-left").text() == "No stones left"


def test_own_words_get_a_row_stones_and_marks(open_page: Open) -> None:
    page = open_page()
    write(page, "own-new", "Lift my grandson")
    assert one(page, QLineEdit, "own-new").text() == ""
    press(page, "stone-more-own-1")
    press(page, "own-mark-own-1-B-helps")
    (concern,) = page.state.matters.own
    assert (concern.text, concern.marks[0].option, concern.marks[0].mark) == (
        "Lift my grandson",
        "B",
        "helps",
    )
    press(page, "own-mark-own-1-B-helps")
    assert page.state.matters.own[0].marks == ()
    press(page, "own-remove-own-1")
    assert page.state.matters.own == ()
    assert page.state.matters.stones == ()


def test_deal_breakers_and_nothing_like_that_shut_each_other_out(open_page: Open) -> None:
    page = open_page()
    first = the_content().decision.deal_breakers[0]
    press(page, f"chip-{first}")
    write(page, "breaker-new", "Travel far")
    assert [b.own_words or b.id for b in page.state.matters.deal_breakers] == [first, "Travel far"]
    press(page, "chip-nothing like that")
    assert page.state.matters.nothing_unwanted
    assert page.state.matters.deal_breakers == ()
    press(page, f"chip-{first}")
    assert not page.state.matters.nothing_unwanted
    assert not one(page, QPushButton, "chip-nothing like that").isChecked()


def test_rows_stand_biggest_first_and_columns_never_move(open_page: Open) -> None:
    page = open_page(
        LeaningSaid(when="before", leaning="C"),
        StonesPut(row=ROWS[3], count=2),
        StonesPut(row=ROWS[0], count=5),
        StonesPut(row=ROWS[1], count=3),
        LinedUp(),
    )
    names = [cell.objectName() for cell in page.findChildren(LinedCell)]
    rows = [ROWS[0], ROWS[1], ROWS[3]]
    assert names == [f"lined-{row}-{letter}" for row in rows for letter in LETTERS]
    sentences = [one(page, QLabel, f"lined-up-{letter}").text() for letter in LETTERS]
    assert [sentence[0] for sentence in sentences] == LETTERS


def test_columns_are_equally_wide(open_page: Open) -> None:
    page = open_page(
        LeaningSaid(when="before", leaning="C"),
        StonesPut(row=ROWS[0], count=5),
        StonesPut(row=ROWS[3], count=2),
        LinedUp(),
    )
    page.grab()  # lays everything out
    widths = {cell.width() for cell in page.findChildren(LinedCell)}
    assert max(widths) - min(widths) <= 1


def test_nothing_on_the_page_names_a_winner(open_page: Open) -> None:
    page = open_page(
        LeaningSaid(when="before", leaning="A"),
        StonesPut(row=ROWS[0], count=6),
        StonesPut(row=ROWS[3], count=4),
        LinedUp(),
    )
    text = words_on(page).lower()
    for word in ("best", "match", "recommend", "score", "%", "winner", "rank"):
        assert word not in text
    assert "does this look right to you? what would you change?" in text


def test_the_first_leaning_stands_once_the_line_up_was_seen(open_page: Open) -> None:
    page = open_page(
        LeaningSaid(when="before", leaning="C"), StonesPut(row=ROWS[0], count=4), LinedUp()
    )
    assert not one(page, QPushButton, "leaning-before-A").isVisible()
    assert "Steroid injection" in one(page, QLabel, "leaning-before-said").text()
    press(page, "leaning-after-unsure")
    assert (page.state.matters.leaning_before, page.state.matters.leaning_after) == ("C", "unsure")


def test_a_leaning_against_the_top_row_is_asked_about_not_corrected(open_page: Open) -> None:
    page = open_page(
        LeaningSaid(when="before", leaning="D"),
        StonesPut(row="clear-of-problems", count=6),
        StonesPut(row=ROWS[0], count=4),
        LinedUp(),
    )
    notice = one(page, QWidget, "mismatch")
    assert notice.isVisible()
    assert notice.accessibleName().endswith("What makes D feel right?")


def test_the_quick_way_picks_up_to_three(open_page: Open) -> None:
    page = open_page(PathChosen(path="quick"))
    assert not one(page, QPushButton, f"stone-more-{ROWS[0]}").isVisible()
    for row in (ROWS[2], ROWS[0], ROWS[1]):
        press(page, f"pick-{row}")
    assert page.state.matters.top == (ROWS[2], ROWS[0], ROWS[1])
    assert one(page, QPushButton, f"pick-{ROWS[2]}").text() == "Matters most"
    press(page, f"pick-{ROWS[4]}")
    assert page.state.matters.top == (ROWS[2], ROWS[0], ROWS[1])
    assert not one(page, QPushButton, f"pick-{ROWS[4]}").isChecked()
    press(page, "leaning-before-A")
    press(page, "show-line-up")
    assert len(page.findChildren(LinedCell)) == 3 * len(LETTERS)


def test_being_advised_is_an_answer_that_can_be_taken_back(open_page: Open) -> None:
    page = open_page()
    page.footer_action("advise")
    assert page.state.matters.rather_be_advised
    assert one(page, QWidget, "advice-wanted").isVisible()
    page.footer_action("advise")
    assert not page.state.matters.rather_be_advised


def test_words_in_the_line_are_kept_on_leaving(open_page: Open) -> None:
    page = open_page()
    QTest.keyClicks(one(page, QLineEdit, "own-new"), "My garden")
    page.leaving()
    assert [concern.text for concern in page.state.matters.own] == ["My garden"]


def test_every_control_is_named_and_large_enough_to_touch(
    qapp: QApplication, open_page: Open
) -> None:
    apply_theme(qapp, "light")
    said = (LeaningSaid(when="before", leaning="C"), StonesPut(row=ROWS[0], count=4))
    for done in (said, (*said, LinedUp())):
        page = open_page(*done)
        assert small(page) == []
        assert nameless(page) == []


def test_twice_the_text_fits_the_width(qapp: QApplication, open_page: Open) -> None:
    def make() -> MattersPage:
        return open_page(
            OwnConcernSet(id="own-1", text="Lift my grandson"),
            LeaningSaid(when="before", leaning="C"),
            StonesPut(row=ROWS[0], count=4),
            StonesPut(row=ROWS[1], count=6),
            LinedUp(),
        )

    assert least_width_at_double(qapp, make) <= ROOM


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(done=st.lists(actions_of(the_content()), max_size=14))
def test_page_is_a_projection(qapp: QApplication, done: list[Action]) -> None:
    def make(context: VisitContext) -> MattersPage:
        return MattersPage(context)

    assert_is_projection(make, the_content(), done)
