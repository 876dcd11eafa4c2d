"""An array of people and a bar: counts filled from the bottom on, always from one origin."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from sdm_aid.domain.pairing import Panel
from sdm_aid.domain.risk import interval
from sdm_aid.drawing.icon_array import icon_array
from sdm_aid.drawing.scene import Scene
from sdm_aid.i18n.formats import number
from sdm_aid.ui.pages.compare.style import Measure, colour


def people_scene(panel: Panel, width: float, *, rtl: bool, show_range: bool) -> Scene:
    """The array of a panel, ``width`` wide, with its range hatched where that is asked for.

    Raises:
        ValueError: the panel counts no people.
    """
    if panel.counts is None:
        raise ValueError("this panel counts no people")
    band = _range(panel) if show_range else None
    return icon_array(panel.counts, panel.counts.total, width, rtl=rtl, range_band=band)


def paint_bar(
    painter: QPainter, rect: QRectF, panel: Panel, measure: Measure, *, show_range: bool
) -> None:
    """The same counts as one bar that runs from 0 to everybody."""
    counts = panel.counts
    if counts is None:
        return
    font = measure.font(0.82)
    painter.setFont(font)
    head = painter.fontMetrics().height()
    bar = QRectF(rect.left() + measure.px(58), rect.top() + head / 2, measure.px(70), 0)
    bar.setBottom(rect.bottom() - head / 2)
    unit = bar.height() / counts.total
    y = bar.bottom()
    for glyph, count in (
        ("anyway", counts.anyway),
        ("added", counts.added),
        ("fewer", counts.fewer),
        ("neither", counts.neither),
    ):
        part = QRectF(bar.left(), y - count * unit, bar.width(), count * unit)
        if count:
            _paint_part(painter, part, glyph, measure)
        y -= count * unit
    painter.setPen(QPen(colour("line_control"), max(1.2, measure.px(1.4))))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(bar)
    _paint_axis(painter, rect, bar, counts.total, measure)
    ends = _range(panel) if show_range else None
    if ends is not None:
        low, high = bar.bottom() - ends[0] * unit, bar.bottom() - ends[1] * unit
        x = bar.right() + measure.px(9)
        painter.setPen(QPen(colour("icon_hatch"), max(1.5, measure.px(2))))
        painter.drawLine(QPointF(x, low), QPointF(x, high))
        for y in (low, high):
            painter.drawLine(QPointF(x - measure.px(5), y), QPointF(x + measure.px(5), y))


def _paint_part(painter: QPainter, part: QRectF, glyph: str, measure: Measure) -> None:
    if glyph == "neither":
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour("icon_anyway" if glyph == "anyway" else "icon_added"))
    if glyph == "fewer":
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour("icon_added"), measure.px(3)))
        part = part.adjusted(3, 1, -3, -1)
    painter.drawRect(part)
    size = min(measure.px(14), part.height() * 0.8)
    if glyph == "anyway" or size < 4:
        return
    role = colour("icon_added_mark" if glyph == "added" else "icon_added")
    painter.setPen(QPen(role, max(1.4, measure.px(2))))
    middle = part.center()
    painter.drawLine(middle - QPointF(size / 2, 0), middle + QPointF(size / 2, 0))
    if glyph == "added":
        painter.drawLine(middle - QPointF(0, size / 2), middle + QPointF(0, size / 2))


def _paint_axis(painter: QPainter, rect: QRectF, bar: QRectF, total: int, measure: Measure) -> None:
    painter.setPen(colour("text_soft"))
    height = painter.fontMetrics().height()
    for part in (0, 1, 2, 3, 4):
        y = bar.bottom() - bar.height() * part / 4
        box = QRectF(rect.left(), y - height / 2, measure.px(46), height)
        painter.drawText(
            box,
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
            number(total * part // 4),
        )
        painter.drawLine(QPointF(bar.left() - measure.px(6), y), QPointF(bar.left(), y))


def _range(panel: Panel) -> tuple[int, int] | None:
    if panel.frequency is None or panel.counts is None:
        return None
    return interval(panel.frequency, panel.counts.total)
