"""A bracket beside a picture: from here to there the number could lie."""

from dataclasses import dataclass

from sdm_aid.drawing.scene import Anchor, Command, Path, Shape, TextRun

TEXT = 13.0
LETTER = 0.52  # mean width of a letter in ems, on the generous side for Latin
DEPTH = 7.0
GAP = 9.0


@dataclass(frozen=True, slots=True)
class Bracket:
    """From ``top`` to ``bottom`` in scene units; lines of ``label`` are split at line ends."""

    top: float
    bottom: float
    label: str
    scale: float = 1.0


def text_width(text: str, size: float) -> float:
    """Estimate the width of a line; only for keeping room, never for fitting exactly."""
    return len(text) * LETTER * size


def bracket_width(bracket: Bracket) -> float:
    """Room the bracket and its words take beside the picture."""
    lines = bracket.label.split("\n") if bracket.label else []
    words = max((text_width(line, TEXT) for line in lines), default=-5.0)
    return (GAP + DEPTH + 6.0 + words) * bracket.scale


def bracket_shapes(bracket: Bracket, edge: float, *, rtl: bool = False) -> tuple[Shape, ...]:
    """Draw the bracket outside ``edge``: to the right of it, or within its room if ``rtl``."""
    unit = bracket.scale
    if rtl:
        start, way = bracket_width(bracket) - GAP * unit, -1.0
    else:
        start, way = edge + GAP * unit, 1.0
    end = start + way * DEPTH * unit
    commands: tuple[Command, ...] = (
        ("M", start, bracket.top),
        ("L", end, bracket.top),
        ("L", end, bracket.bottom),
        ("L", start, bracket.bottom),
    )
    shapes: list[Shape] = [Path(commands, line="text", line_width=1.6 * unit)]
    lines = bracket.label.split("\n") if bracket.label else []
    middle = (bracket.top + bracket.bottom) / 2
    for index, line in enumerate(lines):
        drop = (index - (len(lines) - 1) / 2) * TEXT * 1.25 + TEXT * 0.36
        x = end + way * 6.0 * unit
        anchor: Anchor = "end" if rtl else "start"
        shapes.append(TextRun(x, middle + drop * unit, line, TEXT * unit, "text", anchor))
    return tuple(shapes)
