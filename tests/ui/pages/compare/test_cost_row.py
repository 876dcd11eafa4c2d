"""The cost row on the screen: this clinic's price with its date, others' prices one press away."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from sdm_aid.domain.answers import CellSeen
from sdm_aid.domain.prices import Price, PriceList
from sdm_aid.ui.pages.compare import ComparePage
from tests.shipped.once import loaded
from tests.ui.page_law import context_for
from tests.ui.pages.real_content import a_visit_about_it

LIST = PriceList(
    currency="EUR",
    dated=date(2026, 11, 20),
    prices=(
        Price(
            treatment="epidural-steroid-injection",
            price=Decimal(120),
            each="injection",
            times=3,
            ask_insurer=True,
        ),
    ),
)
Open = Callable[[PriceList | None], ComparePage]


@pytest.fixture
def opened(qapp: QApplication, qtbot: QtBot) -> Open:
    """The page of a visit that began with this list."""

    def open_it(prices: PriceList | None) -> ComparePage:
        context = context_for(loaded("sciatica"), a_visit_about_it(prices=prices))
        page = ComparePage(context)
        context.bridge.changed.connect(page.render_state)
        qtbot.addWidget(page)
        page.render_state(context.bridge.state)
        page.resize(1310, 540)
        page.show()
        qapp.processEvents()
        return page

    return open_it


def cell_name(page: ComparePage, letter: str) -> str:
    cell = page.table.body.find_cell("cost", (letter,))
    assert cell is not None
    return cell.accessibleName().replace("\u00a0", " ")


def test_the_clinics_price_stands_in_the_cell_and_in_the_closer_look(opened: Open) -> None:
    page = opened(LIST)
    told = (
        "You pay EUR 120 for each injection. In a year: 3 injections × EUR 120 = EUR 360. "
        "Ask your insurer first. From our price list of 20 Nov 2026."
    )
    assert told in cell_name(page, "C")
    assert "Published elsewhere, not our price." in cell_name(page, "D")
    page.open_cell("cost", "C", "picture")
    assert told in page.picture.right.words.accessibleName().replace("\u00a0", " ")


def test_prices_of_others_are_one_press_away_and_that_is_written_down(opened: Open) -> None:
    page = opened(LIST)
    page.open_cell("cost", "C", "picture")
    page.picture.right.source_asked.emit("C")
    shown = [section.accessibleName() for section in page.sources.sections]
    assert "not the prices of this clinic" in shown[0]
    assert any("USD 140 to 210" in words and "Medicare" in words for words in shown)
    assert not any("CPT" in words for words in shown)
    assert "CPT 62323" in page.sources.clinician.accessibleName()
    assert CellSeen(row="cost", option="C", view="source") in page.state.seen


def test_with_no_list_the_row_says_what_it_always_said(opened: Open) -> None:
    page = opened(None)
    assert "Published patient share: USD 140 to 210" in cell_name(page, "C")
    assert "Published elsewhere" not in cell_name(page, "C")
    heads = page.table.body.findChildren(QWidget)
    assert not any("our price list" in one.accessibleName() for one in heads)


def test_where_nothing_was_published_nothing_can_be_pressed(opened: Open) -> None:
    page = opened(None)
    page.open_cell("cost", "E", "picture")
    assert not page.picture.right._source.isVisible()
    page.open_cell("cost", "D", "picture")
    assert page.picture.right._source.accessibleName() == "Prices published elsewhere"
