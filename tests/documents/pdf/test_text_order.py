"""Visual order, joined letters and line breaking of mixed scripts."""

from __future__ import annotations

import io
import random
from collections.abc import Iterator
from typing import Any

import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QFont, QFontDatabase, QTextLayout, QTextOption
from PySide6.QtWidgets import QApplication

from sdm_aid.documents import blocks as b
from sdm_aid.documents.pdf.bidi import levels, visual_runs
from sdm_aid.documents.pdf.flow import TextFlow
from sdm_aid.documents.pdf.fonts import REGULAR, data, face
from sdm_aid.documents.pdf.printable import clean
from sdm_aid.documents.pdf.render import render
from sdm_aid.documents.pdf.spans import Span
from sdm_aid.documents.pdf.theme import TextStyle
from tests.documents.sample import CREATED, plan

STYLE = TextStyle(10, 14)


def _shown(*runs: b.Run, base: int = 0) -> str:
    """The letters of one line from left to right; brackets as they were typed."""
    (line,) = TextFlow(runs, STYLE, base).lines(1e9)
    return "".join(_letters(span) for span in line.spans)


def _letters(span: Span) -> str:
    return "".join(face(span.face).letters(ord(code)) for code in span.text)


@pytest.mark.parametrize(
    ("text", "base", "expected"),
    [
        ("abc", 0, "abc"),
        ("אבג", 0, "גבא"),
        ("name אבג, no. 12", 0, "name גבא, no. 12"),
        ("אבג 12 דה", 0, "הד 12 גבא"),
        ("אבג (12) abc", 1, "abc )12( גבא"),
        ("אבג (דה) abc", 0, ")הד( גבא abc"),
        ("אב-12%", 1, "12%-בא"),
        ("a אב", 1, "בא a"),
        ("1,234 אב", 0, "1,234 בא"),
    ],
)
def test_visual_order(text: str, base: int, expected: str) -> None:
    assert _shown(b.Run(text), base=base) == expected


def test_typed_words_do_not_reorder_their_neighbours() -> None:
    plain = _shown(b.Run("name "), b.Run("אבג"), b.Run(", 12 of 3"))
    apart = _shown(b.Run("name "), b.Run("אבג", isolated=True), b.Run(", 12 of 3"))
    assert plain == "name 12 ,גבא of 3"
    assert apart == "name גבא, 12 of 3"


def test_typed_paragraph_takes_its_own_direction() -> None:
    assert _shown(b.Run("אבג abc!", isolated=True)) == "!abc גבא"


def test_digits_keep_their_order_in_arabic() -> None:
    assert "١٠٠" in _shown(b.Run("من ١٠٠ شخص"), base=1)
    assert "100" in _shown(b.Run("من 100 شخص"), base=1)


def test_marks_are_drawn_before_the_letter_they_follow_when_read() -> None:
    assert _shown(b.Run("בָּא")) == "א\u05bc\u05b8ב"


def test_reading_aloud_gets_the_typed_words() -> None:
    data = render(plan(blocks=(b.text("Name: محمد علي", isolated=True),)), CREATED)
    assert "Name: محمد علي" in " ".join(_spoken(pypdf.PdfReader(io.BytesIO(data)).root_object))


def _spoken(element: Any) -> Iterator[str]:
    """Replacement texts of the structure in reading order."""
    element = element.get_object()
    if isinstance(element, list):
        for each in element:
            yield from _spoken(each)
    elif isinstance(element, dict):
        if "/ActualText" in element:
            yield str(element["/ActualText"]).rstrip()
        for key in ("/StructTreeRoot", "/K"):
            if key in element:
                yield from _spoken(element[key])


def test_telephone_number_is_not_broken() -> None:
    flow = TextFlow((b.Run("Clinic 555 0100, at night 555 0199."),), STYLE, 0)
    for room in range(60, 200, 7):
        lines = ["".join(span.text for span in line.spans) for line in flow.lines(room)]
        assert any("555 0199." in line for line in lines)
        assert any("555 0100," in line for line in lines)


def test_order_is_that_of_another_hand(qapp: QApplication) -> None:
    """Qt orders text by an algorithm of its own; both are given the same few hundred lines."""
    chance = random.Random(9)
    name = QFontDatabase.addApplicationFontFromData(QByteArray(data(REGULAR)))
    font = QFont(QFontDatabase.applicationFontFamilies(name)[0])
    font.setPixelSize(100)
    compared = 0
    for _ in range(400):
        text = "".join(chance.choices("ab1 2,.-(%)/:+אבמد١٢\u2066\u2068\u2069[]", k=12)).strip()
        base = chance.randint(0, 1)
        theirs = _by_qt(text, base, font)
        ours = [at for at in _by_us(text, base) if text[at] not in "\u2066\u2068\u2069"]
        if sorted(theirs) == sorted(ours):  # else it drew two letters as one
            assert (text, theirs) == (text, ours)
            compared += 1
    assert compared > 300


def _by_us(text: str, base: int) -> Iterator[int]:
    for start, end, level in visual_runs(levels(text, base), text, 0, len(text), base):
        yield from reversed(range(start, end)) if level % 2 else range(start, end)


def _by_qt(text: str, base: int, font: QFont) -> list[int]:
    """Places in the text, from the leftmost glyph to the rightmost."""
    layout, option = QTextLayout(text, font), QTextOption()
    rtl, ltr = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
    option.setTextDirection(rtl if base else ltr)
    layout.setTextOption(option)
    layout.beginLayout()
    layout.createLine().setLineWidth(1e6)
    layout.endLayout()
    every = QTextLayout.GlyphRunRetrievalFlag.RetrieveAll
    placed = [
        (at.x(), index)
        for run in layout.glyphRuns(-1, -1, every)
        for at, index in zip(run.positions(), run.stringIndexes(), strict=True)
    ]
    return [index for _x, index in sorted(placed) if text[index] not in "\u2066\u2068\u2069"]


MIXED = st.text(st.sampled_from("ab1 ,.-(%)\nאבמحد١\u2068\u2069\u0301"), max_size=40)


@given(MIXED, st.integers(0, 1))
def test_every_character_is_placed_once(text: str, base: int) -> None:
    runs = visual_runs(levels(text, base), text, 0, len(text), base)
    assert sorted(i for start, end, _ in runs for i in range(start, end)) == list(range(len(text)))


@given(st.text(max_size=200), st.floats(1, 300), st.integers(0, 1))
def test_lines_hold_all_words_and_fit(text: str, room: float, base: int) -> None:
    flow = TextFlow((b.Run(text), b.Run(" tail", strong=True)), STYLE, base)
    lines = flow.lines(room)
    shown = "".join(line.words or "".join(s.text for s in line.spans) for line in lines)
    assert sorted("".join(shown.split())) == sorted("".join((clean(text) + "tail").split()))
    widest = max(
        (TextFlow((b.Run(char),), STYLE, base).natural_width() for char in text), default=9
    )
    assert all(line.width <= max(room, widest * 3, 9) + 0.01 for line in lines)
