"""A clinic's own questionnaires: offered by the documented form; every way one can be broken."""

from __future__ import annotations

import json
import tomllib
from itertools import product
from pathlib import Path

import pytest

from sdm_aid.content.measures import digest, load_measure, offered
from sdm_aid.domain.measure import Measure, is_positive, value_of
from sdm_aid.paths import resources_dir


def answered(measure: Measure, *points: int) -> dict[str, int]:
    return {item.id: given for item, given in zip(measure.item, points, strict=True)}


CLINIC = """id = "{id}"
name = "A scale of the clinic"
version = "2"
owner = "Somebody who owns it"
licence = "Only with the owner's permission."
permission = "Given to this clinic by the owner on 3 May 2026, until 2028."
citation = "Somebody. A scale for testing. J Tests 2020;1:1-2."
recall = "past week"
[[choice]]
points = 1
text.en = "Strongly agree"
[[choice]]
points = 2
text.en = "Agree"
[[choice]]
points = 3
text.en = "Neither"
[[choice]]
points = 4
text.en = "Disagree"
[[choice]]
points = 5
text.en = "Strongly disagree"
[[item]]
id = "one"
text.en = "First statement"
[[item]]
id = "two"
text.en = "Second statement"
[[item]]
id = "three"
text.en = "Third statement"
[[item]]
id = "four"
text.en = "Fourth statement"
[[item]]
id = "five"
text.en = "Fifth statement"
[[score]]
id = "total"
rule = "mean"
reversed = ["two", "four"]
rescaled = true
low = 0
high = 100
name.en = "Total"
"""
"""Five statements, two counted from the other end, 0 to 100: the form of many regret scales."""


def clinic(home: Path, text: str = CLINIC, name: str = "own-scale") -> Path:
    (home / "measures").mkdir(exist_ok=True)
    file = home / "measures" / f"{name}.toml"
    file.write_text(text.replace("{id}", name), encoding="utf-8")
    return file


def test_a_clinics_own_instrument_is_offered_after_the_programs(tmp_path: Path) -> None:
    clinic(tmp_path)
    found = offered(resources_dir(), tmp_path, "you")
    assert [measure.id for measure in found.measures] == ["peg", "phq-4", "own-scale"]
    assert found.problems == ()


def test_without_a_folder_only_the_programs_own_are_offered(tmp_path: Path) -> None:
    found = offered(resources_dir(), tmp_path / "nowhere", "you")
    assert [measure.id for measure in found.measures] == ["peg", "phq-4"]
    assert found.problems == ()


# (mean of the answers, two of them turned round, minus 1) times 25
REVERSED = [
    ((1, 5, 1, 5, 1), 0),
    ((5, 1, 5, 1, 5), 100),
    ((3, 3, 3, 3, 3), 50),
    ((1, 5, 1, 5, 2), 5),
    ((2, 4, 2, 4, 2), 25),
    ((1, 1, 1, 1, 1), 40),
]


@pytest.mark.parametrize(("points", "score"), REVERSED)
def test_turned_round_and_stretched(tmp_path: Path, points: tuple[int, ...], score: int) -> None:
    clinic(tmp_path)
    measure = load_measure(tmp_path, "own-scale")
    assert value_of(measure, measure.score[0], answered(measure, *points)) == score


def test_weighted_answers_of_single_items() -> None:
    text = CLINIC.replace("{id}", "own").split("[[choice]]")[0]
    weighted = "".join(
        f'[[item]]\nid = "{name}"\ntext.en = "{name}"\n'
        f'[[item.choice]]\npoints = 0\ntext.en = "No"\n'
        f'[[item.choice]]\npoints = {points}\ntext.en = "Yes"\n'
        for name, points in (("a", 5), ("b", 3), ("c", 1))
    )
    rule = '[[score]]\nid = "sum"\nrule = "sum"\nlow = 0\nhigh = 9\npositive_from = 6\n'
    rule += 'name.en = "Sum"\n'
    measure = _parsed(text + weighted + rule)
    for yes in product((0, 1), repeat=3):
        points = tuple(on * weight for on, weight in zip(yes, (5, 3, 1), strict=True))
        value = value_of(measure, measure.score[0], answered(measure, *points))
        assert value == sum(points)
        assert is_positive(measure.score[0], value) is (sum(points) >= 6)


def _parsed(text: str) -> Measure:
    return Measure.model_validate_json(json.dumps(tomllib.loads(text)))


