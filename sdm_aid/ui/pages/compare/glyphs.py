"""Small marks beside words: certainty dots, cell states, clock, talk. Never colour alone."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPen

from sdm_aid.ui.models.blocks import Glyph
from sdm_aid.ui.pages.compare.style import Measure, colour

DOTS = 4
STEPS = 5


def paint_dots(
    painter: QPainter, rect: QRectF, filled: int | None, measure: Measure, *, rtl: bool
) -> None:
    """Four dots, the first ``filled`` ones solid; None, nobody rated it: one dotted ring."""
    size, step = measure.px(9.5), measure.px(13)
    ink = colour("text")
    pen = QPen(ink, max(1.2, measure.px(1.4)))
    if filled is None:
        size = measure.px(12)
        pen.setStyle(Qt.PenStyle.DotLine)
    painter.setPen(pen)
    for n in range(1 if filled is None else DOTS):
        x = rect.right() - n * step - size if rtl else rect.left() + n * step
        solid = filled is not None and n < filled
        painter.setBrush(QBrush(ink) if solid else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QRectF(x + 0.5, rect.center().y() - size / 2, size, size))


def paint_state(
    painter: QPainter, rect: QRectF, glyph: Glyph, measure: Measure, *, rtl: bool
) -> None:
    """The mark of a cell without a number: ring with 0, dotted ring with ?, dotted square, dash."""
    size = measure.px(17)
    x = rect.right() - size - 1 if rtl else rect.left() + 1
    box = QRectF(x, rect.center().y() - size / 2, size, size)
    ink = colour("text_soft")
    pen = QPen(ink, max(1.2, measure.px(1.5)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if glyph in ("not_counted", "no_figure"):
        pen.setStyle(Qt.PenStyle.DotLine)
    painter.setPen(pen)
    if glyph in ("none_seen", "not_counted"):
        painter.drawEllipse(box)
        painter.setPen(ink)
        painter.setFont(measure.font(0.66, bold=True))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "0" if glyph == "none_seen" else "?")
    elif glyph == "no_figure":
        painter.drawRoundedRect(box, 3, 3)
    elif glyph == "not_applicable":
        y = box.center().y()
        painter.drawLine(QPointF(box.left() + 1, y), QPointF(box.right() - 1, y))


def paint_ladder(
    painter: QPainter, rect: QRectF, place: int, measure: Measure, *, rtl: bool
) -> None:
    """Five steps from a nuisance to death; the one it stands on is filled (D-42)."""
    size, step = measure.px(10), measure.px(14)
    ink = colour("text")
    painter.setPen(QPen(ink, max(1.2, measure.px(1.3))))
    for n in range(STEPS):
        x = rect.right() - n * step - size if rtl else rect.left() + n * step
        painter.setBrush(QBrush(ink) if n == place else Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(x + 0.5, rect.center().y() - size / 2, size, size))


def paint_clock(painter: QPainter, box: QRectF, measure: Measure) -> None:
    """A clock face: this figure has its own time."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour("on_chip"), max(1.2, measure.px(1.4))))
    painter.drawEllipse(box.adjusted(1, 1, -1, -1))
    middle = box.center()
    painter.drawLine(middle, QPointF(middle.x(), box.top() + box.height() * 0.27))
    painter.drawLine(middle, QPointF(box.left() + box.width() * 0.7, middle.y()))


def paint_talk(painter: QPainter, rect: QRectF, measure: Measure, *, rtl: bool) -> None:
    """Two neutral speech marks: experts do not say the same."""
    size = measure.px(20)
    x = rect.right() - size if rtl else rect.left()
    box = QRectF(x, rect.center().y() - size / 2, size, size)
    painter.setPen(QPen(colour("text"), max(1.2, measure.px(1.4))))
    painter.setBrush(colour("surface"))
    back = QRectF(box.left() + size * 0.34, box.top() + size * 0.08, size * 0.62, size * 0.46)
    front = QRectF(box.left() + size * 0.02, box.top() + size * 0.36, size * 0.62, size * 0.46)
    for bubble in (back, front):
        path = QPainterPath()
        path.addRoundedRect(bubble, size * 0.12, size * 0.12)
        painter.drawPath(path)


def paint_disc(painter: QPainter, box: QRectF, letter: str, measure: Measure) -> None:
    """The neutral disc with a choice's letter."""
    painter.setPen(QPen(colour("line_control"), max(1.2, measure.px(1.5))))
    painter.setBrush(colour("sunken"))
    painter.drawEllipse(box.adjusted(0.75, 0.75, -0.75, -0.75))
    painter.setPen(colour("text"))
    painter.setFont(measure.font(0.98, bold=True))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letter)


def paint_focus(painter: QPainter, rect: QRectF, radius: float) -> None:
    """Two rings inside ``rect``: a gap in surface colour, then the focus colour outside it."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour("surface"), 7))
    painter.drawRoundedRect(rect.adjusted(3.5, 3.5, -3.5, -3.5), radius, radius)
    painter.setPen(QPen(colour("focus"), 3))
    painter.drawRoundedRect(rect.adjusted(2, 2, -2, -2), radius, radius)
