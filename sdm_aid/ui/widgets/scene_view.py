"""Shows a scene; one picture to look at and one object for screen readers."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from sdm_aid.drawing.scene import Scene
from sdm_aid.ui.painting.qt_painter import paint_scene
from sdm_aid.ui.theme.metrics import text_scale, theme_colours, theme_name
from sdm_aid.ui.widgets.graphic import mark_as_graphic

_EMPTY = Scene(1.0, 1.0, ())


class SceneView(QWidget):
    """Scene units are logical pixels at 100 % text; a narrower view shrinks the picture.

    The painted picture is kept until scene, size, pixel ratio, theme or text size change.
    """

    def __init__(self, parent: QWidget | None = None, *, focusable: bool = True) -> None:
        super().__init__(parent)
        mark_as_graphic(self)
        self.scene = _EMPTY
        self._zoom = 1.0
        self._picture: QPixmap | None = None
        self._key: tuple[object, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        if focusable:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def set_scene(self, scene: Scene, zoom: float = 1.0) -> None:
        """Show ``scene`` ``zoom`` times its size; its ``alt`` becomes the accessible name."""
        if scene == self.scene and zoom == self._zoom:
            return
        self.scene, self._zoom = scene, zoom
        if scene.alt:
            self.setAccessibleName(scene.alt)
        self._picture = None
        self.updateGeometry()
        self.update()

    def set_words(self, name: str, description: str = "") -> None:
        """Set what a screen reader says."""
        self.setAccessibleName(name)
        self.setAccessibleDescription(description)

    def sizeHint(self) -> QSize:
        """The scene at the text size in use."""
        factor = text_scale() * self._zoom
        return QSize(round(self.scene.width * factor), round(self.scene.height * factor))

    def minimumSizeHint(self) -> QSize:
        """Half the size still shows what matters."""
        return self.sizeHint() / 2

    def heightForWidth(self, width: int) -> int:
        """The height at the scale that fits ``width``."""
        return round(self.scene.height * self._factor(width))

    def scene_scale(self) -> float:
        """Logical pixels a scene unit, as painted now."""
        by_height = self.height() / self.scene.height
        return min(self._factor(self.width()), by_height)

    def scene_left(self) -> float:
        """Where the picture starts: at the reading side."""
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            return self.width() - self.scene.width * self.scene_scale()
        return 0.0

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text and follow the theme."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self.updateGeometry()
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Copy the kept picture."""
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._painted())
        painter.end()

    def _factor(self, width: int) -> float:
        return min(text_scale() * self._zoom, width / self.scene.width)

    def _painted(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        key = (self.size().toTuple(), ratio, theme_name(), self.scene_scale(), self.scene_left())
        if self._picture is None or key != self._key:
            picture = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
            picture.setDevicePixelRatio(ratio)
            picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(picture)
            painter.translate(self.scene_left(), 0)
            paint_scene(painter, self.scene, theme_colours(), self.scene_scale())
            painter.end()
            self._picture, self._key = picture, key
        return self._picture
