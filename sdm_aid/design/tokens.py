"""Colour, space, type and shape tokens; the only file that may name a colour."""

from typing import Literal, NamedTuple  # a dataclass takes twice as long to make at start

ThemeName = Literal["light", "dark", "contrast", "print"]

Role = Literal[
    "canvas",
    "surface",
    "sunken",
    "text",
    "text_soft",
    "line_control",
    "line_rule",
    "accent",
    "accent_hover",
    "accent_pressed",
    "on_accent",
    "selected",
    "on_selected",
    "hover",
    "focus",
    "icon_added",
    "icon_added_mark",
    "icon_anyway",
    "icon_neither",
    "icon_hatch",
    "chip",
    "on_chip",
    "chip_edge",
    "row_mark",
    "row_mark_edge",
    "caution",
    "on_caution",
    "caution_edge",
    "stop",
    "on_stop",
    "danger",
    "danger_hover",
    "on_danger",
    "ink",
    "pad",
]


class ThemeColours(NamedTuple):
    """Every colour of one theme, as #RRGGBB, under the name of what it is for.

    ``stop`` and ``danger`` are for clinician-only gates and destructive buttons; nothing a
    patient looks at uses them.
    """

    canvas: str
    surface: str
    sunken: str
    text: str
    text_soft: str
    line_control: str
    line_rule: str
    accent: str
    accent_hover: str
    accent_pressed: str
    on_accent: str
    selected: str
    on_selected: str
    hover: str
    focus: str
    icon_added: str
    icon_added_mark: str
    icon_anyway: str
    icon_neither: str
    icon_hatch: str
    chip: str
    on_chip: str
    chip_edge: str
    row_mark: str
    row_mark_edge: str
    caution: str
    on_caution: str
    caution_edge: str
    stop: str
    on_stop: str
    danger: str
    danger_hover: str
    on_danger: str
    ink: str
    pad: str

    def colour(self, role: Role) -> str:
        """Return the #RRGGBB of a role."""
        value: str = getattr(self, role)
        return value


LIGHT = ThemeColours(
    canvas="#F5F6F8",
    surface="#FFFFFF",
    sunken="#EBEEF2",
    text="#16202B",
    text_soft="#44515F",
    line_control="#6A7786",
    line_rule="#CFD6DE",
    accent="#0B4F8A",
    accent_hover="#093F6F",
    accent_pressed="#072F54",
    on_accent="#FFFFFF",
    selected="#E3ECF5",
    on_selected="#0B3A66",
    hover="#F0F4F9",
    focus="#7A1FA2",
    icon_added="#0B4F8A",
    icon_added_mark="#FFFFFF",
    icon_anyway="#84909D",
    icon_neither="#6A7786",
    icon_hatch="#16202B",
    chip="#E3ECF5",
    on_chip="#0B3A66",
    chip_edge="#E3ECF5",
    row_mark="#FFF9DB",
    row_mark_edge="#8A5A00",
    caution="#FFF4D6",
    on_caution="#5A3B00",
    caution_edge="#8A5A00",
    stop="#FDECEC",
    on_stop="#8B1A1A",
    danger="#8B1A1A",
    danger_hover="#6E1414",
    on_danger="#FFFFFF",
    ink="#16202B",
    pad="#FBFDFC",
)

DARK = ThemeColours(
    canvas="#12171D",
    surface="#1B222A",
    sunken="#26303A",
    text="#F2F5F8",
    text_soft="#BAC5D0",
    line_control="#8A98A7",
    line_rule="#3A4652",
    accent="#8CC5F5",
    accent_hover="#A9D4F8",
    accent_pressed="#6FB0E6",
    on_accent="#0B1A28",
    selected="#223547",
    on_selected="#CFE6FB",
    hover="#232C36",
    focus="#F2B8FF",
    icon_added="#B9DDFB",
    icon_added_mark="#0B1A28",
    icon_anyway="#677482",
    icon_neither="#8A98A7",
    icon_hatch="#F2F5F8",
    chip="#223547",
    on_chip="#CFE6FB",
    chip_edge="#223547",
    row_mark="#3A2E0A",
    row_mark_edge="#FFD166",
    caution="#3A2E0A",
    on_caution="#FFE7A8",
    caution_edge="#FFD166",
    stop="#43191A",
    on_stop="#FFB4AB",
    danger="#FFB4AB",
    danger_hover="#FFCBC5",
    on_danger="#43191A",
    ink="#F2F5F8",
    pad="#161C23",
)

