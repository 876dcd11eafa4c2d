"""A sign-off belongs to what was read: any change takes it away, and marks what changed."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sdm_aid.application.content_review import review_page
from sdm_aid.application.sign_off import (
    FOLDER,
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
    assert page.changes == len(marked) > 1  # the fingerprint and what was changed
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
