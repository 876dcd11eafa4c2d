"""How far apart two colours are: WCAG 2 relative luminance and contrast ratio."""


def channels(colour: str) -> tuple[float, float, float]:
    """Split #RRGGBB into red, green and blue from 0 to 1; ValueError for any other form."""
    if len(colour) != 7 or colour[0] != "#":
        raise ValueError(f"not a #RRGGBB colour: {colour!r}")
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return red, green, blue


def linear(value: float) -> float:
    """Undo the sRGB transfer curve for one channel (WCAG 2.2, definition of relative luminance)."""
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def luminance(colour: str) -> float:
    """Return the relative luminance of #RRGGBB, 0 for black to 1 for white."""
    red, green, blue = (linear(value) for value in channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(first: str, second: str) -> float:
    """Return the WCAG contrast ratio of two #RRGGBB colours, 1 to 21."""
    dark, light = sorted((luminance(first), luminance(second)))
    return (light + 0.05) / (dark + 0.05)
