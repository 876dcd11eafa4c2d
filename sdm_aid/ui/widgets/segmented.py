"""A scale of equal steps, 0 to 10 as a rule; nothing is chosen until someone chooses."""

from functools import partial

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.push_button import PushButton

_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Down)
_ON = (Qt.Key.Key_Right, Qt.Key.Key_Up)


class _Step(PushButton):
    """One number; hands the arrow keys to the scale."""

    moved = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and mirrored:
            key = Qt.Key.Key_Right if key == Qt.Key.Key_Left else Qt.Key.Key_Left
        if key in _BACK or key in _ON:
            self.moved.emit(1 if key in _ON else -1)
        else:
            super().keyPressEvent(event)


class Segmented(QWidget):
    """Buttons ``low`` to ``high``; ``chosen(object)`` carries the number, or None when unchosen.

    One tab stop; arrows move and choose. Pressing the chosen number again takes it back.
    """

    chosen = Signal(object)

    def __init__(self, low: int = 0, high: int = 10, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._low = low
        self._value: int | None = None
        self._steps: list[_Step] = []
        for number in range(low, high + 1):
            step = _Step(str(number), self)
            step.setProperty("role", "segment")
            step.setObjectName(f"step-{number}")
            step.setCheckable(True)
            step.clicked.connect(partial(self._pressed, number))
            step.moved.connect(partial(self._move, number))
            self._steps.append(step)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_value(None)

    @property
    def value(self) -> int | None:
        """The chosen number, None before any."""
        return self._value

    def set_value(self, value: int | None) -> None:
        """Show a number as chosen, or none; ValueError off the scale; nothing is emitted."""
        if value is not None and not 0 <= value - self._low < len(self._steps):
            raise ValueError(f"{value} is not on the scale")
        self._value = value
        stop = self._low if value is None else value
        for number, step in enumerate(self._steps, self._low):
            step.setChecked(number == value)
            policy = Qt.FocusPolicy.StrongFocus if number == stop else Qt.FocusPolicy.ClickFocus
            step.setFocusPolicy(policy)

    def set_labels(self, name: str, lowest: str, highest: str) -> None:
        """Name the scale and its ends for screen readers."""
        self.setAccessibleName(name)
        for step in self._steps:
            step.setAccessibleName(f"{name}: {step.text()}")
        self._steps[0].setAccessibleDescription(lowest)
        self._steps[-1].setAccessibleDescription(highest)

    def sizeHint(self) -> QSize:
        """All steps in one row."""
        count = len(self._steps)
        width = count * px(60) + (count - 1) * self._gap()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Four steps in a row."""
        return QSize(4 * self._least() + 3 * self._gap(), self._high())

    def heightForWidth(self, width: int) -> int:
        """One row, or as many as are needed to keep each step large enough to touch."""
        rows = -(-len(self._steps) // self._per_row(width))
        return rows * self._high() + (rows - 1) * self._gap()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the steps in equal widths."""
        super().resizeEvent(event)
        per_row, gap = self._per_row(self.width()), self._gap()
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        pitch = (self.width() + gap) / per_row
        for index, step in enumerate(self._steps):
            row, place = divmod(index, per_row)
            left, right = round(place * pitch), round((place + 1) * pitch) - gap
            if rtl:
                left, right = self.width() - right, self.width() - left
            top = row * (self._high() + gap)
            step.setGeometry(QRect(left, top, right - left, self._high()))

    def _per_row(self, width: int) -> int:
        fit = max(1, (width + self._gap()) // (self._least() + self._gap()))
        rows = -(-len(self._steps) // fit)
        return -(-len(self._steps) // rows)

    def _least(self) -> int:
        return px(44)

    def _high(self) -> int:
        return px(54)

    def _gap(self) -> int:
        return px(8)

    def _pressed(self, number: int) -> None:
        self._choose(None if number == self._value else number)

    def _move(self, number: int, by: int) -> None:
        start = number if self._value is not None else number - by
        last = self._low + len(self._steps) - 1
        self._choose(min(max(start + by, self._low), last))

    def _choose(self, value: int | None) -> None:
        self.set_value(value)
        if value is not None:
            self._steps[value - self._low].setFocus(Qt.FocusReason.OtherFocusReason)
        self.chosen.emit(value)
