"""The body chart to touch: places are marked and cleared by finger, mouse or keys."""

from collections.abc import Collection, Mapping

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QWidget

from sdm_aid.drawing.body_chart import body_chart, centre, region_at
from sdm_aid.drawing.body_regions import REGION_IDS, REGIONS
from sdm_aid.ui.widgets.scene_view import SceneView

_NEAR = 9.0  # a touch this many units beside a place still means it
_WAYS = {
    Qt.Key.Key_Left: (-1.0, 0.0),
    Qt.Key.Key_Right: (1.0, 0.0),
    Qt.Key.Key_Up: (0.0, -1.0),
    Qt.Key.Key_Down: (0.0, 1.0),
}


class BodyChartView(SceneView):
    """``toggled(str)`` carries the id of a place that was touched or pressed with Space.

    Arrow keys move from place to place; Enter asks for the same places as a list
    (``list_asked``). What is marked is set from outside, never here.
    """

    toggled = Signal(str)
    list_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marked: frozenset[str] = frozenset()
        self._names: Mapping[str, str] = {}
        self._captions = ("", "")
        self._focused: str | None = None
        self._pressed: str | None = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._renew()

    def set_names(self, names: Mapping[str, str], captions: tuple[str, str]) -> None:
        """Name the places by id, and the views front and back."""
        self._names, self._captions = names, captions
        self._renew()

    def set_marked(self, ids: Collection[str]) -> None:
        """Show exactly these places as marked."""
        self._marked = frozenset(ids) & REGION_IDS
        self._renew()

    @property
    def marked(self) -> frozenset[str]:
        """The places shown as marked."""
        return self._marked

    @property
    def focused(self) -> str | None:
        """The place the keys are at."""
        return self._focused

    def place_at(self, point: QPointF) -> str | None:
        """The id of the place under or just beside a point of the widget."""
        scale = self.scene_scale()
        x, y = (point.x() - self.scene_left()) / scale, point.y() / scale
        hit = region_at(x, y)
        if hit is not None:
            return hit
        near = (
            (-1, 0),
            (1, 0),
            (0, -1),
            (0, 1),
            (-0.7, -0.7),
            (0.7, -0.7),
            (-0.7, 0.7),
            (0.7, 0.7),
        )
        for dx, dy in near:
            hit = region_at(x + dx * _NEAR, y + dy * _NEAR)
            if hit is not None:
                return hit
        return None

    def point_of(self, region_id: str) -> QPointF:
        """Where the middle of a place lies in the widget."""
        x, y = centre(region_id)
        scale = self.scene_scale()
        return QPointF(self.scene_left() + x * scale, y * scale)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where the touch began."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = self.place_at(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A touch that ends where it began toggles that place."""
        pressed, self._pressed = self._pressed, None
        if pressed is not None and self.place_at(event.position()) == pressed:
            self.toggled.emit(pressed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move, Space toggles, Enter asks for the list."""
        key = Qt.Key(event.key())
        if key in _WAYS:
            self._focus(self._next(*_WAYS[key]))
        elif key == Qt.Key.Key_Space and self._focused:
            self.toggled.emit(self._focused)
            self._announce()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.list_asked.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Coming by key starts at the first place."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self._focus(self._focused or REGIONS[0].id)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """No place is outlined any more."""
        super().focusOutEvent(event)
        self._focus(None)

    def _next(self, dx: float, dy: float) -> str:
        """The nearest place that lies mostly in the direction of an arrow."""
        if self._focused is None:
            return REGIONS[0].id
        x, y = centre(self._focused)
        best, least = self._focused, float("inf")
        for region in REGIONS:
            rx, ry = centre(region.id)
            along = (rx - x) * dx + (ry - y) * dy
            aside = abs((rx - x) * dy) + abs((ry - y) * dx)
            if along > 1.0 and along + 2.2 * aside < least:
                best, least = region.id, along + 2.2 * aside
        return best

    def _focus(self, region: str | None) -> None:
        if region == self._focused:
            return
        self._focused = region
        self._renew()
        if region is not None:
            self._announce()

    def _announce(self) -> None:
        name = self._names.get(self._focused or "", "")
        if name:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, name))

    def _renew(self) -> None:
        self.set_scene(body_chart(self._marked, focused=self._focused, captions=self._captions))
