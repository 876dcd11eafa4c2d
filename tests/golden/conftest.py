"""Pictures compared pixel by pixel; ``--update-golden`` writes them anew."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from sdm_aid.design.tokens import ThemeName
from sdm_aid.ui.gallery import board
from sdm_aid.ui.gallery_parts import PARTS
from sdm_aid.ui.theme.apply import apply_theme
from sdm_aid.ui.theme.metrics import px

IMAGES = Path(__file__).parent / "images"
Look = tuple[ThemeName, float, bool]
"""Theme, text scale, right to left."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the switch for new pictures."""
    parser.addoption("--update-golden", action="store_true", help="write the golden images anew")


@pytest.fixture
def picture(qapp: QApplication) -> Iterator[Callable[[str, Look], QImage]]:
    """Draws a part of the gallery in a look."""

    def draw(part: str, look: Look) -> QImage:
        theme, scale, rtl = look
        assert theme != "print"
        apply_theme(qapp, theme, scale)
        ground: QWidget = board(PARTS[part], px(920), rtl=rtl)
        image = ground.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
        ground.close()
        ground.deleteLater()
        return image

    yield draw
    apply_theme(qapp, "light", 1.0)


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, QImage], None]:
    """Compares a picture with the one on file; keeps all three where they differ."""
    update = bool(request.config.getoption("--update-golden", default=False))
    failures = request.config.rootpath / "build" / "golden"

    def compare(name: str, actual: QImage) -> None:
        path = IMAGES / f"{name}.png"
        if update:
            assert actual.save(str(path))
            return
        expected = QImage(str(path)).convertToFormat(QImage.Format.Format_RGB32)
        if actual == expected:
            return
        failures.mkdir(parents=True, exist_ok=True)
        actual.save(str(failures / f"{name}-actual.png"))
        expected.save(str(failures / f"{name}-expected.png"))
        changed = difference(actual, expected)
        changed.save(str(failures / f"{name}-difference.png"))
        pytest.fail(f"{name} looks different: see {failures}, or run with --update-golden")

    return compare


def difference(actual: QImage, expected: QImage) -> QImage:
    """Black where two pictures agree, white where they do not or only one has a pixel."""
    width = max(actual.width(), expected.width())
    height = max(actual.height(), expected.height())
    out = QImage(width, height, QImage.Format.Format_RGB32)
    out.fill(0xFFFFFFFF)
    for y in range(min(actual.height(), expected.height())):
        for x in range(min(actual.width(), expected.width())):
            if actual.pixel(x, y) == expected.pixel(x, y):
                out.setPixel(x, y, 0xFF000000)
    return out
