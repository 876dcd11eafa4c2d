"""Handwriting: recorded strokes to a smooth outline whose width follows the pressure."""

from collections.abc import Sequence
from math import hypot

from sdm_aid.design.tokens import Role
from sdm_aid.drawing.scene import Command, Path, Point, Primitive, Scene, smooth_closed

InkPoint = tuple[float, float, float, float]
"""x, y, pressure from 0 to 1, milliseconds since the first point."""
Stroke = Sequence[InkPoint]

THIN, THICK = 0.6, 3.2
STEP = 1.2
KAPPA = 0.5523  # control-point distance at which a cubic comes closest to a quarter circle


def thinned(stroke: Stroke, step: float = STEP) -> list[InkPoint]:
    """Drop points nearer than ``step`` to the last one kept and calm the pressure."""
    kept = [stroke[0]]
    for point in stroke[1:]:
        last = kept[-1]
        if hypot(point[0] - last[0], point[1] - last[1]) >= step:
            pressure = 0.5 * point[2] + 0.5 * last[2]
            kept.append((point[0], point[1], pressure, point[3]))
    return kept


def stroke_outline(
    stroke: Stroke, thin: float = THIN, thick: float = THICK, step: float = STEP
) -> tuple[Command, ...]:
    """Return the closed outline of one stroke; a touch without movement becomes a dot.

    ``thin`` and ``thick`` are the widths at no and at full pressure. At a sharp turn
    one ribbon ends, a disc joins it to the next: together they stay whole under the non-zero
    winding rule.
    """
    points = thinned(stroke, step)
    if len(points) < 2:
        x, y, pressure, _ = points[0]
        return _disc(x, y, max(_half(pressure, thin, thick), 0.4 * thick))
    centres = _centres(points)
    halves = [_half(point[2], thin, thick) for point in points]
    halves[0] *= 0.45
    halves[-1] *= 0.45
    commands: list[Command] = []
    start = 0
    last = len(centres) - 1
    for index in range(1, last + 1):
        if index == last or _turns_sharply(centres, index):
            commands.extend(_ribbon(centres[start : index + 1], halves[start : index + 1]))
            if index < last:  # a disc joins two ribbons at a turn
                commands.extend(_disc(*centres[index], halves[index]))
            start = index
    return tuple(commands)


def fitted(
    strokes: Sequence[Stroke], width: float, height: float, pad: float = 4.0
) -> list[Stroke]:
    """Scale and centre strokes into ``width`` by ``height``, keeping their shape."""
    xs = [point[0] for stroke in strokes for point in stroke]
    ys = [point[1] for stroke in strokes for point in stroke]
    if not xs:
        return []
    wide, high = max(xs) - min(xs), max(ys) - min(ys)
    scale = min((width - 2 * pad) / (wide or 1e9), (height - 2 * pad) / (high or 1e9), 1e6)
    if not wide and not high:
        scale = 1.0
    dx = (width - scale * wide) / 2 - scale * min(xs)
    dy = (height - scale * high) / 2 - scale * min(ys)
    return [
        [(scale * x + dx, scale * y + dy, pressure, at) for x, y, pressure, at in stroke]
        for stroke in strokes
    ]


def ink_paths(
    strokes: Sequence[Stroke], role: Role = "ink", thin: float = THIN, thick: float = THICK
) -> tuple[Primitive, ...]:
    """Return one filled path a stroke; empty strokes are passed over."""
    return tuple(
        Path(stroke_outline(stroke, thin, thick), fill=role) for stroke in strokes if stroke
    )


def ink_scene(
    strokes: Sequence[Stroke], width: float, height: float, *, alt: str = "", weight: float = 1.0
) -> Scene:
    """Return a signature fitted into a box; ``weight`` thickens the ink."""
    shapes = ink_paths(fitted(strokes, width, height), thin=THIN * weight, thick=THICK * weight)
    return Scene(width, height, shapes, alt=alt)


def _half(pressure: float, thin: float, thick: float) -> float:
    return (thin + (thick - thin) * min(1.0, max(0.0, pressure))) / 2


def _centres(points: Sequence[InkPoint]) -> list[Point]:
    """Calm the hand a little: each inner point moves a quarter towards its neighbours' middle."""
    calm: list[Point] = []
    last = len(points) - 1
    for index, (x, y, _, _) in enumerate(points):
        if index in (0, last):
            calm.append((x, y))
            continue
        before, after = points[index - 1], points[index + 1]
        mx, my = (before[0] + after[0]) / 2, (before[1] + after[1]) / 2
        calm.append((0.75 * x + 0.25 * mx, 0.75 * y + 0.25 * my))
    return calm


def _turns_sharply(centres: list[Point], index: int) -> bool:
    (ax, ay), (bx, by), (cx, cy) = centres[index - 1], centres[index], centres[index + 1]
    return (bx - ax) * (cx - bx) + (by - ay) * (cy - by) <= 0


def _ribbon(centres: Sequence[Point], halves: Sequence[float]) -> tuple[Command, ...]:
    """Both sides of a run of points, joined by curved ends."""
    left: list[Point] = []
    right: list[Point] = []
    last = len(centres) - 1
    for index, (x, y) in enumerate(centres):
        ax, ay = centres[max(index - 1, 0)]
        bx, by = centres[min(index + 1, last)]
        length = hypot(bx - ax, by - ay) or 1.0
        nx, ny = -(by - ay) / length * halves[index], (bx - ax) / length * halves[index]
        left.append((x + nx, y + ny))
        right.append((x - nx, y - ny))
    return smooth_closed([*left, *reversed(right)])


def _disc(x: float, y: float, radius: float) -> tuple[Command, ...]:
    k = KAPPA * radius
    r = radius
    return (
        ("M", x + r, y),
        ("C", x + r, y + k, x + k, y + r, x, y + r),
        ("C", x - k, y + r, x - r, y + k, x - r, y),
        ("C", x - r, y - k, x - k, y - r, x, y - r),
        ("C", x + k, y - r, x + r, y - k, x + r, y),
        ("Z",),
    )
