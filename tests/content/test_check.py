"""The content check: the made-up set is clean, and each planted fault is found by its rule."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from sdm_aid.content.check import RULES, check
from sdm_aid.content.check.model import CheckInput
from sdm_aid.content.lexicon import read_lexicon
from sdm_aid.content.load import read_decision
from sdm_aid.content.report import run_check
from tests.content.builders import Files, mini_content, write_content
from tests.content.check_faults import (
    CHECK_FAULTS,
    DECISION,
    NEEDLE_TEXT,
    change,
    no_time,
    say,
)
from tests.content.cost_faults import COST_FAULTS
from tests.content.gene_faults import GENE_FAULTS
from tests.content.row_faults import ROW_FAULTS, words_of_a_decision
from tests.content.schema_faults import SCHEMA_FAULTS

FAULTS = [*CHECK_FAULTS, *ROW_FAULTS, *GENE_FAULTS, *COST_FAULTS]


def test_the_made_up_set_is_clean(tmp_path: Path) -> None:
    assert check(write_content(tmp_path)) == ()


@pytest.mark.parametrize(("rule", "key", "severity", "plant"), FAULTS)
def test_planted_fault_is_found_by_its_rule(
    tmp_path: Path, rule: str, key: str, severity: str, plant: Callable[[Files], None]
) -> None:
    files = mini_content()
    plant(files)
    found = check(write_content(tmp_path, files))
    assert (rule, key, severity) in {(f.rule, f.key, f.severity) for f in found}, "\n".join(
        map(str, found)
    )
    assert all(f.file and f.what and f.remedy for f in found)


def test_every_rule_has_a_planted_fault(tmp_path: Path) -> None:
    silent = set(RULES)
    readable = [plant for rule, _, _, plant in FAULTS if rule != "LOAD"]
    for number, plant in enumerate(readable):
        files = mini_content()
        plant(files)
        resources = write_content(tmp_path / str(number), files)
        reading, lexicon = read_decision(resources, "mini", "en"), read_lexicon(resources, "en")
        data = CheckInput(reading, lexicon, "en")
        silent = {rule for rule in silent if not list(rule(data))}
    assert {rule.__module__ for rule in silent} == set()


def test_a_finding_in_words_is_no_number_to_line_up(tmp_path: Path) -> None:
    files = mini_content()
    walking = next(row for row in files[DECISION]["rows"] if row["id"] == "walking")
    walking["comparable"] = True
    walking["cells"][1] = {"option": "B", "state": "no_figure"}
    walking["cells"][2] = {"option": "C", "state": "estimate", "estimates": ["needle-sleep"]}
    found = check(write_content(tmp_path, files))
    assert not {"D-70", "L-71"} & {finding.rule for finding in found}


def test_a_tilt_shows_every_column_and_how_much_of_it_is_known(tmp_path: Path) -> None:
    files = mini_content()
    row = files[DECISION]["values"][1]
    row["options"][1] = {"option": "B", "given": 0.0}
    (tilt,) = (f for f in check(write_content(tmp_path, files)) if f.rule == "V-07")
    assert "(A 0.72, B 0.25 with 0.50 known, C 0.77)" in tilt.what


def test_the_names_of_decisions_are_those_of_the_folder_it_reads(tmp_path: Path) -> None:
    files = mini_content()
    for rule, _key, _severity, plant in ROW_FAULTS:
        if rule == "N-01":
            plant(files)
    files[DECISION.replace("mini", "minni")] = {**files[DECISION], "id": "minni"}
    files["text/en/decisions/minni.toml"] = files["text/en/decisions/mini.toml"]
    assert not {"N-01", "LOAD"} & {f.rule for f in check(write_content(tmp_path, files))}


def test_a_name_that_no_decision_has_keeps_no_other_from_being_read(tmp_path: Path) -> None:
    files = mini_content()
    words_of_a_decision(files)
    resources = write_content(tmp_path, files)
    (finding,) = check(resources)
    assert str(finding) == (
        f'error N-01 {NEEDLE_TEXT}: in.minni: there is no decision "minni". '
        "Correct the id to one of mini, or take the entry out."
    )
    assert read_decision(resources, "mini", "en").unknown


def test_a_pooled_figure_that_says_so_may_differ_from_its_counts(tmp_path: Path) -> None:
    files = mini_content()
    pooled = {"value": 45, "events": 55, "total": 120}
    change(files, "needle-relief", control=pooled, derived="pooled over studies, by weight")
    assert "L-20" not in {f.rule for f in check(write_content(tmp_path, files))}


def test_a_waived_warning_is_silent(tmp_path: Path) -> None:
    files = mini_content()
    no_time(files)
    files[DECISION]["waiver"] = [
        {
            "rule": "L-20",
            "key": "course-walking",
            "reason": "the leaflet gives no time",
            "by": "Nobody A",
            "on": files[DECISION]["compiled"],
        }
    ]
    assert check(write_content(tmp_path, files)) == ()


def test_placeholders_drawers_and_authors_are_no_prose_with_numbers(tmp_path: Path) -> None:
    files = mini_content()
    files["text/en/decisions/mini.toml"]["authors"] = "Written in 2026 by NASS."
    files["evidence/mini-needle.toml"]["fact"][1]["id"] = "stenosis-rest-3"
    files[NEEDLE_TEXT]["asks"] = (
        "It asks for {fact:needle-visits} and {fact:stenosis-rest-3} of rest."
    )
    assert check(write_content(tmp_path, files)) == ()


def test_every_language_is_checked(tmp_path: Path) -> None:
    files = mini_content()
    files[DECISION]["languages"] = ["en", "de"]
    files["text/de/decisions/mini.toml"] = files["text/en/decisions/mini.toml"]
    found = check(write_content(tmp_path, files))
    assert {f.rule for f in found} == {"LOAD"}
    assert {"text/de/treatments/needle.toml", "text/de/evidence/mini-needle.toml"} <= {
        f.file for f in found
    }


def test_exit_codes_and_forms(tmp_path: Path) -> None:
    clean = write_content(tmp_path / "clean")
    text, code = run_check(clean, None, False)
    assert (text.splitlines()[-1], code) == ("0 errors, 0 warnings", 0)
    files = mini_content()
    say("Germs are rare.", files)
    text, code = run_check(write_content(tmp_path / "faulty", files), "mini", False)
    assert code == 1
    assert f"error L-07 text/en/treatments/needle.toml: {'treatments.needle.expect'}" in text
    form, code = run_check(tmp_path / "faulty" / "resources", None, True)
    assert code == 1
    assert json.loads(form)["findings"][0]["rule"] == "L-07"
    (clean / NEEDLE_TEXT).write_bytes(b"\xff")
    assert run_check(clean, "mini", False)[1] == 2


@pytest.mark.parametrize("name", ["maxi", "../mini", ""])
def test_unknown_decision(tmp_path: Path, name: str) -> None:
    text, code = run_check(write_content(tmp_path), name, False)
    assert code == 2
    assert "no such decision" in text


def test_folder_without_decisions(tmp_path: Path) -> None:
    text, code = run_check(tmp_path, None, False)
    assert code == 2
    assert "no decision here" in text


@pytest.mark.parametrize("damage", ["one_in = ['(']", "= 1", "one_in = 5"])
def test_damaged_lexicon(tmp_path: Path, damage: str) -> None:
    resources = write_content(tmp_path)
    (resources / "text/en/lexicon.toml").write_text(damage, "utf-8")
    (finding,) = check(resources, "mini")
    assert (finding.rule, finding.file) == ("LOAD", "text/en/lexicon.toml")


@pytest.mark.parametrize(("rule", "plant", "what"), SCHEMA_FAULTS)
def test_the_schema_refuses_and_says_where(
    tmp_path: Path, rule: str, plant: Callable[[Files], None], what: str
) -> None:
    files = mini_content()
    plant(files)
    found = [f for f in check(write_content(tmp_path, files)) if f.rule == "LOAD"]
    assert any(what in f.what for f in found), (rule, [str(f) for f in found])


def test_every_rule_on_the_page_has_a_planted_fault_and_no_other_is_planted() -> None:
    page = (Path(__file__).parents[2] / "docs" / "CONTENT_RULES.md").read_text("utf-8")
    named = {
        rule: "by construction" in line
        for line in page.splitlines()
        for rule in re.findall(r"^\| ([A-Z]+-\d+) \|", line)
    }
    planted = {rule for rule, *_rest in [*FAULTS, *SCHEMA_FAULTS]} - {"LOAD"}
    assert planted == {rule for rule, built_in in named.items() if not built_in}
