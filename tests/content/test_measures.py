"""The built-in questionnaires: wording to the letter, licence, scoring at each threshold."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import pytest

from sdm_aid.content.measures import load_measure
from sdm_aid.content.problem import ContentError
from sdm_aid.content.report import run_check
from sdm_aid.domain.follow_up import Peg
from sdm_aid.domain.measure import Measure, band_of, is_positive, value_of, yes_count
from sdm_aid.paths import resources_dir
from sdm_aid.wording.follow_up import PGIC
from tests.content.builders import write_content

ITEMS = ("sure", "understand", "risk", "encouragement")


def test_sure_holds_its_four_published_questions_and_licence() -> None:
    sure = load_measure(resources_dir(), "sure")
    assert tuple(item.id for item in sure.item) == ITEMS
    assert sure.question("sure", "en") == "Do you feel SURE about the best choice for you?"
    assert "citation" in sure.licence
    assert sure.speaks("en")
    assert not sure.speaks("qps")


@pytest.mark.parametrize("yes", range(5))
def test_sure_counts_yes(yes: int) -> None:
    sure = load_measure(resources_dir(), "sure")
    answers = {item: "yes" if place < yes else "no" for place, item in enumerate(ITEMS)}
    assert yes_count(sure, answers) == yes
    assert sure.conflict_at_or_below == 3


@pytest.mark.parametrize("missing", ITEMS)
def test_an_unanswered_question_gives_no_score(missing: str) -> None:
    sure = load_measure(resources_dir(), "sure")
    answers: dict[str, str | None] = dict.fromkeys(ITEMS, "yes")
    answers[missing] = None
    assert yes_count(sure, answers) is None


def test_the_peg_holds_its_three_published_questions_and_their_ends() -> None:
    peg = load_measure(resources_dir(), "peg")
    assert tuple(item.id for item in peg.item) == tuple(Peg.model_fields)
    asked = "What number best describes your pain on average in the past week?"
    assert peg.question("pain", "en") == asked
    for item in peg.item[1:]:
        assert "during the past week, pain has interfered with your" in item.text["en"]
        assert (item.low["en"], item.high["en"]) == ("Does not interfere", "Completely interferes")
    assert (peg.score[0].rule, peg.recall, peg.pmid) == ("mean", "past week", "19418100")
    assert peg.speaks("en")
    assert not peg.speaks("qps")


@pytest.mark.parametrize(
    ("text", "field"),
    [("id = ", ""), ('id = "sure"\nscoring = "sum"', "scoring"), ("\x00", "")],
)
def test_a_damaged_instrument_names_file_and_field(tmp_path: Path, text: str, field: str) -> None:
    (tmp_path / "measures").mkdir()
    (tmp_path / "measures" / "sure.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        load_measure(tmp_path, "sure")
    assert any(
        problem.file == "measures/sure.toml" and problem.field == field
        for problem in caught.value.problems
    )


@pytest.mark.parametrize("data", [None, b"", b"\xff\x00"])
def test_the_content_check_names_an_instrument_that_cannot_be_read(
    tmp_path: Path, data: bytes | None
) -> None:
    resources = write_content(tmp_path)
    file = resources / "measures" / "sure.toml"
    file.unlink()
    if data is not None:
        file.write_bytes(data)
    report, code = run_check(resources, None, as_json=False)
    assert code == 2
    assert "measures/sure.toml" in report


SHIPPED = ("nrs", "peg", "pgic", "phq-4", "sure")
LICENSED = (
    "painDETECT", "LANSS", "DN4", "STarT", "Catastrophizing", "EQ-5D", "CollaboRATE", "SDM-Q",
    "PSEQ", "ORT", "Inventory short form",
)  # fmt: skip
"""Instruments whose wording a clinic brings itself."""


def shipped(name: str) -> Measure:
    return load_measure(resources_dir(), name)


def test_what_is_shipped_names_owner_licence_citation_window_and_is_free() -> None:
    names = {path.stem for path in (resources_dir() / "measures").glob("*.toml")}
    assert names == set(SHIPPED)
    for name in SHIPPED:
        measure = shipped(name)
        assert all((measure.owner, measure.licence, measure.citation, measure.recall))
        assert any(word in measure.licence.lower() for word in ("free", "open", "public"))
        assert measure.speaks("en")
        assert not any(word in measure.name for word in LICENSED)


def answered(measure: Measure, *points: int) -> dict[str, int]:
    return {item.id: given for item, given in zip(measure.item, points, strict=True)}


# Published: 0-2 none, 3-5 mild, 6-8 moderate, 9-12 severe; each half positive from 3 of 6
# (NINDS F2495; Kroenke 2009). Answers: nervous, worry, interest, down.
PHQ4 = [
    ((0, 0, 0, 0), 0, "none", False, False),
    ((1, 1, 0, 0), 2, "none", False, False),
    ((1, 1, 1, 0), 3, "mild", False, False),
    ((2, 1, 0, 0), 3, "mild", True, False),
    ((0, 0, 0, 3), 3, "mild", False, True),
    ((0, 0, 2, 0), 2, "none", False, False),
    ((2, 1, 1, 1), 5, "mild", True, False),
    ((1, 1, 2, 1), 5, "mild", False, True),
    ((2, 1, 2, 1), 6, "moderate", True, True),
    ((2, 2, 2, 2), 8, "moderate", True, True),
    ((3, 3, 1, 1), 8, "moderate", True, False),
    ((3, 3, 2, 1), 9, "severe", True, True),
    ((3, 3, 3, 3), 12, "severe", True, True),
]


@pytest.mark.parametrize(("points", "total", "band", "anxiety", "mood"), PHQ4)
def test_the_phq4_at_every_threshold(
    points: tuple[int, ...], total: int, band: str, anxiety: bool, mood: bool
) -> None:
    measure = shipped("phq-4")
    answers = answered(measure, *points)
    whole, gad2, phq2 = measure.score
    assert value_of(measure, whole, answers) == total
    found = band_of(whole, Fraction(total))
    assert found is not None
    assert found.text["en"] == band
    for rule, own, positive in ((gad2, points[:2], anxiety), (phq2, points[2:], mood)):
        assert value_of(measure, rule, answers) == sum(own)
        assert is_positive(rule, Fraction(sum(own))) is positive
    assert not is_positive(whole, Fraction(total))
    assert measure.mood


PEG = [
    ((0, 0, 0), Fraction(0)),
    ((7, 8, 6), Fraction(7)),  # the worked case of iatrox.com/calculators/peg-pain
    ((6, 6, 5), Fraction(17, 3)),
    ((1, 0, 0), Fraction(1, 3)),
    ((10, 10, 10), Fraction(10)),
]


@pytest.mark.parametrize(("points", "score"), PEG)
def test_the_peg_is_the_mean_and_agrees_with_the_follow_up(
    points: tuple[int, int, int], score: Fraction
) -> None:
    measure = shipped("peg")
    assert value_of(measure, measure.score[0], answered(measure, *points)) == score
    pain, enjoyment, activity = points
    assert Peg(pain=pain, enjoyment=enjoyment, activity=activity).score == score
    assert measure.score[0].band == ()


@pytest.mark.parametrize(
    ("yes", "conflict"), [(0, True), (1, True), (2, True), (3, True), (4, False)]
)
def test_sure_at_its_threshold(yes: int, conflict: bool) -> None:
    measure = shipped("sure")
    answers = answered(measure, *(1 if place < yes else 0 for place in range(4)))
    value = value_of(measure, measure.score[0], answers)
    assert value == yes
    assert is_positive(measure.score[0], Fraction(yes)) is conflict


def test_the_pgic_has_the_published_grades_that_looking_again_shows() -> None:
    measure = shipped("pgic")
    assert [choice.text["en"] for choice in measure.choice] == list(PGIC.values())
    assert [choice.points for choice in measure.choice] == list(range(1, 8))
    bands = [band_of(measure.score[0], Fraction(n)) for n in range(1, 8)]
    said = [band.text["en"].startswith("clinically") for band in bands if band]
    assert said == [True, True, False, False, False, False, False]


@pytest.mark.parametrize("score", [0, 1, 9, 10])
def test_the_three_numbers_of_pain_are_never_added_up(score: int) -> None:
    measure = shipped("nrs")
    values = [value_of(measure, rule, {"average": score}) for rule in measure.score]
    assert values == [None, score, None]


@pytest.mark.parametrize("name", SHIPPED)
def test_an_unanswered_item_gives_no_score_and_the_ends_are_reached(name: str) -> None:
    measure = shipped(name)
    lowest = {item.id: min(measure.points(item)) for item in measure.item}
    highest = {item.id: max(measure.points(item)) for item in measure.item}
    for rule in measure.score:
        assert value_of(measure, rule, lowest) == rule.low
        assert value_of(measure, rule, highest) == rule.high
        for item in measure.counted(rule):
            some = {key: points for key, points in highest.items() if key != item.id}
            assert value_of(measure, rule, some) is None


@pytest.mark.parametrize("name", SHIPPED)
def test_bands_leave_no_score_out_and_change_only_at_a_threshold(name: str) -> None:
    measure = shipped(name)
    for rule in measure.score:
        if not rule.band:
            continue
        steps = range(int(rule.low), int(rule.high) + 1)
        named = {n: band_of(rule, Fraction(n)) for n in steps}
        assert None not in named.values()
        starts = {band.at_least for band in rule.band} - {rule.low}
        assert {b for a, b in pairwise(steps) if named[a] != named[b]} == starts
