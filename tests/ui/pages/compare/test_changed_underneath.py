"""The table may change while somebody looks closer: the way back stays open."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest

from sdm_aid.domain.actions import ColumnsChosen, PathChosen
from sdm_aid.ui.pages.compare import ComparePage
from tests.content.builders import mini_content, mini_decision
from tests.ui.pages.compare.conftest import Open


def let_go() -> None:
    """What the table let go of is gone for good."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_a_drawer_over_a_table_made_anew_closes(page: ComparePage) -> None:
    cell = page.table.body.cell("relief", "C")
    cell.setFocus()
    page.footer_action("columns")
    assert not page.chooser.isHidden()
    page.dispatch(ColumnsChosen(columns=("A", "B")))
    let_go()
    page.reset_view()
    assert page.chooser.isHidden()


def test_a_row_that_the_quick_path_leaves_out_leads_back_to_the_table(
    open_page: Open, tmp_path: Path
) -> None:
    files = mini_content()
    for row in files["decisions/mini.toml"]["rows"]:
        row["quick"] = row["id"] != "relief"
    page = open_page(mini_decision(tmp_path, files))
    QTest.mouseClick(page.table.body.cell("relief", "C"), Qt.MouseButton.LeftButton)
    assert page.picture.isVisible()
    page.dispatch(PathChosen(path="quick"))
    page.footer_action("next-question")
    page.reset_view()
    assert page.table.isVisible()
    assert page.table.body.find_cell("relief", ("A", "C")) is None
