"""Theme colours as a QPalette, for everything the style sheet does not reach."""

from PySide6.QtGui import QColor, QPalette

from sdm_aid.design.tokens import Role, ThemeColours

_ROLES: tuple[tuple[QPalette.ColorRole, Role], ...] = (
    (QPalette.ColorRole.Window, "canvas"),
    (QPalette.ColorRole.WindowText, "text"),
    (QPalette.ColorRole.Base, "surface"),
    (QPalette.ColorRole.AlternateBase, "sunken"),
    (QPalette.ColorRole.Text, "text"),
    (QPalette.ColorRole.Button, "surface"),
    (QPalette.ColorRole.ButtonText, "text"),
    (QPalette.ColorRole.BrightText, "text"),
    (QPalette.ColorRole.Highlight, "accent"),
    (QPalette.ColorRole.HighlightedText, "on_accent"),
    (QPalette.ColorRole.Link, "accent"),
    (QPalette.ColorRole.LinkVisited, "accent"),
    (QPalette.ColorRole.ToolTipBase, "surface"),
    (QPalette.ColorRole.ToolTipText, "text"),
    (QPalette.ColorRole.PlaceholderText, "text_soft"),
    (QPalette.ColorRole.Light, "surface"),
    (QPalette.ColorRole.Midlight, "sunken"),
    (QPalette.ColorRole.Mid, "line_control"),
    (QPalette.ColorRole.Dark, "line_control"),
    (QPalette.ColorRole.Shadow, "line_control"),
    (QPalette.ColorRole.Accent, "accent"),
)
_SOFT_WHEN_DISABLED = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
)


def palette_of(colours: ThemeColours) -> QPalette:
    """Return the palette of a theme; disabled text is soft but keeps its contrast."""
    palette = QPalette()
    for target, role in _ROLES:
        palette.setColor(target, QColor(colours.colour(role)))
    for target in _SOFT_WHEN_DISABLED:
        palette.setColor(QPalette.ColorGroup.Disabled, target, QColor(colours.text_soft))
    return palette
