"""Over the table: a line that names the columns with a gene statement, where one was entered."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from sdm_aid.domain.actions import GeneResultSet
from sdm_aid.domain.genes import GeneResult
from tests.shipped.once import loaded
from tests.ui.page_law import snapshot
from tests.ui.pages.compare.conftest import Open
from tests.ui.pages.reach import one, strike


def test_it_names_the_columns_and_the_table_is_as_before(qtbot: QtBot, open_page: Open) -> None:
    page = open_page(loaded("neuropathic-pain"))
    line, before = one(page, QWidget, "genes-line"), snapshot(page.table)
    assert not line.isVisibleTo(page)
    page.dispatch(GeneResultSet(result=GeneResult(gene="cyp2d6", result="poor")))
    words = one(page, QLabel, "genes-line-words").text()
    assert words == "Gene results: CPIC has statements on medicines in E, F and H."
    assert line.isVisibleTo(page)
    assert snapshot(page.table) == before
    with qtbot.waitSignal(page.go_to_step) as asked:
        strike(page, "genes-line-look")
    assert asked.args == ["you"]
    page.dispatch(GeneResultSet(result=GeneResult(gene="cyp2d6", score="abc")))
    assert "nothing follows" in one(page, QLabel, "genes-line-words").text()
    page.dispatch(GeneResultSet(result=GeneResult(gene="cyp2d6")))
    assert not line.isVisibleTo(page)
