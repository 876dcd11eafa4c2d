"""The body chart: stable ids, and every place is found where it is drawn."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdm_aid.drawing.body_chart import WIDTH, body_chart, centre, region_at
from sdm_aid.drawing.body_regions import BACK_MIDDLE, FRONT_MIDDLE, REGION_IDS, REGIONS
from sdm_aid.drawing.scene import Path, TextRun

IDS = sorted(REGION_IDS)


def test_ids_are_unique_and_spell_view_part_and_side() -> None:
    assert len(REGIONS) == len(REGION_IDS)
    for region in REGIONS:
        side = f"-{region.side}" if region.side else ""
        assert region.id == f"{region.view}-{region.part}{side}"


def test_left_and_right_come_in_pairs() -> None:
    sides = Counter((region.view, region.part) for region in REGIONS if region.side)
    assert set(sides.values()) == {2}


def test_sides_are_the_patients_own() -> None:
    assert centre("front-hand-left")[0] > FRONT_MIDDLE > centre("front-hand-right")[0]
    assert centre("back-hand-left")[0] < BACK_MIDDLE < centre("back-hand-right")[0]


@pytest.mark.parametrize("region_id", IDS)
def test_a_touch_in_the_middle_finds_the_place(region_id: str) -> None:
    assert region_at(*centre(region_id)) == region_id


@given(st.floats(-20, WIDTH + 20), st.floats(-20, 480))
def test_a_touch_finds_one_place_or_none(x: float, y: float) -> None:
    found = region_at(x, y)
    assert found is None or found in REGION_IDS
    mirrored = region_at(2 * FRONT_MIDDLE - x, y) if x < 190 else None
    if found and mirrored and x < 190:
        assert found.split("-")[1] == mirrored.split("-")[1]


def test_a_touch_beside_the_figure_finds_nothing() -> None:
    assert region_at(WIDTH / 2, 400) is None
    assert region_at(2, 2) is None


@given(st.sets(st.sampled_from(IDS)))
def test_marked_places_are_filled(marked: set[str]) -> None:
    scene = body_chart(marked)
    filled = [s for s in scene.shapes if isinstance(s, Path) and s.fill == "icon_added"]
    assert len(filled) == len(marked)


def test_ids_of_another_chart_are_passed_over() -> None:
    assert body_chart(["front-wing-left"]) == body_chart()


def test_captions_take_room_under_the_figures() -> None:
    plain, named = body_chart(), body_chart(captions=("Front", "Back"))
    assert named.height > plain.height
    assert [s.text for s in named.shapes if isinstance(s, TextRun)] == ["Front", "Back"]


def test_centre_of_an_unknown_place_is_refused() -> None:
    with pytest.raises(KeyError):
        centre("front-wing-left")
