"""Words of every script that the face holds look as Qt sets them, and are copied as typed."""

from __future__ import annotations

import io
import re
import subprocess
import unicodedata
from collections.abc import Iterator

import pypdf
import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageFilter, ImageStat
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QFont, QFontDatabase, QImage, QPainter, QPainterPath
from PySide6.QtWidgets import QApplication

from sdm_aid.documents import blocks as b
from sdm_aid.documents.pdf.flow import TextFlow
from sdm_aid.documents.pdf.fonts import BOLD, REGULAR, data
from sdm_aid.documents.pdf.render import render
from sdm_aid.documents.pdf.theme import TextStyle
from tests.documents.sample import CREATED, plan

WORDS = (
    "कर्म",
    "क्षत्रिय",
    "ज़रूर",
    "हिन्दी",
    "विद्यार्थी",
    "स्त्री",
    "र्कि",
    "१००",
    "مُحَمَّد",
    "الله",
    "لا",
    "می‌خواهم",
    "שָׁלוֹם",
    "בָּרוּךְ",
    "น้ำ",
    "ที่นี่",
    "x̌",
)
LINES = (
    "प्रिया शर्मा, 100 में से १०० (4–6) 50 %; 2026-11-28; फ़ोन 555 0100",
    "मेरा लक्ष्य है कि मैं NSAID के बिना काम पर जा सकूँ।",
    "שרה לוי: NSAID ל־100 ימים, 2026-11-28, טלפון 555 0100",
    "نورا علي: لا NSAID لمدة 100 يوم، الهاتف 555 0100، 2026-11-28",
    "ฉันต้องการเดินไปทำงาน 4–6 กม. น้ำ 50 %",
    "Ελλάδα, Йод, ქართული, Ångström",
)
_SCALE, _SIZE = 4, 18
_ALIKE, _UNLIKE = 0.25, 0.5
"""Share of the ink that differs between two rasterisers of one word, and of two words."""


@pytest.fixture(scope="module")
def printed() -> dict[tuple[str, bool], Image.Image]:
    """Every word in both weights, cut out of one paper."""
    pieces = [(word, bold) for bold in (False, True) for word in WORDS]
    blocks: list[b.Block] = []
    for word, bold in pieces:
        blocks += [b.Paragraph((b.Run(word, strong=bold, isolated=True),)), b.Spacer(40)]
    document = plan(
        title="T",
        blocks=tuple(blocks),
        header_lines=(),
        running=b.Running((), (), ""),
        text_size=b.TextSize.LARGE,
    )
    pages = pypdfium2.PdfDocument(render(document, CREATED))
    found: list[Image.Image] = []
    for number, page in enumerate(pages):
        image = page.render(scale=_SCALE).to_pil().convert("L")
        bands = list(_bands(image))
        found += bands[2:] if number == 0 else bands  # not the title and its rule
    return dict(zip(pieces, found, strict=True))


def _bands(image: Image.Image) -> Iterator[Image.Image]:
    """What stands on a page, line by line, each cut to its ink."""
    dark = image.point(lambda value: 255 if value < 200 else 0)
    rows = [dark.crop((0, y, dark.width, y + 1)).getbbox() is not None for y in range(dark.height)]
    start, gap = None, 0
    for y, ink in enumerate([*rows, *[False] * 20]):
        gap = 0 if ink else gap + 1
        if ink and start is None:
            start = y
        elif start is not None and gap == 12:
            yield _to_ink(image.crop((0, start, image.width, y)))
            start = None


def _to_ink(image: Image.Image) -> Image.Image:
    return image.crop(image.point(lambda value: 255 if value < 160 else 0).getbbox())


