"""Equal buttons of which at most one is chosen: same width, same height, none comes chosen."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.button import Button


class Choices(QWidget):
    """``chosen(object)`` carries the id of the button pressed, or None when it is let go again."""

    chosen = Signal(object)

    def __init__(
        self,
        items: Sequence[tuple[str, str]],
        name: str,
        parent: QWidget | None = None,
        least: int = 168,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._least = least
        self._buttons: dict[str, Button] = {}
        self._heights: dict[int, int] = {}
        for key, words in items:
            made = Button(words, "chip", self)
            made.setObjectName(f"{name}-{key}")
            made.setAccessibleName(words)
            made.setCheckable(True)
            made.clicked.connect(partial(self._pressed, key))
            self._buttons[key] = made
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_value(self, value: str | None) -> None:
        """Show one as chosen, or none; an id that is not here chooses none."""
        for key, made in self._buttons.items():
            made.setChecked(key == value)

    def button(self, key: str) -> Button:
        """The button of an id; KeyError where there is none."""
        return self._buttons[key]

    def set_name(self, name: str) -> None:
        """Name the question for screen readers, before each answer."""
        self.setAccessibleName(name)
        for made in self._buttons.values():
            made.setAccessibleDescription(name)

    def sizeHint(self) -> QSize:
        """All buttons in one row."""
        width = len(self._buttons) * (px(self._least) + self._gap())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """One button in a row."""
        return QSize(px(110), px(44))

    def heightForWidth(self, width: int) -> int:
        """As many rows as are needed, all as high as the highest button."""
        rows = -(-len(self._buttons) // self._per_row(width))
        return rows * self._high(width) + (rows - 1) * self._gap()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the buttons in equal cells."""
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        """A new text size needs another height."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._heights.clear()
            self.updateGeometry()

    def _place(self) -> None:
        per_row, gap = self._per_row(self.width()), self._gap()
        wide, high = self._cell(self.width()), self._high(self.width())
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for index, made in enumerate(self._buttons.values()):
            row, place = divmod(index, per_row)
            left = place * (wide + gap)
            left = self.width() - left - wide if rtl else left
            made.setGeometry(left, row * (high + gap), wide, high)

    def _per_row(self, width: int) -> int:
        fit = max(1, (width + self._gap()) // (px(self._least) + self._gap()))
        rows = -(-len(self._buttons) // fit)
        return -(-len(self._buttons) // rows)

    def _cell(self, width: int) -> int:
        per_row = self._per_row(width)
        return max(1, (width + self._gap()) // per_row - self._gap())

    def _high(self, width: int) -> int:
        # a layout asks many times for the same few widths; the words never change
        cell = self._cell(width)
        if cell not in self._heights:
            heights = (b.heightForWidth(cell) for b in self._buttons.values())
            self._heights[cell] = max(heights, default=px(44))
        return self._heights[cell]

    def _gap(self) -> int:
        return px(8)

    def _pressed(self, key: str) -> None:
        checked = self._buttons[key].isChecked()
        if checked:
            self.set_value(key)
        self.chosen.emit(key if checked else None)
