"""What a sign-off leads to on the screens: no stale words, no unseen change, names that fit."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit, QWidget

from sdm_aid.ui.about import About
from sdm_aid.ui.main_window import MainWindow
from sdm_aid.ui.review_screen import ReviewScreen
from tests.domain.visits import NOON
from tests.ui.frame.test_governance import home_words, read_and_sign
from tests.ui.frame.test_window import words
from tests.ui.pages.test_start import one, press

BY = "Signed off by Dr A. Okafor, Pain physician, on 21 Nov 2026."


def file_of(window: MainWindow) -> Path:
    """Where the sign-offs of the made-up decision are kept."""
    return window.folder / "sign-offs" / "mini.en.json"


def review(window: MainWindow) -> ReviewScreen:
    """The page to read before a sign-off, opened anew."""
    window.show_screen("review/mini")
    return window.findChildren(ReviewScreen)[-1]


def about(window: MainWindow) -> str:
    """Everything About says, opened anew."""
    window.show_screen("about")
    return words(window.findChildren(About)[-1])


def change(window: MainWindow, file: str, pattern: str, new: str) -> None:
    """Write over the first thing in a content file that looks like ``pattern``."""
    path = window.resources / file
    text, count = re.subn(pattern, new, path.read_text("utf-8"), count=1)
    assert count == 1
    path.write_text(text, encoding="utf-8")


def sign_as(window: MainWindow, name: str) -> ReviewScreen:
    """Type a name, tick and press."""
    screen = review(window)
    one(screen, QLineEdit, "review-name").setText(name)
    role = one(screen, QLineEdit, "review-role")
    role.clear()
    QTest.keyClicks(role, "Pain physician")
    one(screen, QCheckBox, "review-read").click()
    screen.sign.click()
    return screen


def test_back_and_back_again_home_knows_of_the_sign_off(window: MainWindow) -> None:
    read_and_sign(window)
    press(window, "review-content")
    press(window, "content-back")
    assert window.home.isVisibleTo(window)
    assert BY in home_words(window)


def test_about_says_not_done_only_where_it_was_not(window: MainWindow) -> None:
    title = window.home.entries[0].title
    assert f"Review of the content by a clinician: not done for {title}." in about(window)
    read_and_sign(window)
    said = about(window)
    assert BY in said
    assert "Review of the content by a clinician" not in said


def test_home_forgets_sign_offs_that_are_no_longer_there(window: MainWindow) -> None:
    read_and_sign(window)
    file_of(window).unlink()
    file_of(window).parent.rmdir()
    window.show_home()
    assert "not yet reviewed" in home_words(window)
    assert "not yet reviewed" in window.home.review_of("mini")


def test_home_forgets_them_when_they_cannot_be_looked_for(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_and_sign(window)
    window.show_home()
    assert BY in home_words(window)

    def fails(*_given: object) -> None:
        raise RuntimeError("made up")

    monkeypatch.setattr("sdm_aid.application.sign_off.standing_sign_offs", fails)
    with pytest.raises(RuntimeError):
        window.home.refresh()
    assert "not yet reviewed" in home_words(window)


def test_an_inverted_row_is_marked_in_words(window: MainWindow) -> None:
    read_and_sign(window)
    change(window, "decisions/mini.toml", '"better" = "higher"', '"better" = "lower"')
    screen = review(window)
    assert "1 line has changed since" in screen.state.text()
    sheet = screen.sheet.toPlainText()
    assert sheet.count("CHANGED since the last sign-off") == 1
    changed = sheet[sheet.index("CHANGED since") :]
    assert "less is better" in changed.split("Before:")[0]
    assert "more is better" in changed.split("Before:")[1].split("\n")[0]


def test_a_change_that_no_line_shows_is_said_plainly(window: MainWindow) -> None:
    read_and_sign(window)
    form = json.loads(file_of(window).read_bytes())
    form["sign_offs"][-1]["digest"] = "0" * 64
    file_of(window).write_text(json.dumps(form), encoding="utf-8")
    screen = review(window)
    assert "Something changed that this page does not show" in screen.state.text()
    assert "Read it all again." in screen.state.text()


def test_after_signing_again_no_mark_is_left(window: MainWindow) -> None:
    read_and_sign(window)
    change(window, "text/en/decisions/mini.toml", "Made up for tests", "Made up again")
    assert "CHANGED since" in review(window).sheet.toPlainText()
    screen = sign_as(window, "Dr A. Okafor")
    sheet = screen.sheet.toPlainText()
    assert "Made up again" in sheet
    assert "since the last sign-off" not in sheet
    assert review(window).sheet.toPlainText() == sheet


def test_a_sign_off_that_holds_has_no_marks_on_a_page_laid_out_anew(window: MainWindow) -> None:
    read_and_sign(window)
    form = json.loads(file_of(window).read_bytes())
    form["sign_offs"][-1]["lines"] = {"text.title": "As an older program laid it out"}
    file_of(window).write_text(json.dumps(form), encoding="utf-8")
    screen = review(window)
    assert screen.state.text() == BY
    assert "since the last sign-off" not in screen.sheet.toPlainText()


def test_the_lines_counted_are_the_lines_that_stand_there(window: MainWindow) -> None:
    screen = review(window)
    blocks = screen.sheet.document().blockCount()
    headings = screen.sheet.toHtml().count("<h3")
    assert screen.status.text() == f"{blocks - headings} lines to read."


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("\u738b\u533b\u751f", "cannot be printed on a plan: \u738b"),
        ("Dr \U0001f600", "cannot be printed on a plan"),
        ("\u2800", "can be read"),
    ],
)
def test_a_name_that_cannot_stand_on_a_plan_is_refused_in_a_sentence(
    window: MainWindow, name: str, sentence: str
) -> None:
    screen = sign_as(window, name)
    assert sentence in screen.notice.sentence
    assert "not yet reviewed" in screen.state.text()
    assert not file_of(window).exists()


def test_half_a_character_in_the_file_is_damage_and_said_so(window: MainWindow) -> None:
    read_and_sign(window)
    raw = file_of(window).read_bytes()
    damaged = raw.replace(b'"Dr A. Okafor"', b'"Dr A\\ud800"')
    assert damaged != raw
    file_of(window).write_bytes(damaged)
    window.show_home()
    assert "not yet reviewed" in home_words(window)
    press(window, "decision-mini")
    assert window.visit is not None
    assert window.visit.bridge.state.sign_off is None
    screen = review(window)
    assert "mini.en.json is damaged" in screen.notice.sentence
    assert file_of(window).read_bytes() == damaged


def test_a_file_damaged_while_it_is_read_is_not_written_over(window: MainWindow) -> None:
    read_and_sign(window)
    screen = review(window)
    file_of(window).write_bytes(b"{")
    one(screen, QLineEdit, "review-role").setText("Pain physician")
    one(screen, QCheckBox, "review-read").click()
    screen.sign.click()
    assert "mini.en.json is damaged" in screen.notice.sentence
    assert file_of(window).read_bytes() == b"{"


def test_a_long_name_without_spaces_is_not_cut_on_the_card(window: MainWindow) -> None:
    sign_as(window, "N" * 200)
    window.show_home()
    QApplication.processEvents()
    card = window.home.cards.first()
    assert card is not None
    soft = next(found for found in card.findChildren(QLabel) if "Signed off" in found.text())
    assert soft.text().replace("\u200b", "").count("N" * 200) == 1
    room = soft.fontMetrics().boundingRect(
        soft.contentsRect(), int(soft.alignment()) | 0x1000, soft.text()
    )
    assert room.width() <= soft.width()
    assert room.height() <= soft.height()


def test_a_name_that_runs_right_to_left_stands_on_its_own(window: MainWindow) -> None:
    name = "\u05d3\u05f4\u05e8 \u05db\u05d4\u05df"
    assert f"\u2068{name}\u2069, Pain physician" in sign_as(window, name).state.text()


def test_past_its_day_the_card_says_both_who_signed_and_since_when(
    make_window: Callable[[], MainWindow], monkeypatch: pytest.MonkeyPatch
) -> None:
    later = datetime(2027, 6, 1, 12, tzinfo=NOON.tzinfo)
    monkeypatch.setattr("tests.ui.frame.conftest._noon", lambda: later)
    window = make_window()
    said = home_words(window)
    assert "not yet reviewed" in said
    assert "due for another look since 10 Jan 2027" in said
    read_and_sign(window)
    window.show_home()
    said = home_words(window)
    assert "Signed off by Dr A. Okafor" in said
    assert "due for another look since" in said


def test_what_was_looked_for_is_forgotten_with_the_visit(window: MainWindow) -> None:
    for number in range(21):
        for folder in ("decisions", "text/en/decisions"):
            source = (window.resources / folder / "mini.toml").read_text("utf-8")
            copy = window.resources / folder / f"copy-{number:02d}.toml"
            copy.write_text(source.replace('id = "mini"', f'id = "copy-{number:02d}"', 1), "utf-8")
    window.show_home()
    find = one(window, QLineEdit, "decisions-find")
    QTest.keyClicks(find, "nothing is called so")
    find.editingFinished.emit()
    assert window.home.cards.first() is None
    QTest.keyClicks(find, " either")  # not handed over yet
    window.show_screen("settings")
    press(window, "settings-back")
    assert find.text() == ""
    assert window.home.cards.first() is not None
    assert len(window.home.cards.findChildren(QWidget, "decision-mini")) == 1
