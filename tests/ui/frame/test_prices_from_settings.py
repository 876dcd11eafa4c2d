"""The clinic's price list from Settings, and in the visit that begins after it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from PySide6.QtWidgets import QWidget

from sdm_aid.application.price_list import FILE_NAME, save_prices
from sdm_aid.domain.prices import Price, PriceList
from sdm_aid.ui.main_window import MainWindow
from tests.ui.pages.test_start import one, press

NEEDLE = Price(treatment="needle", price=Decimal("120.50"))
LIST = PriceList(
    currency="EUR",
    dated=date(2026, 11, 20),
    prices=(NEEDLE, Price(treatment="elsewhere", price=Decimal(1))),
)


def test_settings_lead_to_the_prices_and_back(window: MainWindow) -> None:
    window.show_screen("settings")
    press(window, "settings-prices")
    assert one(window, QWidget, "price-table").isVisible()
    press(window, "prices-settings")
    assert any(made.isVisible() for made in window.findChildren(QWidget, "settings"))


def test_a_visit_begins_with_its_part_of_the_list(window: MainWindow) -> None:
    save_prices(window.folder, LIST)
    press(window, "decision-mini")
    assert window.visit is not None
    assert window.visit.bridge.state.prices == LIST.evolve(prices=(NEEDLE,))


def test_a_damaged_list_is_told_and_the_visit_begins_without_it(window: MainWindow) -> None:
    (window.folder / FILE_NAME).write_text("{", encoding="utf-8")
    press(window, "decision-mini")
    assert window.visit is not None
    assert window.visit.bridge.state.prices is None
    assert "prices.json" in window.visit.notice.sentence
