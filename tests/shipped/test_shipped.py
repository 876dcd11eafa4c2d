"""All ten decisions: whole, sayable on every table and paper, and within the rules."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

import pytest

from sdm_aid.documents.blocks import Paragraph, Run
from sdm_aid.documents.handout import build_handout
from sdm_aid.documents.plan import build_plan
from sdm_aid.domain.comparison import comparison
from sdm_aid.domain.consultation import Consultation
from sdm_aid.ui.models.brief_faces import row_faces_on
from sdm_aid.ui.models.faces import header_face
from tests.documents.paper_text import pages_of
from tests.full_visit import STARTED
from tests.shipped.decisions import DECISIONS, paper_with, shipped, tables
from tests.shipped.once import findings
from tests.wording.patient_rules import RULES, lexicon_hits

ASKED_FOR = {
    "cancer-pain",
    "chronic-low-back-pain",
    "complex-regional-pain-syndrome",
    "fibromyalgia",
    "lumbar-spinal-stenosis",
    "neck-pain",
    "neuropathic-pain",
    "osteoarthritis-joint-pain",
    "persistent-spinal-pain-after-surgery",
    "sciatica",
}
EVERY = [(name, letters) for name in DECISIONS for letters in tables(name)]
REFERENCE = re.compile(r"doi:|PMID|https?://|not printed:|^ Paid for by")
"""A reference keeps its own words: titles and addresses are not ours."""
LEFT_OVER = re.compile(r"[{}]|\bNone\b(?! (of|seen))|\bnan\b| {2}|\.\.(?!\.)|: ;|\( ?\)|\. ·")


def test_all_ten_are_there() -> None:
    assert set(DECISIONS) == ASKED_FOR


@pytest.mark.parametrize("name", DECISIONS)
def test_the_content_check_reports_no_error(name: str) -> None:
    found = [str(f) for f in findings(name) if f.severity == "error"]
    assert found == []


@pytest.mark.parametrize(("name", "letters"), EVERY)
@pytest.mark.parametrize("path", ["full", "quick"])
def test_every_table_says_something_in_every_cell(name: str, letters: str, path: Any) -> None:
    content = shipped(name)
    shown = letters if path == "full" else letters[:3]
    visit = Consultation(
        visit_id="c" * 32,
        content=content.ref,
        started=STARTED,
        path=path,
        columns=tuple(shown),
    )
    table = comparison(content, visit)
    assert "".join(column.letter for column in table.columns) == shown
    for column in table.columns:
        assert header_face(content, column, brief=False).name
    for row in table.rows:
        faces = row_faces_on(path, content, row, list(shown))
        for face in (faces.head, *faces.cells):
            said = [f"{block.text} {block.tail}".strip() for block in face.blocks]
            words = " ".join(part for part in said if part)
            assert words.strip()
            assert not LEFT_OVER.search(words), words
            assert face.name


def runs(value: Any) -> Iterator[Run]:
    """Every run of text in a document, whatever block it stands in, but for whole references."""
    if isinstance(value, Paragraph) and value.place.startswith("source-"):
        return
    if isinstance(value, Run):
        yield value
    elif isinstance(value, tuple | list):
        for part in value:
            yield from runs(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from runs(getattr(value, field.name))


@pytest.mark.parametrize(("name", "letters"), EVERY)
def test_papers_keep_the_rules_for_patients(name: str, letters: str) -> None:
    paper = paper_with(name, letters)
    made = [run.text for build in (build_handout, build_plan) for run in runs(build(paper))]
    said = {text for text in made if not REFERENCE.search(text)}
    broken = {
        text: (rule, found.group(0))
        for text in said
        for rule, pattern in RULES.items()
        if rule in ("percent", "one in N", "relative") and (found := pattern.search(text))
    }
    assert broken == {}


@pytest.mark.parametrize("name", DECISIONS)
def test_every_text_of_a_figure_passes_the_lists_for_authors(name: str) -> None:
    paper = paper_with(name, tables(name)[0])
    handout = build_handout(paper)
    hit = {
        run.text: found
        for run in runs(handout.blocks)
        if not REFERENCE.search(run.text) and (found := lexicon_hits(run.text))
    }
    assert hit == {}


@pytest.mark.parametrize("name", ["chronic-low-back-pain", "cancer-pain", "neck-pain"])
def test_the_plan_stays_within_four_pages(name: str) -> None:
    assert all(len(pages_of(build_plan(paper_with(name, t)))) <= 4 for t in tables(name)[:1])


@pytest.mark.parametrize("name", DECISIONS)
def test_every_column_is_named_on_plan_and_handout(name: str) -> None:
    content = shipped(name)
    paper = paper_with(name, tables(name)[0])
    for build in (build_plan, build_handout):
        text = " ".join(run.text for run in runs(build(paper)))
        for option in content.decision.options:
            assert content.words(f"treatments.{option.treatment}.name") in text
