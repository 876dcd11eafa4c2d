"""One call dresses the program; what it sets follows from the tokens."""

import re

import pytest
from PySide6.QtGui import QFontDatabase, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from sdm_aid.design.tokens import TARGET, THEMES, ThemeColours, ThemeName
from sdm_aid.ui.theme.apply import apply_theme, resolve_theme
from sdm_aid.ui.theme.fonts import FACES, FAMILY, font_bytes
from sdm_aid.ui.theme.metrics import px, text_scale, theme_colours, theme_name, unit
from sdm_aid.ui.theme.sheet import restyle, style_sheet

SCREEN_THEMES: tuple[ThemeName, ...] = ("light", "dark", "contrast")


@pytest.mark.parametrize("theme", SCREEN_THEMES)
def test_palette_and_metrics_follow_the_theme(app: QApplication, theme: ThemeName) -> None:
    apply_theme(app, theme, 1.5)  # type: ignore[arg-type]
    palette = app.palette()
    assert palette.color(QPalette.ColorRole.Window).name() == THEMES[theme].canvas.lower()
    assert palette.color(QPalette.ColorRole.Highlight).name() == THEMES[theme].accent.lower()
    assert (theme_name(), theme_colours()) == (theme, THEMES[theme])
    assert text_scale() == 1.5
    assert app.font().pixelSize() == round(unit())


@pytest.mark.parametrize(("asked", "used"), [(0.5, 1.0), (1.0, 1.0), (2.0, 2.0), (9.0, 2.0)])
def test_text_scale_is_held_between_its_ends(app: QApplication, asked: float, used: float) -> None:
    apply_theme(app, "light", asked)
    assert text_scale() == used
    assert px(10) == round(10 * used)


@pytest.mark.parametrize("theme", SCREEN_THEMES)
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_style_sheet_has_no_notation_left(theme: ThemeName, scale: float) -> None:
    sheet = style_sheet(THEMES[theme], scale)
    assert "@" not in sheet
    assert not re.search(r"\dsp\b|\du\b|![a-z]+:", sheet)
    assert sheet.count("{") == sheet.count("}")


def test_every_colour_of_the_style_sheet_is_a_token() -> None:
    for theme in SCREEN_THEMES:
        colours = THEMES[theme]
        known = {getattr(colours, name).upper() for name in ThemeColours._fields}
        used = {
            colour.upper() for colour in re.findall(r"#[0-9A-Fa-f]{6}", style_sheet(colours, 1))
        }
        assert used <= known


def test_the_system_theme_is_one_that_can_be_drawn(app: QApplication) -> None:
    assert resolve_theme(app, "system") in SCREEN_THEMES
    apply_theme(app, "system")
    assert theme_name() in SCREEN_THEMES


@pytest.mark.parametrize("role", ["primary", "secondary", "quiet", "danger", "chip", "segment"])
def test_buttons_are_large_enough_to_touch(app: QApplication, qtbot: QtBot, role: str) -> None:
    button = QPushButton("OK")
    button.setProperty("role", role)
    qtbot.addWidget(button)
    button.ensurePolished()
    assert button.sizeHint().height() >= TARGET
    assert button.sizeHint().width() >= TARGET


def test_restyle_shows_a_changed_role(app: QApplication, qtbot: QtBot) -> None:
    button = QPushButton("Go on")
    button.setProperty("role", "secondary")
    qtbot.addWidget(button)
    button.ensurePolished()
    before = button.sizeHint()
    button.setProperty("role", "primary")
    restyle(button)
    assert button.sizeHint().height() > before.height()


def test_the_fonts_are_unpacked_once_and_mended(app: QApplication) -> None:
    from sdm_aid.ui.theme.cache import cache_folder

    first = font_bytes("figo")
    path = cache_folder("fonts") / "figo.ttf"
    assert path.read_bytes() == first
    assert len(first) == FACES["figo"][0]
    path.write_bytes(first[:-1] + b"\0\0")
    assert font_bytes("figo") == first
    assert path.read_bytes() == first


@pytest.mark.parametrize("word", ["Schmerz", "боль", "πόνος", "ألم", "כאב", "दर्द", "Ağrı", "łydka"])
def test_the_font_knows_the_scripts(app: QApplication, word: str) -> None:
    assert FAMILY in QFontDatabase.families()
    metrics = QFontMetrics(app.font())
    assert all(metrics.inFontUcs4(ord(letter)) for letter in word)
