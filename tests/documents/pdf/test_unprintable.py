"""What the face cannot show is found before a page is made, and told where it stands."""

from __future__ import annotations

import io

import pypdf
import pytest

from sdm_aid.documents import blocks as b
from sdm_aid.documents.pdf.fonts import BOLD, REGULAR, covers, face
from sdm_aid.documents.pdf.printable import clean, replaced, unprintable, unprintable_in
from sdm_aid.documents.pdf.render import render
from sdm_aid.drawing.scene import Rect, Scene
from tests.documents.sample import CREATED, plan


@pytest.mark.parametrize(
    "text",
    [
        "نورا مُحَمَّد ١٠٠",
        "می‌خواهم",
        "שָׁלוֹם",
        "श्रीमती क्‍ष ज़रूर १००",
        "น้ำ ที่นี่",
        "x̌ and Ελλάδα, Йод, ქართული",
        "a\ufe0f b\u200dc d\u200ce f\u2003g h\u3000i j\u202fk",
        "no\u00a0break \u2066marks\u2069 \u200eof\u200f direction",
    ],
)
def test_what_the_face_holds_is_printable(text: str) -> None:
    assert unprintable_in(text) == ()
    assert replaced(text) == text


@pytest.mark.parametrize(
    ("text", "bad", "instead"),
    [
        ("王小明", "王小明", "[Chinese characters U+738B U+5C0F U+660E]"),
        ("김민수", "김민수", "[Korean letters U+AE40 U+BBFC U+C218]"),
        ("さくら", "さくら", "[Japanese letters U+3055 U+304F U+3089]"),
        ("pain 🙂!", "🙂", "pain [emoji U+1F642: slightly smiling face]!"),
        ("👩‍⚕️", "👩⚕", "[emoji U+1F469 U+2695: woman, staff of aesculapius]"),
        ("1️⃣", "\u20e3", "1[U+20E3]"),
        ("half \ud83d", "\ud83d", "half [U+D83D]"),
        ("own \ue000", "\ue000", "own [U+E000]"),
        ("\U000f0000", "\U000f0000", "[U+F0000]"),
        ("none \u0378", "\u0378", "none [U+0378]"),
        ("last \uffff", "\uffff", "last [U+FFFF]"),
        ("alone \u0301!", "\u0301", "alone [U+0301]!"),
        ("\u093f first", "\u093f", "[U+093F] first"),
    ],
)
def test_stand_ins_give_the_exact_characters(text: str, bad: str, instead: str) -> None:
    assert unprintable_in(text) == tuple(bad)
    assert replaced(text) == instead


def test_where_it_stands_is_told() -> None:
    document = plan(
        title="漢",
        blocks=(
            b.KeyValues((("Patient", (b.Run("王小明 (Wang)", isolated=True),)),)),
            b.Heading(2, "Next steps"),
            b.Checklist((b.CheckRow("walk", "김민수"),), ("Step", "Who", "When")),
            b.Paragraph((b.Run("Because: ", strong=True), b.Run("it is \ud83d \ue000"))),
        ),
    )
    found = unprintable(document)
    assert [each.place for each in found] == ["", "Patient", "Next steps", "Because"]
    assert [each.words for each in found] == ["漢", "王小明", "김민수", "[U+D83D] [U+E000]"]
    assert found[1].instead == "[Chinese characters U+738B U+5C0F U+660E]"
    assert [each.kind for each in found][2:] == ["Korean letters", ""]


def test_what_is_said_but_not_drawn_never_breaks_the_file() -> None:
    odd = "a\x00\x0b\ud83d b"
    scene = Scene(10, 10, (Rect(0, 0, 5, 5, fill="text"),))
    blocks = (b.FigureBlock(scene, 50, odd), b.SealField((b.Run("seal"),), odd))
    data = render(plan(title="T\x0b", author=odd, subject=odd, blocks=blocks), CREATED)
    reader = pypdf.PdfReader(io.BytesIO(data))
    assert reader.metadata is not None
    assert reader.metadata.author == "a b"
    assert reader.xmp_metadata is not None
    assert reader.xmp_metadata.dc_description == {"x-default": "a b"}


def test_both_weights_hold_the_same_characters() -> None:
    regular, bold = (
        {code for code in face(name).face.charToGlyph if covers(chr(code))}
        for name in (REGULAR, BOLD)
    )
    assert regular == bold


def test_codes_of_shaped_glyphs_are_no_characters() -> None:
    render(plan(blocks=(b.text("हिन्दी"),)), CREATED)
    used = max(face(REGULAR).face.charToGlyph)
    assert used > 0xFFFF
    assert unprintable_in(chr(used)) == (chr(used),)


def test_joiners_stay_only_where_they_are_spelt_with() -> None:
    assert (
        clean("a\u200db\u200cc می\u200cخواهم क\u094d\u200dष") == "abc می\u200cخواهم क\u094d\u200dष"
    )