BROKEN = [
    ("high = 100", "high = -1", 'score "total" low', "below the high end"),
    ("rescaled = true\n", "", 'score "total" low', "said to end at 0, but the answers reach 1"),
    ('"four"]', '"fuor"]', 'score "total" reversed', 'no item "fuor"'),
    ('reversed = ["two", "four"]', 'items = ["six"]', 'score "total" items', 'no item "six"'),
    ('reversed = ["two", "four"]', 'items = ["one"]\nreversed = ["two"]', "reversed", "does not"),
    ('["two", "four"]', '["two", "two"]', 'score "total" reversed', "stands twice"),
    ('rule = "mean"', 'rule = "median"', 'score[1] "total" rule', "median"),
    ('rule = "mean"', "rule = 7", 'score[1] "total" rule', "7"),
    ("points = 2", "points = 1", 'item "one"', "same points"),
    ("points = 5", 'points = "many"', "choice[5] points", "many"),
    ('id = "two"', 'id = "one"', 'item "one" id', "used twice"),
    ("low = 0\n", "low = 0\npositive_from = 101\n", 'score "total" positive_from', "outside"),
    ("low = 0\n", "low = 0\nband = [{at_least = 5, text.en = 'x'}]\n", '"total" band', "leaves"),
    ("permission = ", "# permission = ", "permission", "by what permission"),
    ("[[choice]]", "scale = {low = 0, high = 100}\n[[choice]]", "scale", "both"),
    ("licence = ", "# licence = ", "licence", "missing"),
    ('recall = "past week"', "recall = 7", "recall", "7"),
    ("[[item]]", "[[question]]", "question", "no such field"),
    ('id = "own-scale"', 'id = "other"', "id", "called"),
]


@pytest.mark.parametrize(("old", "new", "field", "what"), BROKEN)
def test_a_broken_instrument_gives_a_sentence_and_the_rest_is_unharmed(
    tmp_path: Path, old: str, new: str, field: str, what: str
) -> None:
    clinic(tmp_path, name="well-scale")
    text = CLINIC.replace("{id}", "own-scale")
    assert old in text
    clinic(tmp_path, text.replace(old, new, 1 if old != "[[item]]" else -1))
    found = offered(resources_dir(), tmp_path, "you")
    assert [measure.id for measure in found.measures] == ["peg", "phq-4", "well-scale"]
    assert found.problems
    assert any(
        problem.file == "measures/own-scale.toml"
        and field in problem.field
        and what in f"{problem.what}"
        and problem.remedy
        for problem in found.problems
    ), "\n".join(map(str, found.problems))


@pytest.mark.parametrize(
    ("name", "data", "what"),
    [
        ("own-scale", b"", "missing"),
        ("own-scale", b"\xff\xfe", "UTF-8"),
        ("own-scale", b"id = [[[", "TOML"),
        ("own-scale", b"#" * 1_000_001, "larger"),
        ("Own Scale", b"", "not an id"),
        ("peg", CLINIC.replace("{id}", "peg").encode(), "of its own"),
    ],
)
def test_a_damaged_file_of_the_clinic_is_named(
    tmp_path: Path, name: str, data: bytes, what: str
) -> None:
    (tmp_path / "measures").mkdir()
    (tmp_path / "measures" / f"{name}.toml").write_bytes(data)
    found = offered(resources_dir(), tmp_path, "you")
    assert [measure.id for measure in found.measures] == ["peg", "phq-4"]
    assert any(what in problem.what for problem in found.problems)
    assert all(problem.file == f"measures/{name}.toml" for problem in found.problems)


def test_a_folder_of_that_name_is_named(tmp_path: Path) -> None:
    (tmp_path / "measures" / "own-scale.toml").mkdir(parents=True)
    found = offered(resources_dir(), tmp_path, "you")
    assert [problem.file for problem in found.problems] == ["measures/own-scale.toml"]


def test_the_digest_names_wording_and_rule(tmp_path: Path) -> None:
    clinic(tmp_path)
    first = digest(load_measure(tmp_path, "own-scale"))
    clinic(tmp_path, CLINIC.replace("Fifth statement", "Fifth statement."))
    assert digest(load_measure(tmp_path, "own-scale")) != first


def test_a_scale_of_a_hundred_and_one_numbers_is_refused(tmp_path: Path) -> None:
    head, rest = CLINIC.split("[[choice]]", 1)
    scale = "[scale]\nlow = 0\nhigh = 100\n" + rest[rest.index("[[item]]") :]
    clinic(tmp_path, head + scale)
    (problem, *_more) = offered(resources_dir(), tmp_path, "you").problems
    assert "more than 21 answers" in problem.what
    assert problem.field.startswith('item "')


def test_one_fault_in_the_only_score_is_one_sentence(tmp_path: Path) -> None:
    clinic(tmp_path, CLINIC.replace('rule = "mean"', 'rule = "median"'))
    found = offered(resources_dir(), tmp_path, "you")
    assert [str(one) for one in found.problems] == [
        "measures/own-scale.toml: score[1] \"total\" rule: 'median' should be 'sum' or 'mean'. "
        "Correct the value."
    ]
