"""An icon array shows every person once, in order, from the bottom."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdm_aid.drawing.icon_array import GRIDS, icon_array, place, states_in_order
from sdm_aid.drawing.person import HATCH, STATES, person_scene, person_shapes
from sdm_aid.drawing.scene import Scene, TextRun, Use


@dataclass(frozen=True)
class People:
    """Counts of the four states."""

    anyway: int
    added: int
    fewer: int
    neither: int


@st.composite
def people(draw: st.DrawFn, total: int = 100) -> People:
    """Counts that add up to ``total``."""
    cuts = sorted(draw(st.lists(st.integers(0, total), min_size=3, max_size=3)))
    return People(cuts[0], cuts[1] - cuts[0], cuts[2] - cuts[1], total - cuts[2])


def figures(scene: Scene) -> list[Use]:
    """The people of a scene, without hatching."""
    return [shape for shape in scene.shapes if isinstance(shape, Use) and shape.symbol in STATES]


@given(people(), st.booleans())
def test_every_person_is_drawn_once(counts: People, rtl: bool) -> None:
    scene = icon_array(counts, 100, rtl=rtl)
    drawn = figures(scene)
    assert len(drawn) == 100
    assert len({(use.x, use.y) for use in drawn}) == 100
    for state in STATES:
        assert sum(use.symbol == state for use in drawn) == getattr(counts, state)


@given(people())
def test_lower_people_come_first(counts: People) -> None:
    drawn = figures(icon_array(counts, 100))
    order = [STATES.index(use.symbol) for use in drawn]
    assert order == sorted(order)
    in_rows = [(-use.y, use.x) for use in drawn]
    assert in_rows == sorted(in_rows)


@given(people(), st.floats(50, 900))
def test_the_scene_holds_all_figures(counts: People, size: float) -> None:
    scene = icon_array(counts, 100, size)
    assert scene.width == pytest.approx(size)
    for use in figures(scene):
        symbol = scene.symbol(use.symbol)
        assert -1e-6 <= use.x <= scene.width - symbol.width * use.scale + 1e-6
        assert -1e-6 <= use.y <= scene.height - symbol.height * use.scale + 1e-6


@given(people())
def test_right_to_left_is_the_mirror_image(counts: People) -> None:
    left = figures(icon_array(counts, 100))
    right = figures(icon_array(counts, 100, rtl=True))
    wide = 220.0
    for one, other in zip(left, right, strict=True):
        glyph = 10.0 * one.scale
        assert other.x == pytest.approx(wide - glyph - one.x)
        assert (other.y, other.symbol) == (one.y, one.symbol)


@given(people(), st.integers(0, 100), st.integers(0, 100))
def test_hatching_covers_exactly_the_range(counts: People, one: int, other: int) -> None:
    low, high = sorted((one, other))
    scene = icon_array(counts, 100, range_band=(low, high), range_label="could be")
    assert len(list(scene.uses(HATCH))) == high - low
    words = [shape.text for shape in scene.shapes if isinstance(shape, TextRun)]
    assert words == (["could be"] if high > low else [])


def test_a_thousand_people_stand_in_forty_rows() -> None:
    scene = icon_array(People(3, 4, 0, 993), 1000)
    drawn = figures(scene)
    assert len(drawn) == 1000
    assert len({use.y for use in drawn}) == 40
    assert len({use.x for use in drawn}) == 25


def test_blocks_of_five_are_set_apart() -> None:
    grid = GRIDS[100]
    steps = [grid.x(column + 1) - grid.x(column) for column in range(9)]
    assert steps.index(max(steps)) == 4
    assert max(steps) - min(steps) == pytest.approx(grid.block_gap)
    assert place(grid, 0) == (0.0, grid.y(9))


@pytest.mark.parametrize("counts", [People(50, 8, 0, 41), People(-1, 1, 0, 100)])
def test_counts_that_do_not_add_up_are_refused(counts: People) -> None:
    with pytest.raises(ValueError, match="add up"):
        states_in_order(counts, 100)


@pytest.mark.parametrize(
    ("total", "band", "message"),
    [(10, None, "100 or 1000"), (100, (60, 50), "within"), (100, (0, 101), "within")],
)
def test_other_totals_and_ranges_are_refused(
    total: int, band: tuple[int, int] | None, message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        icon_array(People(0, 0, 0, total), total, range_band=band)


def test_states_differ_by_shape_and_not_by_colour_alone() -> None:
    forms = {
        state: [
            (type(shape).__name__, bool(getattr(shape, "fill", None)))
            for shape in person_shapes(state)
        ]
        for state in STATES
    }
    assert len({str(form) for form in forms.values()}) == 4


def test_a_legend_figure_keeps_the_glyphs_proportions() -> None:
    scene = person_scene("added", 38.0)
    assert (scene.width, scene.height) == pytest.approx((20.0, 38.0))
    assert [use.symbol for use in figures(person_scene("neither", 30.0, hatched=True))] == [
        "neither"
    ]
