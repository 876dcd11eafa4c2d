"""Loading: the made-up set comes in whole, and every planted fault is told with file and field."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sdm_aid.content.load import load_decision
from sdm_aid.content.problem import ContentError, Problem
from tests.content import faults
from tests.content.builders import Files, mini_content, mini_decision, write_content
from tests.content.faults import DECISION, FAULTS, NEEDLE, TEXT


def problems(folder: Path, files: Files, language: str = "en") -> tuple[Problem, ...]:
    resources = write_content(folder, files)
    with pytest.raises(ContentError) as caught:
        load_decision(resources, "mini", language)
    return caught.value.problems


def test_everything_the_decision_names_is_there(tmp_path: Path) -> None:
    content = mini_decision(tmp_path)
    assert set(content.treatments) == {"nothing-new", "stretching", "needle"}
    assert {"needle-relief", "course-walking", "needle-lasting"} <= set(content.estimates)
    assert set(content.facts) == {"needle-visits", "needle-rest", "stretch-visits"}
    assert set(content.positions) == {"experts-for", "experts-against"}
    assert set(content.sources) == {"made-up-trial", "made-up-course"}
    assert content.words("rows.relief.question") == "How many people have much less pain?"
    assert content.words("treatments.needle.harms.headache.name") == "Bad headache"
    assert content.words("evidence.needle-relief.outcome") == "have much less leg pain"
    assert content.ref.language == "en"
    assert len(content.ref.digest) == 64


def test_all_four_kinds_of_picture(tmp_path: Path) -> None:
    found = mini_decision(tmp_path).estimates
    assert found["needle-relief"].control is not None
    assert found["stretch-walking"].control is None
    assert found["stretch-score"].shape == "score"
    assert found["needle-sleep"].shape == "words"


@pytest.mark.parametrize(("plant", "file", "field", "what"), FAULTS)
def test_planted_fault_is_told(
    tmp_path: Path, plant: Callable[[Files], None], file: str, field: str, what: str
) -> None:
    files = mini_content()
    plant(files)
    found = problems(tmp_path, files)
    assert any(p.file == file and p.field.startswith(field) and what in p.what for p in found), (
        "\n".join(str(p) for p in found)
    )
    assert all(p.remedy for p in found)


def test_every_problem_at_once(tmp_path: Path) -> None:
    files = mini_content()
    for plant in (
        faults.break_unit,
        faults.text_missing,
        faults.unknown_position,
        faults.strange_field,
    ):
        plant(files)
    files_hit = {p.file for p in problems(tmp_path, files)}
    assert files_hit == {NEEDLE, TEXT, DECISION, "treatments/needle.toml"}


def test_one_broken_figure_is_told_once(tmp_path: Path) -> None:
    files = mini_content()
    faults.break_figure(files)
    assert [p.field for p in problems(tmp_path, files)] == [
        'estimate[1] "needle-relief" treated.value'
    ]


def test_missing_text_file_is_told_once(tmp_path: Path) -> None:
    files = mini_content()
    del files["text/en/treatments/needle.toml"]
    assert [p.file for p in problems(tmp_path, files)] == ["text/en/treatments/needle.toml"]


def test_unknown_decision_names_those_there_are(tmp_path: Path) -> None:
    resources = write_content(tmp_path)
    for name in ("maxi", "../mini", "", "MINI", "a" * 5000):
        with pytest.raises(ContentError, match="Choose one of: mini"):
            load_decision(resources, name, "en")


def test_no_resources_at_all(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="holds none"):
        load_decision(tmp_path / "nowhere", "mini", "en")


@pytest.mark.parametrize("language", ["de", "../en", ""])
def test_language_not_offered(tmp_path: Path, language: str) -> None:
    found = problems(tmp_path, mini_content(), language)
    assert [p.remedy for p in found] == ["Choose one of: en"]


def test_language_offered_without_text(tmp_path: Path) -> None:
    files = mini_content()
    files[DECISION]["languages"] = ["en", "de"]
    found = problems(tmp_path, files, "de")
    assert [(p.file, p.what) for p in found] == [("text/de", 'there is no folder of text for "de"')]


@pytest.mark.parametrize("relative", sorted(mini_content()))
def test_missing_file(tmp_path: Path, relative: str) -> None:
    resources = write_content(tmp_path)
    (resources / relative).unlink()
    with pytest.raises(ContentError) as caught:
        load_decision(resources, "mini", "en")
    stem = Path(relative).stem
    assert any(p.file == relative or stem in p.field + p.what for p in caught.value.problems)


@pytest.mark.parametrize("relative", sorted(mini_content()))
@pytest.mark.parametrize(
    ("damage", "what"),
    [
        (b"\xff\xfe\x00", "not UTF-8"),
        (b"= nothing\n", "not valid TOML"),
        (b"x = " + b"[" * 5000, "TOML"),
    ],
)
def test_damaged_file(tmp_path: Path, relative: str, damage: bytes, what: str) -> None:
    resources = write_content(tmp_path)
    path = resources / relative
    path.write_bytes(path.read_bytes() + damage)
    with pytest.raises(ContentError) as caught:
        load_decision(resources, "mini", "en")
    own = [p for p in caught.value.problems if p.file == relative]
    assert len(own) == 1
    assert what in own[0].what or "too deep" in own[0].what


def test_bad_toml_names_the_line(tmp_path: Path) -> None:
    resources = write_content(tmp_path)
    (resources / TEXT).write_text('title = "ok"\nquestion = \n', "utf-8")
    with pytest.raises(ContentError, match="line 2"):
        load_decision(resources, "mini", "en")


def test_other_content_is_never_opened(tmp_path: Path) -> None:
    resources = write_content(tmp_path)
    for folder in ("decisions", "treatments", "evidence", "text/en/evidence"):
        (resources / folder / "other.toml").write_bytes(b"\xff")
    assert load_decision(resources, "mini", "en").ref.id == "mini"


def test_a_treatment_says_other_words_and_figures_in_another_decision(tmp_path: Path) -> None:
    files = mini_content()
    files[DECISION.replace("mini", "other")] = {**files[DECISION], "id": "other"}
    files[TEXT.replace("mini", "other")] = files[TEXT]
    needle = files["treatments/needle.toml"]
    headache = next(harm for harm in needle["harms"] if harm["id"] == "headache")
    headache["figures"] = [{"decision": "other", "state": "no_figure"}]
    numb = next(harm for harm in needle["harms"] if harm["id"] == "numb")
    numb["only_in"] = ["other"]
    needle["harms"].append({**numb, "id": "numb-here", "only_in": ["mini"]})
    words = files["text/en/treatments/needle.toml"]
    words["harms"]["numb-here"] = words["harms"]["numb"]
    words["in"] = {"other": {"involves": "A needle in the neck.", "harms": {"weak": {"name": "W"}}}}
    figure = files[NEEDLE]["estimate"][0]
    figure["populations"] = [{"decision": "other", "population": "different"}]
    resources = write_content(tmp_path, files)
    here, there = (load_decision(resources, name, "en") for name in ("mini", "other"))
    harms = [{h.id: h for h in c.treatments["needle"].harms} for c in (here, there)]
    assert [found["headache"].state for found in harms] == ["estimate", "no_figure"]
    assert ["numb" in found for found in harms] == [False, True]
    assert ["numb-here" in found for found in harms] == [True, False]
    assert there.words("treatments.needle.involves") == "A needle in the neck."
    assert here.words("treatments.needle.involves").startswith("You lie down")
    assert there.words("treatments.needle.harms.weak.name") == "W"
    assert [key for key in here.text if ".in." in key or "needle.harms.numb." in key] == []
    matches = [c.estimates["needle-relief"].population for c in (here, there)]
    assert matches == ["same", "different"]
    assert here.ref.digest != there.ref.digest


def test_evidence_brings_the_files_it_needs(tmp_path: Path) -> None:
    files = mini_content()
    source = files[NEEDLE]["source"]
    files[NEEDLE] = {"needs": ["mini-sources"], **files[NEEDLE], "source": []}
    files["evidence/mini-sources.toml"] = {"needs": ["mini-needle"], "source": source}
    assert load_decision(write_content(tmp_path, files), "mini", "en").sources


@pytest.mark.parametrize("needs", ["mini-stretch", [5], ["../mini"], ["nowhere"]])
def test_what_evidence_needs_must_be_there(tmp_path: Path, needs: Any) -> None:
    files = mini_content()
    files[NEEDLE] = {"needs": needs, **files[NEEDLE]}
    found = problems(tmp_path, files)
    assert any(p.field == "needs" or p.file == "evidence/nowhere.toml" for p in found)
