"""A field to sign in with pen, finger or mouse; keeps the movement itself, not a picture."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTabletEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from sdm_aid.design.tokens import RADIUS
from sdm_aid.drawing.ink import THICK, THIN, InkPoint, stroke_outline
from sdm_aid.ui.painting.qt_painter import qt_path
from sdm_aid.ui.theme.metrics import px, theme_colours, unit
from sdm_aid.ui.widgets.graphic import mark_as_graphic

MOUSE_PRESSURE = 0.5
Stroke = tuple[InkPoint, ...]


class SignaturePad(QWidget):
    """``signed(tuple)`` carries all strokes after each one, and an empty tuple after clearing.

    A stroke is a tuple of (x, y, pressure 0..1, milliseconds since its first point); x and y
    are in units of the pad's width, so that a pad of another size shows the same signature.
    Delete and Backspace clear.
    """

    signed = Signal(tuple)

    def __init__(self, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        mark_as_graphic(self)
        self._hint = hint
        self._strokes: tuple[Stroke, ...] = ()
        self._points: list[InkPoint] = []
        self._begun = 0
        self._paths: list[QPainterPath] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    @property
    def strokes(self) -> tuple[Stroke, ...]:
        """Everything drawn, the stroke under way not included."""
        return self._strokes

    def set_strokes(self, strokes: Sequence[Sequence[InkPoint]]) -> None:
        """Show these strokes; nothing is emitted, a stroke under way goes on."""
        self._strokes = tuple(
            tuple((float(x), float(y), float(p), float(t)) for x, y, p, t in stroke)
            for stroke in strokes
            if stroke
        )
        self._paths = None
        self.update()

    def set_hint(self, hint: str) -> None:
        """The soft words on an empty pad."""
        self._hint = hint
        self.update()

    def clear(self) -> None:
        """Take the signature away."""
        self._points = []
        if self._strokes:
            self.set_strokes(())
            self.signed.emit(())
        self.update()

    def sizeHint(self) -> QSize:
        """Wide enough for a name."""
        return QSize(px(480), px(130))

    def minimumSizeHint(self) -> QSize:
        """Still wide enough to sign."""
        return QSize(px(220), px(96))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a stroke."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._begin(event.position(), MOUSE_PRESSURE, event.timestamp())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with it."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go_on(event.position(), MOUSE_PRESSURE, event.timestamp())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End it."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._end()

    def tabletEvent(self, event: QTabletEvent) -> None:
        """The same with a pen, and with its pressure."""
        if event.type() == QEvent.Type.TabletPress:
            self._begin(event.position(), event.pressure(), event.timestamp())
        elif event.type() == QEvent.Type.TabletMove and self._points:
            self._go_on(event.position(), event.pressure(), event.timestamp())
        elif event.type() == QEvent.Type.TabletRelease:
            self._end()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete clears; all else goes to the page."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.clear()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The ink is laid out anew."""
        self._paths = None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field, the line to sign on, the hint or the ink."""
        colours = theme_colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75)
        painter.setBrush(QColor(colours.pad if self.isEnabled() else colours.sunken))
        pen = QPen(QColor(colours.line_control), 1.4)
        pen.setDashPattern([3.0, 2.5])
        painter.setPen(pen)
        painter.drawRoundedRect(box, px(RADIUS.control), px(RADIUS.control))
        line = box.bottom() - box.height() * 0.24
        painter.setPen(QPen(QColor(colours.line_rule), 1.2))
        painter.drawLine(QPointF(px(24), line), QPointF(box.right() - px(24), line))
        if not self._strokes and not self._points:
            painter.setPen(QColor(colours.text_soft))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(box.adjusted(px(12), 0, -px(12), 0), flags, self._hint)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.ink))
        for path in self._ink():
            painter.drawPath(path)
        painter.end()

    def _ink(self) -> list[QPainterPath]:
        if self._paths is None:
            self._paths = [self._path(stroke) for stroke in self._strokes]
        return [*self._paths, self._path(self._points)] if self._points else self._paths

    def _path(self, stroke: Sequence[InkPoint]) -> QPainterPath:
        wide = self.width()
        weight = unit() / 17.0
        points = [(x * wide, y * wide, pressure, at) for x, y, pressure, at in stroke]
        return qt_path(stroke_outline(points, THIN * weight, THICK * 1.25 * weight))

    def _point(self, at: QPointF, pressure: float, time: int) -> InkPoint:
        wide = max(1, self.width())
        x = min(max(at.x(), 0.0), wide) / wide
        y = min(max(at.y(), 0.0), self.height()) / wide
        return (x, y, min(max(pressure, 0.0), 1.0), float(max(0, time - self._begun)))

    def _begin(self, at: QPointF, pressure: float, time: int) -> None:
        self._begun = time
        self._points = [self._point(at, pressure, time)]
        self.update()

    def _go_on(self, at: QPointF, pressure: float, time: int) -> None:
        if self._points:
            self._points.append(self._point(at, pressure, time))
            self.update()

    def _end(self) -> None:
        if not self._points:
            return
        stroke, self._points = tuple(self._points), []
        self.set_strokes((*self._strokes, stroke))
        self.signed.emit(self._strokes)
