"""What a picture is made of: shapes in colour roles, repeated symbols, and its words.

Lengths are in the scene's own units; y grows downward. A painter scales the whole scene.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from sdm_aid.design.tokens import Role

Point = tuple[float, float]
Move = tuple[Literal["M"], float, float]
Line = tuple[Literal["L"], float, float]
Cubic = tuple[Literal["C"], float, float, float, float, float, float]
Close = tuple[Literal["Z"]]
Command = Move | Line | Cubic | Close
Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle, with rounded corners where ``radius`` is above 0."""

    x: float
    y: float
    width: float
    height: float
    fill: Role | None = None
    line: Role | None = None
    line_width: float = 1.0
    radius: float = 0.0


@dataclass(frozen=True, slots=True)
class Circle:
    """A circle around (x, y)."""

    x: float
    y: float
    radius: float
    fill: Role | None = None
    line: Role | None = None
    line_width: float = 1.0


@dataclass(frozen=True, slots=True)
class Path:
    """Moves, lines, cubic curves and closes; filled by the non-zero winding rule.

    Lines have round joins and ends; ``dash`` holds lengths on and off in scene units.
    """

    commands: tuple[Command, ...]
    fill: Role | None = None
    line: Role | None = None
    line_width: float = 1.0
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class TextRun:
    """One line of text; (x, y) is where its baseline starts, has its middle or ends.

    ``start`` is the left end whatever the script: scenes are mirrored by whoever makes them.
    """

    x: float
    y: float
    text: str
    size: float
    role: Role = "text"
    anchor: Anchor = "start"
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Use:
    """A symbol drawn with its top left corner at (x, y), ``scale`` times its size."""

    symbol: str
    x: float
    y: float
    scale: float = 1.0


Primitive = Rect | Circle | Path | TextRun
Shape = Primitive | Use


@dataclass(frozen=True, slots=True)
class Symbol:
    """A drawing that a scene repeats, painted once and placed many times."""

    name: str
    width: float
    height: float
    shapes: tuple[Primitive, ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """A whole picture; ``alt`` says in words what it shows."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    symbols: tuple[Symbol, ...] = ()
    alt: str = ""

    def symbol(self, name: str) -> Symbol:
        """Return a symbol by name; KeyError where the scene has none."""
        for symbol in self.symbols:
            if symbol.name == name:
                return symbol
        raise KeyError(name)

    def uses(self, name: str) -> Iterator[Use]:
        """Every place where a symbol stands, in painting order."""
        return (shape for shape in self.shapes if isinstance(shape, Use) and shape.symbol == name)


def moved(commands: tuple[Command, ...], dx: float, dy: float) -> tuple[Command, ...]:
    """Return path commands shifted by (dx, dy)."""
    return tuple(_map(command, 1.0, dx, dy) for command in commands)


def mirrored(commands: tuple[Command, ...], axis: float) -> tuple[Command, ...]:
    """Return path commands mirrored left to right at the vertical line x = ``axis``."""
    return tuple(_map(command, -1.0, 2 * axis, 0.0) for command in commands)


def _map(command: Command, sx: float, dx: float, dy: float) -> Command:
    match command:
        case ("M", x, y):
            return ("M", sx * x + dx, y + dy)
        case ("L", x, y):
            return ("L", sx * x + dx, y + dy)
        case ("C", a, b, c, d, x, y):
            return ("C", sx * a + dx, b + dy, sx * c + dx, d + dy, sx * x + dx, y + dy)
        case _:
            return ("Z",)


def smooth_closed(points: tuple[Point, ...] | list[Point]) -> tuple[Command, ...]:
    """Return a closed Catmull-Rom curve through ``points`` as cubic segments."""
    count = len(points)
    commands: list[Command] = [("M", *points[0])]
    for i in range(count):
        before, here = points[i - 1], points[i]
        there, after = points[(i + 1) % count], points[(i + 2) % count]
        commands.append(_segment(before, here, there, after))
    commands.append(("Z",))
    return tuple(commands)


def smooth_open(points: tuple[Point, ...] | list[Point]) -> tuple[Command, ...]:
    """Return an open Catmull-Rom curve through ``points``, its ends without overshoot."""
    commands: list[Command] = [("M", *points[0])]
    last = len(points) - 1
    for i in range(last):
        before, after = points[max(i - 1, 0)], points[min(i + 2, last)]
        commands.append(_segment(before, points[i], points[i + 1], after))
    return tuple(commands)


def _segment(before: Point, here: Point, there: Point, after: Point) -> Cubic:
    """One Catmull-Rom span (tension 0.5) as a cubic Bezier: control points at a sixth."""
    return (
        "C",
        here[0] + (there[0] - before[0]) / 6,
        here[1] + (there[1] - before[1]) / 6,
        there[0] - (after[0] - here[0]) / 6,
        there[1] - (after[1] - here[1]) / 6,
        *there,
    )
