"""The line-up as a matrix: rows biggest first, columns in fixed order, a sign and a word a cell."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from sdm_aid.ui.theme.metrics import px, scaled_font, theme_colour
from sdm_aid.ui.widgets.letter_disc import LetterDisc
from sdm_aid.ui.widgets.plain import label
from sdm_aid.wording.line_up import GLYPHS, row_word

if TYPE_CHECKING:
    from sdm_aid.domain.line_up import LineUp, RowWord

TEXT = 0.86


class LinedCell(QWidget):
    """One sign, always of the same size and in the text's colour, with its word below."""

    def __init__(self, word: RowWord, spoken: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.glyph, self._words = GLYPHS[word], row_word(word)
        self._heights: dict[int, int] = {}
        self._least: QSize | None = None
        self.setAccessibleName(spoken)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """A sign over some two short lines."""
        return QSize(px(96), self.heightForWidth(px(96)))

    def minimumSizeHint(self) -> QSize:
        """Room for the longest word that any cell can say, so that all columns are as wide."""
        if not self._least:
            metrics = QFontMetrics(scaled_font(self, TEXT))
            words = " ".join(row_word(word) for word in GLYPHS).split()
            longest = max(metrics.horizontalAdvance(word) for word in words)
            self._least = QSize(longest + 4, self._sign() + metrics.height())
        return self._least

    def heightForWidth(self, width: int) -> int:
        """The sign and the wrapped word."""
        if width not in self._heights:
            metrics = QFontMetrics(scaled_font(self, TEXT))
            box = metrics.boundingRect(0, 0, max(1, width), 10_000, self._flags(), self._words)
            self._heights[width] = self._sign() + px(4) + box.height()
        return self._heights[width]

    def changeEvent(self, event: QEvent) -> None:
        """A new text size needs another height."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._heights.clear()
            self._least = None
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sign and the word."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = self._sign()
        box = QRectF((self.width() - size) / 2, 0, size, size).adjusted(2, 2, -2, -2)
        painter.setPen(QPen(theme_colour("text"), max(1.6, px(17) / 10)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        _SIGNS[self.glyph](painter, box)
        painter.setPen(theme_colour("text"))
        painter.setFont(scaled_font(self, TEXT))
        area = self.rect().adjusted(0, size + px(4), 0, 0)
        painter.drawText(area, self._flags(), self._words)
        painter.end()

    def _flags(self) -> int:
        top = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        return int(top) | int(Qt.TextFlag.TextWordWrap)

    def _sign(self) -> int:
        return px(20)


def _full(painter: QPainter, box: QRectF) -> None:
    painter.setBrush(theme_colour("text"))
    painter.drawEllipse(box)


def _half(painter: QPainter, box: QRectF) -> None:
    painter.drawEllipse(box)
    painter.setBrush(theme_colour("text"))
    painter.drawPie(box, 90 * 16, 180 * 16)


def _same(painter: QPainter, box: QRectF) -> None:
    for share in (0.33, 0.67):
        y = box.top() + share * box.height()
        painter.drawLine(QPointF(box.left() + 1, y), QPointF(box.right() - 1, y))


def _empty(painter: QPainter, box: QRectF) -> None:
    painter.drawEllipse(box)


def _unknown(painter: QPainter, box: QRectF) -> None:
    pen = painter.pen()
    pen.setStyle(Qt.PenStyle.DotLine)
    painter.setPen(pen)
    painter.drawEllipse(box)
    font = painter.font()
    font.setPixelSize(max(8, round(box.height() * 0.72)))
    font.setBold(True)
    painter.setFont(font)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "?")


def _now(painter: QPainter, box: QRectF) -> None:
    """The line that "about the same" shows twice: what the others are compared with."""
    y = box.center().y()
    painter.drawLine(QPointF(box.left() + 1, y), QPointF(box.right() - 1, y))


def _disputed(painter: QPainter, box: QRectF) -> None:
    """Two points that look away from each other."""
    middle, reach = box.center(), 0.3 * box.height()
    for way in (-1, 1):
        near, far = middle.x() + way * 0.12 * box.width(), middle.x() + way * 0.46 * box.width()
        tip = QPointF(far, middle.y())
        painter.drawLine(QPointF(near, middle.y() - reach), tip)
        painter.drawLine(tip, QPointF(near, middle.y() + reach))


_SIGNS: dict[str, Callable[[QPainter, QRectF], None]] = {
    "now": _now,
    "full": _full,
    "half": _half,
    "same": _same,
    "empty": _empty,
    "unknown": _unknown,
    "disputed": _disputed,
}


class Matrix(QWidget):
    """``show_rows`` lays the matrix out anew where it changed; it takes no input."""

    def __init__(self, letters: tuple[str, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("line-up-matrix")
        self._letters = letters
        self._shown: object = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._column = column

    def show_rows(self, line_up: LineUp, names: dict[str, str], notes: dict[str, str]) -> None:
        """Rows as in ``line_up``; ``names`` and ``notes`` (how much weight) by row id."""
        wanted = (line_up.rows, tuple(names.items()), tuple(notes.items()))
        if wanted == self._shown:
            return
        self._shown = wanted
        while (item := self._column.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        if line_up.rows:
            self._column.addWidget(self._table(line_up, names, notes))

    def _table(self, line_up: LineUp, names: dict[str, str], notes: dict[str, str]) -> QWidget:
        table = QWidget(self)
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(6))
        grid.setVerticalSpacing(px(7))
        grid.setColumnStretch(0, 5)
        for place, letter in enumerate(self._letters, start=1):
            grid.setColumnStretch(place, 3)
            grid.addWidget(LetterDisc(letter, table), 0, place, Qt.AlignmentFlag.AlignHCenter)
        across = len(self._letters) + 1
        for number, row in enumerate(line_up.rows):
            line = 2 * number + 1
            rule = QFrame(table)
            rule.setProperty("role", "rule")
            grid.addWidget(rule, line, 0, 1, across)
            grid.addWidget(self._head(table, names[row.row], notes.get(row.row, "")), line + 1, 0)
            for place, (letter, word) in enumerate(row.words, start=1):
                spoken = f"{names[row.row]}, {letter}: {row_word(word)}"
                cell = LinedCell(word, spoken, table)
                cell.setObjectName(f"lined-{row.row}-{letter}")
                grid.addWidget(cell, line + 1, place, Qt.AlignmentFlag.AlignTop)
        return table

    def _head(self, table: QWidget, name: str, note: str) -> QWidget:
        head = QWidget(table)
        column = QVBoxLayout(head)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(label(name, "strong", head, "lined-name"))
        if note:
            column.addWidget(label(note, "caption", head, "lined-weight"))
        column.addStretch(1)
        return head
