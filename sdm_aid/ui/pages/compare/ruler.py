"""A ruler for scores from 0 to 100: averages, the gap, and the smallest change people notice."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from sdm_aid.domain.evidence import Level, Scale
from sdm_aid.domain.pairing import Panel
from sdm_aid.domain.risk import difference_to_hundred, half_up, to_hundred
from sdm_aid.i18n import _
from sdm_aid.i18n.formats import number
from sdm_aid.ui.pages.compare.style import Measure, colour


def paint_ruler(
    painter: QPainter, rect: QRectF, panel: Panel, measure: Measure, *, show_range: bool
) -> None:
    """The ruler that fits the panel: both groups, a difference round zero, or a course."""
    estimate = panel.cell.estimate
    if estimate is None or estimate.scale is None:
        return
    axis = _Axis(painter, rect, measure, centred=panel.kind == "ruler_difference")
    if panel.kind == "ruler_difference" and estimate.difference is not None:
        axis.draw()
        _difference(axis, estimate.difference, estimate.scale, show_range=show_range)
        return
    axis.draw()
    own = estimate.treated if panel.cell.arm == "treated" else estimate.control
    if own is None or own.value is None:
        return
    place = to_hundred(own.value, estimate.scale)
    if show_range and own.low is not None and own.high is not None:
        axis.band(to_hundred(own.low, estimate.scale), to_hundred(own.high, estimate.scale))
    other = estimate.control if panel.cell.arm == "treated" else None
    if other is not None and other.value is not None:
        beside = to_hundred(other.value, estimate.scale)
        axis.gap(beside, place)
        axis.mark(beside, "icon_anyway", _("the other group"), above=False)
    elif own.baseline is not None:
        start = to_hundred(own.baseline, estimate.scale)
        axis.gap(start, place)
        axis.mark(start, "icon_anyway", _("at the start"), above=False)
    axis.mark(place, "icon_added", _("average"), above=True)
    if other is not None and estimate.scale.smallest_change and other.value is not None:
        axis.bracket(to_hundred(other.value, estimate.scale), place, _noticed(estimate.scale))


def _difference(axis: _Axis, level: Level, scale: Scale, *, show_range: bool) -> None:
    if level.low is not None and level.high is not None and (show_range or level.value is None):
        axis.band(difference_to_hundred(level.low, scale), difference_to_hundred(level.high, scale))
    axis.mark(0, "icon_anyway", _("no difference"), above=False)
    if level.value is not None:
        points = difference_to_hundred(level.value, scale)
        axis.gap(0, points)
        axis.mark(points, "icon_added", _("on average"), above=True)
        if scale.smallest_change:
            axis.bracket(0, points, _noticed(scale))


def _noticed(scale: Scale) -> float:
    return difference_to_hundred(scale.smallest_change or 0, scale)


class _Axis:
    """A line from 0 to 100, or from 50 less to 50 more round zero."""

    def __init__(self, painter: QPainter, rect: QRectF, measure: Measure, *, centred: bool) -> None:
        self._painter, self._measure = painter, measure
        painter.setFont(measure.font(0.82))
        side = measure.px(32 if centred else 16)
        self._left, self._right = rect.left() + side, rect.right() - side
        self._y = rect.top() + rect.height() * 0.5
        self._low, self._high = (-50.0, 50.0) if centred else (0.0, 100.0)

    def x(self, value: float) -> float:
        """Where a value lies; values beyond the ruler stand at its end."""
        share = (value - self._low) / (self._high - self._low)
        return self._left + min(1.0, max(0.0, share)) * (self._right - self._left)

    def draw(self) -> None:
        """The line with a tick and a figure every 25 points."""
        painter, px = self._painter, self._measure.px
        for step in range(5):
            value = self._low + step * (self._high - self._low) / 4
            x = self.x(value)
            painter.setPen(QPen(colour("line_control"), max(1.0, px(1.2))))
            painter.drawLine(QPointF(x, self._y), QPointF(x, self._y + px(8)))
            painter.setPen(colour("text_soft"))
            height = painter.fontMetrics().height()
            box = QRectF(x - px(30), self._y + px(9), px(60), height)
            painter.drawText(box, Qt.AlignmentFlag.AlignHCenter, self._figure(value))
        painter.setPen(QPen(colour("line_control"), max(1.5, px(2))))
        painter.drawLine(QPointF(self._left, self._y), QPointF(self._right, self._y))

    def _figure(self, value: float) -> str:
        """A tick's figure; round zero the ends say which way is less and which is more."""
        figure = number(abs(half_up(value)))
        if self._low < 0 and value in (self._low, self._high):
            return (_("{n} less") if value < 0 else _("{n} more")).format(n=figure)
        return figure

    def band(self, low: float, high: float) -> None:
        """A hatched stretch: the range."""
        painter, px = self._painter, self._measure.px
        box = QRectF(QPointF(self.x(low), self._y - px(9)), QPointF(self.x(high), self._y + px(9)))
        painter.save()
        painter.setClipRect(box)
        painter.setPen(QPen(colour("icon_hatch"), max(1.0, px(1.3))))
        x = box.left() - box.height()
        while x < box.right():
            painter.drawLine(QPointF(x, box.bottom()), QPointF(x + box.height(), box.top()))
            x += px(6)
        painter.restore()

    def gap(self, start: float, end: float) -> None:
        """A thick stretch between two places."""
        self._painter.setPen(QPen(colour("icon_added"), max(4.0, self._measure.px(6))))
        self._painter.drawLine(QPointF(self.x(start), self._y), QPointF(self.x(end), self._y))

    def mark(self, value: float, role: str, words: str, *, above: bool) -> None:
        """A pointer with its figure and words, above or below the line."""
        painter, px = self._painter, self._measure.px
        x, way = self.x(value), -1 if above else 1
        tip = self._y + way * px(3) + (0 if above else px(26))
        foot = tip + way * px(10)
        painter.setPen(QPen(colour("text"), 1.0))
        painter.setBrush(colour("icon_added" if role == "icon_added" else "icon_anyway"))
        painter.drawPolygon(
            QPolygonF([QPointF(x, tip), QPointF(x - px(6), foot), QPointF(x + px(6), foot)])
        )
        text = _("{words} {n}").format(words=words, n=number(abs(half_up(value))))
        if value == 0 and not above:
            text = words
        painter.setPen(colour("text"))
        metrics = painter.fontMetrics()
        width = metrics.horizontalAdvance(text) + 4
        left = min(max(x - width / 2, self._left - px(12)), self._right + px(12) - width)
        top = foot - metrics.height() - px(2) if above else foot + px(1)
        painter.drawText(
            QRectF(left, top, width, metrics.height()), Qt.AlignmentFlag.AlignCenter, text
        )

    def bracket(self, start: float, towards: float, size: float) -> None:
        """From ``start`` as far as most people notice, on the side of ``towards``."""
        painter, px = self._painter, self._measure.px
        end = start + (size if towards >= start else -size)
        y = self._y - px(38)
        painter.setPen(QPen(colour("text"), max(1.2, px(1.5))))
        left, right = sorted((self.x(start), self.x(end)))
        painter.drawLine(QPointF(left, y), QPointF(right, y))
        for x in (left, right):
            painter.drawLine(QPointF(x, y), QPointF(x, y + px(6)))
        words = _("most people notice this much")
        metrics = painter.fontMetrics()
        width = metrics.horizontalAdvance(words) + 4
        middle = min(max((left + right) / 2 - width / 2, self._left), self._right - width)
        box = QRectF(middle, y - metrics.height() - px(2), width, metrics.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
