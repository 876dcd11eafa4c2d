"""How sure anyone is: four dots and the words that match the grade, never one without the other."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from sdm_aid.drawing.certainty import certainty_dots
from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.scene_view import SceneView


class CertaintyDots(QWidget):
    """Set by :meth:`set_level`; a screen reader hears the words."""

    def __init__(self, level: int = 0, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dots = SceneView(self, focusable=False)
        self._dots.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._words = QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        row.addWidget(self._dots, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._words, 1)
        self.set_level(level, words)

    def set_level(self, level: int, words: str) -> None:
        """Fill ``level`` of four dots; ValueError outside 0 to 4."""
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self._dots.set_scene(certainty_dots(level, 11.0, rtl=rtl))
        self._words.setText(words)
        self.setAccessibleName(words)