def _set_by_qt(word: str, *, bold: bool) -> Image.Image:
    """The word as Qt shapes and fills it."""
    name = QFontDatabase.addApplicationFontFromData(QByteArray(data(BOLD if bold else REGULAR)))
    font = QFont(QFontDatabase.applicationFontFamilies(name)[0])
    font.setBold(bold)
    font.setPixelSize(_SIZE * _SCALE)
    path = QPainterPath()
    path.addText(100, 150, font, word)
    image = QImage(900, 260, QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(path, Qt.GlobalColor.black)
    painter.end()
    raw = bytes(image.constBits())
    return _to_ink(Image.frombytes("L", (900, 260), raw, "raw", "L", image.bytesPerLine()))


def _unlike(one: Image.Image, other: Image.Image) -> float:
    """Share of the ink that differs, edges of letters left out of account, at the best fit."""
    size = max(one.width, other.width) + 8, max(one.height, other.height) + 8

    def sheet(image: Image.Image, x: int, y: int) -> Image.Image:
        whole = Image.new("L", size, 255)
        whole.paste(image, (4 + x, 4 + y))
        return whole.filter(ImageFilter.GaussianBlur(1.2))

    still = sheet(other, 0, 0)
    ink = 255 * size[0] * size[1] - ImageStat.Stat(still).sum[0]
    moved = (sheet(one, x, y) for x in (-1, 0, 1) for y in (-1, 0, 1))
    differing = min(ImageStat.Stat(ImageChops.difference(each, still)).sum[0] for each in moved)
    return float(differing / ink)


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("word", WORDS)
def test_word_looks_as_qt_sets_it(
    qapp: QApplication, printed: dict[tuple[str, bool], Image.Image], word: str, *, bold: bool
) -> None:
    assert _unlike(printed[word, bold], _set_by_qt(word, bold=bold)) < _ALIKE


@pytest.mark.parametrize(
    ("word", "wrong"),
    [
        ("कर्म", "करम"),
        ("हिन्दी", "हन्दिी"),
        ("स्त्री", "स\u094d\u200cत\u094d\u200cरी"),
        ("لا", "ل\u200cا"),
    ],
)
def test_a_wrong_form_would_be_noticed(
    qapp: QApplication, printed: dict[tuple[str, bool], Image.Image], word: str, wrong: str
) -> None:
    assert _unlike(printed[word, False], _set_by_qt(wrong, bold=False)) > _UNLIKE


@pytest.fixture(scope="module")
def paper() -> bytes:
    """A page of lines in many scripts."""
    blocks = tuple(b.text(line, isolated=True) for line in LINES)
    return render(plan(title="T", blocks=blocks, header_lines=()), CREATED)


def test_pypdf_copies_what_was_typed(paper: bytes) -> None:
    text = pypdf.PdfReader(io.BytesIO(paper)).pages[0].extract_text()
    lines = [" ".join(line.split()) for line in text.splitlines()]
    for line in LINES:
        assert unicodedata.normalize("NFC", line) in lines


def test_pdftotext_copies_every_word_and_number(paper: bytes) -> None:
    done = subprocess.run(["pdftotext", "-", "-"], input=paper, capture_output=True, check=True)
    copied = re.sub("[\u202a-\u202e\u2066-\u2069\u200e\u200f]", "", done.stdout.decode())
    for line in LINES[:2] + LINES[4:]:
        assert unicodedata.normalize("NFC", line) in copied
    for line in LINES[2:4]:
        for word in re.findall(r"[^\s,:،()־]+", line):
            assert word in copied


def test_pdfium_copies_every_word(paper: bytes) -> None:
    text = pypdfium2.PdfDocument(paper)[0].get_textpage().get_text_range()
    for line in LINES:
        for word in re.findall(r"[^\W\d_]+", unicodedata.normalize("NFC", line)):
            assert word in text


def test_page_from_right_to_left_is_copied_in_order() -> None:
    blocks = tuple(b.text(line, isolated=True) for line in LINES[2:4])
    document = plan(
        title="خطة",
        language="ar",
        header_lines=("نورا علي",),
        running=b.Running(("نورا علي",), ("خطة",), "صفحة {page}"),
        blocks=blocks,
        direction=b.Direction.RTL,
    )
    done = subprocess.run(
        ["pdftotext", "-", "-"], input=render(document, CREATED), capture_output=True, check=True
    )
    # it marks the runs of the other direction, and sets spaces outside of the marks
    copied = re.sub("[\u202a-\u202e\u2066-\u2069\u200e\u200f]", " ", done.stdout.decode())
    for line in LINES[2:4]:
        assert re.findall(r"[^\W\d_]+", line) in [
            re.findall(r"[^\W\d_]+", each) for each in copied.splitlines()
        ]


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("room", [9.0, 25.0, 61.0, 140.0])
def test_no_cluster_is_torn_apart(line: str, room: float) -> None:
    flow = TextFlow((b.Run(line),), TextStyle(10, 14), 0)
    for each in flow.lines(room):
        said = each.words or "".join(span.text for span in each.spans)
        first = said.strip()[:1]
        assert not first or unicodedata.category(first)[0] != "M"
        assert not said.strip().endswith("\u094d")
        assert each.width <= room + 9 or len(said.strip()) <= 4


def test_same_words_same_bytes_whatever_was_shaped_before() -> None:
    document = plan(blocks=tuple(b.text(line) for line in LINES[:4]))
    first = render(document, CREATED)
    render(plan(blocks=(b.text("श्रीमती द्वारा, ثَلَاثَة, בְּרֵאשִׁית"),)), CREATED)
    assert render(document, CREATED) == first


def test_language_of_the_computer_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    document = plan(blocks=(b.text("श्रीमती १२३४५६७८९० مُحَمَّد ۴۵۶"),))
    first = render(document, CREATED)
    monkeypatch.setenv("LC_ALL", "mr_IN.UTF-8")
    monkeypatch.setenv("LANG", "ur_PK.UTF-8")
    assert render(document, CREATED) == first
