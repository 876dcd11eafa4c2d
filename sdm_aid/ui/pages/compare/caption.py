"""Letter disc and name: how a thing we could do is called, the same on every screen."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QTextLayout

from sdm_aid.ui.pages.compare.flow import lay_text
from sdm_aid.ui.pages.compare.glyphs import paint_disc
from sdm_aid.ui.pages.compare.style import Measure, colour

DISC = 34
GAP = 10


class Caption:
    """A disc with a letter and a bold name beside it."""

    def __init__(self, letter: str, name: str, times: float = 1.04) -> None:
        self._letter = letter
        self._name = name
        self._times = times
        self._known: dict[object, tuple[QTextLayout, float]] = {}

    def height(self, width: float, measure: Measure, *, rtl: bool) -> int:
        """How high it stands in this width."""
        return round(max(self._lay_out(width, measure, rtl)[1], measure.px(DISC)))

    def paint(self, painter: QPainter, rect: QRectF, measure: Measure, *, rtl: bool) -> None:
        """Paint at the top of ``rect``."""
        text, height = self._lay_out(rect.width(), measure, rtl)
        size = measure.px(DISC)
        shift = size + measure.px(GAP)
        box = QRectF(rect.left(), rect.top(), size, size)
        if rtl:
            box.moveRight(rect.right())
        # one line of text stands beside the middle of the disc
        above = max(0.0, (size - height) / 2)
        paint_disc(painter, box, self._letter, measure)
        painter.setPen(colour("text"))
        left = rect.left() if rtl else rect.left() + shift
        text.draw(painter, QPointF(left, rect.top() + above))

    def _lay_out(self, width: float, measure: Measure, rtl: bool) -> tuple[QTextLayout, float]:
        key = (width, measure.key, rtl)
        if key not in self._known:
            font = measure.font(self._times, bold=True)
            inner = max(20.0, width - measure.px(DISC) - measure.px(GAP))
            text, _natural, height = lay_text(self._name, font, inner, rtl=rtl)
            self._known[key] = text, height
        return self._known[key]
