"""You: goals, places, scores that are None until chosen, what was tried; the law of every page."""

from __future__ import annotations

from functools import partial

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListWidget, QWidget
from pytestqt.qtbot import QtBot

from sdm_aid.domain.actions import Action, GoalToggled, QualityToggled, RegionToggled, TriedSet
from sdm_aid.domain.answers import Tried, You
from sdm_aid.drawing.body_regions import REGIONS
from sdm_aid.ui.pages.you import YouPage
from sdm_aid.ui.theme.apply import apply_theme
from sdm_aid.wording.body import region_name
from sdm_aid.wording.you import GOALS, QUALITIES
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

PLACE = REGIONS[len(REGIONS) // 2].id


@pytest.fixture
def page(qtbot: QtBot) -> YouPage:
    return shown_page(qtbot, YouPage, mini())


@given(done=st.lists(actions_of(mini()), max_size=12))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_page_is_a_projection_of_the_state(qapp: object, done: list[Action]) -> None:
    assert_is_projection(YouPage, mini(), done)


def test_every_place_of_the_drawing_has_a_name_of_its_own() -> None:
    names = [region_name(region.id) for region in REGIONS]
    assert all(names)
    assert len(set(names)) == len(REGIONS)


def test_every_life_area_and_every_word_can_be_picked_and_let_go(page: YouPage) -> None:
    for _ in range(2):
        for name in GOALS:
            strike(page, f"chip-{name}", "goals-chips")
        for name in QUALITIES:
            press(page, f"chip-{name}", "qualities-chips")
    assert page.state.you == You()
    press(page, "chip-walking", "goals-chips")
    press(page, "chip-numb", "qualities-chips")
    assert (page.state.you.goals, page.state.you.qualities) == (("walking",), ("numb",))


def test_ids_of_newer_content_stand_for_themselves(qtbot: QtBot) -> None:
    newer = (GoalToggled(goal="garden"), QualityToggled(quality="humming"))
    page = shown_page(qtbot, YouPage, mini(), *newer, RegionToggled(region="back-wing-left"))
    assert page.goals.chips.chip("garden").isChecked()
    press(page, "chip-garden", "goals-chips")
    press(page, "chip-humming", "qualities-chips")
    assert (page.state.you.goals, page.state.you.qualities) == ((), ())
    assert "back-wing-left" in one(page, QLabel, "place-said").text().lower()


@pytest.mark.parametrize("which", ["now", "average", "worst"])
def test_a_score_is_none_until_chosen_and_can_be_taken_back(page: YouPage, which: str) -> None:
    def score() -> object:
        return getattr(page.state.you, f"pain_{which}")

    assert score() is None
    press(page, "step-0", f"pain-{which}")
    assert score() == 0
    strike(page, "step-7", f"pain-{which}")
    assert score() == 7
    press(page, "step-7", f"pain-{which}")
    assert score() is None


def test_a_place_is_marked_on_the_drawing_and_seen_in_the_list(page: YouPage) -> None:
    chart = page.place.chart
    at = chart.point_of(PLACE).toPoint()
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=at)
    assert page.state.you.regions == (PLACE,)
    assert page.place.names.marked() == {PLACE}
    assert region_name(PLACE) in one(page, QLabel, "place-said").text().lower()
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=at)
    assert not page.state.you.regions


def test_the_list_does_by_keys_what_the_drawing_does_by_touch(page: YouPage) -> None:
    strike(page, "place-by-name")
    names = one(page, QListWidget, "place-names")
    assert names.isVisibleTo(page)
    names.setFocus()
    QTest.keyClick(names, Qt.Key.Key_Down)
    QTest.keyClick(names, Qt.Key.Key_Space)
    assert page.state.you.regions == (REGIONS[1].id,)
    assert page.place.chart.marked == {REGIONS[1].id}
    QTest.keyClick(names, Qt.Key.Key_Space)
    assert not page.state.you.regions
    page.reset_view()
    assert page.place.chart.isVisibleTo(page)


