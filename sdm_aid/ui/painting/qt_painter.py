"""Paint a scene with QPainter; repeated symbols come from a cache of small images."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QPainter,
    QPainterPath,
    QPen,
)

from sdm_aid.design.tokens import Role, ThemeColours
from sdm_aid.drawing.scene import (
    Circle,
    Command,
    Path,
    Primitive,
    Rect,
    Scene,
    Shape,
    Symbol,
    TextRun,
    Use,
)
from sdm_aid.ui.theme.fonts import FAMILY

_MARGIN = 1.0  # room around a glyph for its outline, in logical pixels


def paint_scene(painter: QPainter, scene: Scene, colours: ThemeColours, scale: float = 1.0) -> None:
    """Paint ``scene`` at the painter's origin, ``scale`` logical pixels a unit.

    The device's pixel ratio is honoured; text is set in the program's font. Raises KeyError where
    a symbol is used that the scene does not hold.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    try:
        _paint_shapes(painter, scene, colours, scale)
    finally:
        painter.restore()


def _paint_shapes(painter: QPainter, scene: Scene, colours: ThemeColours, scale: float) -> None:
    ratio = painter.device().devicePixelRatio()
    glyphs: dict[tuple[str, float], QImage] = {}
    known = {symbol.name: symbol for symbol in scene.symbols}
    for shape in scene.shapes:
        if isinstance(shape, Use):
            # looked up once a symbol and size: hashing a symbol a thousand times would show
            key = (shape.symbol, shape.scale)
            glyph = glyphs.get(key)
            if glyph is None:
                glyph = _glyph(known[shape.symbol], shape.scale * scale, ratio, colours)
                glyphs[key] = glyph
            at = QPointF(shape.x * scale - _MARGIN, shape.y * scale - _MARGIN)
            painter.drawImage(_snapped(at, ratio), glyph)
        else:
            _paint(painter, shape, colours, scale)


def qt_path(commands: tuple[Command, ...], scale: float = 1.0) -> QPainterPath:
    """Return path commands as a QPainterPath with non-zero winding."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for command in commands:
        match command:
            case ("M", x, y):
                path.moveTo(x * scale, y * scale)
            case ("L", x, y):
                path.lineTo(x * scale, y * scale)
            case ("C", a, b, c, d, x, y):
                path.cubicTo(a * scale, b * scale, c * scale, d * scale, x * scale, y * scale)
            case _:
                path.closeSubpath()
    return path


def clear_glyphs() -> None:
    """Forget the cached glyphs (they hold no reference to an application)."""
    _glyph.cache_clear()


def _snapped(at: QPointF, ratio: float) -> QPointF:
    """Move a glyph to whole device pixels, so that all of them look the same."""
    return QPointF(round(at.x() * ratio) / ratio, round(at.y() * ratio) / ratio)


@lru_cache(maxsize=64)
def _glyph(symbol: Symbol, scale: float, ratio: float, colours: ThemeColours) -> QImage:
    width = symbol.width * scale + 2 * _MARGIN
    height = symbol.height * scale + 2 * _MARGIN
    glyph = QImage(
        round(width * ratio + 0.5),
        round(height * ratio + 0.5),
        QImage.Format.Format_ARGB32_Premultiplied,
    )
    glyph.setDevicePixelRatio(ratio)
    glyph.fill(Qt.GlobalColor.transparent)
    painter = QPainter(glyph)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(_MARGIN, _MARGIN)
    for shape in symbol.shapes:
        _paint(painter, shape, colours, scale)
    painter.end()
    return glyph


def _paint(painter: QPainter, shape: Primitive | Shape, colours: ThemeColours, k: float) -> None:
    match shape:
        case Rect():
            _dress(painter, colours, shape.fill, shape.line, shape.line_width, k)
            box = QRectF(shape.x * k, shape.y * k, shape.width * k, shape.height * k)
            painter.drawRoundedRect(box, shape.radius * k, shape.radius * k)
        case Circle():
            _dress(painter, colours, shape.fill, shape.line, shape.line_width, k)
            painter.drawEllipse(
                QPointF(shape.x * k, shape.y * k), shape.radius * k, shape.radius * k
            )
        case Path():
            _dress(painter, colours, shape.fill, shape.line, shape.line_width, k, shape.dash)
            painter.drawPath(qt_path(shape.commands, k))
        case TextRun():
            _text(painter, shape, colours, k)


def _dress(
    painter: QPainter,
    colours: ThemeColours,
    fill: Role | None,
    line: Role | None,
    line_width: float,
    k: float,
    dash: tuple[float, ...] = (),
) -> None:
    painter.setBrush(QBrush(QColor(colours.colour(fill))) if fill else Qt.BrushStyle.NoBrush)
    if line is None:
        painter.setPen(Qt.PenStyle.NoPen)
        return
    pen = QPen(QColor(colours.colour(line)), line_width * k)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if dash:
        # Qt counts dashes in pen widths; the scene in its own units
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([length / line_width for length in dash])
    painter.setPen(pen)


def _text(painter: QPainter, run: TextRun, colours: ThemeColours, k: float) -> None:
    font = QFont(FAMILY)
    font.setPixelSize(max(1, round(run.size * k)))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setWeight(QFont.Weight.DemiBold if run.bold else QFont.Weight.Normal)
    painter.setFont(font)
    painter.setPen(QColor(colours.colour(run.role)))
    width = QFontMetricsF(font).horizontalAdvance(run.text)
    shift = {"start": 0.0, "middle": width / 2, "end": width}[run.anchor]
    painter.drawText(QPointF(run.x * k - shift, run.y * k), run.text)
