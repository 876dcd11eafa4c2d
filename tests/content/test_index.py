"""The list of decisions: damaged ones are named and the others still work, without pydantic."""

from __future__ import annotations

import copy
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from sdm_aid.content.index import WHOLE_UP_TO, list_decisions
from tests.content.builders import Files, mini_content, write_content


def two(folder: Path) -> Path:
    files = mini_content()
    files["decisions/other.toml"] = {**copy.deepcopy(files["decisions/mini.toml"]), "id": "other"}
    other = {**files["text/en/decisions/mini.toml"], "title": "Another thing"}
    files["text/en/decisions/other.toml"] = other
    return write_content(folder, files)


def test_what_the_home_screen_shows(tmp_path: Path) -> None:
    entries = list_decisions(two(tmp_path), "en")
    assert [(e.id, e.title, e.things, e.problem) for e in entries] == [
        ("other", "Another thing", 3, None),
        ("mini", "Made-up leg pain", 3, None),
    ]
    assert entries[1].compiled == date(2026, 1, 10)
    assert entries[1].review_due == date(2027, 1, 10)
    assert entries[1].expires == date(2028, 1, 10)
    assert entries[1].reviewed == "not_reviewed"


@pytest.mark.parametrize(
    ("relative", "damage", "what"),
    [
        ("decisions/mini.toml", b"\xff", "not UTF-8"),
        ("decisions/mini.toml", b"= 5", "not valid TOML"),
        ("decisions/mini.toml", b"", "no language"),
        ("decisions/mini.toml", b'languages = ["en"]\n', "no date"),
        ("text/en/decisions/mini.toml", b"\xff", "not UTF-8"),
        ("text/en/decisions/mini.toml", b'question = "?"', "title is missing"),
    ],
)
def test_damaged_decision_is_named_and_the_others_work(
    tmp_path: Path, relative: str, damage: bytes, what: str
) -> None:
    resources = two(tmp_path)
    (resources / relative).write_bytes(damage)
    good, bad = list_decisions(resources, "en")
    assert (good.id, good.problem) == ("other", None)
    assert bad.id == "mini"
    assert bad.problem is not None
    assert bad.problem.file == relative
    assert what in bad.problem.what


def test_text_file_missing(tmp_path: Path) -> None:
    resources = two(tmp_path)
    (resources / "text/en/decisions/mini.toml").unlink()
    assert [entry.problem is None for entry in list_decisions(resources, "en")] == [True, False]


def test_damage_far_down_is_seen(tmp_path: Path) -> None:
    resources = two(tmp_path)
    path = resources / "decisions/mini.toml"
    path.write_text(path.read_text("utf-8") + "\n[[rows]\n", "utf-8")
    assert [entry.problem is None for entry in list_decisions(resources, "en")] == [True, False]


def test_language_not_offered_falls_back(tmp_path: Path) -> None:
    (entry,) = list_decisions(write_content(tmp_path), "de")
    assert (entry.title, entry.language, entry.problem) == ("Made-up leg pain", "en", None)


def test_no_folder_is_an_empty_list(tmp_path: Path) -> None:
    assert list_decisions(tmp_path / "nowhere", "en") == ()


def test_many_decisions_are_read_by_their_heads(tmp_path: Path) -> None:
    files: Files = mini_content()
    for n in range(WHOLE_UP_TO + 1):
        files[f"decisions/d{n}.toml"] = {**files["decisions/mini.toml"], "id": f"d{n}"}
        text = files["text/en/decisions/mini.toml"]
        files[f"text/en/decisions/d{n}.toml"] = {**text, "title": f"Number {n:02}"}
    resources = write_content(tmp_path, files)
    path = resources / "decisions/d3.toml"
    multiline = 'languages = [\n  "en",\n]'
    path.write_text(path.read_text("utf-8").replace('"languages" = ["en"]', multiline), "utf-8")
    entries = list_decisions(resources, "en")
    assert len(entries) == WHOLE_UP_TO + 2
    assert {(e.things, e.problem) for e in entries} == {(3, None)}


def test_pydantic_is_not_imported(tmp_path: Path) -> None:
    resources = write_content(tmp_path)
    code = (
        "import sys; from pathlib import Path; from sdm_aid.content.index import list_decisions;"
        f"e = list_decisions(Path({str(resources)!r}), 'en');"
        "assert len(e) == 1; assert 'pydantic' not in sys.modules"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
