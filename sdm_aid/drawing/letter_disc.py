"""The neutral disc with a choice's letter; the same on screen, in charts and on paper."""

from sdm_aid.drawing.scene import Circle, Scene, TextRun


def letter_disc(letter: str, size: float = 34.0, *, alt: str = "", share: float = 0.5) -> Scene:
    """Draw a disc ``size`` units across; ``share``: size of its letter in it."""
    middle = size / 2
    line = size * 0.045
    return Scene(
        size,
        size,
        (
            Circle(
                middle, middle, middle - line, fill="sunken", line="line_control", line_width=line
            ),
            TextRun(
                middle,
                middle + size * 0.35 * share,
                letter,
                size * share,
                "text",
                "middle",
                bold=True,
            ),
        ),
        alt=alt,
    )
