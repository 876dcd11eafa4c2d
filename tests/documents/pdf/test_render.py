"""Pages from blocks: same bytes, the patient on every page, no text too long or too odd."""

from __future__ import annotations

import io
import re
from datetime import datetime
from typing import Any

import pypdf
import pypdfium2
import pytest

from sdm_aid.documents import blocks as b
from sdm_aid.documents.pdf.render import Attachment, UnprintableText, render, unprintable
from tests.documents.sample import CREATED, VISIT, comparison, plan, plan_blocks

_LONG = "I want to walk to work again and sleep through the night. " * 180
_NO_SPACE = "x" * 10_000


def _pages(data: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(data)
    return [page.get_textpage().get_text_range() for page in document]


def _words(data: bytes) -> str:
    return " ".join(" ".join(_pages(data)).split())


def test_same_inputs_same_bytes() -> None:
    attachment = Attachment("visit.json", "application/json", "The visit", VISIT)
    assert render(plan(), CREATED, (attachment,)) == render(plan(), CREATED, (attachment,))


def test_moment_needs_a_time_zone() -> None:
    with pytest.raises(ValueError, match="time zone"):
        render(plan(), datetime(2026, 11, 21))  # noqa: DTZ001


def test_file_says_what_it_is() -> None:
    attachment = Attachment("visit.json", "application/json", "The visit", VISIT)
    reader = pypdf.PdfReader(io.BytesIO(render(plan(), CREATED, (attachment,))))
    assert reader.metadata is not None
    assert reader.metadata.title == "What we agreed"
    assert reader.metadata.creation_date == CREATED
    assert reader.attachments == {"visit.json": [VISIT]}
    root: Any = reader.root_object
    assert root["/Lang"] == "en-GB"
    assert root["/MarkInfo"] == {"/Marked": True}
    assert root["/AF"][0].get_object()["/AFRelationship"] == "/Source"
    assert reader.xmp_metadata is not None
    assert str(reader.xmp_metadata.xmp_creator_tool).startswith("SDM Aid ")


def test_every_font_is_embedded() -> None:
    reader = pypdf.PdfReader(io.BytesIO(render(plan(), CREATED)))
    for page in reader.pages:
        resources: Any = page["/Resources"]
        fonts = resources["/Font"]
        assert fonts
        for font in fonts.values():
            assert "/FontFile2" in font.get_object()["/FontDescriptor"]


@pytest.mark.parametrize("size", list(b.TextSize))
@pytest.mark.parametrize("sheet", list(b.PageSize))
@pytest.mark.parametrize("direction", list(b.Direction))
def test_patient_and_page_number_on_every_page(
    size: b.TextSize, sheet: b.PageSize, direction: b.Direction
) -> None:
    blocks = (*plan_blocks(), b.text(_LONG), b.PageBreak(), b.WritingLines(4))
    document = plan(blocks=blocks, text_size=size, page_size=sheet, direction=direction)
    pages = _pages(render(document, CREATED))
    assert len(pages) > 2
    for number, page in enumerate(pages, 1):
        assert "Maria Rossi · born 4 May 1974" in page
        assert "no. 10482" in page
        assert f"Page {number} of {len(pages)}" in page
        assert "not yet reviewed by a clinician" in page


def test_words_come_out_whole_and_in_order() -> None:
    words = _words(render(plan(), CREATED))
    assert "trouble passing water or holding your bowels, fever, or a severe headache" in words
    assert words.index("Next step") < words.index("What happens next") < words.index("Cost to me")


LONG_BLOCKS = {
    "paragraph": (b.text(_LONG),),
    "word": (b.text(_NO_SPACE),),
    "heading": (b.Heading(2, _LONG), b.text("after")),
    "headings": tuple(b.Heading(2, "One heading after another") for _ in range(90)),
    "option": (b.OptionTitle("A", _LONG),),
    "bullets": (b.bullets([_NO_SPACE, _LONG]),),
    "checklist": (
        b.Checklist((b.CheckRow(_LONG, _NO_SPACE, _LONG),) * 2, (_LONG, _LONG, _LONG), "done"),
    ),
    "box": (b.Box(b.BoxRole.CAUTION, (b.text(_LONG),)),),
    "boxes": (b.Box(b.BoxRole.CARD, (b.Box(b.BoxRole.SOFT, (b.text(_LONG),)),)),),
    "columns": (b.Columns((b.text(_LONG),), (b.text(_NO_SPACE), b.text("short"))),),
    "cards": (
        b.Columns(
            (b.Box(b.BoxRole.CARD, (b.text("short"),)),),
            (b.Box(b.BoxRole.CARD, (b.text(_LONG),)),),
        ),
    ),
    "cell": (
        b.Table((b.text_cell("a"), b.text_cell("b")), ((b.text_cell(_LONG), b.text_cell("c")),)),
    ),
    "head cell": (
        b.Table((b.text_cell(_LONG), b.text_cell("b")), ((b.text_cell("a"), b.text_cell("c")),)),
    ),
    "many columns": (
        b.Table((b.text_cell("a"),) * 5, ((b.text_cell(_LONG), *(b.text_cell(_NO_SPACE),) * 4),)),
    ),
    "head above": (
        b.Table(
            (b.text_cell("a"), b.text_cell("b"), b.text_cell("c")),
            ((b.text_cell(_LONG), b.text_cell(_NO_SPACE), b.text_cell(_LONG)),),
            head_above=True,
        ),
    ),
    "link": (
        b.Paragraph((b.Run(_LONG, link=b.Link("#end", "end")), b.Run(_NO_SPACE, language="fr"))),
        b.Paragraph((b.Run("here"),), place="end"),
    ),
    "table in a box": (
        b.Box(
            b.BoxRole.CARD,
            (b.Table((b.text_cell("a"),), ((b.text_cell(_NO_SPACE),), (b.text_cell(_LONG),))),),
        ),
    ),
    "chip": (b.Chip(_LONG),),
    "key values": (b.KeyValues(((_LONG, (b.Run(_NO_SPACE),)),)),),
    "signature": (
        b.Signatures((b.SignatureLine(_LONG, _NO_SPACE, _LONG, None, "ink", (b.Run(_LONG),)),) * 3),
    ),
    "seal": (b.SealField((b.Run(_LONG),), "Seal"),),
    "kept": (b.KeepTogether((b.text(_LONG), b.text(_LONG))),),
    "spacer": (b.Spacer(5000), b.text("after")),
    "lines": (b.WritingLines(200),),
    "nothing": (),
    "empty": (b.text(""), b.text("\n\n"), b.text("   "), b.Heading(2, ""), b.bullets([])),
    "breaks": (b.PageBreak(), b.PageBreak(), b.text("end")),
}


@pytest.mark.parametrize("name", LONG_BLOCKS)
@pytest.mark.parametrize("size", [b.TextSize.COMPACT, b.TextSize.LARGE])
def test_nothing_is_too_long(name: str, size: b.TextSize) -> None:
    blocks = (b.text("before"), *LONG_BLOCKS[name], b.text("THE END"))
    data = render(plan(blocks=blocks, text_size=size), CREATED)
    assert "THE END" in _words(data)


@pytest.mark.parametrize("name", ["paragraph", "box", "cell", "columns", "bullets", "kept", "link"])
def test_no_word_of_a_long_text_is_lost(name: str) -> None:
    words = _words(render(plan(blocks=LONG_BLOCKS[name]), CREATED))
    assert words.count("sleep") == {"kept": 360}.get(name, 180)


@pytest.mark.parametrize("name", ["word", "boxes", "cell", "table in a box", "signature", "seal"])
def test_nothing_is_drawn_outside_the_page(name: str) -> None:
    document = pypdfium2.PdfDocument(render(plan(blocks=LONG_BLOCKS[name]), CREATED))
    for page in document:
        width, height = page.get_size()
        text = page.get_textpage()
        for i in range(text.count_rects()):
            left, bottom, right, top = text.get_rect(i)
            assert left > 20
            assert right < width - 20
            assert bottom > 20
            assert top < height - 20


def test_table_head_is_repeated_but_read_once() -> None:
    table = comparison()
    long = b.Table(table.header, table.rows * 30, table.row_head, table.widths)
    data = render(plan(blocks=(long,)), CREATED)
    pages = _pages(data)
    assert len(pages) > 3
    assert all("B. Physiotherapy" in page for page in pages)
    reader = pypdf.PdfReader(io.BytesIO(data))
    tables = [node for node in _structure(reader) if node["/S"] == "/TH"]
    heads = [node for node in tables if node["/A"]["/Scope"] == "/Column"]
    assert len(heads) == 5
    assert all(isinstance(node["/K"], int) for node in heads)


def test_row_stays_on_one_page_where_it_can() -> None:
    rows = tuple((b.text_cell(f"row {i} " + "word " * 90), b.text_cell("end")) for i in range(20))
    pages = _pages(
        render(plan(blocks=(b.Table((b.text_cell("a"), b.text_cell("b")), rows),)), CREATED)
    )
    firsts = [re.search(r"row \d+", page) for page in pages]
    assert all(firsts)
    starts = [found.start() for found in firsts[1:] if found]
    assert max(starts) < 20  # right below the repeated head, no tail of a split row above it


def test_heading_is_not_left_alone() -> None:
    for filler in range(30, 60):
        blocks = (
            *(b.text(f"line {i}") for i in range(filler)),
            b.Heading(2, "Alone?"),
            b.text("What belongs to it, on one line."),
        )
        pages = _pages(render(plan(blocks=blocks), CREATED))
        (page,) = [page for page in pages if "Alone?" in page]
        assert "What belongs to it" in page


def _structure(reader: pypdf.PdfReader) -> list[Any]:
    """Every structure element, depth first."""
    found: list[Any] = []

    def walk(node: Any) -> None:
        if isinstance(node, pypdf.generic.IndirectObject):
            node = node.get_object()
        if isinstance(node, list):
            for each in node:
                walk(each)
        elif isinstance(node, pypdf.generic.DictionaryObject) and "/S" in node:
            found.append(node)
            walk(node["/K"])

    root: Any = reader.root_object
    walk(root["/StructTreeRoot"]["/K"])
    return found


def test_structure_in_reading_order() -> None:
    reader = pypdf.PdfReader(io.BytesIO(render(plan(), CREATED)))
    roles = [str(node["/S"]) for node in _structure(reader)]
    assert roles[:5] == ["/Document", "/H1", "/P", "/P", "/H2"]
    assert roles.count("/Table") == 2
    assert roles.count("/Form") == 1
    figures = [node for node in _structure(reader) if node["/S"] == "/Figure"]
    assert [node["/Alt"] for node in figures] == ["Ink of Maria Rossi", "Ink of Dr A. Okafor"]


def test_all_marked_content_is_balanced_and_owned() -> None:
    blocks = (*plan_blocks(), b.text(_LONG))
    reader = pypdf.PdfReader(io.BytesIO(render(plan(blocks=blocks), CREATED)))
    for page in reader.pages:
        contents = page.get_contents()
        assert contents is not None
        code = contents.get_data()
        opened = len(re.findall(rb"\bB[DM]C\b", code))
        assert opened == len(re.findall(rb"\bEMC\b", code)) > 0
        numbers = [int(n) for n in re.findall(rb"/MCID (\d+)", code)]
        assert numbers == list(range(len(numbers)))


def test_characters_without_a_glyph_are_named_before_drawing() -> None:
    document = plan(blocks=(b.text("fine"), b.text("pain 漢字 and 🙂"), b.text("বাংলা")))
    found = unprintable(document)
    assert [each.where for each in found] == ["pain 漢字 and 🙂", "বাংলা"]
    with pytest.raises(UnprintableText) as caught:
        render(document, CREATED)
    assert caught.value.characters[:3] == ("漢", "字", "🙂")
    assert "U+1F642" in str(caught.value)


def test_readable_stand_ins_on_request() -> None:
    document = plan(blocks=(b.text("pain 漢字 and 🙂👍🏽 then বাংলা"),), title="T 漢")
    words = _words(render(document, CREATED, replace_unprintable=True))
    assert "pain [Chinese characters U+6F22 U+5B57] and [emoji U+1F642 U+1F44D U+1F3FD: " in words
    assert "slightly smiling face, thumbs up sign] then [Bengali letters U+09AC" in words


def test_metadata_may_hold_any_character() -> None:
    data = render(plan(author="漢字クリニック 🙂", subject="बात"), CREATED)
    metadata = pypdf.PdfReader(io.BytesIO(data)).metadata
    assert metadata is not None
    assert metadata.author == "漢字クリニック 🙂"


def test_controls_and_marks_vanish() -> None:
    odd = "a\x00b\u202ec\u200fd\ufeffe\u2066f\tg\r\nh\u202f1"
    words = _words(render(plan(blocks=(b.text(odd),)), CREATED))
    assert "abcdef g h 1" in words


def test_braces_in_texts_are_only_text() -> None:
    running = b.Running(("{page} {x}", "no. {0}"), ("{pages}",), "Page {page} of {pages}")
    words = _words(render(plan(running=running, blocks=(b.text("(un\\balanced ("),)), CREATED))
    assert "{page} {x} · no. {0}" in words
    assert "(un\\balanced (" in words
