"""The empty handout: nobody's, whole, fair to all, with room to write."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from sdm_aid.documents import blocks as b
from sdm_aid.documents.handout import build_take_home
from sdm_aid.documents.handout.take_home import NOBODY, TakeHome
from sdm_aid.domain.comparison import MOST_COLUMNS
from sdm_aid.domain.governance import SignOff
from sdm_aid.domain.library import DecisionContent
from sdm_aid.domain.room import Clinic
from tests.documents.handout.walking import within, words
from tests.full_visit import SIGNED, the_content
from tests.shipped.once import loaded

CLINIC = Clinic(name="Riverside Pain Clinic", phone="555 0100")
MANY = "neck-pain"
"""A decision of ten."""


def _wanted(content: DecisionContent) -> TakeHome:
    return TakeHome(content, SIGNED, "SDM Aid 0.1", CLINIC)


@pytest.fixture(scope="module")
def empty() -> b.Document:
    """The empty handout of the shipped decision."""
    return build_take_home(_wanted(the_content()))


def test_it_names_nobody_and_says_that_nobody_reviewed_it(empty: b.Document) -> None:
    said = words(empty.blocks)
    assert empty.running.identifiers == ()
    assert "not yet reviewed by a clinician" in empty.running.footer
    assert "not yet reviewed by a clinician" in said
    assert NOBODY not in said
    assert [line for line in empty.header_lines if "For " in line] == []
    assert "555 0100" in said
    assert "MADE-UP" not in " ".join(empty.running.footer)


def test_there_is_room_for_words_scores_and_questions(empty: b.Document) -> None:
    every = list(within(empty.blocks))
    lines = sum(block.count for block in every if isinstance(block, b.WritingLines))
    boxes = [block.alt for block in every if isinstance(block, b.FigureBlock)]
    values = the_content().decision.values
    assert lines >= 9
    assert sum("boxes from 0 to 10" in alt for alt in boxes) == 3 + len(values)
    tables = [block for block in every if isinstance(block, b.Table)]
    (weighing,) = [table for table in tables if len(table.header) == 3 and table.row_head]
    assert len(weighing.rows) == len(the_content().decision.options)


@pytest.mark.parametrize("name", ["sciatica", MANY])
def test_all_options_are_on_it_and_as_many_side_by_side_as_fit(name: str) -> None:
    content = loaded(name)
    document = build_take_home(_wanted(content))
    said = words(document.blocks)
    options = content.decision.options
    for option in options:
        assert content.words(f"treatments.{option.treatment}.name") in said
    (table,) = [
        block
        for block in within(document.blocks)
        if isinstance(block, b.Table) and block.head_above
    ]
    assert len(table.header) - 1 == min(len(options), MOST_COLUMNS)
    assert ("are not less good" in said) == (len(options) > MOST_COLUMNS)


def test_content_past_its_day_says_so_before_anything_is_read() -> None:
    content = the_content()
    late = SIGNED + timedelta(days=365 * 4)
    document = build_take_home(replace(_wanted(content), now=late))
    said = words(document.blocks)
    assert "OUT OF DATE" in document.running.footer
    assert said.index("OUT OF DATE") < said.index("Get help the same day")


def test_who_signed_the_content_off_is_named() -> None:
    content = the_content()
    by = SignOff(
        name="Dr B. Adeyemi", role="Pain physician", on=SIGNED.date(), digest=content.ref.digest
    )
    document = build_take_home(replace(_wanted(content), sign_off=by))
    assert "Dr B. Adeyemi" in words(document.blocks)
    assert "not yet reviewed by a clinician" not in document.running.footer
