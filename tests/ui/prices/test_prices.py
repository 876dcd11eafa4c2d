"""The screen of prices: typed at once, refused in a sentence, out to a file and back."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from sdm_aid.application.price_list import load_prices, save_prices
from sdm_aid.domain.prices import Price, PriceList
from sdm_aid.paths import resources_dir
from sdm_aid.ui.jobs import InlineJobs
from sdm_aid.ui.prices.model import COLUMNS
from sdm_aid.ui.prices.screen import PriceScreen
from tests.content.builders import mini_content, write_content
from tests.content.cost_faults import cost_files
from tests.ui.pages.test_start import one, press, write

NOW = datetime(2026, 11, 28, 9, tzinfo=UTC)
LIST = PriceList(
    currency="EUR",
    dated=date(2026, 11, 20),
    prices=(Price(treatment="needle", price=Decimal("120.50"), each="injection", times=3),),
)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def screen(qtbot: QtBot, tmp_path: Path, home: Path) -> PriceScreen:
    """Over the made-up content: a needle and stretching have a price, nothing new has none."""
    files = mini_content()
    cost_files(files)
    resources = write_content(tmp_path, files)
    made = PriceScreen(resources, home, InlineJobs(), lambda: NOW)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    with qtbot.waitExposed(made):
        made.show()
    return made


def kept(home: Path) -> PriceList:
    found = load_prices(home).prices
    assert found is not None
    return found


def go_to(screen: PriceScreen, treatment: str, column: str) -> None:
    rows = range(screen.prices.rowCount())
    row = next(row for row in rows if screen.prices.treatment(row) == treatment)
    screen.table.setFocus()
    screen.table.setCurrentIndex(screen.prices.index(row, COLUMNS.index(column)))


def fill(screen: PriceScreen, words: str) -> None:
    """Type into the cell that is marked, then Enter; the editor opens by the first letter."""
    QTest.keyClicks(screen.table, words[0])
    editor = one(screen.table, QLineEdit, "price-editor")
    QTest.keyClicks(editor, words[1:])
    enter(editor)


def enter(editor: QWidget) -> None:
    """Press Enter; Qt takes the words once the key has been dealt with."""
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QCoreApplication.processEvents()


def test_a_list_is_filled_in_by_keys_alone_and_kept_at_once(
    screen: PriceScreen, home: Path
) -> None:
    write(screen, "price-currency", "eur")
    go_to(screen, "needle", "price")
    fill(screen, "120,50")
    go_to(screen, "needle", "times")
    fill(screen, "3")
    go_to(screen, "needle", "approval")
    QTest.keyClick(screen.table, Qt.Key.Key_Space)
    price = Price(treatment="needle", price=Decimal("120.50"), times=3, approval=True)
    assert kept(home) == PriceList(currency="EUR", dated=NOW.date(), prices=(price,))
    go_to(screen, "needle", "times")
    QTest.keyClick(screen.table, Qt.Key.Key_Delete)
    assert kept(home).prices == (price.evolve(times=None),)


def test_enter_goes_down_and_tab_goes_on(screen: PriceScreen) -> None:
    write(screen, "price-currency", "EUR")
    screen.table.setFocus()
    screen.table.setCurrentIndex(screen.prices.index(0, 1))
    fill(screen, "5")
    assert (screen.table.currentIndex().row(), screen.table.currentIndex().column()) == (1, 1)
    QTest.keyClick(screen.table, Qt.Key.Key_Tab)
    assert screen.table.currentIndex().column() == 2


def test_what_a_price_is_for_is_chosen_from_a_list(screen: PriceScreen, home: Path) -> None:
    write(screen, "price-currency", "EUR")
    go_to(screen, "needle", "each")
    QTest.keyClick(screen.table, Qt.Key.Key_F2)
    editor = one(screen.table, QComboBox, "price-editor")
    editor.setCurrentText("injection")
    enter(editor)
    go_to(screen, "needle", "price")
    fill(screen, "5")
    assert kept(home).prices[0].each == "injection"


@pytest.mark.parametrize(
    ("column", "typed", "told"),
    [
        ("price", "lots", "Patient pays: “lots” is no amount"),
        ("price", "1,234", "can be read in two ways"),
        ("times", "0", "Times a year: “0” is no whole number from 1 to 366"),
        ("note", "x" * 301, "too long"),
    ],
)
def test_a_value_that_cannot_be_is_refused_and_nothing_else_touched(
    screen: PriceScreen, home: Path, column: str, typed: str, told: str
) -> None:
    save_prices(home, LIST)
    screen.take_file(_written(screen, home))
    before = kept(home)
    go_to(screen, "needle", column)
    index = screen.table.currentIndex()
    screen.prices.setData(index, typed)
    assert told in screen.notice.sentence
    assert kept(home) == before


def _written(screen: PriceScreen, home: Path) -> Path:
    from sdm_aid.application.price_csv import prices_csv

    names = {screen.prices.treatment(row): screen.prices.name(row) for row in range(2)}
    path = home / "list.csv"
    home.mkdir(exist_ok=True)
    path.write_bytes(prices_csv(LIST, names))
    return path


def test_no_amount_is_taken_before_its_currency(screen: PriceScreen, home: Path) -> None:
    go_to(screen, "needle", "price")
    fill(screen, "5")
    assert "Write the currency first" in screen.notice.sentence
    assert load_prices(home).prices is None
    write(screen, "price-currency", "money")
    assert "“money” is no currency" in screen.notice.sentence


def test_amounts_are_never_renamed_into_another_currency(screen: PriceScreen, home: Path) -> None:
    screen.take_file(_written(screen, home))
    write(screen, "price-currency", "USD")
    assert "are in EUR" in screen.notice.sentence
    assert kept(home) == LIST
    assert screen.currency.text() == "EUR"


def test_a_file_comes_in_whole_or_not_at_all_and_goes_back(screen: PriceScreen, home: Path) -> None:
    write(screen, "price-currency", "GBP")
    path = _written(screen, home)
    screen.take_file(path)
    assert kept(home) == LIST
    assert "1 price was read from list.csv, dated 20 Nov 2026" in screen.notice.sentence
    path.write_text(path.read_text("utf-8-sig").replace("120.50", "many"), encoding="utf-8")
    screen.take_file(path)
    assert "list.csv: Line 2, column “Patient pays”: “many”" in screen.notice.sentence
    assert kept(home) == LIST
    press(screen, "prices-back")
    assert kept(home).currency == "GBP"
    screen.write_file(home / "out.csv")
    assert (home / "out.csv").read_bytes().startswith(b"\xef\xbb\xbfTreatment id")
    screen.take_file(home / "gone.csv")
    assert "gone.csv cannot be opened" in screen.notice.sentence


def test_what_others_published_stands_beside_and_is_never_taken_over(
    screen: PriceScreen, home: Path
) -> None:
    go_to(screen, "needle", "price")
    text = " ".join(label.text() for label in screen.published.findChildren(QLabel))
    assert "One needle: EUR 120.50 (Nowhere, 2026). Paid by: Patients." in text
    assert "These are not the prices of this clinic." in text
    assert load_prices(home).prices is None


def test_looking_for_a_treatment_leaves_those_that_fit(screen: PriceScreen) -> None:
    QTest.keyClicks(screen.search, screen.prices.name(0)[:6])
    assert screen.table.rows_shown() >= 1
    QTest.keyClicks(screen.search, "zzz")
    assert screen.table.rows_shown() == 0
    assert "0 of " in screen.status.text()


def test_every_treatment_that_is_offered_can_have_a_price() -> None:
    from sdm_aid.content.treatment_names import treatment_names
    from tests.shipped.once import entries, loaded

    names = treatment_names(resources_dir(), "en")
    offered = {
        name
        for entry in entries("en")
        for name, treatment in loaded(entry.id).treatments.items()
        if not treatment.nothing_new
    }
    assert offered == set(names)
