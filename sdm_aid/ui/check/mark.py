"""The sign of a verdict: a tick in a circle, a triangle with !, an octagon with a cross."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from sdm_aid.ui.theme.metrics import px, scaled_font, theme_colour

if TYPE_CHECKING:
    from sdm_aid.application.check_words import Tone

_OCTAGON = ((0.3, 0), (0.7, 0), (1, 0.3), (1, 0.7), (0.7, 1), (0.3, 1), (0, 0.7), (0, 0.3))
_TRIANGLE = ((0.5, 0.06), (1, 0.94), (0, 0.94))
_TICK = ((0.28, 0.52), (0.44, 0.68), (0.73, 0.34))
_CROSS = (((0.33, 0.33), (0.67, 0.67)), ((0.67, 0.33), (0.33, 0.67)))


class VerdictMark(QWidget):
    """Told apart by its shape; the words beside it say the same."""

    def __init__(self, tone: Tone, size: float, parent: QWidget) -> None:
        super().__init__(parent)
        self.tone: Tone = tone
        self._size = size
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """A square that grows with the text."""
        return QSize(px(self._size), px(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the outline and the sign in it, in the colour of the text beside it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = theme_colour("text")
        width = max(1.8, px(self._size) / 13)
        round_ends = Qt.PenCapStyle.RoundCap
        painter.setPen(QPen(colour, width, c=round_ends, j=Qt.PenJoinStyle.RoundJoin))
        edge = width / 2 + 1
        box = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
        if self.tone == "good":
            painter.drawEllipse(box)
            painter.drawPolyline(_placed(_TICK, box))
        elif self.tone == "bad":
            painter.drawPolygon(_placed(_OCTAGON, box))
            for line in _CROSS:
                painter.drawPolyline(_placed(line, box))
        else:
            painter.drawPolygon(_placed(_TRIANGLE, box))
            painter.setFont(scaled_font(self, self._size / 30, bold=True))
            low = box.translated(0, box.height() * 0.12)
            painter.drawText(low, Qt.AlignmentFlag.AlignCenter, "!")
        painter.end()


def _placed(corners: tuple[tuple[float, float], ...], box: QRectF) -> QPolygonF:
    return QPolygonF(
        [QPointF(box.x() + x * box.width(), box.y() + y * box.height()) for x, y in corners]
    )
