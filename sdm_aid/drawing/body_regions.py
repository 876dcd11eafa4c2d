"""The places on the body chart: areas of the figure with stable ids.

An id reads ``<view>-<part>`` in the middle line and ``<view>-<part>-<side>`` elsewhere; sides are
the patient's own. The words for them come from the caller.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from sdm_aid.drawing.body_figure import (
    ARM_INNER,
    ARM_OUTER,
    FOOT,
    HAND,
    LEG_INNER,
    LEG_OUTER,
    NECK,
    SHOULDER,
    TORSO,
    between,
    head,
    slab,
)
from sdm_aid.drawing.scene import Command, Point, mirrored, moved, smooth_open

View = Literal["front", "back"]
Side = Literal["left", "right"]
FRONT_MIDDLE, BACK_MIDDLE = 95.0, 305.0
TOP = 4.0

_NECK_BASE = 71.0
_COLLAR: tuple[Point, ...] = ((22.0, 74.0), (25.0, 86.0), (30.5, 97.0), (36.0, 108.0))
_GROIN_EDGE: tuple[Point, ...] = ((19.0, 186.0), (17.0, 206.0), (12.0, 230.0))
_THIGH_TOP: tuple[Point, ...] = ((40.2, 224.0), (28.0, 228.0), (12.0, 230.0), (0.8, 227.0))
_FOLD: tuple[Point, ...] = ((40.0, 240.0), (26.0, 247.0), (12.0, 247.0), (2.0, 236.0))


@dataclass(frozen=True, slots=True)
class Region:
    """One area; ``side`` is None in the middle line; ``path`` lies in chart coordinates."""

    id: str
    view: View
    part: str
    side: Side | None
    path: tuple[Command, ...]


def _closed(*edges: tuple[Point, ...] | list[Point]) -> tuple[Command, ...]:
    """Join smooth edges, end to start, into one area."""
    commands: list[Command] = []
    for edge in edges:
        run = smooth_open(edge)
        commands.extend(run if not commands else [("L", *edge[0]), *run[1:]])
    commands.append(("Z",))
    return tuple(commands)


def _arm() -> dict[str, tuple[Command, ...]]:
    def part(top: float, bottom: float) -> tuple[Command, ...]:
        return slab(between(ARM_OUTER, top, bottom), between(ARM_INNER, top, bottom))

    wrist_out, wrist_in = between(ARM_OUTER, 199.0, 207.0), between(ARM_INNER, 199.0, 208.0)
    hand = [*wrist_out[:-1], *HAND, *reversed(wrist_in[:-1])]
    return {
        "upper-arm": slab(between(ARM_OUTER, 106.0, 140.0), between(ARM_INNER, 108.0, 140.0)),
        "elbow": part(140.0, 164.0),
        "forearm": part(164.0, 199.0),
        "hand": _closed(hand),
    }


def _shoulder() -> tuple[Command, ...]:
    top = [(22.0, 74.0), *SHOULDER[2:], (55.5, 106.0), (47.0, 110.0), (36.0, 108.0)]
    return _closed(top, list(reversed(_COLLAR)))


def _trunk(bottom: float) -> tuple[Command, ...]:
    """From the neck's base to ``bottom``: chest or upper back."""
    side = between(TORSO, 108.0, bottom)
    return _closed(
        [(0.0, _NECK_BASE), (11.6, 70.0), (22.0, 74.0)],
        list(_COLLAR),
        side,
        [(side[-1][0], bottom), (15.0, bottom + 2.0), (0.0, bottom + 2.0)],
    )


def _band(top: float, bottom: float) -> tuple[Command, ...]:
    """A slice of the trunk from the middle line to the flank."""
    side = between(TORSO, top, bottom)
    return _closed(
        [(0.0, top + 2.0), (15.0, top + 2.0), side[0]],
        side,
        [side[-1], (15.0, bottom + 2.0), (0.0, bottom + 2.0)],
    )


def _lower_leg(name: str) -> dict[str, tuple[Command, ...]]:
    def part(top: float, bottom: float) -> tuple[Command, ...]:
        return slab(between(LEG_OUTER, top, bottom), between(LEG_INNER, top, bottom))

    ankle_out = between(LEG_OUTER, 378.0, 396.0)
    ankle_in = between(LEG_INNER, 378.0, 396.0)
    foot = [*ankle_out[:-1], *FOOT, *reversed(ankle_in[:-1])]
    return {"knee": part(293.0, 324.0), name: part(324.0, 378.0), "foot": _closed(foot)}


def _front() -> dict[str, tuple[Command, ...]]:
    hip_side = [*between(TORSO, 182.0, 209.0), (40.2, 224.0)]
    return {
        "shoulder": _shoulder(),
        "chest": _trunk(136.0),
        **_arm(),
        "belly": _band(136.0, 182.0),
        "hip": _closed(hip_side, [(40.2, 224.0), (28.0, 228.0), (12.0, 230.0)],
                       list(reversed(_GROIN_EDGE))),
        "groin": _closed(list(_GROIN_EDGE), [(12.0, 230.0), (0.8, 227.0), (0.0, 226.0)],
                         [(0.0, 226.0), (0.0, 184.0)]),
        "thigh": _closed(between(LEG_OUTER, 224.0, 293.0),
                         list(reversed(between(LEG_INNER, 227.0, 293.0))),
                         list(reversed(_THIGH_TOP))),
        **_lower_leg("shin"),
    }  # fmt: skip


def _back() -> dict[str, tuple[Command, ...]]:
    seat = [*between(TORSO, 190.0, 209.0), *between(LEG_OUTER, 209.0, 240.0)[1:]]
    return {
        "shoulder": _shoulder(),
        "upper-back": _trunk(142.0),
        **_arm(),
        "lower-back": _band(142.0, 190.0),
        "buttock": _closed(seat, list(_FOLD), [(2.0, 236.0), (0.0, 226.0), (0.0, 192.0)]),
        "thigh": _closed(between(LEG_OUTER, 240.0, 293.0),
                         list(reversed(between(LEG_INNER, 236.0, 293.0))),
                         list(reversed(_FOLD))),
        **_lower_leg("calf"),
    }  # fmt: skip


def _neck() -> tuple[Command, ...]:
    x, base = NECK[-1]
    right = [*NECK[:-1], (x, base), (x + 0.4, 70.0)]
    under = [(x + 0.4, 70.0), (0.0, _NECK_BASE + 1.0), (-x - 0.4, 70.0)]
    return _closed(right, under, [(-px, y) for px, y in reversed(right)])


def _view(view: View) -> Iterator[Region]:
    middle = FRONT_MIDDLE if view == "front" else BACK_MIDDLE
    parts = _front() if view == "front" else _back()
    yield Region(f"{view}-neck", view, "neck", None, moved(_neck(), middle, TOP))
    crown = "face" if view == "front" else "head"
    yield Region(
        f"{view}-{crown}", view, crown, None, moved(head(behind=view == "back"), middle, TOP)
    )
    # seen from the front, the patient's left is on the right of the picture
    sides: tuple[Side, Side] = ("left", "right") if view == "front" else ("right", "left")
    for part, path in parts.items():
        there, here = moved(path, middle, TOP), moved(mirrored(path, 0.0), middle, TOP)
        yield Region(f"{view}-{part}-{sides[0]}", view, part, sides[0], there)
        yield Region(f"{view}-{part}-{sides[1]}", view, part, sides[1], here)


REGIONS: tuple[Region, ...] = (*_view("front"), *_view("back"))
REGION_IDS: frozenset[str] = frozenset(region.id for region in REGIONS)
