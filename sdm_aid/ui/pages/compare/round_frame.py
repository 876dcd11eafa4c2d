"""A rounded line round the table, over whatever scrolls inside it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from sdm_aid.design.tokens import RADIUS
from sdm_aid.ui.pages.compare.style import Measure, colour


class RoundFrame(QWidget):
    """A rounded frame over the table; lets every click through."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Corners in the canvas's colour, then the line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = Measure(self).px(RADIUS.card)
        outer, inner = QPainterPath(), QPainterPath()
        outer.addRect(self.rect().toRectF())
        box = self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5)
        inner.addRoundedRect(box, radius, radius)
        painter.fillPath(outer - inner, colour("canvas"))
        painter.setPen(QPen(colour("line_rule"), 1.2))
        painter.drawPath(inner)
