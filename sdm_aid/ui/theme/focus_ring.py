"""The focus ring: a gap in the ground's colour, then a thick line, around the focused control."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from sdm_aid.design.tokens import FOCUS_GAP, FOCUS_WIDTH, RADIUS
from sdm_aid.ui.theme.metrics import px, theme_colours

OWN_RING = "ownFocusRing"  # a widget with this property set draws focus inside itself
# by name: the classes of the text fields are not needed, and so not made, before the first paint
_TYPED_INTO = ("QLineEdit", "QPlainTextEdit", "QTextEdit", "QAbstractSpinBox")
_MOVES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)


class _Ring(QWidget):
    """Paints the two rings over a window; lets every click through."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("focus-ring")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme_colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = px(RADIUS.control)
        for inset, width, colour, grow in (
            (FOCUS_WIDTH + FOCUS_GAP / 2, FOCUS_GAP, colours.surface, 1),
            (FOCUS_WIDTH / 2, FOCUS_WIDTH, colours.focus, FOCUS_GAP + 1),
        ):
            painter.setPen(QPen(QColor(colour), width))
            frame = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(frame, radius + grow, radius + grow)
        painter.end()


class FocusRing(QObject):
    """Shows one ring in the window that has the focus; lives as a child of the application.

    A control clicked or touched shows it at the first key press, as browsers do; a text field
    shows it at once.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.setObjectName("focusRing")
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        self._ring: _Ring | None = None
        app.focusChanged.connect(self._focus_changed)

    def refresh(self) -> None:
        """Repaint, after the theme changed."""
        self._place()
        if self._ring is not None:
            self._ring.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        kind = event.type()
        if kind in _MOVES:
            self._place()
        elif kind == QEvent.Type.KeyPress and watched is self._target and self._ring is None:
            self._show()
        return False

    def _focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        self._forget()
        if new is None or new.inherits("QMenu") or new.isWindow() or new.property(OWN_RING):
            return
        self._target = new
        new.installEventFilter(self)
        self._watched.append(new)
        pressed = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
        if not pressed or any(map(new.inherits, _TYPED_INTO)):
            self._show()

    def _show(self) -> None:
        if self._target is None:
            return
        parent = self._target.parentWidget()
        while parent is not None:
            parent.installEventFilter(self)
            self._watched.append(parent)
            if parent.isWindow():
                break
            parent = parent.parentWidget()
        self._ring = _Ring(self._target.window())
        self._ring.destroyed.connect(self._ring_gone)
        self._place()

    def _place(self) -> None:
        if self._ring is None or self._target is None:
            return
        window = self._target.window()
        if self._ring.parentWidget() is not window or not self._target.isVisibleTo(window):
            self._ring.hide()
            return
        grow = FOCUS_GAP + FOCUS_WIDTH
        frame = QRect(self._target.mapTo(window, QPoint(0, 0)), self._target.size())
        frame.adjust(-grow, -grow, grow, grow)
        self._ring.setGeometry(frame)
        self._clip(frame, window)
        self._ring.raise_()

    def _clip(self, frame: QRect, window: QWidget) -> None:
        """Hide the part of the ring that a scroll area has scrolled away."""
        seen = frame.intersected(window.rect())
        parent = self._target.parentWidget() if self._target is not None else None
        while parent is not None and parent is not window:
            holder = parent.parentWidget()
            if isinstance(holder, QAbstractScrollArea) and holder.viewport() is parent:
                seen &= QRect(parent.mapTo(window, QPoint(0, 0)), parent.size())
            parent = holder
        if self._ring is None:
            return
        self._ring.setVisible(not seen.isEmpty())
        if seen == frame:
            self._ring.clearMask()
        elif not seen.isEmpty():
            self._ring.setMask(seen.translated(-frame.topLeft()))

    def _ring_gone(self) -> None:
        self._ring = None

    def _forget(self) -> None:
        for widget in self._watched:
            try:
                widget.removeEventFilter(self)
            except RuntimeError:  # already destroyed by Qt
                continue
        self._watched = []
        self._target = None
        ring, self._ring = self._ring, None
        if ring is not None:
            try:
                ring.destroyed.disconnect(self._ring_gone)
                ring.hide()
                ring.deleteLater()
            except RuntimeError:
                return
