"""One person of the legend, the same drawing as in the picture."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from sdm_aid.drawing.person import STATES, person_scene
from sdm_aid.ui.models.blocks import Glyph
from sdm_aid.ui.pages.compare.style import Measure
from sdm_aid.ui.painting.qt_painter import paint_scene
from sdm_aid.ui.theme.metrics import theme_colours


def paint_person(
    painter: QPainter, rect: QRectF, glyph: Glyph, measure: Measure, *, rtl: bool
) -> None:
    """One person in the state ``glyph``, at the leading side of ``rect``."""
    if glyph not in STATES:
        return
    scene = person_scene(glyph, measure.px(24))
    left = rect.right() - scene.width - 2 if rtl else rect.left() + 2
    painter.save()
    painter.translate(left, rect.center().y() - scene.height / 2)
    paint_scene(painter, scene, theme_colours())
    painter.restore()
