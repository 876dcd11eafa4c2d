"""One standing person: plain, neither sex, told apart by fill and mark, never by hue alone."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QTransform

from sdm_aid.ui.models.blocks import Glyph
from sdm_aid.ui.pages.compare.style import Measure, colour

ASPECT = 1.9
"""Height of the figure in widths."""


@lru_cache(maxsize=1)
def person_path() -> QPainterPath:
    """The figure in a box 1 wide and 1.9 high."""
    path = QPainterPath()
    path.addEllipse(QPointF(0.5, 0.26), 0.235, 0.235)
    body = QPainterPath()
    body.addRoundedRect(QRectF(0.1, 0.56, 0.8, 0.72), 0.2, 0.2)
    legs = QPainterPath()
    legs.addRoundedRect(QRectF(0.26, 0.9, 0.48, 0.98), 0.1, 0.1)
    return path.united(body.united(legs)).simplified()


def draw_person(painter: QPainter, box: QRectF, glyph: Glyph) -> None:
    """Draw one person into ``box``: solid grey, dark with a plus or minus, or an outline."""
    width = min(box.width(), box.height() / ASPECT)
    shape = QTransform()
    shape.translate(box.center().x() - width / 2, box.center().y() - width * ASPECT / 2)
    shape.scale(width, width)
    path = shape.map(person_path())
    if glyph == "neither":
        painter.setPen(QPen(colour("icon_neither"), max(1.1, width * 0.08)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour("icon_anyway" if glyph == "anyway" else "icon_added"))
    if glyph == "fewer":
        painter.setPen(QPen(colour("icon_added"), max(1.3, width * 0.12)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    if glyph != "anyway":
        _draw_mark(painter, shape, width, glyph)


def _draw_mark(painter: QPainter, shape: QTransform, width: float, glyph: Glyph) -> None:
    role = colour("icon_added_mark" if glyph == "added" else "icon_added")
    painter.setPen(QPen(role, max(1.2, width * 0.15)))
    painter.drawLine(shape.map(QPointF(0.3, 0.9)), shape.map(QPointF(0.7, 0.9)))
    if glyph == "added":
        painter.drawLine(shape.map(QPointF(0.5, 0.7)), shape.map(QPointF(0.5, 1.1)))


def paint_person(
    painter: QPainter, rect: QRectF, glyph: Glyph, measure: Measure, *, rtl: bool
) -> None:
    """One person of the legend, at the leading side of ``rect``."""
    width, height = measure.px(13), measure.px(25)
    left = rect.right() - width - 2 if rtl else rect.left() + 2
    draw_person(painter, QRectF(left, rect.center().y() - height / 2, width, height), glyph)
