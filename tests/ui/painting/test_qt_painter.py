"""The painter puts shapes where the scene says, in the theme's colours, at any pixel ratio."""

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from sdm_aid.design.tokens import CONTRAST, DARK, LIGHT, ThemeColours
from sdm_aid.drawing.person import person_symbol
from sdm_aid.drawing.scene import Circle, Path, Rect, Scene, Symbol, TextRun, Use
from sdm_aid.ui.painting.qt_painter import paint_scene, qt_path

pytestmark = pytest.mark.usefixtures("qapp")


def painted(scene: Scene, colours: ThemeColours, ratio: float = 1.0, scale: float = 1.0) -> QImage:
    """A scene on the theme's surface."""
    width, height = scene.width * scale * ratio, scene.height * scale * ratio
    image = QImage(round(width), round(height), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor(colours.surface))
    painter = QPainter(image)
    try:
        paint_scene(painter, scene, colours, scale)
    finally:
        painter.end()
    return image


@pytest.mark.parametrize("colours", [LIGHT, DARK, CONTRAST], ids=["light", "dark", "contrast"])
@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_shapes_are_filled_in_their_role(colours: ThemeColours, ratio: float) -> None:
    square = Rect(10, 10, 20, 20, fill="icon_added")
    disc = Circle(60, 20, 10, fill="icon_anyway")
    image = painted(Scene(80, 40, (square, disc)), colours, ratio)
    assert image.pixelColor(round(20 * ratio), round(20 * ratio)) == QColor(colours.icon_added)
    assert image.pixelColor(round(60 * ratio), round(20 * ratio)) == QColor(colours.icon_anyway)
    assert image.pixelColor(round(40 * ratio), round(5 * ratio)) == QColor(colours.surface)


@pytest.mark.parametrize("ratio", [1.0, 1.25, 2.0])
def test_repeated_symbols_look_the_same(ratio: float) -> None:
    uses = tuple(Use("added", 5.0 + 33.3 * index, 4.0, 1.5) for index in range(3))
    image = painted(Scene(120, 40, uses, (person_symbol("added"),)), LIGHT, ratio)
    wide, high = round(16 * ratio), round(30 * ratio)
    top = round(3 * ratio)
    lefts = [round((use.x - 1) * ratio) for use in uses]
    first, *others = (image.copy(x, top, wide, high) for x in lefts)
    assert all(other == first for other in others)


def test_a_symbol_is_drawn_anew_for_another_theme() -> None:
    scene = Scene(10, 10, (Use("dot", 0, 0),), (Symbol("dot", 10, 10, (Circle(5, 5, 4, "text"),)),))
    for colours in (LIGHT, DARK):
        assert painted(scene, colours).pixelColor(5, 5) == QColor(colours.text)


def test_a_symbol_that_is_missing_is_an_error() -> None:
    with pytest.raises(KeyError):
        painted(Scene(10, 10, (Use("person", 0, 0),)), LIGHT)


@pytest.mark.parametrize(("anchor", "inside"), [("start", 55), ("middle", 50), ("end", 45)])
def test_text_stands_at_its_anchor(anchor: str, inside: int) -> None:
    run = TextRun(50, 30, "HHH", 20, "text", anchor, bold=True)  # type: ignore[arg-type]
    image = painted(Scene(100, 40, (run,)), LIGHT)
    dark = [
        x for x in range(100) if any(image.pixelColor(x, y).lightness() < 90 for y in range(40))
    ]
    middle = (dark[0] + dark[-1]) / 2
    assert dark
    assert (middle - 50) * (inside - 50) >= 0
    assert abs(middle - 50) < 2 if anchor == "middle" else abs(middle - 50) > 8


def test_dashes_leave_gaps() -> None:
    whole = Path((("M", 0, 5), ("L", 100, 5)), line="text", line_width=4)
    dashed = Path(whole.commands, line="text", line_width=4, dash=(10, 10))
    ink = [
        sum(
            painted(Scene(100, 10, (path,)), LIGHT).pixelColor(x, 5).lightness() < 90
            for x in range(100)
        )
        for path in (whole, dashed)
    ]
    assert ink[0] > 95
    assert 40 <= ink[1] <= 60


def test_paths_are_closed_and_scaled() -> None:
    path = qt_path((("M", 0, 0), ("L", 10, 0), ("C", 10, 5, 5, 10, 0, 10), ("Z",)), 2.0)
    box = path.boundingRect()
    assert (box.width(), box.height()) == (20.0, 20.0)
    assert path.elementCount() == 6


def test_the_gallery_writes_every_board(
    qapp: QApplication, tmp_path_factory: pytest.TempPathFactory
) -> None:
    from sdm_aid.ui.gallery import main
    from sdm_aid.ui.gallery_parts import PARTS
    from sdm_aid.ui.theme.apply import apply_theme

    folder = tmp_path_factory.mktemp("gallery")
    assert main(["--out", str(folder), "--theme", "light", "--scale", "1.3"]) == 0
    apply_theme(qapp, "light", 1.0)
    assert {path.name for path in folder.iterdir()} == {f"{name}-light-130.png" for name in PARTS}
