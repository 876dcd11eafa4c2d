"""The person glyph: one neutral standing figure in the states an icon array needs."""

from typing import Literal

from sdm_aid.design.tokens import Role
from sdm_aid.drawing.scene import (
    Circle,
    Command,
    Path,
    Primitive,
    Scene,
    Symbol,
    Use,
    mirrored,
    moved,
)

State = Literal["anyway", "added", "fewer", "neither"]
STATES: tuple[State, ...] = ("anyway", "added", "fewer", "neither")
WIDTH, HEIGHT = 10.0, 19.0
HATCH = "hatch"

_HEAD = (5.0, 2.5, 2.1)
# the right half from the collar down and back up the inside of the leg; mirrored for the left
_HALF: tuple[Command, ...] = (
    ("M", 5.0, 5.35),
    ("L", 6.6, 5.35),
    ("C", 8.0, 5.35, 8.75, 6.2, 8.75, 7.6),
    ("L", 8.75, 11.3),
    ("C", 8.75, 12.25, 7.55, 12.25, 7.5, 11.4),
    ("L", 7.35, 17.7),
    ("C", 7.3, 18.85, 5.65, 18.85, 5.6, 17.7),
    ("L", 5.42, 13.3),
    ("C", 5.38, 12.85, 5.2, 12.8, 5.0, 12.8),
)


def person_outline() -> tuple[Command, ...]:
    """The body below the head as one closed path in a 10 by 19 box."""
    left = mirrored(_HALF, 5.0)
    return (*_HALF, *_backwards(left), ("Z",))


def _backwards(commands: tuple[Command, ...]) -> tuple[Command, ...]:
    """Run an open path from its end to its start, going on from where the pen is."""
    ends = [command[-2:] for command in commands if command[0] != "Z"]
    back: list[Command] = []
    for index in range(len(commands) - 1, 0, -1):
        command, to = commands[index], ends[index - 1]
        if command[0] == "C":
            a, b, c, d = command[1:5]
            back.append(("C", c, d, a, b, float(to[0]), float(to[1])))
        else:
            back.append(("L", float(to[0]), float(to[1])))
    return tuple(back)


_BODY = person_outline()
_PLUS: tuple[Command, ...] = (("M", 3.3, 8.7), ("L", 6.7, 8.7), ("M", 5.0, 7.0), ("L", 5.0, 10.4))
_MINUS: tuple[Command, ...] = (("M", 3.55, 8.7), ("L", 6.45, 8.7))


def person_shapes(state: State) -> tuple[Primitive, ...]:
    """The shapes of one figure in a state.

    ``anyway`` solid; ``added`` solid and darker with a plus; ``fewer`` a thick outline with a
    minus (it would have happened, the treatment prevents it); ``neither`` a thin outline.
    """
    x, y, radius = _HEAD
    if state in ("anyway", "added"):
        fill: Role = "icon_anyway" if state == "anyway" else "icon_added"
        body: tuple[Primitive, ...] = (
            Circle(x, y, radius + 0.1, fill=fill),
            Path(_BODY, fill=fill),
        )
        plus = Path(_PLUS, line="icon_added_mark", line_width=1.35)
        return body if state == "anyway" else (*body, plus)
    line: Role = "icon_neither" if state == "neither" else "icon_added"
    width = 0.78 if state == "neither" else 1.25
    shapes: tuple[Primitive, ...] = (
        Circle(x, y, radius - width / 4, line=line, line_width=width),
        Path(_BODY, line=line, line_width=width),
    )
    minus = Path(_MINUS, line="icon_added", line_width=1.6)
    return shapes if state == "neither" else (*shapes, minus)


def person_symbol(state: State) -> Symbol:
    """A figure as a symbol named after its state."""
    return Symbol(state, WIDTH, HEIGHT, person_shapes(state))


def hatch_symbol(width: float, height: float) -> Symbol:
    """Diagonal stripes on the ground behind a figure between the lower and the upper bound.

    The tile is one pitch wide and high and its stripes run on in the next tile; a halo keeps the
    figure itself clear. Draw it with its corner at :func:`hatch_corner` of the figure's.
    """
    count, rise = 5, 3
    step = height / count
    stripes: list[Command] = []
    for index in range(1, count + rise):
        x0, y0, x1, y1 = 0.0, index * step, width, (index - rise) * step
        run = width / (rise * step)
        if y0 > height:
            x0, y0 = (y0 - height) * run, height
        if y1 < 0:
            x1, y1 = width + y1 * run, 0.0
        stripes += [("M", x0, y0), ("L", x1, y1)]
    dx, dy = (width - WIDTH) / 2, (height - HEIGHT) / 2
    x, y, radius = _HEAD
    return Symbol(
        HATCH,
        width,
        height,
        (
            Path(tuple(stripes), line="line_control", line_width=0.55),
            Circle(x + dx, y + dy, radius, fill="surface", line="surface", line_width=1.6),
            Path(moved(_BODY, dx, dy), fill="surface", line="surface", line_width=1.6),
        ),
    )


def hatch_corner(x: float, y: float, width: float, height: float) -> tuple[float, float]:
    """Where the hatch tile of a figure at (x, y) starts."""
    return x - (width - WIDTH) / 2, y - (height - HEIGHT) / 2


def person_scene(state: State, height: float, *, hatched: bool = False) -> Scene:
    """One figure alone, for a legend; its words stand beside it, so it has no alt text."""
    tile_width, tile_height = WIDTH + 4.0, HEIGHT + 3.0
    scale = height / (tile_height if hatched else HEIGHT)
    if not hatched:
        return Scene(WIDTH * scale, height, (Use(state, 0.0, 0.0, scale),), (person_symbol(state),))
    inset = Use(state, 2.0 * scale, 1.5 * scale, scale)
    symbols = (hatch_symbol(tile_width, tile_height), person_symbol(state))
    return Scene(tile_width * scale, height, (Use(HATCH, 0.0, 0.0, scale), inset), symbols)
