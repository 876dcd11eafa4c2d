"""The screen of the clinic's own prices: currency, date, the table, a spreadsheet in and out."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from sdm_aid.application.price_entry import UnreadablePrice, read_currency, read_list_date
from sdm_aid.i18n import _, current_language
from sdm_aid.i18n.formats import date_short
from sdm_aid.ui.frame.screen import Screen
from sdm_aid.ui.prices import sentences
from sdm_aid.ui.prices.model import PriceModel
from sdm_aid.ui.prices.published import PublishedCard
from sdm_aid.ui.prices.table import PriceTable
from sdm_aid.ui.widgets.finished_field import TypedLine
from sdm_aid.ui.widgets.plain import button, label

if TYPE_CHECKING:
    from datetime import date

    from sdm_aid.application.ports import Jobs, Progress
    from sdm_aid.application.price_list import LoadedPrices
    from sdm_aid.application.record.desk import Desk
    from sdm_aid.application.session import Clock
    from sdm_aid.domain.costs import PublishedCost
    from sdm_aid.domain.prices import Price, PriceList


class Shelf(NamedTuple):
    """What the job brings: the treatments, published costs with their words, the list."""

    names: dict[str, str]
    costs: tuple[PublishedCost, ...]
    text: dict[str, str]
    loaded: LoadedPrices


class PriceScreen(Screen):
    """Every change holds at once; visits that have begun keep the list they began with."""

    def __init__(
        self,
        resources: Path,
        folder: Path,
        jobs: Jobs,
        clock: Clock,
        parent: QWidget | None = None,
        desk: Desk | None = None,
    ) -> None:
        super().__init__(
            "prices",
            _("Prices of this clinic"),
            _("Changes hold at once, for new visits. Patients see them with the date of the list."),
            parent,
        )
        self._folder, self._clock, self._desk = folder, clock, desk
        self._names: dict[str, str] = {}
        self._prices: PriceList | None = None
        self._before: PriceList | None = None
        self.prices = PriceModel(self)
        self.prices.may_write = desk is None or desk.may_write
        self.table = PriceTable(self.prices, self.body)
        self.published = PublishedCard(self.body)
        self.back = button(_("Put the former list back"), "secondary", "prices-back", self.body)
        self.back.hide()
        self.back.clicked.connect(self._put_back)
        self._fields()
        for widget in (self.back, self.table, self.published):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        self._buttons()
        self.prices.changed.connect(self._on_price)
        self.prices.refused.connect(self.notice.say)
        self.table.reached.connect(self._on_reached)
        self.status.setText(_("Reading the list ..."))
        work = partial(_read, resources, folder, current_language(), desk)
        jobs.run(work, done=self._show, failed=self._on_failed)

    def first_focus(self) -> QWidget:
        """Where treatments are looked for."""
        return self.search

    def take_file(self, path: Path) -> None:
        """Read a spreadsheet's file in place of the list; all of it, or nothing."""
        from sdm_aid.application.price_import import UnreadablePriceFile, read_prices_csv

        try:
            found = read_prices_csv(path.read_bytes(), self._names, self._today())
        except UnreadablePriceFile as problem:
            self.notice.say(f"{path.name}: {problem}")
            return
        except OSError:
            self.notice.say(sentences.not_opened(path.name))
            return
        before = self._prices
        if self._keep(found):
            self._before = before
            self.back.setVisible(before is not None)
            self.notice.say(sentences.taken(found, path.name))

    def write_file(self, path: Path) -> None:
        """Write the list, with a line for each treatment, for a spreadsheet."""
        from sdm_aid.application.price_csv import prices_csv
        from sdm_aid.application.whole_file import save

        try:
            save(path, prices_csv(self._prices, self._names))
        except OSError as problem:
            self.notice.say(sentences.not_written(path.name, problem))
            return
        self.notice.say(_("The list was written to {name}.").format(name=path.name))

    def _fields(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(16)
        self.currency = TypedLine("price-currency", _("Currency, three letters"), self.body)
        self.currency.setMaxLength(20)
        self.dated = TypedLine("price-date", _("Date of the list"), self.body)
        self.dated.setMaxLength(40)
        self.search = QLineEdit(self.body)
        self.search.setObjectName("price-search")
        self.search.setAccessibleName(_("Look for a treatment"))
        for field, stretch in ((self.search, 3), (self.currency, 1), (self.dated, 1)):
            column = QVBoxLayout()
            over = label(field.accessibleName(), "caption", self.body)
            over.setBuddy(field)
            column.addWidget(over)
            column.addWidget(field)
            row.addLayout(column, stretch)
        self.column.addLayout(row)
        for field in (self.currency, self.dated):
            field.setReadOnly(not self.prices.may_write)
        self.currency.committed.connect(self._on_currency)
        self.dated.committed.connect(self._on_date)
        self.search.textEdited.connect(self._on_search)
        self.search.returnPressed.connect(self.table.setFocus)

    def _buttons(self) -> None:
        read = self.add_footer_button("read", _("Read a spreadsheet file"))
        read.setEnabled(self.prices.may_write)
        self.add_footer_button("write", _("Write a spreadsheet file"))
        self.add_footer_button("settings", _("Back"))
        self.pressed.connect(self._on_pressed)

    def _on_pressed(self, name: str) -> None:
        if name == "read":
            self._ask_read()
        elif name == "write":
            self._ask_write()

    def _ask_read(self) -> None:
        path, _kind = QFileDialog.getOpenFileName(
            self, _("Read a price list"), "", _("Spreadsheet files (*.csv)")
        )
        if path:
            self.take_file(Path(path))

    def _ask_write(self) -> None:
        path, _kind = QFileDialog.getSaveFileName(
            self, _("Write the price list"), "prices.csv", _("Spreadsheet files (*.csv)")
        )
        if path:
            self.write_file(Path(path))

    def _put_back(self) -> None:
        if self._before is not None and self._keep(self._before):
            self._before = None
            self.back.hide()
            self.notice.say(_("The former list stands again."))

    def _on_search(self, words: str) -> None:
        shown = self.table.look_for(words)
        self._say_count(shown)

    def _say_count(self, shown: int) -> None:
        told = sentences.how_many(shown, len(self._names), self._prices)
        self.status.setText(
            told if self.prices.may_write else f"{told} {sentences.readers_alone()}"
        )

    def _on_reached(self, treatment: str) -> None:
        self.published.show_for(treatment, self._names.get(treatment, ""))

    def _on_price(self, price: Price) -> None:
        if self._prices is not None:
            # a list that changes is the list of today, until somebody says otherwise
            self._keep(self._prices.with_price(price).evolve(dated=self._today()))

    def _on_currency(self, words: str) -> None:
        from sdm_aid.domain.prices import PriceList

        try:
            currency = read_currency(words)
        except UnreadablePrice as problem:
            self._refuse(problem)
            return
        if self._prices is None:
            self._keep(PriceList(currency=currency, dated=self._today()))
        elif any(price.price or price.insurer or price.extra for price in self._prices.prices):
            self._refuse(sentences.currency_stays(self._prices.currency))
        else:
            self._keep(self._prices.evolve(currency=currency))

    def _on_date(self, words: str) -> None:
        try:
            day = read_list_date(words, self._today())
        except UnreadablePrice as problem:
            self._refuse(problem)
            return
        if self._prices is None:
            self._refuse(sentences.currency_first())
        else:
            self._keep(self._prices.evolve(dated=day))

    def _refuse(self, problem: object) -> None:
        self.notice.say(str(problem))
        self._set()

    def _keep(self, prices: PriceList) -> bool:
        """Write the list down; where that fails it stands as it was, and a sentence says why."""
        from sdm_aid.application.record.clinic_prices import keep_prices
        from sdm_aid.records.trouble import RecordTrouble

        self.notice.clear()
        try:
            keep_prices(self._folder, prices, self._desk)
        except (RecordTrouble, OSError) as problem:
            self.notice.say(sentences.not_kept(problem))
            self._set()
            return False
        self._prices = prices
        self._set()
        return True

    def _set(self) -> None:
        """Set every control from the list."""
        prices = self._prices
        self.prices.show_list(self._names, prices)
        self.currency.set_words(prices.currency if prices else "")
        self.dated.set_words(date_short(prices.dated) if prices else "")
        self._say_count(self.table.rows_shown())

    def _show(self, shelf: Shelf) -> None:
        self._names, self._prices = shelf.names, shelf.loaded.prices
        self.published.offer(shelf.costs, shelf.text)
        self._set()
        self._on_search(self.search.text())
        self.notice.say(shelf.loaded.problem)

    def _on_failed(self, problem: Exception) -> None:
        self.status.setText("")
        self.notice.say(_("The list of treatments cannot be opened. {first}").format(first=problem))

    def _today(self) -> date:
        return self._clock().astimezone().date()


def _read(
    resources: Path, folder: Path, language: str, desk: Desk | None, _progress: Progress
) -> Shelf:
    from sdm_aid.application.record.clinic_prices import the_prices
    from sdm_aid.content.costs import load_costs
    from sdm_aid.content.treatment_names import treatment_names

    costs, text = load_costs(resources, language)
    names = treatment_names(resources, language)
    return Shelf(names, tuple(costs.values()), text, the_prices(folder, desk))
