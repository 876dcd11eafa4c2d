"""The comparison table: equal columns, frozen header, states, keys, names, cards, directions."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from sdm_aid.domain.actions import Action, ColumnsChosen, OptionUnsuitable, PathChosen
from sdm_aid.domain.comparison import comparison
from sdm_aid.ui.models.faces import column_name, question
from sdm_aid.ui.pages.compare import ComparePage
from sdm_aid.ui.pages.compare.body import RowHead
from sdm_aid.ui.pages.compare.cell import BlockButton
from sdm_aid.wording.cells import cell_words
from tests.strategies import actions_of
from tests.ui.page_law import assert_is_projection
from tests.ui.pages.compare.conftest import Open
from tests.ui.pages.reach import nameless, one, press, small, the_mini

LETTERS = [option.letter for option in the_mini().decision.options]
FIGURE_ROWS = [row for row in the_mini().decision.rows if row.cells]


@given(done=st.lists(actions_of(the_mini()), max_size=12))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_page_is_a_projection_of_the_state(qapp: object, done: list[Action]) -> None:
    assert_is_projection(ComparePage, the_mini(), done)


def test_columns_are_equally_wide_and_equally_set(page: ComparePage) -> None:
    cells = [page.table.body.cell("relief", letter) for letter in LETTERS]
    widths = [cell.width() for cell in cells]
    assert max(widths) - min(widths) <= 1
    assert len({cell.font().key() for cell in cells}) == 1
    heads = [card.x() for card in page.table.header.cards]
    assert heads == [cell.x() for cell in cells]


def test_the_header_stays_while_the_rows_scroll(page: ComparePage) -> None:
    before = page.table.header.geometry()
    bar = page.table.area.verticalScrollBar()
    assert bar.maximum() > 0
    bar.setValue(bar.maximum())
    assert page.table.header.geometry() == before
    assert page.table.header.isVisible()
    assert page.table.area.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize("row", FIGURE_ROWS, ids=[row.id for row in FIGURE_ROWS])
def test_screen_numbers_are_those_of_the_one_formatter(page: ComparePage, row: object) -> None:
    content = the_mini()
    table_row = comparison(content, page.state).row(row.id)  # type: ignore[attr-defined]
    for cell in row.cells:  # type: ignore[attr-defined]
        words = cell_words(content, cell, denominator=table_row.denominator)
        said = " ".join((words.alt, words.figure.short if words.figure else ""))
        shown = " ".join(page.table.body.cell(table_row.id, cell.option).texts())
        assert set(re.findall(r"\d[\d,]*", shown)) <= set(re.findall(r"\d[\d,]*", said))


@pytest.mark.parametrize("row", FIGURE_ROWS, ids=[row.id for row in FIGURE_ROWS])
def test_no_cell_is_blank_and_each_says_row_column_and_content(
    page: ComparePage, row: object
) -> None:
    content = the_mini()
    for cell in row.cells:  # type: ignore[attr-defined]
        shown = page.table.body.cell(row.id, cell.option)  # type: ignore[attr-defined]
        assert shown.texts()
        name = shown.accessibleName()
        assert question(content, row.id) in name  # type: ignore[attr-defined]
        assert f"{cell.option}, {column_name(content, cell.option)}" in name


def test_states_have_their_own_sign(page: ComparePage) -> None:
    body = page.table.body
    signs = {
        block.glyph
        for row, letter in (("sleep", "A"), ("sleep", "B"), ("score", "C"))
        for block in body.cell(row, letter).blocks
        if block.kind == "state"
    }
    assert signs == {"no_figure", "not_counted", "not_applicable"}


def test_number_then_chip_then_certainty_then_picture(page: ComparePage) -> None:
    kinds = [block.kind for block in page.table.body.cell("relief", "C").blocks]
    assert kinds == ["number", "soft", "soft", "certainty", "experts", "link"]
    own, other = page.table.body.cell("relief", "C").blocks[1:3]
    assert own.text.endswith("did not")
    assert other.text.startswith("About 45 out of 100 with")


def test_a_row_says_once_what_all_its_figures_count(page: ComparePage) -> None:
    head = page.table.body.findChild(RowHead, "row-relief")
    assert head is not None
    assert "Have much less leg pain" in [block.text for block in head.blocks]
    assert "Have much less leg pain" not in [
        block.text for block in page.table.body.cell("relief", "C").blocks
    ]


def test_certainty_stands_on_every_number_of_a_row(page: ComparePage) -> None:
    for row in FIGURE_ROWS:
        for letter in LETTERS:
            kinds = {block.kind for block in page.table.body.cell(row.id, letter).blocks}
            assert ("number" not in kinds) or ("certainty" in kinds)


def test_the_band_lies_across_its_row_and_no_other(page: ComparePage) -> None:
    band = page.table.body.band("walking")
    assert band is not None
    assert band.width() == page.table.body.width()
    assert "different studies" in band.accessibleName()
    assert page.table.body.band("relief") is None
    cell = page.table.body.cell("walking", "A")
    assert "different studies" in cell.accessibleDescription()


def test_a_question_pressed_points_at_its_row(page: ComparePage) -> None:
    body = page.table.body
    QTest.mouseClick(body.head("relief"), Qt.MouseButton.LeftButton)
    assert body.cell("relief", "B").pointed
    QTest.mouseClick(body.head("what"), Qt.MouseButton.LeftButton)
    assert body.cell("what", "B").pointed
    assert not body.cell("relief", "B").pointed
    page.reset_view()
    assert not body.head("what").isChecked()


def test_arrows_walk_the_cells_and_reach_the_header(page: ComparePage, qtbot: QtBot) -> None:
    body, header = page.table.body, page.table.header
    start = body.cell("what", "A")
    start.setFocus()
    QTest.keyClick(start, Qt.Key.Key_Right)
    assert body.cell("what", "B").hasFocus()
    QTest.keyClick(body.cell("what", "B"), Qt.Key.Key_Down)
    assert body.cell("relief", "B").hasFocus()
    QTest.keyClick(body.cell("relief", "B"), Qt.Key.Key_Up)
    QTest.keyClick(body.cell("what", "B"), Qt.Key.Key_Up)
    assert header.cards[1].hasFocus()
    QTest.keyClick(header.cards[1], Qt.Key.Key_Left)
    assert header.cards[0].hasFocus()
    QTest.keyClick(header.cards[0], Qt.Key.Key_Down)
    assert start.hasFocus()


def test_tab_reaches_every_cell_and_leaves_the_table(page: ComparePage) -> None:
    every = {one for one in page.findChildren(BlockButton) if one.isVisible()}
    page.table.header.cards[0].setFocus()
    met = set()
    for _step in range(len(every) + 3):
        focused = QApplication.focusWidget()
        if isinstance(focused, BlockButton):
            met.add(focused)
        page.focusNextChild()
    assert met == every


def test_the_first_question_has_the_focus_on_entry(page: ComparePage) -> None:
    page.first_focus().setFocus()
    assert page.table.body.head("what").hasFocus()


def test_the_focus_is_scrolled_into_view(page: ComparePage) -> None:
    body = page.table.body
    cell = body.cell("change", "A")
    body.cell("asks", "A").setFocus()
    QTest.keyClick(body.cell("asks", "A"), Qt.Key.Key_Down)
    assert cell.hasFocus()
    seen = cell.visibleRegion().boundingRect()
    assert seen.height() >= min(cell.height(), page.table.area.viewport().height()) - 1


def test_every_control_has_a_name_and_a_fingers_size(page: ComparePage) -> None:
    assert nameless(page) == []
    assert small(page) == []


def test_not_right_for_somebody_stands_under_the_name(page: ComparePage) -> None:
    page.dispatch(OptionUnsuitable(option="C", reason="you take blood thinners"))
    texts = page.table.header.cards[2].texts()
    assert "Not right for you now, because you take blood thinners" in texts
    assert page.table.body.cell("relief", "C").texts()


def test_columns_standing_by_are_tabs_that_come_back(page: ComparePage) -> None:
    page.dispatch(ColumnsChosen(columns=("A", "C")))
    tab = page.findChild(QPushButton, "standby-B")
    assert tab is not None
    assert tab.isVisible()
    QTest.mouseClick(tab, Qt.MouseButton.LeftButton)
    assert page.state.columns == ("A", "B", "C")
    assert len(page.table.header.cards) == 3


def test_a_column_can_be_taken_off_by_its_header(page: ComparePage) -> None:
    QTest.mouseClick(page.table.header.cards[1], Qt.MouseButton.LeftButton)
    press(page, "take-off")
    assert page.state.columns == ("A", "C")
    assert page.chooser.isHidden()


def test_columns_are_chosen_from_the_footer_and_a_stays(page: ComparePage) -> None:
    page.footer_action("columns")
    assert not one(page, BlockButton, "show-A").isEnabled()
    press(page, "show-C")
    assert page.state.columns == ("A", "B")


def test_a_column_standing_by_takes_a_place_where_all_are_taken(page: ComparePage) -> None:
    page.dispatch(PathChosen(path="quick"))
    page.dispatch(ColumnsChosen(columns=("A", "B")))
    press(page, "standby-C")
    assert page.state.columns == ("A", "B", "C")


def test_the_quick_path_shows_three_columns_and_seven_rows_at_most(page: ComparePage) -> None:
    page.dispatch(PathChosen(path="quick"))
    assert len(page.table.header.cards) <= 3
    assert len(comparison(the_mini(), page.state).rows) <= 7


def test_at_twice_the_text_size_rows_become_cards(open_page: Open) -> None:
    page = open_page(scale=2.0)
    table = page.table
    assert table.as_cards
    first, second = (table.body.cell("relief", letter) for letter in ("A", "B"))
    assert first.x() == second.x()
    assert first.y() < second.y()
    assert not table.header.isVisible()
    for cell in (first, second):
        assert cell.height() >= cell.heightForWidth(cell.width())
        assert cell.geometry().right() <= table.body.width()


def test_a_table_that_grows_turns_into_cards_and_back(open_page: Open, qapp: QApplication) -> None:
    page = open_page()
    page.resize(560, 540)
    qapp.processEvents()
    assert page.table.as_cards
    page.resize(1310, 540)
    qapp.processEvents()
    assert not page.table.as_cards
    assert page.table.header.isVisible()


def test_nothing_is_cut_off_at_any_text_size(open_page: Open) -> None:
    for scale in (1.0, 1.25, 1.5, 2.0):
        body = open_page(scale=scale).table.body
        for row in FIGURE_ROWS:
            for letter in LETTERS:
                cell = body.cell(row.id, letter)
                assert cell.height() >= cell.heightForWidth(cell.width())


@pytest.mark.usefixtures("right_to_left")
def test_right_to_left_the_first_column_is_on_the_right(open_page: Open) -> None:
    body = open_page().table.body
    starts = [body.cell("relief", letter).x() for letter in LETTERS]
    assert starts == sorted(starts, reverse=True)
    assert body.head("relief").x() > starts[0]
    start = body.cell("what", "A")
    start.setFocus()
    QTest.keyClick(start, Qt.Key.Key_Left)
    assert body.cell("what", "B").hasFocus()
