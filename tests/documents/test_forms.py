"""Forms on paper: every question with its number, the published words to the letter, one page."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from sdm_aid.application.paper_forms import FormRequest, NoSuchForm, form_pdf, paper_measures
from sdm_aid.content.measures import load_measure
from sdm_aid.documents.pre_visit import build_pre_visit
from sdm_aid.drawing.body_chart import region_at
from sdm_aid.drawing.body_regions import REGIONS
from sdm_aid.drawing.form_boxes import numbered_body
from sdm_aid.drawing.scene import TextRun
from sdm_aid.paths import resources_dir
from sdm_aid.wording.pre_visit import pre_visit_sheet
from tests.documents.paper_text import text_of
from tests.full_visit import the_content

NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
IDS = sorted(path.stem for path in (resources_dir() / "measures").glob("*.toml"))


def _request(kind: str, name: str, home: Path, *, large: bool = False) -> FormRequest:
    return FormRequest(kind, name, resources_dir(), home, "en", NOON, "Riverside", large)


def _plain(words: str) -> str:
    return " ".join(words.split())


def test_the_sheet_holds_every_question_and_answer_and_names_nobody() -> None:
    text = _plain(text_of(build_pre_visit(the_content(), "SDM Aid 0.1", NOON.date())))
    for part in pre_visit_sheet(the_content()):
        assert f"{part.number}. {part.question}" in text
        for answer in part.answers if part.kind != "places" else ():
            assert answer.words in text
    assert text.count("____") >= 3


@pytest.mark.parametrize("large", [False, True])
def test_the_sheet_is_a_tagged_pdf_in_both_prints(tmp_path: Path, large: bool) -> None:
    reader = PdfReader(BytesIO(form_pdf(_request("visit", "sciatica", tmp_path, large=large))))
    root = reader.root_object
    assert repr(root["/MarkInfo"]) == "{'/Marked': True}"
    assert str(root["/Lang"]) == "en"
    assert len(reader.pages) <= (7 if large else 3)


@pytest.mark.parametrize("name", IDS)
def test_a_questionnaire_is_one_page_with_the_published_words_and_the_source(
    tmp_path: Path, name: str
) -> None:
    reader = PdfReader(BytesIO(form_pdf(_request("measure", name, tmp_path))))
    (page,) = reader.pages
    text, measure = _plain(page.extract_text()), load_measure(resources_dir(), name)
    words = [item.text["en"] for item in measure.item]
    words += [choice.text["en"] for choice in measure.choice]
    words += [end["en"] for item in measure.item for end in (item.low, item.high) if end]
    bare = text.replace(" ", "")
    assert [said for said in words if said.replace(" ", "") not in bare] == []
    assert measure.citation[:40].replace(" ", "") in bare
    assert measure.licence[:12].replace(" ", "") in bare


def test_every_instrument_can_be_printed_and_no_other(tmp_path: Path) -> None:
    assert sorted(one.id for one in paper_measures(resources_dir(), tmp_path, "en")) == IDS
    with pytest.raises(NoSuchForm) as caught:
        form_pdf(_request("measure", "no-such", tmp_path))
    assert sorted(caught.value.ids) == IDS


def test_an_instrument_without_words_in_a_language_is_not_offered_in_it(tmp_path: Path) -> None:
    assert paper_measures(resources_dir(), tmp_path, "xx") == ()


def test_every_number_on_the_body_lies_on_its_own_place() -> None:
    chart = numbered_body(("", ""))
    runs = [shape for shape in chart.shapes if isinstance(shape, TextRun)]
    assert [run.text for run in runs] == [str(n) for n in range(1, len(REGIONS) + 1)]
    off = [
        region.id
        for region, run in zip(REGIONS, runs, strict=True)
        if region_at(run.x, run.y - 2.9) != region.id
    ]
    assert off == []
