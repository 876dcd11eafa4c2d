"""Names of the places on the body chart."""

from __future__ import annotations

import pytest

from sdm_aid.wording import body


@pytest.mark.parametrize(
    ("region", "name"),
    [
        ("back-lower-back", "lower back"),
        ("lower-back", "lower back"),
        ("front-knee-left", "left knee, front"),
        ("left-knee-front", "left knee, front"),
        ("front-left-knee", "left knee, front"),
        ("back-right-shoulder-blade", "right shoulder blade"),
        ("back-neck", "neck, back"),
        ("back", "back"),
        ("hand-right", "right hand"),
    ],
)
def test_a_place_has_a_plain_name(region: str, name: str) -> None:
    assert body.region_name(region) == name


@pytest.mark.parametrize("region", ["front-wing-left", "tail", "front-knee", ""])
def test_an_unknown_place_is_refused(region: str) -> None:
    with pytest.raises(KeyError):
        body.region_name(region)


def test_the_two_views() -> None:
    assert [body.view_name(view) for view in ("front", "back")] == ["Front", "Back"]
