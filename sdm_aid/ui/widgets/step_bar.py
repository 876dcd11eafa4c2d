"""The steps of a visit as eight named ticks; any of them can be chosen at any time."""

from collections.abc import Collection, Sequence
from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QStyle, QWidget

from sdm_aid.i18n import _
from sdm_aid.ui.theme.metrics import px, scaled_font, theme_colour

TEXT = 0.82


class StepTick(QAbstractButton):
    """One step: a bar and its word. Hollow: not seen; filled: seen; dashed: passed over."""

    moved = Signal(int)

    def __init__(self, word: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(word)
        self.state = "ahead"
        self.setCheckable(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def set_state(self, state: str, accessible: str) -> None:
        """``now``, ``seen``, ``skipped`` or ``ahead``, and what a screen reader says."""
        if accessible != self.accessibleName():
            self.setAccessibleName(accessible)
        if state != self.state:
            self.state = state
            self.update()

    def sizeHint(self) -> QSize:
        """Room for the word in bold."""
        width = QFontMetrics(self._font(bold=True)).horizontalAdvance(self.text())
        return QSize(width + px(2), max(px(44), self._top() + QFontMetrics(self._font()).height()))

    def minimumSizeHint(self) -> QSize:
        """No less than the word."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar over the word."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_bar(painter)
        now = self.state == "now"
        painter.setFont(self._font(bold=now))
        painter.setPen(theme_colour("text" if now or self.underMouse() else "text_soft"))
        side = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
        below = self.rect().adjusted(0, self._top(), 0, 0)
        painter.drawText(below, side | Qt.AlignmentFlag.AlignTop, self.text())
        painter.end()

    def _draw_bar(self, painter: QPainter) -> None:
        high = px(6)
        box = QRectF(0.75, px(6) + 0.75, self.width() - 1.5, high - 1.5)
        if self.state == "skipped":
            pen = QPen(theme_colour("line_control"), px(2.6))
            pen.setDashPattern([1.6, 1.6])
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            painter.drawLine(QPointF(0, box.center().y()), QPointF(self.width(), box.center().y()))
            return
        if self.state in ("now", "seen"):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme_colour("accent" if self.state == "now" else "icon_anyway"))
            box.adjust(-0.75, -0.75, 0.75, 0.75)
        else:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme_colour("line_control"), 1.2))
        painter.drawRoundedRect(box, high / 2, high / 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go to the neighbour; Enter chooses as Space does."""
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            onward = (event.key() == Qt.Key.Key_Right) != rtl
            self.moved.emit(1 if onward else -1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def _font(self, *, bold: bool = False) -> QFont:
        return scaled_font(self, TEXT, bold=bold)

    def _top(self) -> int:
        return px(17)


class StepBar(QWidget):
    """``step_chosen(int)`` carries the index of the step that was pressed.

    One tab stop, arrows move among the steps.
    """

    step_chosen = Signal(int)

    def __init__(self, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(6))
        self.ticks: list[StepTick] = []
        for index, name in enumerate(names):
            tick = StepTick(name, self)
            tick.setObjectName(f"step-tick-{index}")
            tick.clicked.connect(partial(self.step_chosen.emit, index))
            tick.moved.connect(partial(self._move, index))
            row.addWidget(tick, 1)
            self.ticks.append(tick)
        self.set_state(0, (), ())

    def set_state(self, now: int, seen: Collection[int], skipped: Collection[int]) -> None:
        """Mark the step on the screen, those looked at and those passed over (indices)."""
        for index, tick in enumerate(self.ticks):
            state, pattern = self._state(index, now, seen, skipped)
            words = pattern.format(number=index + 1, total=len(self.ticks), name=tick.text())
            tick.set_state(state, words)
            stop = Qt.FocusPolicy.StrongFocus if index == now else Qt.FocusPolicy.ClickFocus
            tick.setFocusPolicy(stop)

    def _state(
        self, index: int, now: int, seen: Collection[int], skipped: Collection[int]
    ) -> tuple[str, str]:
        if index == now:
            return "now", _("Step {number} of {total}, {name}: you are here")
        if index in skipped:
            return "skipped", _("Step {number} of {total}, {name}: passed over")
        if index in seen:
            return "seen", _("Step {number} of {total}, {name}: looked at")
        return "ahead", _("Step {number} of {total}, {name}")

    def _move(self, index: int, by: int) -> None:
        place = min(max(index + by, 0), len(self.ticks) - 1)
        self.ticks[place].setFocus(Qt.FocusReason.OtherFocusReason)
