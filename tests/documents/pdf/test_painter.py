"""Scenes on paper: the same shapes in the same colours, repeated symbols stored once."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pypdf
import pypdfium2
import pytest
from PIL import Image, ImageChops

from sdm_aid.documents import blocks as b
from sdm_aid.documents.pdf.render import render
from sdm_aid.documents.pdf.theme import MM
from sdm_aid.drawing.scene import Circle, Path, Rect, Scene, Shape, Symbol, TextRun, Use
from tests.documents.sample import CREATED, ink, plan

_SCALE = 4


def _page(scene: Scene, width_mm: float = 100.0) -> tuple[bytes, Image.Image]:
    """A page with nothing but the scene under its title, and how it looks."""
    document = plan(blocks=(b.FigureBlock(scene, width_mm, "a picture"),), header_lines=())
    data = render(document, CREATED)
    image: Image.Image = pypdfium2.PdfDocument(data)[0].render(scale=_SCALE).to_pil().convert("RGB")
    return data, image


def _coloured(image: Image.Image, colour: tuple[int, int, int]) -> tuple[int, int, int, int]:
    """The box around all pixels of nearly this colour."""
    near = [
        band.point(lambda value, want=want: 255 if abs(value - want) < 12 else 0)
        for band, want in zip(image.split(), colour, strict=True)
    ]
    mask = Image.new("L", image.size, 255)
    for band in near:
        mask = Image.composite(band, Image.new("L", image.size, 0), mask)
    box = mask.getbbox()
    assert box is not None
    return box


def _scene(*shapes: Shape, symbols: tuple[Symbol, ...] = ()) -> Scene:
    return Scene(100.0, 50.0, shapes, symbols)


def test_rectangle_has_its_place_and_size() -> None:
    scene = _scene(Rect(0, 0, 100, 50, fill="caution"), Rect(20, 10, 30, 20, fill="row_mark_edge"))
    _, image = _page(scene)
    outer = _coloured(image, (0xFF, 0xF4, 0xD6))
    inner = _coloured(image, (0x8A, 0x5A, 0x00))
    unit = 100 * MM * _SCALE / 100
    assert abs((inner[0] - outer[0]) - 20 * unit) < 3
    assert abs((inner[1] - outer[1]) - 10 * unit) < 3
    assert abs((inner[2] - inner[0]) - 30 * unit) < 3
    assert abs((inner[3] - inner[1]) - 20 * unit) < 3


def test_circle_and_path_are_filled() -> None:
    triangle = Path((("M", 60, 40), ("L", 90, 40), ("L", 75, 10), ("Z",)), fill="focus")
    _, image = _page(_scene(Circle(20, 20, 10, fill="row_mark_edge"), triangle))
    disc = _coloured(image, (0x8A, 0x5A, 0x00))
    peak = _coloured(image, (0x7A, 0x1F, 0xA2))
    assert abs((disc[2] - disc[0]) - (disc[3] - disc[1])) < 3
    assert peak[0] > disc[2]
    assert abs((peak[3] - peak[1]) - (peak[2] - peak[0])) < 3


def test_text_stands_upright_by_its_anchor() -> None:
    runs = [
        TextRun(50, y, "anchored words", 6, "text", anchor)  # type: ignore[arg-type]
        for y, anchor in ((10, "start"), (25, "middle"), (40, "end"))
    ]
    data, _ = _page(_scene(*runs))
    page = pypdfium2.PdfDocument(data)[0].get_textpage()
    text = page.get_text_range()
    starts = [i for i in range(len(text)) if text.startswith("anchored words", i)]
    lefts = [page.get_charbox(i)[0] for i in starts]
    bottoms = [page.get_charbox(i)[1] for i in starts]
    assert len(starts) == 3
    assert lefts[0] > lefts[1] > lefts[2]
    assert abs((lefts[0] - lefts[1]) - (lefts[1] - lefts[2])) < 0.5
    assert bottoms == sorted(bottoms, reverse=True)


def test_symbol_is_stored_once_and_placed_often() -> None:
    symbol = Symbol("dot", 10, 10, (Circle(5, 5, 4, fill="icon_added"),))
    uses = tuple(Use("dot", 10 * i, 5, 0.8) for i in range(10))
    data, image = _page(_scene(*uses, symbols=(symbol,)))
    page: Any = pypdf.PdfReader(io.BytesIO(data)).pages[0]
    assert len(page["/Resources"]["/XObject"]) == 1
    assert page.get_contents().get_data().count(b" Do Q") == 10
    box = _coloured(image, (0x0B, 0x4F, 0x8A))
    assert box[2] - box[0] > 90 * MM * _SCALE


def test_symbols_of_one_name_and_other_shape_stay_apart() -> None:
    round_one = Symbol("s", 10, 10, (Circle(5, 5, 4, fill="icon_added"),))
    square = replace(round_one, shapes=(Rect(0, 0, 9, 9, fill="icon_anyway"),))
    figures = tuple(
        b.FigureBlock(_scene(Use("s", 0, 0), symbols=(symbol,)), 50, "x")
        for symbol in (round_one, square, round_one)
    )
    page: Any = pypdf.PdfReader(io.BytesIO(render(plan(blocks=figures), CREATED))).pages[0]
    assert len(page["/Resources"]["/XObject"]) == 2


def test_text_inside_a_symbol_is_drawn() -> None:
    symbol = Symbol("letter", 10, 10, (TextRun(5, 8, "Q", 8, "text", "middle"),))
    data, _ = _page(_scene(Use("letter", 0, 0, 2.0), Use("letter", 50, 0, 2.0), symbols=(symbol,)))
    assert pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range().count("Q") == 2


def test_picture_larger_than_the_page_is_made_to_fit() -> None:
    tall = Scene(10.0, 4000.0, (Rect(0, 0, 10, 4000, fill="icon_added"),))
    wide = Scene(4000.0, 10.0, (Rect(0, 0, 4000, 10, fill="icon_added"),))
    blocks = (b.FigureBlock(tall, 500, "tall"), b.FigureBlock(wide, 900, "wide"))
    assert len(pypdfium2.PdfDocument(render(plan(blocks=blocks), CREATED))) == 3


def test_odd_words_in_a_picture_get_stand_ins() -> None:
    data, _ = _page(_scene(TextRun(0, 20, "漢 and 🙂", 6)))
    text = pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range()
    assert "[Chinese characters U+6F22] and [emoji U+1F642" in text


@pytest.mark.parametrize("factor", [1.0, 1e-3, 1e3])
def test_ink_stands_on_its_line_whatever_its_units(factor: float) -> None:
    strokes = tuple(tuple((x * factor, y * factor, p) for x, y, p in stroke) for stroke in ink(5))
    line = b.SignatureLine("N", "", "", strokes, "ink")
    data = render(plan(blocks=(b.Signatures((line,)),), header_lines=()), CREATED)
    with_ink = pypdfium2.PdfDocument(data)[0].render(scale=_SCALE).to_pil()
    empty = replace(line, strokes=None)
    data = render(plan(blocks=(b.Signatures((empty,)),), header_lines=()), CREATED)
    without = pypdfium2.PdfDocument(data)[0].render(scale=_SCALE).to_pil()
    box = ImageChops.difference(with_ink.convert("L"), without.convert("L")).getbbox()
    assert box is not None
    assert 24 * _SCALE < box[3] - box[1] < 40 * _SCALE
    assert box[0] > 42 * _SCALE
    assert box[2] < 300 * _SCALE


def test_a_tap_or_nothing_at_all_is_no_trouble() -> None:
    for strokes in ((((0.5, 0.5, 0.5),),), ((),), ()):
        line = b.SignatureLine("N", "", "", strokes, "ink")
        data = render(plan(blocks=(b.Signatures((line,)),)), CREATED)
        assert data.startswith(b"%PDF-1.7")
