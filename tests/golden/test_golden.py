"""What people see does not change by accident."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QImage

from sdm_aid.design.tokens import ThemeName
from tests.golden.conftest import IMAGES, Look, difference

LIGHT: Look = ("light", 1.0, False)
CASES: dict[str, tuple[str, Look]] = {
    "buttons": ("buttons", LIGHT),
    "buttons-dark": ("buttons", ("dark", 1.0, False)),
    "cards": ("cards", LIGHT),
    "cards-contrast": ("cards", ("contrast", 1.0, False)),
    "fields": ("fields", LIGHT),
    "fields-rtl": ("fields", ("light", 1.0, True)),
    "steps": ("steps", LIGHT),
    "steps-rtl": ("steps", ("light", 1.0, True)),
    "people": ("people", LIGHT),
    "people-dark": ("people", ("dark", 1.0, False)),
    "people-contrast": ("people", ("contrast", 1.0, False)),
    "people-rtl": ("people", ("light", 1.0, True)),
    "people-200": ("people", ("light", 2.0, False)),
    "rulers": ("rulers", LIGHT),
    "rulers-rtl": ("rulers", ("light", 1.0, True)),
    "course": ("course", LIGHT),
    "course-contrast": ("course", ("contrast", 1.0, False)),
    "course-rtl": ("course", ("light", 1.0, True)),
    "body": ("body", LIGHT),
    "body-dark": ("body", ("dark", 1.0, False)),
    "signing": ("signing", LIGHT),
}


@pytest.mark.parametrize("name", sorted(CASES))
def test_looks_as_before(
    name: str,
    picture: Callable[[str, Look], QImage],
    golden: Callable[[str, QImage], None],
) -> None:
    part, look = CASES[name]
    image = picture(part, look)
    assert not image.isNull()
    golden(name, image)


def test_no_golden_image_is_left_over() -> None:
    assert {path.stem for path in IMAGES.glob("*.png")} == set(CASES)


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_drawing_twice_gives_the_same(
    theme: ThemeName, picture: Callable[[str, Look], QImage]
) -> None:
    look: Look = (theme, 1.0, False)
    assert picture("people", look) == picture("people", look)


def test_the_difference_shows_where() -> None:
    one = QImage(4, 3, QImage.Format.Format_RGB32)
    one.fill(0xFF102030)
    other = one.copy()
    other.setPixel(2, 1, 0xFF000000)
    changed = difference(one, other)
    white = [(x, y) for x in range(4) for y in range(3) if changed.pixel(x, y) == 0xFFFFFFFF]
    assert white == [(2, 1)]
