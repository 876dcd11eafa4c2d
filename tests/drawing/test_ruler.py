"""Rulers draw what they are given and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdm_aid.drawing.ruler import (
    RulerWords,
    arms_ruler,
    course_ruler,
    difference_ruler,
    difference_span,
    level_ruler,
)
from sdm_aid.drawing.scene import Circle, Scene, TextRun

WORDS = RulerWords("no pain", "worst", "usual care", "with it", "points less", "notice", "none")
SCORES = st.floats(0, 100)


def marks(scene: Scene) -> list[Circle]:
    """The marks of a ruler, from the first drawn to the last."""
    return [shape for shape in scene.shapes if isinstance(shape, Circle) and shape.line]


def texts(scene: Scene) -> list[str]:
    """All words of a ruler."""
    return [shape.text for shape in scene.shapes if isinstance(shape, TextRun)]


@given(SCORES, SCORES, st.booleans())
def test_both_averages_lie_where_the_scale_says(control: float, treated: float, rtl: bool) -> None:
    scene = arms_ruler(control, treated, WORDS, rtl=rtl)
    first, second = marks(scene)
    run = scene.width - 32
    for mark, value in ((first, control), (second, treated)):
        share = 1 - value / 100 if rtl else value / 100
        assert mark.x == pytest.approx(16 + run * share)
    assert (first.fill, second.fill) == ("surface", "icon_added")


@given(st.floats(-60, 60), st.floats(0, 30))
def test_a_difference_shows_one_mark_and_no_level(difference: float, reach: float) -> None:
    interval = (difference - reach, difference + reach)
    scene = difference_ruler(difference, WORDS, interval=interval, smallest=10)
    assert len(marks(scene)) == 1
    assert "usual care" not in texts(scene)
    assert "with it" not in texts(scene)
    assert {"none", "0"} <= set(texts(scene))


@given(st.lists(st.floats(-95, 95), min_size=1, max_size=5))
def test_the_scale_of_differences_holds_all_of_them(values: list[float]) -> None:
    low, high = difference_span(values)
    assert low <= min(*values, 0)
    assert high >= max(*values, 0)
    assert (low % 10, high % 10) == (0, 0)


@given(SCORES, SCORES)
def test_nothing_leaves_the_picture(start: float, later: float) -> None:
    for scene in (
        arms_ruler(start, later, WORDS, smallest=10),
        course_ruler(start, later, WORDS),
        level_ruler(start, WORDS),
    ):
        for shape in scene.shapes:
            if isinstance(shape, TextRun):
                assert 0 <= shape.x <= scene.width
                assert 0 < shape.y <= scene.height


def test_the_smallest_change_points_towards_the_treated_average() -> None:
    lower = arms_ruler(60, 40, WORDS, smallest=10)
    higher = arms_ruler(40, 60, WORDS, smallest=10)
    assert "notice" in texts(lower)
    assert lower.shapes != higher.shapes


def test_a_course_is_dashed_and_shows_no_gap() -> None:
    scene = course_ruler(62, 40, WORDS)
    assert any(getattr(shape, "dash", ()) for shape in scene.shapes)
    assert "points less" not in texts(scene)


def test_levels_off_the_scale_are_refused() -> None:
    with pytest.raises(ValueError, match="not on the scale"):
        arms_ruler(45, 101, WORDS)
    with pytest.raises(ValueError, match="not on the scale"):
        difference_ruler(-30, WORDS, span=(-20, 20))
    with pytest.raises(ValueError, match="not on the scale"):
        level_ruler(-1, WORDS)
