"""A grid of cards of one width and one height: as many beside each other as there is room for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from sdm_aid.ui.theme.metrics import px


class EvenGrid(QWidget):
    """Every card is as high as the highest needs, so that none stands out.

    ``least`` is the width of a card in text heights below which fewer stand in a row.
    """

    def __init__(self, cards: Sequence[QWidget], least: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._cards = list(cards)
        self._least = least
        for card in self._cards:
            card.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """Some cards in a row."""
        width = 3 * self._least * self.fontMetrics().height()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """The widest of the cards' least widths."""
        least = max((card.minimumSizeHint().width() for card in self._cards), default=0)
        return QSize(least, px(44))

    def heightForWidth(self, width: int) -> int:
        """All rows and the gaps between them."""
        per_row, high, _card = self._measure(width)
        rows = -(-len(self._cards) // per_row)
        return rows * high + (rows - 1) * self._gap()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the cards."""
        super().resizeEvent(event)
        per_row, high, wide = self._measure(self.width())
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for number, card in enumerate(self._cards):
            row, place = divmod(number, per_row)
            left = place * (wide + self._gap())
            if rtl:
                left = self.width() - left - wide
            card.setGeometry(QRect(left, row * (high + self._gap()), wide, high))

    def _measure(self, width: int) -> tuple[int, int, int]:
        """Cards in a row, height and width of a card."""
        gap = self._gap()
        least = self._least * self.fontMetrics().height()
        per_row = max(1, min(len(self._cards), (width + gap) // (least + gap)))
        rows = -(-len(self._cards) // per_row)
        per_row = -(-len(self._cards) // rows)
        wide = (width - (per_row - 1) * gap) // per_row
        high = max((card.heightForWidth(wide) for card in self._cards), default=0)
        return per_row, high, wide

    def _gap(self) -> int:
        return px(10)
