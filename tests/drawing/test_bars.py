"""A bar stands for the same people as the array and is never cut short."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdm_aid.drawing.bars import bar
from sdm_aid.drawing.icon_array import icon_array
from sdm_aid.drawing.scene import Rect, TextRun
from tests.drawing.test_icon_array import People, people


@given(people())
def test_the_bar_takes_the_room_of_the_array(counts: People) -> None:
    one, other = bar(counts), icon_array(counts)
    assert (one.width, one.height) == pytest.approx((other.width, other.height))


@given(people(), st.booleans())
def test_heights_are_in_proportion(counts: People, rtl: bool) -> None:
    rects = [shape for shape in bar(counts, rtl=rtl).shapes if isinstance(shape, Rect)]
    whole = rects[0]
    bottom = whole.y + whole.height
    done = 0
    drawn = iter(rects[1:])
    for state in ("anyway", "added", "fewer"):
        count = getattr(counts, state)
        if count:
            done += count
            assert next(drawn).y == pytest.approx(bottom - whole.height * done / 100)
    assert next(drawn, None) is None


def test_the_scale_runs_from_none_to_everybody() -> None:
    words = [s.text for s in bar(People(1, 0, 0, 99)).shapes if isinstance(s, TextRun)]
    assert words == ["0", "20", "40", "60", "80", "100"]


def test_the_range_is_bracketed_in_both_directions() -> None:
    for rtl in (False, True):
        scene = bar(People(50, 8, 0, 42), rtl=rtl, range_band=(51, 65), range_label="51 to 65")
        label = next(s for s in scene.shapes if isinstance(s, TextRun) and s.text == "51 to 65")
        assert 0 <= label.x <= scene.width


def test_wrong_totals_and_ranges_are_refused() -> None:
    with pytest.raises(ValueError, match="100 or 1000"):
        bar(People(1, 0, 0, 9), 10)
    with pytest.raises(ValueError, match="within"):
        bar(People(1, 0, 0, 99), range_band=(5, 2))
