"""The body chart: a figure from the front and from the back, with the places that were marked."""

from collections.abc import Collection
from functools import cache

from sdm_aid.drawing.body_figure import head, outline
from sdm_aid.drawing.body_regions import BACK_MIDDLE, FRONT_MIDDLE, REGIONS, TOP, Region
from sdm_aid.drawing.scene import Command, Path, Point, Scene, Shape, TextRun, moved

WIDTH, FIGURE_HEIGHT, CAPTION = 400.0, 432.0, 30.0
CURVE_STEPS = 8
_LINE = 1.3


def body_chart(
    marked: Collection[str] = (),
    *,
    focused: str | None = None,
    captions: tuple[str, str] = ("", ""),
    alt: str = "",
) -> Scene:
    """Draw both views with the ``marked`` region ids filled and one outlined as ``focused``.

    ``captions`` name the views. Ids that no region has are passed over: a chart of an older
    version may know others.
    """
    shapes: list[Shape] = []
    for middle in (FRONT_MIDDLE, BACK_MIDDLE):
        shapes.append(Path(moved(outline(), middle, TOP), "sunken", "line_control", _LINE))
    shapes.extend(Path(region.path, line="line_rule", line_width=0.8) for region in _lined())
    for middle, front in ((FRONT_MIDDLE, True), (BACK_MIDDLE, False)):
        shapes.append(Path(moved(outline(), middle, TOP), line="line_control", line_width=_LINE))
        crown = moved(head(behind=not front), middle, TOP)
        shapes.append(Path(crown, "sunken", "line_control", _LINE))
    shapes.extend(
        Path(region.path, "icon_added", "surface", 1.0) for region in REGIONS if region.id in marked
    )
    shapes.extend(
        Path(region.path, line="focus", line_width=3.0)
        for region in REGIONS
        if region.id == focused
    )
    height = FIGURE_HEIGHT
    if any(captions):
        height += CAPTION
        for middle, words in zip((FRONT_MIDDLE, BACK_MIDDLE), captions, strict=True):
            place = FIGURE_HEIGHT + CAPTION * 0.6
            shapes.append(TextRun(middle, place, words, 14.0, "text_soft", "middle"))
    return Scene(WIDTH, height, tuple(shapes), alt=alt)


def region_at(x: float, y: float) -> str | None:
    """Return the id of the region under a point of the chart, None beside the figure."""
    for region in reversed(REGIONS):
        if _inside(_polygon(region), x, y):
            return region.id
    return None


def centre(region_id: str) -> Point:
    """Return the middle of a region's box; KeyError where no region has this id."""
    for region in REGIONS:
        if region.id == region_id:
            xs, ys = zip(*_polygon(region), strict=True)
            return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
    raise KeyError(region_id)


def _lined() -> list[Region]:
    return [region for region in REGIONS if region.part not in ("face", "head")]


@cache
def _polygon(region: Region) -> tuple[Point, ...]:
    """Flatten a region's edge into straight pieces."""
    points: list[Point] = []
    for command in region.path:
        points.extend(_flat(points[-1] if points else (0.0, 0.0), command))
    return tuple(points)


def _flat(start: Point, command: Command) -> list[Point]:
    match command:
        case ("M", x, y) | ("L", x, y):
            return [(x, y)]
        case ("C", ax, ay, bx, by, x, y):
            points = []
            for index in range(1, CURVE_STEPS + 1):
                t = index / CURVE_STEPS
                u = 1 - t
                weights = (u**3, 3 * u * u * t, 3 * u * t * t, t**3)
                px = sum(w * v for w, v in zip(weights, (start[0], ax, bx, x), strict=True))
                py = sum(w * v for w, v in zip(weights, (start[1], ay, by, y), strict=True))
                points.append((px, py))
            return points
        case _:
            return []


def _inside(polygon: tuple[Point, ...], x: float, y: float) -> bool:
    """Even-odd test: count edges crossed by a ray to the right."""
    inside = False
    before = polygon[-1]
    for here in polygon:
        if (here[1] > y) != (before[1] > y):
            cross = here[0] + (before[0] - here[0]) * (y - here[1]) / (before[1] - here[1])
            inside ^= x < cross
        before = here
    return inside
