"""How the choices line up, row by row: the yardstick, ranges, findings in words, disputes."""

from __future__ import annotations

from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest

from sdm_aid.domain.alignment import UNKNOWN
from sdm_aid.domain.answers import Matters, Stone
from sdm_aid.domain.decision import ValueOf
from sdm_aid.domain.library import DecisionContent
from sdm_aid.domain.line_up import LineUp, line_up, standing, word
from sdm_aid.domain.positions import conflicts_of, disputed
from tests.content.builders import Files, mini_content, mini_decision
from tests.domain.visits import a_visit

DECISION, NEEDLE = "decisions/mini.toml", "evidence/mini-needle.toml"
SAID = {"estimate": "needle-sleep", "finding": "same"}


def with_option(letter: str, value: dict[str, Any], **fields: Any) -> Files:
    """The made-up files with another entry of ``letter`` on the row "less-pain"."""
    files = mini_content()
    row = files[DECISION]["values"][0]
    row["options"]["ABC".index(letter)] = {"option": letter, **value}
    row.update(fields)
    return files


def load(files: Files) -> DecisionContent:
    return mini_decision(Path(mkdtemp()), files)


def words_of(files: Files) -> dict[str, str]:
    content = load(files)
    return {letter: word(content, content.decision.values[0], letter) for letter in "ABC"}


def lined_up(content: DecisionContent, stones: dict[str, int]) -> LineUp:
    laid = tuple(Stone(row=row, count=count) for row, count in stones.items())
    return line_up(content, a_visit(matters=Matters(stones=laid)))


def treated(files: Files, **level: Any) -> Files:
    files[NEEDLE]["estimate"][0]["treated"] = level
    return files


def test_nothing_new_is_as_now_on_every_row() -> None:
    assert words_of(mini_content()) == {"A": "as_now", "B": "not_known", "C": "helps_some"}
    unknown = with_option("A", {"unknown": True})
    assert words_of(unknown)["A"] == "as_now"


@pytest.mark.parametrize(
    ("low", "high", "found"),
    [
        (60, 80, "helps_some"),
        (5, 20, "harder"),
        (40, 50, "same"),
        (50, 80, "not_known"),
        (20, 80, "not_known"),
    ],
)
def test_a_range_gives_a_word_where_both_ends_say_it(low: int, high: int, found: str) -> None:
    files = treated(mini_content(), low=low, high=high, interval="range")
    assert words_of(files)["C"] == found
    content = load(files)
    assert standing(content, content.decision.values[0], "C") == UNKNOWN


def test_a_range_of_a_difference_too() -> None:
    entry = {"estimate": "needle-relief", "arm": "difference"}
    files = with_option("C", entry, comparable=False)
    files[DECISION]["values"][0]["options"][0] = {"option": "A", "arm": "none"}
    figure = files[NEEDLE]["estimate"][0]
    figure.update(shape="frequency_difference", treated=None, control=None)
    figure["difference"] = {"low": 15, "high": 40, "interval": "range"}
    for row in files[DECISION]["rows"]:
        if row["id"] == "relief":
            row["cells"][0] = {"option": "A", "state": "no_figure"}
    assert words_of(files)["C"] == "helps_some"
    figure["difference"] = {"low": 5, "high": 40, "interval": "range"}
    assert words_of(files)["C"] == "not_known"


def test_a_finding_in_words_says_about_the_same() -> None:
    files = with_option("B", SAID)
    assert words_of(files)["B"] == "same"
    content = load(files)
    assert standing(content, content.decision.values[0], "B") == UNKNOWN
    files[NEEDLE]["estimate"][1]["certainty"] = "very_low"
    assert words_of(files)["B"] == "not_known"


def test_what_experts_disagree_on_is_not_just_not_known() -> None:
    marked = with_option("B", {"unknown": True, "disputed": True})
    assert words_of(marked)["B"] == "disputed"
    files = mini_content()
    files[NEEDLE]["estimate"][0]["conflict"] = ["needle-sleep"]
    assert words_of(files)["C"] == "disputed"
    content = load(files)
    assert conflicts_of(content, content.estimates["needle-relief"]) == ("needle",)
    assert standing(content, content.decision.values[0], "C") == UNKNOWN


def test_experts_who_agree_leave_the_figure_its_word() -> None:
    files = mini_content()
    files[NEEDLE]["estimate"][0]["conflict"] = ["needle-sleep"]
    files[NEEDLE]["position"][1]["stance"] = "for"
    content = load(files)
    assert not disputed(content, content.estimates["needle-relief"])
    assert words_of(files)["C"] == "helps_some"


def test_figures_that_conflict_with_nothing_are_in_no_dispute() -> None:
    content = load(mini_content())
    assert conflicts_of(content, content.estimates["needle-relief"]) == ()


@pytest.mark.parametrize(
    "fields",
    [
        {"finding": "same", "unknown": True},
        {"disputed": True, "given": 1.0},
        {"disputed": True, "fact": "needle-visits"},
    ],
)
def test_a_finding_and_a_dispute_are_about_a_figure(fields: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="estimate"):
        ValueOf(option="C", **fields)


def test_all_stones_on_one_row_name_that_row() -> None:
    found = lined_up(load(with_option("C", {"estimate": "needle-headache"})), {"less-pain": 10})
    assert found.clear == (("A", "C"),)
    assert found.behind == {"C": ("less-pain",)}


def test_rows_from_different_studies_drive_nothing_and_are_not_named() -> None:
    files = with_option("C", {"estimate": "needle-headache"})
    apart = {**files[DECISION]["values"][0], "id": "apart", "concept": "apart"}
    apart["comparable"] = False
    files[DECISION]["values"].append(apart)
    files["text/en/decisions/mini.toml"]["values"]["apart"] = {"name": "Apart", "swing": "None"}
    found = lined_up(load(files), {"less-pain": 7, "apart": 3})
    assert found.behind == {"C": ("less-pain",)}


def test_both_arms_of_one_study_give_a_difference() -> None:
    entry = {"estimate": "needle-relief", "arm": "difference"}
    files = with_option("C", entry, comparable=False)
    files[DECISION]["values"][0]["options"][0] = {"option": "A", "arm": "none"}
    assert words_of(files)["C"] == "helps_some"  # 60 of 100 against 45
    files[NEEDLE]["estimate"][0]["control"]["value"] = 58
    assert words_of(files)["C"] == "same"
    files[NEEDLE]["estimate"][0]["control"]["value"] = 80
    assert words_of(files)["C"] == "harder"


def test_a_missing_arm_is_never_made_up() -> None:
    content = load(mini_content())
    alone = content.estimates["needle-relief"].evolve(control=None)
    assert alone.gap is None
    both = content.estimates["needle-relief"].gap
    assert both is not None
    assert both.value == pytest.approx(15)
    assert (both.low, both.high) == (None, None)


@pytest.mark.parametrize(("finding", "found"), [("better", "helps_some"), ("worse", "harder")])
def test_a_finding_in_words_says_which_way(finding: str, found: str) -> None:
    files = with_option("C", {"estimate": "needle-sleep", "finding": finding}, comparable=False)
    assert words_of(files)["C"] == found
    sleep = next(e for e in files[NEEDLE]["estimate"] if e["id"] == "needle-sleep")
    sleep["certainty"] = "very_low"
    assert words_of(files)["C"] == "not_known"
