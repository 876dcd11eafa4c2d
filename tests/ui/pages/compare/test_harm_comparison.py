"""A harm's line beside the other group's number: a comparison of more than one kind says so."""

from __future__ import annotations

import pytest

from sdm_aid.documents.blocks import KeepTogether, Paragraph, Table
from sdm_aid.documents.figure_lines import Shared
from sdm_aid.documents.handout.harms import option_harms
from sdm_aid.documents.harm_blocks import harms_brief
from sdm_aid.domain.evidence import Comparator
from sdm_aid.domain.harm_panels import harm_lines
from sdm_aid.domain.library import DecisionContent
from sdm_aid.domain.treatment import Harm
from sdm_aid.ui.models.harm_blocks import harm_entry
from tests.wording.content_builder import content, estimate, level

CHIP = "compared with a pretend medicine"
MORE = f"{CHIP} (more than one kind of comparison)"
BESIDE = "5 out of 100 with a pretend medicine"


def content_with(*, mixed: bool) -> DecisionContent:
    """One harm whose source counts both groups."""
    sore = estimate(
        id="sore",
        treated=level(12.0),
        control=level(5.0),
        kind="harm",
        better="lower",
        comparator=Comparator(kind="placebo_pill", mixed=mixed),
    )
    harm = Harm.model_validate(
        {
            "id": "sore",
            "kind": "other",
            "state": "estimate",
            "estimate": "sore",
            "severity": "needs_treatment",
            "reversible": "mostly",
        }
    )
    return content(sore, harms=(harm,))


def on_screen(made: DecisionContent, kind: str) -> list[str]:
    """The words of one kind in the harm's line."""
    line = harm_lines(made, ["A"])[0]
    count = harm_entry(made, line, "A", line.entries[0]).count
    return [block.text for block in count if block.kind == kind]


def on_paper(made: DecisionContent, *, whole: bool) -> str:
    """All that is said about the harm, on the plan or (whole) on the handout."""
    said: list[str] = []

    def read(blocks: tuple[object, ...]) -> None:
        for block in blocks:
            if isinstance(block, KeepTogether):
                read(block.blocks)
            elif isinstance(block, Paragraph):
                said.extend(run.text for run in block.runs)
            elif isinstance(block, Table):
                for cells in block.rows:
                    read(tuple(inside for cell in cells for inside in cell.blocks))

    read(option_harms(made, "A", Shared(), {}) if whole else harms_brief(made, "A", 2, Shared()))
    return " ".join(said)


@pytest.mark.parametrize("mixed", [False, True])
def test_the_screen_says_it_in_a_chip(mixed: bool) -> None:
    made = content_with(mixed=mixed)
    chips = on_screen(made, "chip")
    assert any(BESIDE in text for text in on_screen(made, "soft"))
    assert (MORE in chips) is mixed
    assert CHIP not in chips


@pytest.mark.parametrize("whole", [False, True])
@pytest.mark.parametrize("mixed", [False, True])
def test_the_paper_says_it_in_the_line(mixed: bool, whole: bool) -> None:
    said = on_paper(content_with(mixed=mixed), whole=whole)
    assert BESIDE in said
    assert (MORE in said) is mixed
    assert (CHIP in said) is mixed
