"""The states of an icon array stay apart for every kind of colour vision."""

from math import atan2, cos, degrees, exp, hypot, radians, sin, sqrt

import pytest

from sdm_aid.design.contrast import channels, linear
from sdm_aid.design.tokens import THEMES, ThemeName

Triple = tuple[float, float, float]

# Machado, Oliveira and Fernandes 2009, full severity, for linear RGB
VISION: dict[str, tuple[Triple, Triple, Triple]] = {
    "usual": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
TO_XYZ: tuple[Triple, Triple, Triple] = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
WHITE: Triple = (0.95047, 1.0, 1.08883)


def times(matrix: tuple[Triple, Triple, Triple], vector: Triple) -> Triple:
    """Matrix times vector."""
    x, y, z = (sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)
    return x, y, z


def seen(colour: str, vision: str) -> Triple:
    """CIELAB of a colour as a kind of vision sees it."""
    red, green, blue = (linear(value) for value in channels(colour))
    mixed = times(VISION[vision], (red, green, blue))
    held = (
        min(max(mixed[0], 0.0), 1.0),
        min(max(mixed[1], 0.0), 1.0),
        min(max(mixed[2], 0.0), 1.0),
    )
    fx, fy, fz = (_cube(v / w) for v, w in zip(times(TO_XYZ, held), WHITE, strict=True))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def _cube(value: float) -> float:
    return value ** (1 / 3) if value > 216 / 24389 else (24389 / 27 * value + 16) / 116


def apart(one: Triple, other: Triple) -> float:
    """CIEDE2000 difference (Sharma, Wu and Dalal 2005)."""
    mean = (hypot(*one[1:]) + hypot(*other[1:])) / 2
    grow = 1.5 - 0.5 * sqrt(mean**7 / (mean**7 + 25**7))
    (l1, c1, h1), (l2, c2, h2) = (_polar(lab, grow) for lab in (one, other))
    turn = 0.0 if not c1 * c2 else (h2 - h1 + 180) % 360 - 180
    hue = 2 * sqrt(c1 * c2) * sin(radians(turn / 2))
    lm, cm = (l1 + l2) / 2, (c1 + c2) / 2
    hm = h1 + h2 if not c1 * c2 else (h1 + turn / 2) % 360
    spread = (
        1
        - 0.17 * cos(radians(hm - 30))
        + 0.24 * cos(radians(2 * hm))
        + 0.32 * cos(radians(3 * hm + 6))
        - 0.20 * cos(radians(4 * hm - 63))
    )
    sl = 1 + 0.015 * (lm - 50) ** 2 / sqrt(20 + (lm - 50) ** 2)
    sc, sh = 1 + 0.045 * cm, 1 + 0.015 * cm * spread
    bend = sin(radians(60 * exp(-(((hm - 275) / 25) ** 2))))
    rotation = -2 * sqrt(cm**7 / (cm**7 + 25**7)) * bend
    dl, dc, dh = (l2 - l1) / sl, (c2 - c1) / sc, hue / sh
    return sqrt(dl**2 + dc**2 + dh**2 + rotation * dc * dh)


def _polar(lab: Triple, grow: float) -> Triple:
    lightness, a, b = lab[0], lab[1] * grow, lab[2]
    return lightness, hypot(a, b), degrees(atan2(b, a)) % 360


def test_the_measure_gives_published_differences() -> None:
    pairs = (
        ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
        ((50.0, 2.5, 0.0), (73.0, 25.0, -18.0), 27.1492),
        ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
    )
    for one, other, expected in pairs:
        assert apart(one, other) == pytest.approx(expected, abs=1e-4)


@pytest.mark.parametrize("vision", sorted(VISION))
@pytest.mark.parametrize("name", sorted(THEMES))
def test_people_of_each_state_are_told_apart(name: ThemeName, vision: str) -> None:
    theme = THEMES[name]
    states = [seen(colour, vision) for colour in (theme.icon_added, theme.icon_anyway)]
    paper = seen(theme.surface, vision)
    assert apart(*states) >= 20
    assert min(apart(state, paper) for state in states) >= 20
