"""The outline of a standing figure as points of its right half, and slices through it.

x is measured from the middle line outward, y from the crown down; the figure is 420 high.
"""

from itertools import pairwise

from sdm_aid.drawing.scene import Command, Cubic, Point, smooth_closed, smooth_open

HEIGHT = 424.0
HALF = 86.0  # farthest the figure reaches from its middle line

# (y, x) of the outer and the inner edge, downward
ARM_OUTER: tuple[Point, ...] = (
    (49.5, 91.0),
    (55.5, 106.0),
    (58.6, 124.0),
    (61.0, 142.0),
    (65.4, 160.0),
    (69.4, 178.0),
    (72.6, 196.0),
    (75.2, 207.0),
)
ARM_INNER: tuple[Point, ...] = (
    (36.0, 108.0),
    (40.6, 117.0),
    (44.2, 129.0),
    (47.8, 144.0),
    (51.4, 162.0),
    (57.0, 180.0),
    (62.6, 197.0),
    (64.6, 208.0),
)
HAND: tuple[Point, ...] = (
    (75.2, 207.0),
    (78.8, 214.0),
    (80.6, 224.0),
    (80.2, 235.0),
    (77.6, 243.0),
    (73.8, 246.6),
    (70.4, 244.6),
    (68.6, 238.0),
    (67.0, 232.0),
    (63.6, 227.4),
    (62.2, 218.0),
    (64.6, 208.0),
)
TORSO: tuple[Point, ...] = (
    (36.0, 108.0),
    (35.6, 122.0),
    (33.6, 138.0),
    (31.2, 154.0),
    (30.2, 168.0),
    (31.6, 181.0),
    (35.4, 195.0),
    (38.8, 209.0),
)
LEG_OUTER: tuple[Point, ...] = (
    (38.8, 209.0),
    (40.2, 224.0),
    (40.0, 246.0),
    (37.6, 270.0),
    (34.0, 292.0),
    (31.2, 308.0),
    (31.0, 322.0),
    (31.8, 340.0),
    (29.6, 360.0),
    (25.8, 380.0),
    (23.2, 396.0),
)
LEG_INNER: tuple[Point, ...] = (
    (0.8, 227.0),
    (3.4, 246.0),
    (6.2, 270.0),
    (8.8, 292.0),
    (10.0, 308.0),
    (9.6, 322.0),
    (9.0, 340.0),
    (10.8, 360.0),
    (12.8, 380.0),
    (13.2, 396.0),
)
FOOT: tuple[Point, ...] = (
    (23.2, 396.0),
    (24.6, 405.0),
    (28.6, 412.0),
    (29.8, 418.0),
    (26.0, 421.4),
    (19.0, 421.8),
    (13.4, 421.0),
    (11.6, 416.0),
    (12.8, 406.0),
    (13.2, 396.0),
)
NECK: tuple[Point, ...] = ((9.4, 50.0), (9.6, 60.0), (11.6, 68.0))
SHOULDER: tuple[Point, ...] = ((11.6, 68.0), (20.0, 73.4), (33.0, 77.4), (43.0, 82.4), (49.5, 91.0))
HEAD: tuple[Point, ...] = (
    (0.0, 3.0),
    (9.6, 5.0),
    (16.4, 11.4),
    (18.8, 21.6),
    (18.4, 31.0),
    (20.0, 32.4),
    (19.4, 39.0),
    (17.0, 41.4),
    (14.8, 48.4),
    (9.4, 56.2),
    (4.0, 59.6),
    (0.0, 60.2),
)
NAPE: tuple[Point, ...] = ((9.6, 53.4), (0.0, 55.0))


def half_outline() -> tuple[Point, ...]:
    """The right half's edge below the head, from the neck round to the crotch."""
    down = (*NECK, *SHOULDER[1:], *ARM_OUTER[1:], *HAND[1:-1])
    up = tuple(reversed(ARM_INNER))
    leg = (*TORSO[1:], *LEG_OUTER[1:], *FOOT[1:-1], *reversed(LEG_INNER))
    return (*down, *up, *leg)


def edge_at(edge: tuple[Point, ...], y: float) -> float:
    """Return x where an edge, running downward, crosses a height."""
    for (x0, y0), (x1, y1) in pairwise(edge):
        if y0 <= y <= y1:
            return x0 + (x1 - x0) * (y - y0) / (y1 - y0)
    return edge[0][0] if y < edge[0][1] else edge[-1][0]


def between(edge: tuple[Point, ...], top: float, bottom: float) -> list[Point]:
    """Return the part of a downward edge between two heights, its cut ends included."""
    inner = [point for point in edge if top + 0.5 < point[1] < bottom - 0.5]
    return [(edge_at(edge, top), top), *inner, (edge_at(edge, bottom), bottom)]


def slab(outer: list[Point], inner: list[Point], sag: float = 2.0) -> tuple[Command, ...]:
    """Close two downward edges into an area; the cuts between them sag a little."""
    commands = list(smooth_open(outer))
    commands.append(_cut(outer[-1], inner[-1], sag))
    commands.extend(smooth_open(inner[::-1])[1:])
    commands.append(_cut(inner[0], outer[0], sag))
    commands.append(("Z",))
    return tuple(commands)


def _cut(start: Point, end: Point, sag: float) -> Cubic:
    """A shallow arc from ``start`` to ``end``, lowest in its middle."""
    dx, dy = (end[0] - start[0]) / 3, (end[1] - start[1]) / 3
    return (
        "C",
        start[0] + dx,
        start[1] + dy + sag,
        end[0] - dx,
        end[1] - dy + sag,
        *end,
    )


def outline() -> tuple[Command, ...]:
    """The whole body below the head, around the middle line x = 0."""
    half = half_outline()
    return smooth_closed([*half, *((-x, y) for x, y in reversed(half))])


def head(*, behind: bool = False) -> tuple[Command, ...]:
    """The head with its ears, around the middle line x = 0; from behind it has no chin."""
    half = (*HEAD[:9], *NAPE) if behind else HEAD
    return smooth_closed([*half, *((-x, y) for x, y in reversed(half[1:-1]))])
