"""What a screen reader is told: languages, fields, running lines, headings, figures."""

from __future__ import annotations

import re
from typing import Any

import pypdf
import pytest

from sdm_aid.documents import blocks as b
from sdm_aid.documents.marks import APPROVAL_FIELD, SEAL_FIELD
from sdm_aid.documents.pdf.render import render
from sdm_aid.documents.pdf.voices import foreign, script_of
from sdm_aid.drawing.scene import Circle, Scene
from tests.documents.pdf.tags import elements, is_reference, kids, rendered, roles
from tests.documents.sample import CREATED, comparison, plan


def _languages(reader: pypdf.PdfReader) -> list[tuple[str, str]]:
    return [(node["/S"], node["/Lang"]) for node in elements(reader) if "/Lang" in node]


def test_phrase_in_another_language_is_an_element_that_says_so() -> None:
    reader = rendered(
        b.Paragraph((b.Run("She said "), b.Run("tout va bien", language="fr"), b.Run(".")))
    )
    assert _languages(reader) == [("/Span", "fr")]


def test_whole_paragraph_heading_and_cell_in_another_language() -> None:
    cell = b.Cell((b.Paragraph((b.Run("oui", language="fr"),)),))
    reader = rendered(
        b.Heading(2, "Bonne nouvelle", language="fr"),
        b.Paragraph((b.Run("Tout "), b.Run("va bien", strong=True)), b.TextRole.BODY),
        b.Paragraph((b.Run("Tout ", language="fr"), b.Run("va bien", language="fr", strong=True))),
        b.Table((b.text_cell("a"), b.text_cell("b")), ((b.text_cell("c"), cell),)),
    )
    assert _languages(reader) == [("/H2", "fr"), ("/P", "fr"), ("/TD", "fr")]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Maria Rossi, 12 May", []),
        ("Name: محمد علي, 12", ["und-Arab"]),
        ("Мария", ["und-Cyrl"]),
        ("TNF-α und µg ≤ 5 °C", []),
        ("Ελένη or הנה", ["und-Grek", "und-Hebr"]),
    ],
)
def test_typed_letters_of_another_script_are_not_claimed(words: str, told: list[str]) -> None:
    reader = rendered(b.text(words, isolated=True))
    assert [language for _role, language in _languages(reader)] == told


def test_words_of_the_language_of_the_paper_need_no_mark() -> None:
    reader = rendered(
        b.text("محمد علي", isolated=True),
        b.text("Maria", isolated=True),
        language="ar",
        direction=b.Direction.RTL,
        title="خطة",
        header_lines=(),
    )
    assert _languages(reader) == [("/Span", "und-Latn")]
    root: Any = reader.root_object
    assert root["/Lang"] == "ar"
    # a direction here would make PDFium turn round the words of every Latin line
    assert root["/ViewerPreferences"] == {"/DisplayDocTitle": True}


def test_scripts_of_languages_and_ends_of_stretches() -> None:
    assert [script_of(tag) for tag in ("en-GB", "ar", "sr-Latn-RS", "el", "xx")] == [
        "Latn",
        "Arab",
        "Latn",
        "Grek",
        "Latn",
    ]
    assert list(foreign("abc", "Latn")) == [(3, "")]
    assert list(foreign("ab где 12 c", "Latn")) == [(3, ""), (10, "und-Cyrl"), (11, "")]
    assert list(foreign("", "Arab")) == []


def test_two_fields_are_two_forms_that_hold_their_annotation() -> None:
    reader = rendered(
        b.SealField((b.Run("Sealed here"),), "Seal of the clinic"),
        b.SealField((), "May stay empty", APPROVAL_FIELD),
    )
    root: Any = reader.root_object
    fields = [each.get_object() for each in root["/AcroForm"]["/Fields"]]
    assert [(each["/T"], each["/TU"], each["/F"]) for each in fields] == [
        (SEAL_FIELD, "Seal of the clinic", 132),
        (APPROVAL_FIELD, "May stay empty", 132),
    ]
    forms = [node for node in elements(reader) if node["/S"] == "/Form"]
    assert all(is_reference(node["/K"]) for node in forms)  # directly, not in an array
    assert [node["/K"]["/Obj"].get_object()["/T"] for node in forms] == [SEAL_FIELD, APPROVAL_FIELD]
    assert all(each["/AP"]["/N"].get_object().get_data() == b"" for each in fields)


def test_two_fields_of_one_name_are_refused() -> None:
    field = b.SealField((b.Run("here"),), "Seal")
    with pytest.raises(ValueError, match=SEAL_FIELD):
        render(plan(blocks=(field, field)), CREATED)


def test_running_lines_belong_to_the_page() -> None:
    for page in rendered(*(b.text(f"line {i}") for i in range(60))).pages:
        contents = page.get_contents()
        assert contents is not None
        footers = re.findall(
            rb"/Artifact <</Type /Pagination /Subtype /Footer[^>]*>> BDC(.*?)EMC",
            contents.get_data(),
            re.DOTALL,
        )
        assert len(footers) == 1
        assert footers[0].count(b"Tj") >= 3


def test_row_on_its_own_is_a_heading_over_label_and_value() -> None:
    table = comparison()
    reader = rendered(b.Heading(2, "Side by side"), table, text_size=b.TextSize.LARGE)
    start = roles(reader).index("H2")
    options = len(table.header) - 1
    row = ["Sect", "H3", "L", *["LI", "Lbl", "LBody"] * options]
    assert roles(reader)[start + 1 :] == row * len(table.rows)


def test_row_that_goes_over_the_page_says_again_what_is_asked_and_is_tagged_once() -> None:
    answers = tuple(b.text_cell("You keep moving. " * 9) for _each in range(9))
    asked = (b.text_cell("How long does it last?"), *answers)
    header = (b.text_cell(""), *(b.text_cell(f"Way {place}") for place in range(9)))
    table = b.Table(header, (asked,), caption="Side by side", head_above=True)
    reader = rendered(table, text_size=b.TextSize.LARGE)
    told = ["How long does it last?" in page.extract_text() for page in reader.pages]
    assert len(told) > 1
    assert all(told)
    assert roles(reader).count("H2") == 1


def test_no_heading_level_is_skipped() -> None:
    reader = rendered(
        b.Heading(4, "deep"), b.Heading(2, "two"), b.Heading(4, "four"), b.OptionTitle("A", "x")
    )
    assert [role for role in roles(reader) if role[0] == "H"] == ["H1", "H2", "H2", "H3", "H3"]


def test_figure_cannot_carry_two_texts() -> None:
    scene = Scene(10.0, 10.0, (Circle(5, 5, 4, fill="accent"),), alt="a disc")
    assert b.FigureBlock(scene, 10, "a disc").alt == "a disc"
    with pytest.raises(ValueError, match="two texts"):
        b.FigureBlock(scene, 10, "a circle")


def test_every_part_has_its_own_content() -> None:
    runs = (b.Run("a "), b.Run("b", language="fr"), b.Run(" c "), b.Run("d", language="fr"))
    spanned = [node for node in elements(rendered(b.Paragraph(runs))) if node["/S"] == "/P"]
    paragraph = next(node for node in spanned if len(kids(node)) == 4)
    spans = [kid for kid in kids(paragraph) if not isinstance(kid, int)]
    assert [kid for kid in kids(paragraph) if isinstance(kid, int)] == [3, 5]
    assert [kids(span) for span in spans] == [[4], [6]]
