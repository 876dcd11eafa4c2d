"""What is said about the line-up: against nothing new, by name, never a winner."""

from __future__ import annotations

import pytest

from sdm_aid.domain.alignment import Fit
from sdm_aid.domain.line_up import LinedRow, LineUp, RowWord
from sdm_aid.wording import line_up as wording
from tests.domain.visits import a_visit
from tests.wording.content_builder import content
from tests.wording.patient_rules import broken_rules, lexicon_hits

KNOWN, LESS = Fit(0.7, 0.8, 0.9, 1.0), Fit(0.1, 0.2, 0.3, 1.0)
TEXT = {"values.pain.name": "Less pain", "values.visits.name": "Few visits"}


def row(name: str, **words: RowWord) -> LinedRow:
    return LinedRow(name, False, 0.5, tuple(words.items()))


def laid(*rows: LinedRow, behind: dict[str, tuple[str, ...]] | None = None) -> LineUp:
    clear = (("A", "B"),) if behind is not None else ()
    return LineUp(
        {one.row: one.weight for one in rows},
        rows,
        {"A": KNOWN, "B": LESS},
        clear,
        None,
        behind or {},
    )


def test_every_word_has_its_own_sign() -> None:
    assert len(set(wording.GLYPHS.values())) == len(wording.GLYPHS) == 7
    words = [wording.row_word(word) for word in wording.GLYPHS]
    assert len(set(words)) == 7
    assert not any(broken_rules(one) or lexicon_hits(one) for one in words)


def test_the_heading_says_what_is_compared_with_what() -> None:
    assert "nothing new" not in wording.title()


def test_nothing_new_is_the_yardstick() -> None:
    both = laid(row("pain", A="as_now", B="harder"), row("visits", A="as_now", B="same"))
    first, second = wording.option_lines(both, ("A", "B"))
    assert first.sentence == "A: as now."
    assert second.sentence == ("B: helps with 0, about the same on 1, makes 1 harder, 0 not known.")


def test_a_dispute_is_counted_in_every_sentence() -> None:
    both = laid(
        row("pain", A="as_now", B="disputed", C="harder"),
        row("mine", A="helps_some", B="same", C="not_known"),
    )
    assert [line.sentence for line in wording.option_lines(both, ("A", "B", "C"))] == [
        "A: helps with 1, about the same on 1, makes 0 harder, 0 not known, experts disagree on 0.",
        "B: helps with 0, about the same on 1, makes 0 harder, 0 not known, experts disagree on 1.",
        "C: helps with 0, about the same on 0, makes 1 harder, 1 not known, experts disagree on 0.",
    ]


@pytest.mark.parametrize(
    ("behind", "said"),
    [
        (("pain",), "Less pain"),
        (("visits", "pain"), "Few visits, Less pain"),
        ((), "several rows together"),
    ],
)
def test_the_rows_that_drive_it_are_named_not_those_that_read_harder(
    behind: tuple[str, ...], said: str
) -> None:
    both = laid(
        row("pain", A="as_now", B="same"),
        row("visits", A="as_now", B="harder"),
        behind={"B": behind},
    )
    lines = wording.summary(content(text=TEXT), a_visit(), both)
    assert f"B lines up less with what you said, mostly on: {said}." in lines
