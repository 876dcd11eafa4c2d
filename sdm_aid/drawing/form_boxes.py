"""What is filled in by hand on paper: boxes with a number, a row of them, a body with numbers."""

from __future__ import annotations

from dataclasses import replace

from sdm_aid.drawing.body_chart import body_chart, centre
from sdm_aid.drawing.body_regions import REGIONS
from sdm_aid.drawing.scene import Rect, Scene, Shape, TextRun

_BOX = 30.0
_GAP = 10.0
_CHIN = 6.0
"""So much lower stands the number of the throat, below the chin that covers its middle."""


def number_box(words: str, *, alt: str = "") -> Scene:
    """An empty box to put a cross in, with its number small in the corner of the eye."""
    return Scene(_BOX, _BOX, tuple(_box(0.0, words)), alt=alt)


def number_row(numbers: tuple[str, ...], *, alt: str = "") -> Scene:
    """Boxes side by side."""
    shapes: list[Shape] = []
    for place, words in enumerate(numbers):
        shapes += _box(place * (_BOX + _GAP), words)
    return Scene(len(numbers) * (_BOX + _GAP) - _GAP, _BOX, tuple(shapes), alt=alt)


def numbered_body(captions: tuple[str, str], *, alt: str = "") -> Scene:
    """Both views of the body, each place with the number that stands for it."""
    chart = body_chart(captions=captions, alt=alt)
    numbers: list[Shape] = []
    for number, region in enumerate(REGIONS, 1):
        x, y = centre(region.id)
        y += _CHIN if region.id == "front-neck" else 0.0
        numbers.append(TextRun(x, y + 2.9, str(number), 8.2, "text_soft", "middle"))
    return replace(chart, shapes=(*chart.shapes, *numbers))


def _box(x: float, words: str) -> list[Shape]:
    line = 1.4
    return [
        Rect(x + line / 2, line / 2, _BOX - line, _BOX - line, "surface", "text", line, 5.0),
        TextRun(x + _BOX / 2, _BOX / 2 + 5.6, words, 16.0, "text_soft", "middle"),
    ]