CONTRAST = ThemeColours(
    canvas="#000000",
    surface="#000000",
    sunken="#000000",
    text="#FFFFFF",
    text_soft="#FFFFFF",
    line_control="#FFFFFF",
    line_rule="#FFFFFF",
    accent="#FFFF00",
    accent_hover="#FFFFFF",
    accent_pressed="#FFFFFF",
    on_accent="#000000",
    selected="#FFFF00",
    on_selected="#000000",
    hover="#000000",
    focus="#00FFFF",
    icon_added="#FFFFFF",
    icon_added_mark="#000000",
    icon_anyway="#767676",
    icon_neither="#FFFFFF",
    icon_hatch="#FFFF00",
    chip="#000000",
    on_chip="#FFFFFF",
    chip_edge="#FFFFFF",
    row_mark="#000000",
    row_mark_edge="#FFFF00",
    caution="#000000",
    on_caution="#FFFF00",
    caution_edge="#FFFF00",
    stop="#000000",
    on_stop="#FFFFFF",
    danger="#FFFFFF",
    danger_hover="#FFFF00",
    on_danger="#000000",
    ink="#FFFFFF",
    pad="#000000",
)

PRINT = ThemeColours(
    canvas="#FFFFFF",
    surface="#FFFFFF",
    sunken="#EBEEF2",
    text="#16202B",
    text_soft="#44515F",
    line_control="#6A7786",
    line_rule="#CFD6DE",
    accent="#0B4F8A",
    accent_hover="#0B4F8A",
    accent_pressed="#0B4F8A",
    on_accent="#FFFFFF",
    selected="#E3ECF5",
    on_selected="#0B3A66",
    hover="#FFFFFF",
    focus="#7A1FA2",
    icon_added="#0B4F8A",
    icon_added_mark="#FFFFFF",
    icon_anyway="#84909D",
    icon_neither="#6A7786",
    icon_hatch="#16202B",
    chip="#E3ECF5",
    on_chip="#0B3A66",
    chip_edge="#E3ECF5",
    row_mark="#FFF9DB",
    row_mark_edge="#8A5A00",
    caution="#FFF4D6",
    on_caution="#5A3B00",
    caution_edge="#5A3B00",
    stop="#FDECEC",
    on_stop="#8B1A1A",
    danger="#8B1A1A",
    danger_hover="#8B1A1A",
    on_danger="#FFFFFF",
    ink="#16202B",
    pad="#FFFFFF",
)

THEMES: dict[ThemeName, ThemeColours] = {
    "light": LIGHT,
    "dark": DARK,
    "contrast": CONTRAST,
    "print": PRINT,
}


class SpaceScale(NamedTuple):
    """Distances in logical pixels at 100 % text; the screen multiplies them by the text scale."""

    hair: int = 4
    small: int = 8
    medium: int = 12
    normal: int = 16
    large: int = 24
    wide: int = 32
    vast: int = 48


class TypeScale(NamedTuple):
    """Text sizes as multiples of the body size, and the body size itself."""

    unit: float = 17.0  # logical pixels of body text at 100 % on a 1366x768 desk screen
    caption: float = 0.82
    body: float = 1.0
    lead: float = 1.2
    h2: float = 1.45
    h1: float = 1.75
    key: float = 2.2
    line_height: float = 1.45
    print_unit: float = 10.5  # points; large print multiplies it


class RadiusScale(NamedTuple):
    """Corner radii in logical pixels at 100 %."""

    chip: int = 6
    control: int = 10
    card: int = 12


SPACE = SpaceScale()
TYPE = TypeScale()
RADIUS = RadiusScale()
TARGET = 44  # least side of anything a finger may touch, logical pixels
FOCUS_GAP = 2
FOCUS_WIDTH = 3
