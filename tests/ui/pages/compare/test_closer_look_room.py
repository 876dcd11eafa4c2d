"""The closer look at twice the text size, in growing text and from right to left."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sdm_aid.ui.pages.compare import ComparePage
from sdm_aid.ui.theme.apply import apply_theme
from tests.ui.pages.compare.conftest import Open


def test_twice_the_text_size_stacks_the_halves(open_page: Open) -> None:
    page = open_page(scale=2.0)
    page.open_cell("relief", "C", "picture")
    QApplication.processEvents()
    left, right = page.picture.left, page.picture.right
    assert left.x() == right.x()
    assert left.y() < right.y()
    assert right.words.width() <= right.width()


def _stacked(page: ComparePage) -> bool:
    return page.picture.left.y() < page.picture.right.y()


def _as_cards(page: ComparePage) -> bool:
    return page.table.as_cards


def test_text_that_grows_while_looking_rearranges_the_views(
    open_page: Open, qapp: QApplication, qtbot: QtBot
) -> None:
    page = open_page()
    page.open_cell("relief", "C", "picture")
    qapp.processEvents()
    assert page.picture.left.y() == page.picture.right.y()
    apply_theme(qapp, "light", 2.0)
    qtbot.waitUntil(partial(_stacked, page))
    page.show_table()
    qtbot.waitUntil(partial(_as_cards, page))


@pytest.mark.usefixtures("right_to_left")
def test_right_to_left_the_picture_is_mirrored(open_page: Open) -> None:
    page = open_page()
    page.open_cell("relief", "C", "picture")
    QApplication.processEvents()
    assert page.picture.left.x() > page.picture.right.x()
    scene = page.picture.left.canvas.scene
    assert scene is not None
    first = next(scene.uses("anyway"))
    assert first.x == max(use.x for use in scene.uses("anyway"))
