"""The price list as a table: one line a treatment, typed values read or refused in a sentence."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from sdm_aid.application.price_csv import HEADS, cell_text
from sdm_aid.application.price_entry import (
    UnreadablePrice,
    read_amount,
    read_count,
    read_note,
    read_unit,
)
from sdm_aid.domain.prices import Price, PriceList
from sdm_aid.i18n import _
from sdm_aid.ui.prices.sentences import currency_first

Index = QModelIndex | QPersistentModelIndex
COLUMNS = (
    "name", "price", "each", "times", "insurer", "visits", "days_off", "extra", "extra_for",
    "approval", "ask_insurer", "note",
)  # fmt: skip
_HEAD_WIDTH = 11
"""Letters in a line of a column's head."""
TICKED = ("approval", "ask_insurer")
_MONEY = ("price", "insurer", "extra")
_ROLES = Qt.ItemDataRole


class PriceModel(QAbstractTableModel):
    """``changed(Price)``: a value was typed and taken; ``refused(str)``: why it was not."""

    changed = Signal(object)
    refused = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[tuple[str, str], ...] = ()
        self._prices: PriceList | None = None
        self.may_write = True

    def show_list(self, names: Mapping[str, str], prices: PriceList | None) -> None:
        """The treatments there are, and the list as it stands."""
        if tuple(names.items()) != self._names:
            self.beginResetModel()
            self._names, self._prices = tuple(names.items()), prices
            self.endResetModel()
            return
        self._prices = prices
        if self._names:
            last = self.index(len(self._names) - 1, len(COLUMNS) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def treatment(self, row: int) -> str:
        """The id of the treatment in this line; empty where there is none."""
        return self._names[row][0] if 0 <= row < len(self._names) else ""

    def name(self, row: int) -> str:
        """Its name."""
        return self._names[row][1]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's signature)
        """A line for each treatment."""
        return 0 if parent.isValid() else len(self._names)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's signature)
        """The columns of the list."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _ROLES.DisplayRole
    ) -> Any:
        """The words over a column."""
        if orientation == Qt.Orientation.Horizontal and role == _ROLES.DisplayRole:
            return textwrap.fill(_(HEADS[COLUMNS[section]]), _HEAD_WIDTH)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Everything but the name can be typed or ticked, by who may write."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        column = COLUMNS[index.column()]
        if column == "name" or not self.may_write:
            return flags
        ticked = column in TICKED
        return flags | (Qt.ItemFlag.ItemIsUserCheckable if ticked else Qt.ItemFlag.ItemIsEditable)

    def data(self, index: Index, role: int = _ROLES.DisplayRole) -> Any:
        """What stands in a cell, and what is said of it."""
        column, price = COLUMNS[index.column()], self._price(index.row())
        if role == _ROLES.CheckStateRole and column in TICKED:
            return Qt.CheckState.Checked if getattr(price, column) else Qt.CheckState.Unchecked
        if role == _ROLES.TextAlignmentRole and column in (*_MONEY, "times", "visits", "days_off"):
            return Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
        if role in (_ROLES.DisplayRole, _ROLES.EditRole):
            return self._shown(index.row(), column)
        if role == _ROLES.AccessibleTextRole:
            said = self._shown(index.row(), column)
            if column in TICKED:
                said = _("yes") if getattr(price, column) else _("no")
            words = _("{treatment}, {column}: {value}")
            return words.format(
                treatment=self.name(index.row()), column=_(HEADS[column]), value=said or _("empty")
            )
        return None

    def setData(self, index: Index, value: Any, role: int = _ROLES.EditRole) -> bool:  # noqa: N802
        """Take what was typed, or say why not; nothing else is touched by it."""
        column, price = COLUMNS[index.column()], self._price(index.row())
        if role == _ROLES.CheckStateRole and column in TICKED:
            ticked = Qt.CheckState(value) == Qt.CheckState.Checked
            return self._take(price, column, ticked)
        if role != _ROLES.EditRole or column in TICKED or value == self._shown(index.row(), column):
            return False
        if self._prices is None:
            self.refused.emit(currency_first())
            return False
        try:
            return self._take(price, column, self._reader(column)(str(value)))
        except UnreadablePrice as problem:
            words = _("{treatment}, {column}: {problem} It stays as it was.")
            self.refused.emit(
                words.format(
                    treatment=self.name(index.row()), column=_(HEADS[column]), problem=problem
                )
            )
            return False

    def _take(self, price: Price, column: str, value: Any) -> bool:
        if self._prices is None:
            self.refused.emit(currency_first())
            return False
        self.changed.emit(price.evolve(**{column: value}))
        return True

    def _reader(self, column: str) -> Callable[[str], Any]:
        if column in _MONEY:
            return self._money
        if column in ("times", "visits", "days_off"):
            return self._once if column == "times" else read_count
        return read_unit if column == "each" else read_note

    def _money(self, text: str) -> Any:
        return read_amount(text, self._prices.currency if self._prices else "")

    def _once(self, text: str) -> Any:
        return read_count(text, 1)

    def _price(self, row: int) -> Price:
        treatment = self._names[row][0]
        for price in self._prices.prices if self._prices else ():
            if price.treatment == treatment:
                return price
        return Price(treatment=treatment)

    def _shown(self, row: int, column: str) -> str:
        if column == "name":
            return self.name(row)
        return "" if column in TICKED else cell_text(self._price(row), column)
