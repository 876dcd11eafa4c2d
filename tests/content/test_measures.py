"""The built-in questionnaires: wording to the letter, licence, scoring at each threshold."""

from __future__ import annotations

from pathlib import Path

import pytest

from sdm_aid.content.measures import load_measure
from sdm_aid.content.problem import ContentError
from sdm_aid.content.report import run_check
from sdm_aid.domain.follow_up import Peg
from sdm_aid.domain.measure import yes_count
from sdm_aid.paths import resources_dir
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
    assert (peg.scoring, peg.recall, peg.pmid) == ("mean", "past week", "19418100")
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
