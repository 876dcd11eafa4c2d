"""The table to fill in: typing begins at once, Tab goes on, Enter goes down, Space ticks."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from sdm_aid.domain.prices import PRICE_UNITS
from sdm_aid.i18n import _
from sdm_aid.ui.prices.model import COLUMNS, TICKED, PriceModel
from sdm_aid.ui.theme.metrics import px
from sdm_aid.wording.costs import unit_word

Index = QModelIndex | QPersistentModelIndex
_WIDTHS = {
    "name": 270,
    "extra": 116,
    "extra_for": 130,
    "ask_insurer": 116,
    "note": 220,
    "each": 116,
}
_WIDTH = 96
_HEAD, _ROW = 68, 60
_ROWS = 7
"""Lines that are to be seen at least."""


class PriceTable(QTableView):
    """``reached(str)``: the treatment of the line that is marked now."""

    reached = Signal(str)

    def __init__(self, model: PriceModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("price-table")
        self.setAccessibleName(_("Prices of this clinic"))
        self.setAccessibleDescription(
            _("Type to fill a cell. Tab goes to the next cell, Enter to the line below.")
        )
        self._prices = model
        self.setModel(model)
        self.setItemDelegate(_Cells(self))
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.SelectedClicked
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(True)
        self.verticalHeader().hide()
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeading)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        model.modelReset.connect(self.fit)
        self.fit()

    def fit(self) -> None:
        """Widths and heights at the text size in use."""
        for number, column in enumerate(COLUMNS):
            self.setColumnWidth(number, px(_WIDTHS.get(column, _WIDTH)))
        self.verticalHeader().setDefaultSectionSize(px(_ROW))
        self.horizontalHeader().setFixedHeight(px(_HEAD))
        self.updateGeometry()

    def look_for(self, words: str) -> int:
        """Show the treatments whose name holds these words; how many there are."""
        wanted, first, shown = words.casefold().split(), -1, 0
        for row in range(self._prices.rowCount()):
            name = self._prices.name(row).casefold()
            fits = all(word in name for word in wanted)
            self.setRowHidden(row, not fits)
            shown += fits
            first = row if fits and first < 0 else first
        if first >= 0:
            self.setCurrentIndex(self._prices.index(first, 1))
        return shown

    def sizeHint(self) -> QSize:
        """Some lines under the heads."""
        return QSize(px(900), px(_HEAD + _ROW * _ROWS))

    def minimumSizeHint(self) -> QSize:
        """Less in a small window."""
        return QSize(px(240), px(_HEAD + _ROW * 3))

    def changeEvent(self, event: QEvent) -> None:
        """Another text size, other widths."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_prices"):
            self.fit()

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802  (Qt's name)
        """Tell which treatment is marked."""
        super().currentChanged(current, previous)
        if current.isValid():
            self.reached.emit(self._prices.treatment(current.row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes down, Delete empties; Tab leaves the table at its last cell."""
        here = self.currentIndex()
        if self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)  # the editor passes on what it has dealt with itself
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and here.isValid():
            self._down()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and here.isValid():
            if COLUMNS[here.column()] not in (*TICKED, "name"):
                self._prices.setData(here, "")
        else:
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QStyledItemDelegate.EndEditHint) -> None:  # noqa: N802
        """Enter in a cell that is being typed goes down too."""
        super().closeEditor(editor, hint)
        if hint == QStyledItemDelegate.EndEditHint.SubmitModelCache:
            self._down()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802  (Qt's name)
        """Tab walks the cells, and leaves the table at either end."""
        here = self.currentIndex()
        ends = (0, 0) if not forward else (self._last_row(), len(COLUMNS) - 1)
        if not here.isValid() or (here.row(), here.column()) == ends:
            self.setTabKeyNavigation(False)
            gone = super().focusNextPrevChild(forward)
            self.setTabKeyNavigation(True)
            return gone
        return super().focusNextPrevChild(forward)

    def rows_shown(self) -> int:
        """How many treatments are shown."""
        return sum(not self.isRowHidden(row) for row in range(self._prices.rowCount()))

    def _last_row(self) -> int:
        rows = [row for row in range(self._prices.rowCount()) if not self.isRowHidden(row)]
        return rows[-1] if rows else 0

    def _down(self) -> None:
        here = self.currentIndex()
        for row in range(here.row() + 1, self._prices.rowCount()):
            if not self.isRowHidden(row):
                self.setCurrentIndex(self._prices.index(row, here.column()))
                return


class _Cells(QStyledItemDelegate):
    """A list to choose from for what a price is for; a line for all else."""

    def createEditor(  # noqa: N802  (Qt's name)
        self, parent: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> QWidget:
        """The editor of a cell, named for screen readers."""
        if COLUMNS[index.column()] == "each":
            editor: QWidget = QComboBox(parent)
            editor.addItems([unit_word(unit) for unit in PRICE_UNITS])  # type: ignore[attr-defined]
        else:
            editor = super().createEditor(parent, option, index)
        editor.setObjectName("price-editor")
        editor.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:  # noqa: N802  (Qt's name)
        """What stands in the cell."""
        if isinstance(editor, QComboBox):
            editor.setCurrentText(str(index.data()) or unit_word("visit"))
        else:
            super().setEditorData(editor, index)
