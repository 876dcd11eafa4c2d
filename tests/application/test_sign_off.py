"""A sign-off belongs to what was read: any change takes it away, and marks what changed."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sdm_aid.application.content_review import review_page
from sdm_aid.application.sign_off import (
    FOLDER,
    UnfitName,
    UnreadableSignOff,
    last_sign_off,
    sign_off,
    standing_sign_off,
    standing_sign_offs,
)
from sdm_aid.domain.library import DecisionContent
from tests.content.builders import Files, mini_content, mini_decision

TODAY = date(2026, 11, 28)


def signed(folder: Path, content: DecisionContent) -> None:
    sign_off(folder, content, review_page(content), "Dr A. Okafor", "Pain physician", TODAY)


def changed(folder: Path, change: Any) -> DecisionContent:
    files = mini_content()
    change(files)
    return mini_decision(folder, files)


def test_it_is_kept_and_holds_for_the_content_that_was_read(tmp_path: Path) -> None:
    content = mini_decision(tmp_path / "a")
    assert standing_sign_off(tmp_path, content) is None
    signed(tmp_path, content)
    standing = standing_sign_off(tmp_path, content)
    assert standing is not None
    assert (standing.name, standing.role, standing.on) == ("Dr A. Okafor", "Pain physician", TODAY)
    assert standing.holds_for(content.ref.digest)


def a_word(files: Files) -> None:
    files["text/en/treatments/needle.toml"]["expect"] = "You may be sore at last."


def a_number(files: Files) -> None:
    files["evidence/mini-needle.toml"]["estimate"][0]["control"]["value"] = 44


def a_cell(files: Files) -> None:
    files["decisions/mini.toml"]["rows"][1]["cells"][1] = {
        "option": "B",
        "state": "not_applicable",
    }


def a_date(files: Files) -> None:
    files["decisions/mini.toml"]["expires"] = date(2028, 1, 11)


def the_quick_path(files: Files) -> None:
    files["decisions/mini.toml"]["rows"][0]["quick"] = False


@pytest.mark.parametrize("change", [a_word, a_number, a_cell, a_date, the_quick_path])
def test_any_change_of_the_content_takes_it_away_and_is_marked(tmp_path: Path, change: Any) -> None:
    signed(tmp_path, mini_decision(tmp_path / "a"))
    other = changed(tmp_path / "b", change)
    assert standing_sign_off(tmp_path, other) is None
    last = last_sign_off(tmp_path, "mini", "en")
    assert last is not None
    page = review_page(other, last.lines)
    marked = [line for part in page.sections for line in part.lines if line.change != "same"]
    assert page.changes == len(marked) > 0
    assert "decision.digest" not in {line.place for line in marked}  # tells nobody what to read
    assert any(line.before and line.before != line.words for line in marked)


def test_an_unchanged_page_has_no_marks(tmp_path: Path) -> None:
    content = mini_decision(tmp_path / "a")
    assert review_page(content, review_page(content).lines()).changes == 0


def test_what_is_gone_is_told_with_its_words(tmp_path: Path) -> None:
    content = mini_decision(tmp_path / "a")
    before = {**review_page(content).lines(), "text.gone": "Words that were there."}
    last = review_page(content, before).sections[-1].lines[0]
    assert (last.change, last.before) == ("gone", "Words that were there.")


def test_the_page_holds_every_text_figure_and_source(tmp_path: Path) -> None:
    content = mini_decision(tmp_path / "a")
    page = review_page(content)
    whole = " ".join(page.lines().values())
    prose = [words for words in content.text.values() if "{" not in words]
    assert [words for words in prose if words not in whole] == []
    assert [item.quote for item in content.estimates.values() if item.quote not in whole] == []
    titles = [source.title.rstrip(".") for source in content.sources.values()]
    assert [title for title in titles if title not in whole] == []


def test_a_second_sign_off_keeps_who_signed_before(tmp_path: Path) -> None:
    content = mini_decision(tmp_path / "a")
    signed(tmp_path, content)
    page = review_page(content)
    sign_off(tmp_path, content, page, "Dr B. Lind", "Physiotherapist", date(2027, 1, 2))
    last = last_sign_off(tmp_path, "mini", "en")
    assert last is not None
    assert last.name == "Dr B. Lind"
    kept = (tmp_path / FOLDER / "mini.en.json").read_text("utf-8")
    assert "Dr A. Okafor" in kept


@pytest.mark.parametrize(("name", "role"), [("", "Pain physician"), ("Dr A. Okafor", "  ")])
def test_nobody_signs_without_name_and_role(tmp_path: Path, name: str, role: str) -> None:
    content = mini_decision(tmp_path / "a")
    with pytest.raises(ValueError, match="name and a role"):
        sign_off(tmp_path, content, review_page(content), name, role, TODAY)
    assert not (tmp_path / FOLDER).exists()


@pytest.mark.parametrize("damage", ["", "[]", "{", '{"form": "x", "sign_offs": []}', "[" * 20_000])
def test_a_damaged_file_is_no_sign_off_and_is_not_written_over(tmp_path: Path, damage: str) -> None:
    content = mini_decision(tmp_path / "a")
    path = tmp_path / FOLDER / "mini.en.json"
    path.parent.mkdir()
    path.write_text(damage, encoding="utf-8")
    assert standing_sign_off(tmp_path, content) is None
    with pytest.raises(UnreadableSignOff, match=r"mini\.en\.json"):
        signed(tmp_path, content)
    assert path.read_text("utf-8") == damage


def test_the_home_screen_asks_only_for_what_has_a_file(tmp_path: Path) -> None:
    content = mini_decision(tmp_path / "a")
    resources = tmp_path / "a" / "resources"
    assert standing_sign_offs(resources, tmp_path, ("mini", "other"), "en") == {}
    signed(tmp_path, content)
    assert list(standing_sign_offs(resources, tmp_path, ("mini", "other"), "en")) == ["mini"]
    next((resources / "treatments").glob("*.toml")).unlink()
    assert standing_sign_offs(resources, tmp_path, ("mini",), "en") == {}


def written(folder: Path, **changes: Any) -> Path:
    """The file of a sound sign-off, with some of its fields written over by somebody else."""
    path = folder / FOLDER / "mini.en.json"
    form = json.loads(path.read_bytes())
    form["sign_offs"][-1] |= changes
    path.write_text(json.dumps(form), encoding="ascii")
    return path


@pytest.mark.parametrize(
    "name",
    [
        "   ",
        "Dr A\ud800",
        "Dr\nA. Okafor",
        " Dr A. Okafor",
        "\u200b",
        "\u2800",
        "\u202eevil",
        "A" * 201,
    ],
)
def test_a_name_the_program_would_not_have_written_is_none(tmp_path: Path, name: str) -> None:
    content = mini_decision(tmp_path / "a")
    signed(tmp_path, content)
    path = written(tmp_path, name=name)
    before = path.read_bytes()
    assert standing_sign_off(tmp_path, content) is None
    assert standing_sign_offs(tmp_path / "a" / "resources", tmp_path, ("mini",), "en") == {}
    with pytest.raises(UnreadableSignOff):
        signed(tmp_path, content)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("\u738b\u533b\u751f", "\u738b"),
        ("Dr \U0001f600", "\U0001f600"),
        ("\u200b", "can be read"),
        ("\u2800", "can be read"),
        ("\u3164", "can be read"),
        ("...", "can be read"),
        ("A" * 201, "200 letters"),
    ],
)
def test_a_name_that_no_plan_can_print_is_refused(tmp_path: Path, name: str, why: str) -> None:
    content = mini_decision(tmp_path / "a")
    page = review_page(content)
    for typed in ((name, "Pain physician"), ("Dr A. Okafor", name)):
        with pytest.raises(UnfitName, match=why):
            sign_off(tmp_path, content, page, *typed, TODAY)
    assert not (tmp_path / FOLDER).exists()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Dr  A.\tOkafor ", "Dr A. Okafor"),
        ("Jose\u0301 N\u00fa\u00f1ez", "Jos\u00e9 N\u00fa\u00f1ez"),
        ("\u202eDr Evil\ud800", "Dr Evil"),
        ("\u05d3\u05f4\u05e8 \u05db\u05d4\u05df", "\u05d3\u05f4\u05e8 \u05db\u05d4\u05df"),
    ],
)
def test_a_name_is_kept_clean_and_holds(tmp_path: Path, typed: str, kept: str) -> None:
    content = mini_decision(tmp_path / "a")
    sign_off(tmp_path, content, review_page(content), typed, "Pain physician", TODAY)
    standing = standing_sign_off(tmp_path, content)
    assert standing is not None
    assert standing.name == kept


def test_a_folder_that_may_not_be_searched_holds_no_sign_off(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = mini_decision(tmp_path / "a")
    signed(tmp_path, content)
    stat = Path.stat

    def closed(path: Path, **given: Any) -> Any:  # what the system says to all but root
        if path.parent.name == FOLDER:
            raise PermissionError(13, "Permission denied", str(path))
        return stat(path, **given)

    monkeypatch.setattr(Path, "stat", closed)
    assert standing_sign_offs(tmp_path / "a" / "resources", tmp_path, ("mini",), "en") == {}
    assert standing_sign_off(tmp_path, content) is None
