"""The quick path's table: on one screen of 1920 by 1080, with nothing of weight left out."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from sdm_aid.application.settings import Settings, save_settings
from sdm_aid.application.start_visit import begin
from sdm_aid.domain.actions import ColumnsChosen, PathChosen
from sdm_aid.domain.comparison import comparison
from sdm_aid.paths import resources_dir
from sdm_aid.ui.appearance import Appearance
from sdm_aid.ui.jobs import InlineJobs
from sdm_aid.ui.main_window import MainWindow
from sdm_aid.ui.models.brief_faces import brief_row_faces
from sdm_aid.ui.models.faces import row_faces
from sdm_aid.ui.pages.compare import ComparePage
from tests.domain.visits import NOON
from tests.ui.pages.compare.conftest import Open
from tests.ui.pages.real_content import a_visit_about_it, the_content

Show = Callable[[int, int, int], ComparePage]
QUICK = a_visit_about_it(path="quick")
LETTERS = [column.letter for column in comparison(the_content(), QUICK).columns]


@pytest.fixture
def show(usual_ways: QApplication, qtbot: QtBot, tmp_path: Path) -> Show:
    """Opens the quick Compare in the program's window: width, height, text size in percent."""

    def show_it(width: int, height: int, scale: int) -> ComparePage:
        folder = tmp_path / "home"
        settings = Settings(theme="light", clinic_name="Riverside", clinician_name="Dr A. Okafor")
        settings = settings.with_text_scale(scale)
        save_settings(folder, settings)
        window = MainWindow(
            Appearance(usual_ways, folder), InlineJobs(), lambda: NOON, folder, resources_dir()
        )
        qtbot.addWidget(window)
        window.resize(width, height)
        window.show()
        window.show_visit(begin(the_content(), settings, lambda: NOON, made_up=True))
        visit = window.visit
        assert visit is not None
        visit.bridge.dispatch(PathChosen(path="quick"))
        visit.navigator.go("compare")
        usual_ways.processEvents()
        page = visit.navigator.page
        assert isinstance(page, ComparePage)
        return page

    return show_it


def test_all_rows_stand_on_one_large_screen(show: Show) -> None:
    page = show(1920, 1080, 100)
    assert page.window().height() == 1080
    table = page.table
    assert not table.as_cards
    assert len(table.header.cards) == 3
    assert len(comparison(the_content(), page.state).rows) == 7
    assert table.area.verticalScrollBar().maximum() == 0
    around = page.window().findChild(QScrollArea, "area-compare")
    assert around is not None
    assert around.verticalScrollBar().maximum() == 0


def test_the_full_table_keeps_the_width_of_other_pages(show: Show) -> None:
    page = show(1920, 1080, 100)
    wide = page.width()
    page.dispatch(PathChosen(path="full"))
    QApplication.processEvents()
    assert page.width() < wide
    page.dispatch(PathChosen(path="quick"))
    QApplication.processEvents()
    assert page.width() == wide
    page.open_cell("recovered-year", "D", "picture")
    QApplication.processEvents()
    assert page.width() < wide


def test_on_a_smaller_screen_the_rows_scroll_and_none_is_cut_off(show: Show) -> None:
    page = show(1366, 768, 100)
    body = page.table.body
    assert page.table.area.verticalScrollBar().maximum() > 0
    for row in comparison(the_content(), page.state).rows:
        for letter in LETTERS:
            cell = body.cell(row.id, letter)
            assert cell.height() >= cell.heightForWidth(cell.width())


def test_short_faces_say_every_figure_its_comparison_and_how_sure() -> None:
    content = the_content()
    options = [option.letter for option in content.decision.options]
    for letters in combinations(options, 3):
        visit = QUICK.evolve(columns=letters)
        for row in comparison(content, visit).rows:
            shown = [column.letter for column in comparison(content, visit).columns]
            full, brief = (make(content, row, shown) for make in (row_faces, brief_row_faces))
            assert [face.name for face in full.cells] == [face.name for face in brief.cells]
            assert bool(full.band) == bool(brief.band)
            if row.kind == "experts":
                continue
            for whole, short in zip(full.cells, brief.cells, strict=True):
                words = " ".join(f"{block.text} {block.tail}" for block in short.blocks)
                for block in whole.blocks:
                    if block.kind != "link":
                        assert block.text.removesuffix(".") in words
                        assert block.tail in words
                kinds = [block.kind for block in short.blocks]
                assert ("certainty" in kinds) == ("certainty" in [b.kind for b in whole.blocks])
                assert words.strip()
                assert "link" not in kinds


def test_a_quarrel_among_experts_stays_in_sight() -> None:
    content = the_content()
    table = comparison(content, QUICK)
    disputed = [
        (row, place) for row in table.rows for place, cell in enumerate(row.cells) if cell.conflicts
    ]
    assert disputed
    for row, place in disputed:
        kinds = [b.kind for b in brief_row_faces(content, row, LETTERS).cells[place].blocks]
        assert "experts" in kinds
    experts = brief_row_faces(content, table.row("experts"), LETTERS)
    lines = [face.blocks for face in experts.cells]
    assert {len(blocks) for blocks in lines} == {1}
    assert lines[LETTERS.index("C")][0].text == "Experts disagree. See both."
    assert re.search(r"statements? by experts", lines[LETTERS.index("D")][0].text)


def test_a_short_cell_opens_the_same_view(show: Show) -> None:
    page = show(1920, 1080, 100)
    QTest.mouseClick(page.table.body.cell("harms", "D"), Qt.MouseButton.LeftButton)
    assert page.harms.isVisible()


@pytest.mark.parametrize("path", ["quick", "full"])
def test_columns_standing_by_can_be_reached_over_cards(show: Show, path: str) -> None:
    page = show(800, 600, 200)
    page.dispatch(PathChosen(path="quick" if path == "quick" else "full"))
    page.dispatch(ColumnsChosen(columns=("A", "D")))
    QApplication.processEvents()
    assert page.table.as_cards
    around = page.window().findChild(QScrollArea, "area-compare")
    assert around is not None
    for letter in ("B", "C", "E"):
        # tabs of the columns before are let go, but Qt may not have got round to it
        (tab,) = filter(QPushButton.isVisible, page.findChildren(QPushButton, f"standby-{letter}"))
        assert tab.width() >= tab.minimumSizeHint().width()
        around.ensureWidgetVisible(tab)
        QApplication.processEvents()
        assert tab.visibleRegion().boundingRect().size() == tab.size()
    QTest.mouseClick(tab, Qt.MouseButton.LeftButton)
    assert "E" in page.state.columns


def test_tabs_stand_beside_their_label_in_a_row(open_page: Open) -> None:
    page = open_page()
    page.dispatch(ColumnsChosen(columns=("A", "C")))
    QApplication.processEvents()
    tab = page.findChild(QPushButton, "standby-B")
    assert tab is not None
    assert tab.y() == 0
    assert tab.x() > 0
