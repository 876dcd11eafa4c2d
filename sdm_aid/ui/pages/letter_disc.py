"""The letter of a thing we could do, in a plain disc: the same for every choice."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from sdm_aid.ui.theme.metrics import px, scaled_font, theme_colour


class LetterDisc(QWidget):
    """Paints one letter; says nothing to screen readers beyond it."""

    def __init__(self, letter: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"disc-{letter}")
        self.setAccessibleName(letter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._letter = letter

    def sizeHint(self) -> QSize:
        """A disc that grows with the text."""
        return QSize(px(34), px(34))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw disc and letter in the theme's neutral colours."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme_colour("line_control"), 1.5))
        painter.setBrush(theme_colour("sunken"))
        disc = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawEllipse(disc)
        painter.setPen(theme_colour("text"))
        painter.setFont(scaled_font(self, 1.0, bold=True))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, self._letter)
        painter.end()
