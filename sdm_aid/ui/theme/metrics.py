"""The theme in use and lengths that grow with the text, for widgets that paint themselves."""

from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QApplication, QWidget

from sdm_aid.design.tokens import THEMES, TYPE, Role, ThemeColours, ThemeName

THEME_PROPERTY = "themeName"
SCALE_PROPERTY = "textScale"


def theme_name() -> ThemeName:
    """Return the name of the theme in use; "light" before one was applied."""
    app = QApplication.instance()
    name = app.property(THEME_PROPERTY) if app is not None else None
    return name if name in THEMES else "light"


def theme_colours() -> ThemeColours:
    """Return the colours of the theme in use."""
    return THEMES[theme_name()]


def theme_colour(role: Role) -> QColor:
    """Return one colour of the theme in use."""
    return QColor(theme_colours().colour(role))


def text_scale() -> float:
    """Return the text scale in use, 1.0 to 2.0."""
    app = QApplication.instance()
    value = app.property(SCALE_PROPERTY) if app is not None else None
    return float(value) if value else 1.0


def unit() -> float:
    """Return the body text size in logical pixels."""
    return TYPE.unit * text_scale()


def px(length: float) -> int:
    """Return a length given for 100 % text, in logical pixels at the text size in use."""
    return max(1, round(length * text_scale()))


def scaled_font(widget: QWidget, times: float = 1.0, *, bold: bool = False) -> QFont:
    """Return the program's font at ``times`` the body size, for painting on ``widget``."""
    font = QFont(widget.font())
    font.setPixelSize(max(9, round(unit() * times)))
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return font
