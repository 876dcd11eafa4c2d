"""Ink keeps to what was drawn."""

from itertools import pairwise
from math import isfinite

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdm_aid.drawing.ink import THICK, fitted, ink_paths, ink_scene, stroke_outline, thinned

POINT = st.tuples(st.floats(-500, 500), st.floats(-500, 500), st.floats(0, 1), st.floats(0, 9e5))
STROKE = st.lists(POINT, min_size=1, max_size=40)


@given(STROKE)
def test_the_outline_stays_near_the_stroke(stroke: list[tuple[float, float, float, float]]) -> None:
    reach = THICK + max(
        (((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2) ** 0.5 for a, b in pairwise(stroke)),
        default=0.0,
    )
    low = min(point[0] for point in stroke) - reach
    high = max(point[0] for point in stroke) + reach
    commands = stroke_outline(stroke)
    assert commands[0][0] == "M"
    assert commands[-1] == ("Z",)
    for command in commands:
        numbers = [value for value in command if isinstance(value, float)]
        assert all(isfinite(value) for value in numbers)
        if numbers:
            assert low <= numbers[-2] <= high


@given(st.lists(STROKE, min_size=1, max_size=5), st.floats(40, 800), st.floats(40, 400))
def test_fitting_keeps_ink_inside_the_box(
    strokes: list[list[tuple[float, float, float, float]]], width: float, height: float
) -> None:
    for stroke in fitted(strokes, width, height):
        for x, y, _, _ in stroke:
            assert -1e-6 <= x <= width + 1e-6
            assert -1e-6 <= y <= height + 1e-6


def test_fitting_keeps_the_shape() -> None:
    (stroke,) = fitted([[(0.0, 0.0, 0.5, 0.0), (2.0, 1.0, 0.5, 9.0)]], 208, 208)
    (ax, ay, _, _), (bx, by, _, _) = stroke
    assert (bx - ax) / (by - ay) == pytest.approx(2.0)
    assert bx - ax == pytest.approx(200.0)


def test_a_touch_becomes_a_dot() -> None:
    dot = stroke_outline([(5.0, 5.0, 0.5, 0.0)])
    assert [command[0] for command in dot] == ["M", "C", "C", "C", "C", "Z"]


def test_close_points_are_dropped_and_pressure_is_calmed() -> None:
    stroke = [(0.0, 0.0, 1.0, 0.0), (0.4, 0.0, 0.0, 1.0), (2.0, 0.0, 0.0, 2.0)]
    assert thinned(stroke) == [(0.0, 0.0, 1.0, 0.0), (2.0, 0.0, 0.5, 2.0)]


def test_a_sharp_turn_is_joined() -> None:
    straight = stroke_outline([(0.0, 0.0, 0.5, 0), (20.0, 0.0, 0.5, 1), (40.0, 0.0, 0.5, 2)])
    turning = stroke_outline([(0.0, 0.0, 0.5, 0), (20.0, 0.0, 0.5, 1), (0.0, 5.0, 0.5, 2)])
    assert sum(command == ("Z",) for command in straight) == 1
    assert sum(command == ("Z",) for command in turning) == 3


def test_nothing_drawn_is_an_empty_picture() -> None:
    assert ink_paths([[]]) == ()
    assert fitted([], 100, 40) == []
    assert ink_scene([], 100, 40).shapes == ()
