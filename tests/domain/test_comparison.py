"""What stands beside what on the table, and what may be drawn of it."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdm_aid.domain.comparison import (
    MOST_COLUMNS,
    comparison,
    picture_kind,
    same_time,
    shown_letters,
    table_row,
)
from sdm_aid.domain.evidence import Horizon
from sdm_aid.domain.harm_panels import (
    harm_lines,
    harm_panels,
    row_units,
)
from sdm_aid.domain.library import DecisionContent
from sdm_aid.domain.pairing import pair_for, picture
from sdm_aid.domain.positions import disagree, positions_on
from tests.content.builders import Files, mini_content, mini_decision
from tests.domain.visits import a_visit

ALL = ("A", "B", "C")


def load(files: Files) -> DecisionContent:
    return mini_decision(Path(mkdtemp()), files)


@lru_cache(maxsize=1)
def mini() -> DecisionContent:
    return load(mini_content())


def estimates(files: Files) -> dict[str, dict[str, Any]]:
    found = [
        one for path in files if "evidence/" in path for one in files[path].get("estimate", [])
    ]
    return {one["id"]: one for one in found}


def cell(option: str, *figures: str, state: str = "estimate") -> dict[str, Any]:
    return {"option": option, "state": state, "estimates": list(figures)}


def row_of(files: Files, name: str) -> dict[str, Any]:
    rows: list[dict[str, Any]] = files["decisions/mini.toml"]["rows"]
    return next(row for row in rows if row["id"] == name)


def test_columns_keep_the_order_of_the_content() -> None:
    table = comparison(mini(), a_visit(columns=("B", "C")))
    assert [column.letter for column in table.columns] == ["A", "B", "C"]
    assert [row.id for row in table.rows] == [row.id for row in mini().decision.rows]


@given(st.sets(st.sampled_from("ABC")), st.integers(1, 9), st.sampled_from(["full", "quick"]))
def test_a_always_stands_and_no_column_is_lost(chosen: set[str], fit: int, path: str) -> None:
    table = comparison(mini(), a_visit(columns=tuple(sorted(chosen)), path=path), fit)
    shown = [column.letter for column in table.columns]
    waiting = [column.letter for column in table.standby]
    assert shown[0] == "A"
    assert len(shown) <= (3 if path == "quick" else MOST_COLUMNS)
    assert sorted(shown + waiting) == list(ALL)
    assert shown == sorted(shown)


def test_only_as_many_columns_as_fit_where_none_were_chosen() -> None:
    assert shown_letters(mini(), a_visit(), 2) == ("A", "B")
    assert shown_letters(mini(), a_visit(columns=("B", "C")), 2) == ("A", "B", "C")


def test_a_alone_is_no_comparison() -> None:
    assert shown_letters(mini(), a_visit(columns=("A",)), 3) == ALL


def test_not_right_for_somebody_stays_with_its_reason() -> None:
    visit = a_visit(not_suitable=({"option": "C", "reason": "you take blood thinners"},))
    last = comparison(mini(), visit).columns[-1]
    assert (last.letter, last.not_suitable) == ("C", "you take blood thinners")


def test_one_denominator_a_row_whatever_columns_are_shown() -> None:
    files = mini_content()
    estimates(files)["needle-relief"]["treated"] = {"value": 0.3}
    content = load(files)
    row = content.decision.row("relief")
    assert {table_row(content, row, letters).denominator for letters in ("AB", "ABC")} == {1000}


def test_a_row_and_a_panel_say_what_is_counted() -> None:
    files = mini_content()
    estimates(files)["stretch-walking"]["counted"] = "procedures"
    estimates(files)["needle-more-pain"]["counted"] = "procedures"
    content = load(files)
    row = table_row(content, content.decision.row("walking"), ALL)
    assert (row.counted, table_row(content, content.decision.row("relief"), ALL).counted) == (
        "mixed",
        "people",
    )
    lines = harm_lines(content, ("C",))
    assert {line.kind: line.counted for line in lines}["more_pain"] == "procedures"
    assert row_units(lines) == "mixed"
    assert harm_panels(content, ("C",))[1].counted == "mixed"
    assert row_units(()) == "people"


def test_a_row_of_one_study_has_no_band_and_shares_its_time() -> None:
    row = comparison(mini(), a_visit()).row("relief")
    assert not row.different_studies
    assert row.horizon is not None
    assert not any(one.own_time for one in row.cells)


def test_numbers_of_different_studies_get_the_band() -> None:
    files = mini_content()
    row_of(files, "walking").pop("comparable")
    row = comparison(load(files), a_visit()).row("walking")
    assert row.different_studies


def test_a_single_number_needs_no_band() -> None:
    assert not table_row(mini(), mini().decision.row("walking"), ("A", "C")).different_studies


def test_a_finding_in_words_beside_a_number_needs_no_band() -> None:
    files = mini_content()
    walking = row_of(files, "walking")
    walking["comparable"] = True
    walking["cells"][1] = cell("B", state="no_figure")
    walking["cells"][2] = cell("C", "needle-sleep")
    row = comparison(load(files), a_visit()).row("walking")
    assert not row.different_studies


def test_a_cell_knows_the_conflict_its_figure_is_part_of() -> None:
    files = mini_content()
    estimates(files)["needle-relief"]["conflict"] = ["needle-sleep"]
    relief = comparison(load(files), a_visit()).row("relief")
    assert relief.cell("C").conflicts == ("needle",)
    assert comparison(load(files), a_visit()).row("walking").cell("A").conflicts == ()


def test_figures_not_to_be_shown_together_get_the_band() -> None:
    files = mini_content()
    for name in ("course-walking", "stretch-walking"):
        estimates(files)[name]["evidence_group"] = "one"
    row_of(files, "walking").pop("comparable")
    estimates(files)["stretch-walking"]["not_with"] = ["course-walking"]
    assert comparison(load(files), a_visit()).row("walking").different_studies


def test_a_figure_with_its_own_time_wears_a_clock() -> None:
    files = mini_content()
    later = {"relation": "by", "value": 1, "unit": "years"}
    estimates(files)["stretch-walking"]["horizon"] = later
    row = comparison(load(files), a_visit()).row("walking")
    assert [one.own_time for one in row.cells] == [True, True, False]
    assert row.horizon is None


def test_times_within_a_quarter_are_one_time() -> None:
    three = Horizon(relation="by", value=3, unit="months")
    assert same_time(three, Horizon(relation="by", value=13, unit="weeks"))
    assert not same_time(three, Horizon(relation="by", value=6, unit="months"))
    assert not same_time(three, Horizon(relation="not_stated"))


def test_certainty_is_shown_where_there_is_a_number() -> None:
    table = comparison(mini(), a_visit())
    shown = {row.id: row.shows_certainty for row in table.rows}
    assert shown["relief"]
    assert not shown["asks"]


def test_people_of_one_study_are_paired() -> None:
    pair = picture(mini(), "relief", "A", "C")
    assert pair.together
    assert pair.right.counts is not None
    assert pair.left.counts is not None
    right = pair.right.counts
    assert (right.anyway, right.added, right.fewer, right.neither) == (45, 15, 0, 40)
    assert pair.left.counts.anyway == right.anyway


def test_a_single_group_is_never_split() -> None:
    pair = picture(mini(), "walking", "A", "B")
    assert pair.apart == "studies"
    for half in (pair.left, pair.right):
        assert half.kind == "single_array"
        assert half.counts is not None
        assert half.counts.added == half.counts.fewer == 0


def test_scores_and_words_are_drawn_as_what_they_are() -> None:
    assert picture(mini(), "score", "A", "B").right.kind == "ruler_arms"
    assert picture(mini(), "sleep", "A", "C").right.kind == "words"
    assert picture(mini(), "sleep", "A", "C").right.counts is None


@pytest.mark.parametrize(
    ("changes", "kind"),
    [
        ({"shape": "score", "control": None, "comparator": {"kind": "none"}}, "ruler_course"),
        ({"shape": "score", "from_start": True}, "words"),
        (
            {"shape": "score_difference", "treated": None, "control": None,
             "difference": {"value": -9}},
            "ruler_difference",
        ),
        (
            {"shape": "score_difference", "treated": None, "control": None,
             "difference": {"low": -9, "high": -2, "interval": "range"}},
            "words",
        ),
    ],
)  # fmt: skip
def test_a_ruler_never_makes_up_a_missing_level(changes: dict[str, Any], kind: str) -> None:
    files = mini_content()
    row_of(files, "score")["cells"][0] = cell("A", state="no_figure")
    estimates(files)["stretch-score"].update(changes)
    assert picture(load(files), "score", "A", "B").right.kind == kind


def test_a_published_range_has_no_middle_to_draw() -> None:
    files = mini_content()
    estimates(files)["stretch-walking"]["treated"] = {"low": 40, "high": 60, "interval": "range"}
    half = picture(load(files), "walking", "A", "B").right
    assert half.kind == "words"
    assert half.counts is None


def test_rarer_than_one_in_a_thousand_is_never_an_array() -> None:
    estimate = mini().estimates["needle-lasting"]
    assert picture_kind(estimate, "treated", 100000) == "words"
    assert picture_kind(None, "treated", 100) == "words"


def test_halves_whose_untreated_people_differ_are_not_lined_up() -> None:
    files = mini_content()
    other = dict(estimates(files)["needle-relief"], id="needle-relief-b", control={"value": 20})
    files["evidence/mini-needle.toml"]["estimate"].append(other)
    estimates(files)["needle-relief"]["evidence_group"] = "one"
    other["evidence_group"] = "one"
    texts = files["text/en/evidence/mini-needle.toml"]
    texts["needle-relief-b"] = dict(texts["needle-relief"])
    row_of(files, "relief")["cells"][2] = cell("C", "needle-relief-b")
    assert picture(load(files), "relief", "A", "C").apart == "studies"


def test_halves_at_different_times_are_not_lined_up() -> None:
    files = mini_content()
    for name, months in (("course-walking", 3), ("stretch-walking", 12)):
        when = {"relation": "by", "value": months, "unit": "months"}
        estimates(files)[name].update(evidence_group="one", horizon=when)
    assert picture(load(files), "walking", "A", "B").apart == "time"


def test_very_low_certainty_holds_its_picture_back() -> None:
    files = mini_content()
    estimates(files)["needle-relief"]["certainty"] = "very_low"
    assert picture(load(files), "relief", "A", "C").right.hidden_first


def test_the_pair_of_a_is_one_it_can_be_lined_up_with() -> None:
    row = comparison(mini(), a_visit()).row("relief")
    assert pair_for(row, "A") == ("A", "C")
    assert pair_for(row, "B") == ("A", "B")


def test_experts_who_differ_are_seen_to_differ() -> None:
    assert disagree(positions_on(mini(), "C"))
    assert not disagree(positions_on(mini(), "B"))
