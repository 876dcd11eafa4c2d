"""Rows of cells below the frozen header: as a table, or as cards where there is no room for one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from sdm_aid.ui.models.faces import RowFaces, View
from sdm_aid.ui.pages.compare.band import Band
from sdm_aid.ui.pages.compare.cell import BlockButton
from sdm_aid.ui.pages.compare.style import Measure, colour

HEAD_SHARE = 0.2
RULE = 1
GROUP_RULE = 3
CARD_GAP = 18


def column_edges(width: int, count: int) -> list[tuple[int, int]]:
    """Start and width of the row heads and of ``count`` equal columns, along the reading way."""
    head = round(width * HEAD_SHARE)
    rest = width - head
    starts = [head + round(n * rest / count) for n in range(count + 1)]
    edges = [(0, head - RULE)]
    for here, after in pairwise(starts):
        edges.append((here, after - here - RULE))
    last, span = edges[-1]
    edges[-1] = (last, span + RULE)
    return edges


class RowHead(BlockButton):
    """A question; pressing it points at its row."""

    background = "sunken"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)


@dataclass(slots=True)
class _Row:
    id: str
    group: str
    head: RowHead
    cells: tuple[BlockButton, ...]
    band: Band | None


class Body(QWidget):
    """Places row heads, cells and bands; ``opened(row, letter, view)`` when a cell is pressed."""

    opened = Signal(str, str, str)
    reached = Signal(QWidget)
    """A cell got the focus by an arrow key."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("compare-body")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._rows: list[_Row] = []
        self._letters: tuple[str, ...] = ()
        self._names: tuple[str, ...] = ()
        self._as_cards = False
        self._above: Sequence[BlockButton] = ()

    def set_rows(
        self, letters: Sequence[str], names: Sequence[str], rows: Sequence[RowFaces]
    ) -> None:
        """Show these rows for these columns."""
        for row in self._rows:
            for widget in (row.head, *row.cells, *([row.band] if row.band else [])):
                widget.hide()
                widget.deleteLater()
        self._letters, self._names = tuple(letters), tuple(names)
        self._rows = [self._make(row) for row in rows]
        self.set_as_cards(self._as_cards)
        self._place()

    def set_header(self, header: Sequence[BlockButton]) -> None:
        """The header's cells, so that arrows lead up to them."""
        self._above = tuple(header)
        for column, card in enumerate(self._above):
            card.moved.connect(partial(self._move, -1, column + 1))

    def set_as_cards(self, as_cards: bool) -> None:
        """Stack each row's cells as a card, or stand them in columns."""
        self._as_cards = as_cards
        for row in self._rows:
            for cell, letter, name in zip(row.cells, self._letters, self._names, strict=True):
                cell.set_caption(letter if as_cards else "", name)
        self.updateGeometry()

    def cell(self, row_id: str, letter: str) -> BlockButton:
        """The cell of a row in a column on show.

        Raises:
            KeyError: there is none.
        """
        for row in self._rows:
            if row.id == row_id and letter in self._letters:
                return row.cells[self._letters.index(letter)]
        raise KeyError((row_id, letter))

    def first_head(self) -> RowHead | None:
        """The first question; there in a table and in cards."""
        return self._rows[0].head if self._rows else None

    def find_cell(self, row_id: str, letters: Sequence[str]) -> BlockButton | None:
        """The cell of a row, if it is on show, in the last of these columns that is."""
        shown = [letter for letter in letters if letter in self._letters]
        there = any(row.id == row_id for row in self._rows)
        return self.cell(row_id, shown[-1]) if shown and there else None

    def head(self, row_id: str) -> RowHead:
        """The head of a row.

        Raises:
            KeyError: there is none.
        """
        for row in self._rows:
            if row.id == row_id:
                return row.head
        raise KeyError(row_id)

    def band(self, row_id: str) -> Band | None:
        """The band under a row, where it has one."""
        return next(row.band for row in self._rows if row.id == row_id)

    def point_at(self, row_id: str | None) -> None:
        """Mark one row, or none."""
        for row in self._rows:
            marked = row.id == row_id
            row.head.setChecked(marked)
            for widget in (row.head, *row.cells):
                widget.set_pointed(marked)

    def hasHeightForWidth(self) -> bool:
        """Text wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """What all rows need."""
        return self._walk(width, place=False)

    def sizeHint(self) -> QSize:
        """A table's width; its height follows."""
        return QSize(900, self.heightForWidth(900))

    def minimumSizeHint(self) -> QSize:
        """As narrow as a card."""
        return QSize(Measure(self).px(220), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place all anew."""
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Rules show in the gaps between cells; groups are parted by a heavier one."""
        painter = QPainter(self)
        ground = colour("canvas" if self._as_cards else "line_rule")
        painter.fillRect(self.rect(), ground)
        if self._as_cards:
            for row in self._rows:
                box = row.head.geometry().united(row.cells[-1].geometry())
                painter.fillRect(box, colour("line_rule"))
            return
        for before, row in pairwise(self._rows):
            if before.group != row.group:
                y = row.head.y() - GROUP_RULE
                line = QRectF(0, y, self.width(), GROUP_RULE)
                painter.fillRect(line, colour("line_control"))

    def refresh(self) -> None:
        """Measure and place all anew."""
        self.updateGeometry()
        self._place()

    def _place(self) -> None:
        self._walk(self.width(), place=True)
        self.update()

    def _walk(self, width: int, *, place: bool) -> int:
        """The height of all rows in ``width``; ``place`` also puts them there."""
        y = 0
        group = self._rows[0].group if self._rows else ""
        for row in self._rows:
            if row.group != group and not self._as_cards:
                y += GROUP_RULE - RULE
            group = row.group
            y = (
                self._walk_card(row, y, width, place)
                if self._as_cards
                else self._walk_row(row, y, width, place)
            )
        return max(0, y - (CARD_GAP if self._as_cards else RULE))

    def _walk_row(self, row: _Row, y: int, width: int, place: bool) -> int:
        edges = column_edges(width, max(1, len(row.cells)))
        parts = (row.head, *row.cells)
        height = max(
            part.heightForWidth(span) for part, (_x, span) in zip(parts, edges, strict=True)
        )
        if place:
            for part, (x, span) in zip(parts, edges, strict=True):
                part.setGeometry(self._mirrored(QRect(x, y, span, height)))
        return self._walk_band(row, y + height + RULE, width, place)

    def _walk_card(self, row: _Row, y: int, width: int, place: bool) -> int:
        for part in (row.head, *row.cells):
            height = part.heightForWidth(width - 2)
            if place:
                part.setGeometry(QRect(1, y, width - 2, height))
            y += height + RULE
        return self._walk_band(row, y, width, place) + CARD_GAP

    def _walk_band(self, row: _Row, y: int, width: int, place: bool) -> int:
        if row.band is None:
            return y
        height = row.band.heightForWidth(width)
        if place:
            row.band.setGeometry(QRect(0, y, width, height))
        return y + height + RULE

    def _mirrored(self, box: QRect) -> QRect:
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            box.moveLeft(self.width() - box.x() - box.width())
        return box

    def _make(self, faces: RowFaces) -> _Row:
        head = RowHead(self)
        head.setObjectName(f"row-{faces.row}")
        head.tight = faces.brief
        head.set_blocks(faces.head.blocks, faces.head.name)
        head.clicked.connect(partial(self._head_pressed, faces.row, head))
        head.show()
        cells = []
        for letter, face in zip(self._letters, faces.cells, strict=True):
            cell = BlockButton(self)
            cell.setObjectName(f"cell-{faces.row}-{letter}")
            cell.tight = faces.brief
            cell.set_blocks(face.blocks, face.name)
            cell.setAccessibleDescription(faces.band)
            cell.clicked.connect(partial(self._cell_pressed, faces.row, letter, face.view))
            cell.show()
            cells.append(cell)
        band = None
        if faces.band:
            band = Band(self)
            band.setObjectName(f"band-{faces.row}")
            band.tight = faces.brief
            band.set_words(faces.band)
            band.show()
        for column, part in enumerate((head, *cells)):
            part.moved.connect(partial(self._moved_from, faces.row, column))
        return _Row(faces.row, faces.group, head, tuple(cells), band)

    def _head_pressed(self, row_id: str, head: RowHead) -> None:
        # a partial on "clicked" is called without the signal's own argument
        self.point_at(row_id if head.isChecked() else None)

    def _cell_pressed(self, row_id: str, letter: str, view: View) -> None:
        self.opened.emit(row_id, letter, view)

    def _moved_from(self, row_id: str, column: int, dx: int, dy: int) -> None:
        place = next(n for n, row in enumerate(self._rows) if row.id == row_id)
        self._move(place, column, dx, dy)

    def _move(self, place: int, column: int, dx: int, dy: int) -> None:
        row, column = place + dy, column + dx
        if self._as_cards:
            row, column = self._next_in_cards(place, column - dx, dy)
        if row == -1 and 1 <= column <= len(self._above) and not self._as_cards:
            self._focus(self._above[column - 1])
        elif 0 <= row < len(self._rows) and 0 <= column <= len(self._letters):
            parts = (self._rows[row].head, *self._rows[row].cells)
            self._focus(parts[column])

    def _next_in_cards(self, place: int, column: int, dy: int) -> tuple[int, int]:
        column += dy
        if column > len(self._letters):
            return place + 1, 0
        return (place - 1, len(self._letters)) if column < 0 else (place, column)

    def _focus(self, widget: QWidget) -> None:
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        self.reached.emit(widget)
