"""The band across a row whose numbers come from different studies (D-70)."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from sdm_aid.i18n import _
from sdm_aid.ui.models.blocks import Block
from sdm_aid.ui.pages.compare.flow import BlockFlow
from sdm_aid.ui.pages.compare.style import Measure, colour


class Band(QLabel):
    """Hatched from its leading edge; the words stand on plain ground."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.tight = False
        """Less space above and below, as in the cells of its row."""

    def set_words(self, words: str) -> None:
        """Show ``words`` after the band's own name."""
        self.setText(words)
        self.setAccessibleName(f"{_('Different studies.')} {words}")
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Text wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Words and the ground round them."""
        measure = Measure(self)
        return self._flow(measure).height(self._inner(width, measure)) + 2 * self._above(measure)

    def sizeHint(self) -> QSize:
        """One line at a wide row's width."""
        return QSize(400, self.heightForWidth(400))

    def minimumSizeHint(self) -> QSize:
        """Any width will do."""
        return QSize(100, Measure(self).px(36))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Hatch, ground, words."""
        measure = Measure(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        painter.fillRect(rect, colour("surface"))
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        edge = QRectF(rect.left(), rect.top(), measure.px(EDGE), rect.height())
        if rtl:
            edge.moveRight(rect.right())
        hatch(painter, edge, measure)
        inner = self._inner(self.width(), measure)
        ground = QRectF(edge.right() + measure.px(14), self._above(measure), inner, rect.height())
        if rtl:
            ground.moveRight(edge.left() - measure.px(14))
        self._flow(measure).paint(painter, ground)

    def _above(self, measure: Measure) -> int:
        return measure.px(5 if self.tight else 10)

    def _inner(self, width: int, measure: Measure) -> int:
        return width - measure.px(EDGE) - measure.px(28)

    def _flow(self, measure: Measure) -> BlockFlow:
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return BlockFlow(
            (Block("lined", _("Different studies."), tail=self.text()),), measure, rtl=rtl
        )


EDGE = 34


def hatch(painter: QPainter, rect: QRectF, measure: Measure) -> None:
    """Diagonal stripes within ``rect``."""
    painter.save()
    painter.setClipRect(rect)
    painter.fillRect(rect, colour("surface"))
    step, thick = measure.px(14), measure.px(6)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(colour("line_control")))
    x = rect.left() - rect.height()
    while x < rect.right() + rect.height():
        painter.drawPolygon(
            [
                QPointF(x, rect.bottom()),
                QPointF(x + thick, rect.bottom()),
                QPointF(x + thick + rect.height(), rect.top()),
                QPointF(x + rect.height(), rect.top()),
            ]
        )
        x += step
    painter.restore()
