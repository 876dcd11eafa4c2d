"""Plain names of the places on the body chart, as said aloud and printed; free of pydantic.

A region's id is ``<view>-<part>`` or ``<view>-<part>-<side>``: ``back-lower-back``,
``front-knee-left``. View and side may also stand at the other end (``left-knee-front``). Sides
are the patient's own.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from sdm_aid.i18n import N_, _

_MIDDLE: Mapping[str, str] = MappingProxyType(
    {
        "head": N_("head"),
        "face": N_("face"),
        "jaw": N_("jaw"),
        "neck": N_("neck"),
        "throat": N_("throat"),
        "chest": N_("chest"),
        "belly": N_("belly"),
        "upper-belly": N_("upper belly"),
        "lower-belly": N_("lower belly"),
        "abdomen": N_("belly"),
        "pelvis": N_("pelvis"),
        "groin": N_("groin"),
        "genitals": N_("private parts"),
        "back": N_("back"),
        "upper-back": N_("upper back"),
        "middle-back": N_("middle of the back"),
        "mid-back": N_("middle of the back"),
        "lower-back": N_("lower back"),
        "tailbone": N_("tailbone"),
        "sacrum": N_("bottom of the spine"),
        "buttocks": N_("buttocks"),
    }
)
_SIDED: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "head": (N_("left side of the head"), N_("right side of the head")),
        "face": (N_("left side of the face"), N_("right side of the face")),
        "jaw": (N_("left side of the jaw"), N_("right side of the jaw")),
        "neck": (N_("left side of the neck"), N_("right side of the neck")),
        "shoulder": (N_("left shoulder"), N_("right shoulder")),
        "shoulder-blade": (N_("left shoulder blade"), N_("right shoulder blade")),
        "arm": (N_("left arm"), N_("right arm")),
        "upper-arm": (N_("left upper arm"), N_("right upper arm")),
        "elbow": (N_("left elbow"), N_("right elbow")),
        "forearm": (N_("left forearm"), N_("right forearm")),
        "lower-arm": (N_("left forearm"), N_("right forearm")),
        "wrist": (N_("left wrist"), N_("right wrist")),
        "hand": (N_("left hand"), N_("right hand")),
        "chest": (N_("left side of the chest"), N_("right side of the chest")),
        "belly": (N_("left side of the belly"), N_("right side of the belly")),
        "abdomen": (N_("left side of the belly"), N_("right side of the belly")),
        "back": (N_("left side of the back"), N_("right side of the back")),
        "upper-back": (N_("left upper back"), N_("right upper back")),
        "lower-back": (N_("left lower back"), N_("right lower back")),
        "hip": (N_("left hip"), N_("right hip")),
        "groin": (N_("left groin"), N_("right groin")),
        "buttock": (N_("left buttock"), N_("right buttock")),
        "leg": (N_("left leg"), N_("right leg")),
        "upper-leg": (N_("left thigh"), N_("right thigh")),
        "thigh": (N_("left thigh"), N_("right thigh")),
        "knee": (N_("left knee"), N_("right knee")),
        "lower-leg": (N_("left lower leg"), N_("right lower leg")),
        "shin": (N_("left shin"), N_("right shin")),
        "calf": (N_("left calf"), N_("right calf")),
        "ankle": (N_("left ankle"), N_("right ankle")),
        "heel": (N_("left heel"), N_("right heel")),
        "foot": (N_("left foot"), N_("right foot")),
    }
)
_SEEN_FROM_ONE_SIDE = frozenset(
    [
        *("face", "jaw", "throat", "chest", "belly", "upper-belly", "lower-belly", "abdomen"),
        *("pelvis", "groin", "genitals", "shin"),
        *("back", "upper-back", "middle-back", "mid-back", "lower-back", "tailbone", "sacrum"),
        *("buttock", "buttocks", "shoulder-blade", "calf", "heel"),
    ]
)
"""Parts whose name says the view already."""
_VIEWS = ("front", "back")
_SIDES = ("left", "right")


def region_name(region: str) -> str:
    """The name of a region: "left knee, front".

    Raises:
        KeyError: no region has this id.
    """
    view, rest = _take(region, _VIEWS)
    side, part = _take(rest, _SIDES)
    if side is None:
        view, part = (None, region) if region in _MIDDLE else (view, part)
    name = _(_MIDDLE[part]) if side is None else _(_SIDED[part][_SIDES.index(side)])
    if view is None or part in _SEEN_FROM_ONE_SIDE:
        return name
    if view == "front":
        return _("{part}, front").format(part=name)
    return _("{part}, back").format(part=name)


def view_name(view: str) -> str:
    """The caption of one of the two figures.

    Raises:
        KeyError: the chart has no such view.
    """
    return _({"front": N_("Front"), "back": N_("Back")}[view])


def _take(name: str, words: tuple[str, ...]) -> tuple[str | None, str]:
    """One of ``words`` from the start or the end of an id, and what is left."""
    for word in words:
        if name.startswith(f"{word}-"):
            return word, name.removeprefix(f"{word}-")
    for word in words:
        if name.endswith(f"-{word}") and name not in _MIDDLE:
            return word, name.removesuffix(f"-{word}")
    return None, name
