"""The program's mark and name; in a visit also the button of the main menu."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QMenu, QWidget

from sdm_aid.i18n import _

NAME = "SDM Aid"


class Brand(QAbstractButton):
    """Two columns in a square: the two ways that lie side by side; beside it the name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("brand")
        self.setAccessibleName(_("SDM Aid, menu"))
        self._named = True
        self._menu: QMenu | None = None
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def setMenu(self, menu: QMenu) -> None:  # noqa: N802  (as QPushButton names it)
        """Open ``menu`` on a click."""
        self._menu = menu
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(self._open)

    def show_name(self, shown: bool) -> None:
        """Show the name beside the mark, or the mark alone."""
        if shown != self._named:
            self._named = shown
            self.updateGeometry()
            self.update()

    def full_width(self) -> int:
        """Width with the name."""
        return self._side() + 14 + self._metrics_width() + self._arrow()

    def mark_width(self) -> int:
        """Width without the name."""
        return self._side() + 8 + self._arrow()

    def sizeHint(self) -> QSize:
        """The mark, and the name where it is shown."""
        width = self.full_width() if self._named else self.mark_width()
        return QSize(width, max(44, self._side() + 8))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the mark, the name and, with a menu, a small arrow."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = self._side()
        top = (self.height() - side) / 2
        palette = self.palette()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.highlight())
        painter.drawRoundedRect(QRectF(0, top, side, side), side * 0.26, side * 0.26)
        painter.setBrush(palette.highlightedText())
        for left, opacity in ((0.2, 1.0), (0.55, 0.62)):
            painter.setOpacity(opacity)
            painter.drawRoundedRect(
                QRectF(side * left, top + side * 0.26, side * 0.26, side * 0.48),
                side * 0.08,
                side * 0.08,
            )
        painter.setOpacity(1.0)
        self._draw_words(painter, side)
        painter.end()

    def _draw_words(self, painter: QPainter, side: int) -> None:
        painter.setPen(self.palette().windowText().color())
        painter.setFont(self._bold())
        words = QRectF(side + 14, 0, self.width() - side - 14, self.height())
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        text = NAME if self._named else ""
        if self._menu is not None:
            text = f"{text} ▾".strip()
        if not self._named:
            words = QRectF(side + 4, 0, self.width() - side - 4, self.height())
        painter.drawText(words, middle, text)

    def _side(self) -> int:
        return round(self.fontMetrics().height() * 1.35)

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _metrics_width(self) -> int:
        from PySide6.QtGui import QFontMetrics

        return QFontMetrics(self._bold()).horizontalAdvance(NAME) + 4

    def _arrow(self) -> int:
        return round(self.fontMetrics().height() * 0.9) if self._menu is not None else 0

    def _open(self) -> None:
        if self._menu is not None:
            self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
