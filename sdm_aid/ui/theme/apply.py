"""Dress the whole program in one theme at one text size."""

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from sdm_aid.design.tokens import THEMES, TYPE, ThemeName
from sdm_aid.ui.theme.fonts import use_font
from sdm_aid.ui.theme.metrics import SCALE_PROPERTY, THEME_PROPERTY
from sdm_aid.ui.theme.palette import palette_of
from sdm_aid.ui.theme.sheet import style_sheet

if TYPE_CHECKING:
    from sdm_aid.ui.theme.focus_ring import FocusRing

ThemeChoice = Literal["light", "dark", "contrast", "system"]
SMALLEST, LARGEST = 1.0, 2.0


class _SystemWatch(QObject):
    """Follows the desktop's light, dark or high-contrast setting while "system" is chosen."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.setObjectName("systemThemeWatch")
        self.follows = False
        self._app = app
        app.styleHints().colorSchemeChanged.connect(self._follow)

    def _follow(self) -> None:
        if self.follows:
            apply_theme(self._app, "system", float(self._app.property(SCALE_PROPERTY) or 1.0))


def resolve_theme(app: QApplication, theme: ThemeChoice) -> ThemeName:
    """Return the theme to draw; "system" asks the desktop, light where it does not say."""
    if theme != "system":
        return theme
    hints = app.styleHints()
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return "contrast"
    return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"


def apply_theme(
    app: QApplication,
    theme: ThemeChoice = "system",
    text_scale: float = 1.0,
    *,
    with_focus_ring: bool = True,
) -> None:
    """Set style, font, palette and style sheet of the program, also while windows are open.

    ``text_scale`` is held between 1.0 and 2.0. ``with_focus_ring`` False: :func:`show_focus_ring`
    follows after the first paint, which does not wait for it. Widgets that paint themselves learn
    of the change by the ``StyleChange`` event and read :mod:`sdm_aid.ui.theme.metrics`.
    """
    scale = min(max(text_scale, SMALLEST), LARGEST)
    name = resolve_theme(app, theme)
    first = app.property(THEME_PROPERTY) is None
    app.setProperty(THEME_PROPERTY, name)
    app.setProperty(SCALE_PROPERTY, scale)
    if first:
        app.setStyle("Fusion")
    use_font(app, round(TYPE.unit * scale))
    app.setPalette(palette_of(THEMES[name]))
    app.setStyleSheet(style_sheet(THEMES[name], scale))
    _system_watch(app).follows = theme == "system"
    if with_focus_ring:
        show_focus_ring(app)


def show_focus_ring(app: QApplication) -> None:
    """Show where the focus is, from now on and in the colours of the theme."""
    _focus_ring(app).refresh()


def _system_watch(app: QApplication) -> _SystemWatch:
    return app.findChild(_SystemWatch, "systemThemeWatch") or _SystemWatch(app)


def _focus_ring(app: QApplication) -> "FocusRing":
    from sdm_aid.ui.theme.focus_ring import FocusRing

    return app.findChild(FocusRing, "focusRing") or FocusRing(app)
