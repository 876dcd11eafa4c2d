"""The course plot: scores on their scale, time in proportion, gaps, words that never touch."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sdm_aid.drawing.course_parts import Box, spread, text_box
from sdm_aid.drawing.course_plot import HEIGHT, TOP, PlotPoint, PlotWords, course_plot
from sdm_aid.drawing.scene import Circle, Path, Rect, Scene, TextRun

NAMED = PlotWords(
    scale="Pain from 0 to 10", pain="Pain 4", second="PEG about 5", target="Good enough: 3"
)
WORDS = replace(
    NAMED,
    legend=(("visit", "a visit"), ("look", "looked again"), ("second", "in the way (PEG)")),
)
SCORES = st.none() | st.integers(0, 10).map(float)


@st.composite
def points(draw: st.DrawFn) -> list[PlotPoint]:
    days = draw(st.lists(st.floats(0, 3653), min_size=1, max_size=40))
    return [
        PlotPoint(
            day=day,
            kind=draw(st.sampled_from(["visit", "look"])),
            pain=draw(SCORES),
            second=draw(SCORES),
            momentary=draw(st.booleans()),
            label=f"{int(day) % 28 + 1} Nov {2026 + int(day) // 365}",
            number="10",
        )
        for day in days
    ]


def discs(scene: Scene) -> list[Circle]:
    return [shape for shape in scene.shapes if isinstance(shape, Circle) and shape.line]


def squares(scene: Scene) -> list[Rect]:
    return [shape for shape in scene.shapes if isinstance(shape, Rect) and shape.line]


def lines(scene: Scene, role: str) -> list[Path]:
    return [
        shape
        for shape in scene.shapes
        if isinstance(shape, Path) and shape.line == role and shape.fill is None
    ]


def runs(scene: Scene) -> list[TextRun]:
    return [shape for shape in scene.shapes if isinstance(shape, TextRun)]


@settings(max_examples=25)
@given(points(), st.sampled_from([400.0, 560.0, 920.0]), SCORES, st.booleans())
def test_words_never_touch_and_nothing_leaves_the_picture(
    given_points: list[PlotPoint], width: float, target: float | None, rtl: bool
) -> None:
    scene = course_plot(given_points, WORDS, target=target, width=width, rtl=rtl)
    boxes = [text_box(run) for run in runs(scene)]
    for n, box in enumerate(boxes):
        assert box.left >= 0
        assert box.right <= width
        assert box.bottom <= scene.height
        assert not any(box.touches(other) for other in boxes[n + 1 :])
    for mark in discs(scene):
        assert mark.x - mark.radius >= 0
        assert mark.x + mark.radius <= width


def test_scores_lie_where_the_scale_says_and_time_is_in_proportion() -> None:
    given_points = [PlotPoint(day, "look", pain) for day, pain in ((0, 0), (30, 10), (120, 5))]
    first, second, third = discs(course_plot(given_points, PlotWords()))
    assert [first.y, second.y, third.y] == [TOP + HEIGHT, TOP, TOP + HEIGHT / 2]
    assert (second.x - first.x) / (third.x - first.x) == pytest.approx(30 / 120)


def test_right_to_left_is_the_mirror_image() -> None:
    given_points = [PlotPoint(0, "look", 3), PlotPoint(9, "look", 8)]
    plain = discs(course_plot(given_points, NAMED, width=700))
    turned = discs(course_plot(given_points, NAMED, width=700, rtl=True))
    assert [700 - mark.x for mark in turned] == pytest.approx([mark.x for mark in plain])


def test_a_missing_score_is_a_gap_and_no_mark_at_zero() -> None:
    given_points = [PlotPoint(day, "look", pain) for day, pain in ((0, 7), (10, None), (20, 5))]
    scene = course_plot(given_points, PlotWords())
    assert len(discs(scene)) == 2
    assert lines(scene, "icon_added") == []


def test_the_moment_is_open_and_never_joined_to_an_average() -> None:
    kinds = ((0, True), (10, True), (20, False), (30, False))
    scene = course_plot([PlotPoint(d, "look", 5, momentary=m) for d, m in kinds], PlotWords())
    fills = [mark.fill for mark in discs(scene)]
    assert fills == ["surface", "surface", "icon_added", "icon_added"]
    assert len(lines(scene, "icon_added")) == 2


def test_a_visit_has_another_shape_than_a_look_again() -> None:
    scene = course_plot([PlotPoint(0, "visit", 7), PlotPoint(9, "look", 5)], PlotWords())
    assert (len(squares(scene)), len(discs(scene))) == (1, 1)


def test_the_second_line_differs_by_dash_and_shape_and_passes_over_visits() -> None:
    seconds = (("look", 6.0), ("visit", None), ("look", 5.0), ("look", None), ("look", 4.0))
    given_points = [PlotPoint(9.0 * n, k, 3, s) for n, (k, s) in enumerate(seconds)]  # type: ignore[arg-type]
    scene = course_plot(given_points, PlotWords())
    dashed = [line for line in lines(scene, "text") if line.dash]
    assert len(dashed) == 1
    diamonds = [s for s in scene.shapes if isinstance(s, Path) and s.fill and s.line == "text"]
    assert len(diamonds) == 3
    assert not any(line.dash for line in lines(scene, "icon_added"))


def test_the_mark_is_a_dashed_line_with_its_name() -> None:
    scene = course_plot([PlotPoint(0, "visit", 7)], NAMED, target=3)
    (line,) = [line for line in lines(scene, "text") if line.dash]
    assert {command[2] for command in line.commands if command[0] != "Z"} == {TOP + HEIGHT * 0.7}
    assert "Good enough: 3" in [run.text for run in runs(scene)]
    without = course_plot([PlotPoint(0, "visit", 7)], WORDS)
    assert "Good enough: 3" not in [run.text for run in runs(without)]


def test_two_on_one_day_with_one_score_are_both_seen() -> None:
    scene = course_plot([PlotPoint(0, "look", 7), PlotPoint(0.001, "look", 7)], NAMED)
    first, second = discs(scene)
    assert second.x - first.x >= 10


@pytest.mark.parametrize("pain", [-1, 10.5])
def test_what_is_off_the_scale_is_refused(pain: float) -> None:
    with pytest.raises(ValueError, match="not on the scale"):
        course_plot([PlotPoint(0, "visit", pain)], WORDS)
    with pytest.raises(ValueError, match="at least one"):
        course_plot([], WORDS)


@given(st.lists(st.floats(0, 200), min_size=1, max_size=5))
def test_labels_spread_apart_in_order_and_stay_inside(wanted: list[float]) -> None:
    places = spread(wanted, 20, 0, 200)
    assert all(-1e-6 <= place <= 200 + 1e-6 for place in places)
    ordered = sorted(places)
    assert all(b - a >= 20 - 1e-6 for a, b in pairwise(ordered))


def test_a_line_through_a_box_is_seen() -> None:
    box = Box(10, 10, 20, 20)
    assert box.crossed_by((0, 15), (30, 15))
    assert box.crossed_by((0, 0), (30, 30))
    assert not box.crossed_by((0, 0), (30, 5))
    assert not box.crossed_by((15, 0), (15, 9))
