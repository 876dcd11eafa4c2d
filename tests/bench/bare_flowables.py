"""Pictures and ink as plain flowables: the yardstick draws the same figures."""

from __future__ import annotations

from itertools import pairwise

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.platypus import (
    Flowable,
)

from sdm_aid.design.tokens import PRINT, Role
from sdm_aid.documents import blocks as b
from sdm_aid.documents.pdf.fonts import BOLD, REGULAR
from sdm_aid.drawing.scene import Circle, Path, Rect, Scene, Shape, TextRun, Use

MARGIN = 15 * mm
WIDTH = A4[0] - 2 * MARGIN


class Drawing(Flowable):  # type: ignore[misc]
    """A scene by canvas calls; a symbol that repeats is a form, as reportlab offers it."""

    def __init__(self, scene: Scene, width: float) -> None:
        super().__init__()
        self.scene, self.scale = scene, width / scene.width
        self.width, self.height = width, scene.height * self.scale

    def wrap(self, *_room: float) -> tuple[float, float]:
        """The size, whatever the room."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw every shape."""
        canvas = self.canv
        for symbol in self.scene.symbols:
            if not canvas.hasForm(symbol.name):
                canvas.beginForm(symbol.name)
                for part in symbol.shapes:
                    self.shape(part)
                canvas.endForm()
        canvas.translate(0, self.height)
        canvas.scale(self.scale, -self.scale)
        for shape in self.scene.shapes:
            self.shape(shape)

    def shape(self, shape: Shape) -> None:
        """Draw one shape in the scene's units."""
        canvas = self.canv
        match shape:
            case Use():
                canvas.saveState()
                canvas.translate(shape.x, shape.y)
                canvas.scale(shape.scale, shape.scale)
                canvas.doForm(shape.symbol)
                canvas.restoreState()
            case TextRun():
                canvas.saveState()
                canvas.translate(shape.x, shape.y)
                canvas.scale(1, -1)
                canvas.setFont(BOLD if shape.bold else REGULAR, shape.size)
                canvas.setFillColor(PRINT.colour(shape.role))
                canvas.drawString(0, 0, shape.text)
                canvas.restoreState()
            case Rect():
                fill, line = self._colours(shape.fill, shape.line, shape.line_width)
                box = (shape.x, shape.y, shape.width, shape.height, shape.radius)
                canvas.roundRect(*box, stroke=line, fill=fill)
            case Circle():
                fill, line = self._colours(shape.fill, shape.line, shape.line_width)
                canvas.circle(shape.x, shape.y, shape.radius, stroke=line, fill=fill)
            case Path():
                self._path(shape)

    def _path(self, shape: Path) -> None:
        path = self.canv.beginPath()
        steps = {"M": path.moveTo, "L": path.lineTo, "C": path.curveTo, "Z": path.close}
        for name, *numbers in shape.commands:
            steps[name](*numbers)
        fill, line = self._colours(shape.fill, shape.line, shape.line_width)
        self.canv.drawPath(path, stroke=line, fill=fill)

    def _colours(self, fill: Role | None, line: Role | None, weight: float) -> tuple[int, int]:
        if fill:
            self.canv.setFillColor(PRINT.colour(fill))
        if line:
            self.canv.setStrokeColor(PRINT.colour(line))
            self.canv.setLineWidth(weight)
        return int(fill is not None), int(line is not None)


class Ink(Flowable):  # type: ignore[misc]
    """A signature as lines of the width of its pressure."""

    def __init__(self, strokes: tuple[b.Stroke, ...]) -> None:
        super().__init__()
        self.strokes, self.width, self.height = strokes, 150.0, 45.0

    def wrap(self, *_room: float) -> tuple[float, float]:
        """The size, whatever the room."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw each stroke point by point."""
        for stroke in self.strokes:
            for (x, y, pressure), (u, v, _next) in pairwise(stroke):
                self.canv.setLineWidth(0.6 + pressure)
                self.canv.line(x * 150, 45 - y * 45, u * 150, 45 - v * 45)
