"""Discs, dots, and what every scene must keep to."""

import pytest

from sdm_aid.drawing.certainty import certainty_dots
from sdm_aid.drawing.letter_disc import letter_disc
from sdm_aid.drawing.scene import Circle, TextRun, mirrored, moved, smooth_closed, smooth_open


@pytest.mark.parametrize("level", range(5))
def test_as_many_dots_are_filled_as_the_level_says(level: int) -> None:
    dots = [shape for shape in certainty_dots(level).shapes if isinstance(shape, Circle)]
    assert [bool(dot.fill) for dot in dots] == [index < level for index in range(4)]
    mirror = [s for s in certainty_dots(level, rtl=True).shapes if isinstance(s, Circle)]
    assert [dot.x for dot in mirror] == [dot.x for dot in reversed(dots)]


@pytest.mark.parametrize("level", [-1, 5])
def test_other_levels_are_refused(level: int) -> None:
    with pytest.raises(ValueError, match="dots"):
        certainty_dots(level)


def test_a_disc_carries_its_letter_in_the_middle() -> None:
    scene = letter_disc("B", 40.0, alt="B")
    (letter,) = [shape for shape in scene.shapes if isinstance(shape, TextRun)]
    assert (letter.text, letter.x, letter.anchor) == ("B", 20.0, "middle")
    assert scene.alt == "B"


def test_paths_move_and_mirror() -> None:
    path = smooth_closed([(0.0, 0.0), (10.0, 0.0), (10.0, 10.0)])
    assert [step[-2:] for step in moved(path, 3, 4)][:2] == [(3.0, 4.0), (13.0, 4.0)]
    assert [step[-2:] for step in mirrored(path, 5.0)][:2] == [(10.0, 0.0), (0.0, 0.0)]


def test_curves_go_through_their_points() -> None:
    points = [(0.0, 0.0), (10.0, 5.0), (20.0, 0.0)]
    ends = [command[-2:] for command in smooth_open(points)]
    assert ends == points


def test_an_unknown_symbol_is_refused() -> None:
    with pytest.raises(KeyError):
        letter_disc("A").symbol("person")
