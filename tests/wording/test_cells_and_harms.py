"""Cells in each state, rows with one denominator, harms in panels."""

from __future__ import annotations

from typing import Any

import pytest

from sdm_aid.domain.decision import Cell, Row
from sdm_aid.domain.evidence import Comparator, Estimate
from sdm_aid.domain.treatment import Harm, Treatment
from sdm_aid.wording import cells, harms
from tests.wording.content_builder import content, estimate, level
from tests.wording.patient_rules import broken_rules

RARE = estimate(id="nerve", treated=level(3.0), per=10000, kind="harm", better="lower")
SORE = estimate(id="sore", treated=level(12.0), kind="harm", better="lower")
UNSEEN = estimate(id="unseen", treated=level(0.0, events=0, total=500), kind="harm", better="lower")
WEAK = estimate(id="weak", treated=level(9.0), kind="harm", certainty="very_low")


def harm(name: str, state: str = "no_figure", figure: Estimate | None = None, **more: str) -> Harm:
    """A harm with quiet defaults."""
    fields: dict[str, object] = {
        "id": name,
        "kind": "other",
        "state": state,
        "estimate": figure.id if figure else None,
        "severity": "needs_treatment",
        "reversible": "mostly",
        **more,
    }
    return Harm.model_validate(fields)


def needle(*listed: Harm) -> Treatment:
    """The needle with these harms."""
    return Treatment(id="needle", procedure=True, harms=listed)


def test_no_two_states_share_a_sign_or_words() -> None:
    states = tuple(cells.GLYPHS)
    assert len(states) == 6
    for say in (cells.state_label, cells.state_meaning):
        texts = {say(state) for state in states}
        assert len(texts) == len(states)
        assert not any(broken_rules(text) for text in texts)
    assert len(set(cells.GLYPHS.values())) == len(states)


def test_a_cell_of_one_finding_is_not_called_a_number() -> None:
    slept = estimate("words", id="slept")
    words = cells.cell_words(
        content(slept), Cell(option="A", state="estimate", estimates=("slept",))
    )
    assert words.label == "A finding from studies"
    assert words.meaning == "Somebody studied this, and you can open the source."


def test_looked_and_found_none_is_not_dressed_as_not_counted() -> None:
    one = content()
    looked = cells.cell_words(one, Cell(option="A", state="no_figure"))
    not_counted = cells.cell_words(one, Cell(option="A", state="not_counted", said_by="trial"))
    assert looked.alt == "No checked number found."
    assert not_counted.alt == "Not counted in studies."
    assert not_counted.said_by == "trial"
    assert looked.figure is None


def test_a_cell_of_words_and_a_cell_with_figures() -> None:
    one = content(SORE, RARE, text={"rows.r1.a": "It takes a day."})
    words = cells.cell_words(one, Cell(option="A", state="words", text="rows.r1.a"))
    assert words.text == "It takes a day."
    assert words.alt == "It takes a day."
    figures = cells.cell_words(
        one, Cell(option="B", state="estimate", estimates=("sore", "nerve")), denominator=10000
    )
    assert figures.figure is not None
    assert figures.figure.headline == "about 1,200 out of 10,000 people"
    assert [more.headline for more in figures.more] == ["about 3 out of 10,000 people"]


def test_none_seen_is_said_before_the_figure() -> None:
    words = cells.cell_words(
        content(UNSEEN), Cell(option="A", state="none_seen", estimates=("unseen",))
    )
    assert words.alt.startswith("Counted, none seen. None of 500 people in the studies")


def test_a_row_says_its_denominator_and_that_studies_differ() -> None:
    row = Row(
        id="r1",
        group="wrong",
        kind="number",
        comparable=False,
        cells=(
            Cell(option="A", state="estimate", estimates=("sore",)),
            Cell(option="B", state="estimate", estimates=("nerve",)),
        ),
    )
    one = content(SORE, RARE, rows=(row,), text={"rows.r1.different": "One study was older."})
    assert cells.out_of_every(10000) == "Out of every 10,000 people"
    assert cells.different_studies(one, row) == (
        "These numbers come from different studies. They can't be lined up against each other. "
        "One study was older."
    )
    plain = cells.different_studies(content(), row)
    assert plain.endswith("lined up against each other.")


def test_harms_stand_in_panels_by_denominator() -> None:
    listed = (
        harm("nerve", "estimate", RARE, severity="permanent", reversible="no"),
        harm("unknown"),
        harm("sore", "estimate", SORE),
        harm("unseen", "none_seen", UNSEEN),
        harm("weak", "estimate", WEAK),
    )
    one = content(RARE, SORE, UNSEEN, WEAK, harms=listed)
    found = harms.panels(one, "needle")
    assert [panel.denominator for panel in found] == [100, 1000, 10000, None]
    assert [[line.id for line in panel.lines] for panel in found] == [
        ["sore"],
        ["unseen"],
        ["nerve"],
        ["unknown", "weak"],
    ]
    assert found[2].heading == "Out of every 10,000 (ten thousand) people"
    assert found[3].heading == "No count of people to show"
    rare = found[2].lines[0]
    assert rare.figure is not None
    assert (rare.figure.headline, rare.figure.complement) == (
        "about 3 out of 10,000 people",
        "9,997 did not",
    )
    unseen = found[1].lines[0].figure
    assert unseen is not None
    assert unseen.range == "it could still happen to up to about 6 out of 1,000"