def test_enter_on_the_drawing_opens_the_list(page: YouPage) -> None:
    QTest.keyClick(page.place.chart, Qt.Key.Key_Return)
    assert page.place.names.isVisibleTo(page)


def test_what_was_tried_is_added_answered_and_removed(page: YouPage) -> None:
    put(page, "tried-new", "Ibuprofen")
    press(page, "chip-some", "tried-helped-t1")
    put(page, "tried-trouble-t1", "stomach ache")
    expected = Tried(id="t1", what="Ibuprofen", helped="some", trouble="stomach ache")
    assert page.state.you.tried == (expected,)
    put(page, "tried-what-t1", "Ibuprofen 400")
    press(page, "chip-some", "tried-helped-t1")
    assert page.state.you.tried == (expected.evolve(what="Ibuprofen 400", helped=None),)
    press(page, "tried-remove-t1")
    assert not page.state.you.tried
    assert page.tried.rows == {}


def test_the_contents_treatments_are_offered_but_not_nothing_new(page: YouPage) -> None:
    offered = one(page, QWidget, "tried-suggestions")
    words = [offer.accessibleName() for offer in offered.findChildren(QWidget)]
    assert words == ["Add: Stretching", "Add: Needle"]
    page.tried._offers["Stretching"].click()
    assert [tried.what for tried in page.state.you.tried] == ["Stretching"]
    assert page.tried._offers["Stretching"].isHidden()


def test_a_row_cannot_lose_its_name(page: YouPage) -> None:
    put(page, "tried-new", "Massage")
    put(page, "tried-what-t1", "   ")
    assert page.state.you.tried[0].what == "Massage"
    assert one(page, QLineEdit, "tried-what-t1").text() == "Massage"


def test_rows_keep_their_order_when_one_comes_back(qtbot: QtBot) -> None:
    tried = [TriedSet(tried=Tried(id=name, what=name)) for name in ("t1", "t2", "t3")]
    page = shown_page(qtbot, YouPage, mini(), *tried)
    press(page, "tried-remove-t2")
    page._context.bridge.undo()
    places = [page.tried._column.indexOf(page.tried.rows[name]) for name in ("t1", "t2", "t3")]
    assert places == [0, 1, 2]


@pytest.mark.parametrize("text", ODD)
def test_odd_and_overlong_words_are_kept_or_cut_never_lost(page: YouPage, text: str) -> None:
    put(page, "goals-words", text)
    put(page, "qualities-words", text)
    put(page, "tried-new", text)
    put(page, "tried-trouble-t1", text)
    you, cut = page.state.you, text[:LONGEST]
    assert (you.goal_words, you.quality_words) == (cut, cut)
    assert (you.tried[0].what, you.tried[0].trouble) == (cut, cut)


def test_blanks_are_nothing_said(page: YouPage) -> None:
    put(page, "goals-words", "  \n ")
    assert page.state.you.goal_words is None


def test_goals_come_first_by_key_too(page: YouPage) -> None:
    focus = page.first_focus()
    assert focus is page.goals.chips.chip("sleep")
    stops = [*page.goals.stops(), *page.place.stops(), *page.pain.stops()]
    chain: list[QWidget] = [focus]
    while (following := chain[-1].nextInFocusChain()) is not None and following is not focus:
        chain.append(following)
    assert [widget for widget in chain if widget in stops] == stops


def test_every_control_is_named_and_large_enough(qapp: QApplication, page: YouPage) -> None:
    apply_theme(qapp, "light")
    put(page, "tried-new", "Massage")
    assert nameless(page) == []
    assert small(page) == []


def test_at_twice_the_text_size_nothing_runs_off_sideways(qapp: QApplication, qtbot: QtBot) -> None:
    made = partial(
        shown_page, qtbot, YouPage, mini(), TriedSet(tried=Tried(id="t1", what="x" * 500))
    )
    assert least_width_at_double(qapp, made) <= ROOM
