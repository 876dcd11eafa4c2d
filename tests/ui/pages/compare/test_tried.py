"""Beside each column: what the person tried of it; the same look, nothing moved or left out."""

from __future__ import annotations

import pytest

from sdm_aid.domain.actions import TriedRemoved, TriedSet
from sdm_aid.domain.answers import Tried
from sdm_aid.domain.tried_at import tried_at
from sdm_aid.ui.pages.compare import ComparePage
from tests.ui.page_law import snapshot
from tests.ui.pages.compare.conftest import Open
from tests.ui.pages.reach import the_mini

STRETCHING = the_mini().decision.options[1].treatment


def heads(page: ComparePage) -> dict[str, tuple[str, ...]]:
    return {
        letter: card.texts()
        for letter, card in zip(page._shown(), page.table.header.cards, strict=True)
    }


@pytest.mark.parametrize(
    ("helped", "trouble", "line"),
    [
        ("yes", None, "You tried this: helped."),
        ("some", None, "You tried this: helped a little."),
        ("no", "a sore knee", "You tried this: did not help. Trouble: “a sore knee”."),
        (None, None, "You tried this: whether it helped was not said."),
    ],
)
def test_what_was_tried_stands_beside_its_column_alone(
    page: ComparePage, helped: str | None, trouble: str | None, line: str
) -> None:
    before, letters = heads(page), page._shown()
    tried = Tried(id="t1", what="x", treatment=STRETCHING, trouble=trouble)
    page.dispatch(TriedSet(tried=tried.evolve(helped=helped)))
    after = heads(page)
    assert page._shown() == letters
    assert after["B"] == (*before["B"], line)
    assert {k: v for k, v in after.items() if k != "B"} == {
        k: v for k, v in before.items() if k != "B"
    }
    page.dispatch(TriedRemoved(id="t1"))
    assert heads(page) == before


def test_the_columns_look_alike_whatever_came_of_it(page: ComparePage) -> None:
    looks = []
    for helped in ("yes", "no"):
        tried = Tried(id="t1", what="x", treatment=STRETCHING).evolve(helped=helped)
        page.dispatch(TriedSet(tried=tried))
        cards = dict(zip(page._shown(), page.table.header.cards, strict=True))
        looks.append([block.kind for block in cards["B"].blocks])
    assert looks[0] == looks[1]


def test_with_nothing_of_the_table_tried_it_is_as_before(open_page: Open) -> None:
    page = open_page()
    before = snapshot(page.table)
    page.dispatch(TriedSet(tried=Tried(id="t1", what="Massage", helped="yes")))
    assert snapshot(page.table) == before


def test_written_down_under_its_very_name_it_belongs_to_the_column_too() -> None:
    written = Tried(id="t1", what=" stretching ")
    other = Tried(id="t2", what="Stretching", treatment="needle")
    assert tried_at((written, other), "stretching", "Stretching") == (written,)
    assert tried_at((written, other), "needle", "Needle") == (other,)
