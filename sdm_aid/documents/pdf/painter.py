"""Scenes as PDF operators; a symbol that repeats becomes one form drawn many times.

A form placed by raw operators costs about a hundredth of drawing the figure anew, in time and size.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import singledispatch

from sdm_aid.design.tokens import Role
from sdm_aid.documents.blocks import Run
from sdm_aid.documents.pdf.flow import TextFlow
from sdm_aid.documents.pdf.pen import Pen, rounded
from sdm_aid.documents.pdf.printable import replaced
from sdm_aid.documents.pdf.theme import TextStyle, rgb
from sdm_aid.drawing.scene import Circle, Command, Path, Rect, Scene, Symbol, TextRun, Use

_ROUND = "1 J 1 j"
"""Round line ends and joins."""
_OPERATORS = {"M": "m", "L": "l", "C": "c", "Z": "h"}


def paint(pen: Pen, scene: Scene, x: float, top: float, scale: float) -> None:
    """Draw a scene with its top left corner at (x, top), `scale` points to one of its units."""
    forms = {symbol.name: _form(pen, symbol) for symbol in scene.symbols}
    # one flip of the y axis for the whole scene
    code = [f"q {scale:.5f} 0 0 {-scale:.5f} {x:.2f} {top:.2f} cm {_ROUND}"]
    for shape in scene.shapes:
        if isinstance(shape, Use):
            size = f"{shape.scale:.4f}"
            code.append(
                f"q {size} 0 0 {size} {shape.x:.2f} {shape.y:.2f} cm {forms[shape.symbol]} Q"
            )
        elif isinstance(shape, TextRun):
            code += _text(pen, shape)
        else:
            code.append(_drawn(shape))
    pen.canvas.operators(*code, "Q")


def _form(pen: Pen, symbol: Symbol) -> str:
    """The operators that draw a symbol: a form, or its shapes if it holds text."""
    if any(isinstance(shape, TextRun) for shape in symbol.shapes):
        code: list[str] = []
        for shape in symbol.shapes:
            code += _text(pen, shape) if isinstance(shape, TextRun) else [_drawn(shape)]
        return " ".join(code)
    drawn = " ".join((_ROUND, *(_drawn(shape) for shape in symbol.shapes)))
    box = (-1.0, -1.0, symbol.width + 1.0, symbol.height + 1.0)  # strokes may overhang
    return pen.canvas.symbol(symbol.name, box, drawn)


def _text(pen: Pen, run: TextRun) -> list[str]:
    """One line of text, set upright again, by its anchor."""
    style = TextStyle(run.size, run.size, run.role, run.bold)
    line = TextFlow((Run(replaced(run.text).replace("\n", " ")),), style, 0).lines(1e9)[0]
    left = run.x - {"start": 0.0, "middle": 0.5, "end": 1.0}[run.anchor] * line.width
    code = [f"BT 1 0 0 -1 {left:.3f} {run.y:.3f} Tm"]
    for span in line.spans:
        code += [f"{rgb(span.colour)} rg", *pen.shown(span, span.text, run.size)]
    return [*code, "ET"]


@singledispatch
def _drawn(shape: object) -> str:
    """The operators of one shape in its scene's units."""
    raise TypeError(f"no painter for {type(shape).__name__}")


@_drawn.register
def _(shape: Rect) -> str:
    path = rounded((shape.x, shape.y, shape.width, shape.height), shape.radius, places=3)
    return _painted(path, shape.fill, shape.line, shape.line_width)


@_drawn.register
def _(shape: Circle) -> str:
    radius = shape.radius
    path = rounded((shape.x - radius, shape.y - radius, 2 * radius, 2 * radius), radius, places=3)
    return _painted(path, shape.fill, shape.line, shape.line_width)


@_drawn.register
def _(shape: Path) -> str:
    path = path_operators(shape.commands)
    if not shape.dash:
        return _painted(path, shape.fill, shape.line, shape.line_width)
    pattern = " ".join(f"{length:g}" for length in shape.dash)
    return f"[{pattern}] 0 d {_painted(path, shape.fill, shape.line, shape.line_width)} [] 0 d"


def path_operators(commands: Iterable[Command]) -> str:
    """Moves, lines, curves and closes as PDF writes them."""
    return " ".join(
        " ".join((*(f"{float(n):.3f}" for n in command[1:]), _OPERATORS[command[0]]))
        for command in commands
    )


def _painted(path: str, fill: Role | None, line: Role | None, weight: float) -> str:
    if fill is None and line is None:
        return ""
    head = f"{rgb(fill)} rg " if fill else ""
    head += f"{rgb(line)} RG {weight:.3f} w " if line else ""
    return f"{head}{path} {'B' if fill and line else 'S' if line else 'f'}"
