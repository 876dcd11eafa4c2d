"""The picture of one option: people, a bar or a ruler, one focusable object with one sentence."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from sdm_aid.drawing.scene import Scene
from sdm_aid.ui.pages.compare.cell import KEYED
from sdm_aid.ui.pages.compare.glyphs import paint_focus
from sdm_aid.ui.painting.qt_painter import paint_scene
from sdm_aid.ui.theme.focus_ring import OWN_RING
from sdm_aid.ui.theme.metrics import px, text_scale, theme_colours
from sdm_aid.ui.widgets.graphic import mark_as_graphic

_ROOM = 6
"""For the focus ring, in logical pixels."""


class PictureCanvas(QFrame):
    """Paints a scene at the text size in use; hidden where there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty(OWN_RING, True)
        mark_as_graphic(self)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.scene: Scene | None = None
        self.is_ruler = False
        self._room = 0
        self._ring = False

    def show_scene(self, scene: Scene | None, *, is_ruler: bool) -> None:
        """Paint this scene, or nothing."""
        self.scene, self.is_ruler = scene, is_ruler and scene is not None
        self.setVisible(scene is not None)
        self.setAccessibleName(scene.alt if scene is not None else "")
        self.updateGeometry()
        self.update()

    def fit(self, width: int) -> None:
        """Take at most ``width``: a picture is drawn smaller before it is cut off."""
        if width != self._room:
            self._room = width
            self.updateGeometry()
            self.update()

    def _scale(self) -> float:
        if self.scene is None or self._room <= 2 * _ROOM:
            return text_scale()
        return min(text_scale(), (self._room - 2 * _ROOM) / self.scene.width)

    def sizeHint(self) -> QSize:
        """The scene's own size, grown with the text."""
        if self.scene is None:
            return QSize(0, 0)
        scale = self._scale()
        width, height = self.scene.width * scale, self.scene.height * scale
        return QSize(round(width) + 2 * _ROOM, round(height) + 2 * _ROOM)

    def minimumSizeHint(self) -> QSize:
        """A picture keeps its size."""
        return self.sizeHint()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A ring for those who come by key."""
        self._ring = event.reason() in KEYED
        super().focusInEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        super().changeEvent(event)
        self.updateGeometry()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The picture, and the focus round it."""
        if self.scene is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(_ROOM, _ROOM)
        paint_scene(painter, self.scene, theme_colours(), self._scale())
        painter.resetTransform()
        if self.hasFocus() and self._ring:
            paint_focus(painter, QRectF(self.rect()), px(6))