def test_a_panel_of_injections_does_not_say_people() -> None:
    shots = estimate(
        id="shots", treated=level(2.0), kind="harm", better="lower", counted="procedures"
    )
    text = {"evidence.shots.counted": "injections"}
    listed = (harm("shots", "estimate", shots),)
    alone = harms.panels(content(shots, harms=listed, text=text), "needle")[0]
    assert alone.heading == "Out of every 100 (one hundred) times it is done"
    both = content(shots, SORE, harms=(*listed, harm("sore", "estimate", SORE)), text=text)
    panel = harms.panels(both, "needle")[0]
    assert panel.heading == "Out of every 100 (one hundred) people, or times it is done"
    assert [line.figure.short for line in panel.lines if line.figure] == [
        "about 2 out of 100 injections",
        "about 12 out of 100",
    ]
    assert cells.out_of_every(100, "procedures") == "Out of every 100 times it is done"
    assert cells.out_of_every(100, "mixed") == "Out of every 100 people, or times it is done"


def test_a_decision_may_use_fewer_panels() -> None:
    one = content(
        RARE, SORE, harms=(harm("nerve", "estimate", RARE), harm("sore", "estimate", SORE))
    )
    assert [p.denominator for p in harms.panels(one, "needle", (100, 10000))] == [100, 10000]
    assert [p.denominator for p in harms.panels(one, "needle", (1000,))] == [1000]


def test_a_harm_says_how_bad_how_long_and_what_we_do() -> None:
    one = content(
        RARE,
        harms=(
            harm("nerve", "estimate", RARE, severity="permanent", reversible="no", timing="days"),
        ),
        text={
            "treatments.needle.harms.nerve.how_long": "It comes on within days.",
            "treatments.needle.harms.nerve.what_we_do": "We treat it in hospital.",
        },
    )
    line = harms.panels(one, "needle")[0].lines[0]
    assert line.how_bad == "can last for good"
    assert line.severity_place == 3
    assert line.when == "in the first days"
    assert line.undone == "It cannot be undone."
    for part in (line.how_long, line.what_we_do, line.undone, "about 3 out of 10,000 people"):
        assert part.lower() in line.alt.lower()
    assert not broken_rules(line.alt)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"kind": "no_effect", "reversible": "yes"}, ""),
        ({"kind": "repeat_procedure", "reversible": "no"}, ""),
        ({"severity": "death", "reversible": "no"}, ""),
        ({"reversible": "yes", "timing": "days"}, "It passes."),
        ({"reversible": "yes", "timing": "weeks"}, "It passes."),
        ({"reversible": "yes", "timing": "during"}, "It passes."),
        ({"reversible": "yes", "timing": "later"}, "It can be undone."),
        ({"reversible": "mostly", "timing": "days"}, "It can mostly be undone."),
    ],
)
def test_only_what_can_be_undone_is_said_to_be(fields: dict[str, Any], words: str) -> None:
    line = harms.panels(content(harms=(harm("h", **fields),)), "needle")[0].lines[0]
    assert line.undone == words
    assert ("undone" in line.alt, "passes" in line.alt) == ("undone" in words, "passes" in words)


def test_what_does_not_apply_says_only_that() -> None:
    one = content(harms=(harm("bleeding", "not_applicable"),))
    line = harms.panels(one, "needle")[0].lines[0]
    assert line.alt == "Harm bleeding. Does not apply."
    assert not any((line.how_bad, line.undone, line.when))


@pytest.mark.parametrize("shape", ["frequency_difference", "score_difference"])
def test_a_difference_goes_where_its_size_belongs(shape: str) -> None:
    figure = estimate(shape, difference=level(0.4), kind="harm", better="lower")
    one = content(figure, harms=(harm("extra", "estimate", figure),))
    expected = 1000 if shape == "frequency_difference" else None
    assert harms.panels(one, "needle")[0].denominator == expected


BOTH = estimate(
    id="both",
    treated=level(29.0),
    control=level(10.0),
    kind="harm",
    better="lower",
    comparator=Comparator(kind="placebo_pill"),
)


def test_a_harm_stands_beside_what_happened_without_it() -> None:
    one = harm("sick", "estimate", BOTH)
    words = harms.harm_words(content(BOTH, harms=(one,)), needle(one), one, denominator=100)
    assert words.figure is not None
    assert words.figure.beside == "about 10 out of 100 with a pretend medicine"
    assert "About 10 out of 100" in words.alt


def test_what_does_not_apply_says_nothing_more() -> None:
    one = harm("sick", "not_applicable")
    text = {
        f"treatments.needle.harms.sick.{end}": "Some words."
        for end in ("how_long", "what_we_do", "note")
    }
    words = harms.harm_words(content(harms=(one,), text=text), needle(one), one)
    assert (words.how_bad, words.how_long, words.what_we_do, words.note) == ("", "", "", "")
    assert words.alt == "Harm sick. Does not apply."


def test_people_unlike_these_are_told_beside_the_number() -> None:
    other = estimate(id="far", treated=level(20.0), population="different")
    (cell,) = [
        cells.cell_words(content(other), Cell(option="A", state="estimate", estimates=("far",)))
    ]
    assert cell.figure is not None
    assert cell.figure.differs == "other people were studied"
