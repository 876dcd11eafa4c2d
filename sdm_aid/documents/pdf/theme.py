"""Sizes and colours of the printed page, in points, from the print tokens."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from sdm_aid.design.tokens import PRINT, Role
from sdm_aid.documents.blocks import BoxRole, PageSize, TextRole, TextSize

SHEETS = {PageSize.A4: (595.276, 841.89), PageSize.LETTER: (612.0, 792.0)}
MARGIN = 38.0
MM = 72 / 25.4
_BODY = {
    TextSize.DENSE: 8.5,
    TextSize.COMPACT: 10.0,
    TextSize.STANDARD: 12.0,
    TextSize.LARGE: 18.0,
}
SMALLER = {TextSize.COMPACT: (9.0, 9.5)}
"""Body sizes for a document that should take fewer pages, the smallest first."""
_LEADING = 1.38
_COMPACT_LEADING, _DENSE_LEADING = 1.28, 1.14
_STANDARD_LEADING = 1.25
_PITCH = {
    TextSize.DENSE: _DENSE_LEADING,
    TextSize.COMPACT: _COMPACT_LEADING,
    TextSize.STANDARD: _STANDARD_LEADING,
}
_FINE, _FINE_LEADING = 0.9, 1.28
"""Text below this share of the body size is set closer."""
SMALLEST = 8.5
"""Points below which no text on paper is legible enough."""
_LEAST = {TextSize.STANDARD: 12.0, TextSize.LARGE: 18.0}
"""Points that all text of a paper for patients has, but for what is named next."""
_LEAST_SMALL = {TextSize.STANDARD: 10.0, TextSize.LARGE: 16.0}
"""The same for its list of sources."""
_RUNNING = {TextSize.STANDARD: 10.0, TextSize.LARGE: 14.0}
"""The lines at the foot of each of its pages."""


@dataclass(frozen=True, slots=True)
class TextStyle:
    """Size and line pitch in points, colour role, weight of the ordinary run."""

    size: float
    leading: float
    colour: Role = "text"
    bold: bool = False


@dataclass(frozen=True, slots=True)
class BoxStyle:
    """Edge and ground of a frame (None: none), edge width and padding in points."""

    edge: Role | None
    ground: Role | None
    line: float
    text: Role = "text"


BOXES = {
    BoxRole.OUTLINE: BoxStyle("accent", None, 1.6),
    BoxRole.CAUTION: BoxStyle("caution_edge", "caution", 1.1),
    BoxRole.CARD: BoxStyle("line_control", None, 0.7),
    BoxRole.SOFT: BoxStyle(None, "sunken", 0),
}
RADIUS = 6.0


class PrintTheme:
    """Every style of a document of one text size; `unit` is the body size in points, `body` or
    else that of the text size."""

    def __init__(self, size: TextSize, body: float = 0.0) -> None:
        self.large, self.dense = size is TextSize.LARGE, size is TextSize.DENSE
        unit = self.unit = body or _BODY[size]
        pitch = _PITCH.get(size, _LEADING)
        least = _LEAST.get(size, SMALLEST)
        self.gap = 0.5 * unit
        self.padding = min(0.95 * unit, 13.0)
        self.cell_padding = (0.3 if self.dense else 0.35 if size in _LEAST else 0.5) * unit

        def style(
            share: float, colour: Role = "text", *, bold: bool = False, at_least: float = least
        ) -> TextStyle:
            tight = pitch if share > _FINE else min(pitch, _FINE_LEADING)
            return _style(max(at_least, share * unit), colour, bold=bold, pitch=tight)

        self.text = {
            TextRole.BODY: style(1.0),
            TextRole.SOFT: style(0.92, "text_soft"),
            TextRole.LEAD: style(1.12),
            TextRole.CAPTION: style(0.82, "text_soft"),
            TextRole.STRONG: style(1.0, bold=True),
            TextRole.DETAIL: style(0.85),
            TextRole.SMALL: style(0.76, "text_soft", at_least=_LEAST_SMALL.get(size, SMALLEST)),
        }
        self.headings = {
            2: _style(1.2 * unit, "accent", bold=True, pitch=1.25),
            3: _style(1.12 * unit, bold=True, pitch=1.25),
            4: _style(unit, bold=True, pitch=1.25),
        }
        self.titles = tuple(
            _style(share * min(unit, 14.0), bold=True, pitch=1.2) for share in (1.9, 1.7, 1.5)
        )
        self.boxed_heading = _style(1.25 * unit, bold=True, pitch=1.25)
        self.header_line = _style(max(least, 0.88 * min(unit, 15.0)), "text_soft")
        self.cell = style(0.94)
        self.chip = style(0.86, "on_chip")
        self.running = _style(_RUNNING.get(size, SMALLEST), "text_soft")


def _style(
    size: float, colour: Role = "text", *, bold: bool = False, pitch: float = _LEADING
) -> TextStyle:
    return TextStyle(round(size, 2), round(size * pitch, 2), colour, bold)


@cache
def rgb(role: Role) -> str:
    """The three operands of a colour operator, 0 to 1."""
    value = PRINT.colour(role)
    return " ".join(f"{int(value[i : i + 2], 16) / 255:.3f}" for i in (1, 3, 5))
