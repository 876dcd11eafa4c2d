"""Every colour pair that carries meaning can be told apart, in every theme and without hue."""

import colorsys
from typing import get_args

import pytest

from sdm_aid.design.contrast import channels, luminance, ratio
from sdm_aid.design.tokens import (
    RADIUS,
    SPACE,
    TARGET,
    THEMES,
    TYPE,
    Role,
    ThemeColours,
    ThemeName,
)

TEXT_PAIRS: tuple[tuple[Role, Role], ...] = (
    ("text", "canvas"),
    ("text", "surface"),
    ("text", "sunken"),
    ("text", "hover"),
    ("text", "row_mark"),
    ("text_soft", "canvas"),
    ("text_soft", "surface"),
    ("text_soft", "sunken"),
    ("text_soft", "pad"),
    ("accent", "canvas"),
    ("accent", "surface"),
    ("accent", "hover"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("on_accent", "accent_pressed"),
    ("on_selected", "selected"),
    ("on_chip", "chip"),
    ("on_caution", "caution"),
    ("on_stop", "stop"),
    ("on_danger", "danger"),
    ("on_danger", "danger_hover"),
    ("icon_added_mark", "icon_added"),
)
PART_PAIRS: tuple[tuple[Role, Role], ...] = (
    ("line_control", "surface"),
    ("line_control", "canvas"),
    ("line_control", "sunken"),
    ("accent", "surface"),
    ("focus", "surface"),
    ("focus", "canvas"),
    ("icon_added", "surface"),
    ("icon_anyway", "surface"),
    ("icon_neither", "surface"),
    ("icon_hatch", "icon_anyway"),
    ("row_mark_edge", "row_mark"),
    ("caution_edge", "caution"),
    ("ink", "pad"),
)
CLINICIAN_ONLY = {"stop", "on_stop", "danger", "danger_hover", "on_danger"}


@pytest.fixture(params=sorted(THEMES))
def theme(request: pytest.FixtureRequest) -> ThemeColours:
    name: ThemeName = request.param
    return THEMES[name]


def test_contrast_matches_published_end_points() -> None:
    assert ratio("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert ratio("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert ratio("#123456", "#123456") == pytest.approx(1.0)


@pytest.mark.parametrize("wrong", ["FFFFFF", "#FFF", "#12345G", ""])
def test_channels_refuse_other_notations(wrong: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        channels(wrong)


def test_every_role_is_a_token() -> None:
    assert set(get_args(Role)) == set(ThemeColours._fields)


def test_text_reads_on_its_ground(theme: ThemeColours) -> None:
    weak = {
        (front, ground): round(ratio(theme.colour(front), theme.colour(ground)), 2)
        for front, ground in TEXT_PAIRS
        if ratio(theme.colour(front), theme.colour(ground)) < 4.5
    }
    assert weak == {}


def test_parts_are_seen_on_their_ground(theme: ThemeColours) -> None:
    weak = {
        (front, ground): round(ratio(theme.colour(front), theme.colour(ground)), 2)
        for front, ground in PART_PAIRS
        if ratio(theme.colour(front), theme.colour(ground)) < 3.0
    }
    assert weak == {}


def test_icon_states_stay_apart_in_grey(theme: ThemeColours) -> None:
    paper, anyway, added = (
        luminance(theme.colour(role)) for role in ("surface", "icon_anyway", "icon_added")
    )
    assert min(paper, added) < anyway < max(paper, added)
    assert ratio(theme.icon_added, theme.icon_anyway) >= 2.5
    assert ratio(theme.icon_anyway, theme.surface) >= 3.0


def test_no_colour_a_patient_sees_says_good_or_bad(theme: ThemeColours) -> None:
    loaded = []
    for name in theme._fields:
        red, green, blue = channels(getattr(theme, name))
        hue = colorsys.rgb_to_hsv(red, green, blue)[0] * 360
        vivid = (max(red, green, blue) - min(red, green, blue)) > 0.20
        if vivid and (90 <= hue <= 150 or hue >= 345 or hue <= 15):
            loaded.append(name)
    assert set(loaded) <= CLINICIAN_ONLY


def test_scales_grow() -> None:
    spaces = list(SPACE)
    assert spaces == sorted(spaces)
    assert all(space % 4 == 0 for space in spaces)
    sizes = [TYPE.caption, TYPE.body, TYPE.lead, TYPE.h2, TYPE.h1, TYPE.key]
    assert sizes == sorted(sizes)
    assert RADIUS.chip < RADIUS.control < RADIUS.card
    assert TARGET >= 44
