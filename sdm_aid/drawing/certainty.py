"""Certainty as four dots, filled or hollow; always beside its words."""

from sdm_aid.design.tokens import Role
from sdm_aid.drawing.scene import Circle, Scene, Shape

DOTS = 4


def certainty_dots(level: int, size: float = 10.0, *, rtl: bool = False, alt: str = "") -> Scene:
    """Draw ``level`` (0 to 4) filled dots of ``size`` units; ValueError outside."""
    if not 0 <= level <= DOTS:
        raise ValueError(f"certainty has {DOTS} dots, not {level}")
    line = size * 0.13
    pitch = size * 1.36
    shapes: list[Shape] = []
    for index in range(DOTS):
        place = DOTS - 1 - index if rtl else index
        fill: Role | None = "text" if index < level else None
        x = place * pitch + size / 2
        shapes.append(
            Circle(x, size / 2, (size - line) / 2, fill=fill, line="text", line_width=line)
        )
    return Scene((DOTS - 1) * pitch + size, size, tuple(shapes), alt=alt)
