"""Reading and signing a decision off, the band, and the way past the last day of content."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit, QPushButton, QWidget

from sdm_aid.application.start_visit import read_visit, visit_bytes
from sdm_aid.ui.content_screen import ContentScreen
from sdm_aid.ui.main_window import MainWindow
from sdm_aid.ui.review_screen import ReviewScreen
from tests.domain.visits import NOON
from tests.ui.frame.test_window import words
from tests.ui.pages.test_start import one, press

DUE = datetime(2027, 6, 1, 12, tzinfo=NOON.tzinfo)
EXPIRED = datetime(2028, 6, 1, 12, tzinfo=NOON.tzinfo)


@pytest.fixture
def window_on(
    make_window: Callable[[], MainWindow], monkeypatch: pytest.MonkeyPatch
) -> Callable[[datetime], MainWindow]:
    """The window on another day."""

    def make(day: datetime) -> MainWindow:
        monkeypatch.setattr("tests.ui.frame.conftest._noon", lambda: day)
        return make_window()

    return make


def read_and_sign(window: MainWindow) -> QWidget:
    """Through the Content screen to a sign-off, by clicks and keys."""
    press(window, "home-content")
    press(window, "content-review-mini")
    screen = one(window, QWidget, "review")
    role = one(screen, QLineEdit, "review-role")
    role.clear()
    QTest.keyClicks(role, "Pain physician")
    assert not one(screen, QPushButton, "review-sign").isEnabled()
    one(screen, QCheckBox, "review-read").click()
    press(window, "review-sign")
    return screen


def home_words(window: MainWindow) -> str:
    """What stands on the first card of the home screen."""
    card = window.home.cards.first()
    assert card is not None
    return words(card)


def test_a_decision_is_read_signed_off_and_shown_as_such_everywhere(window: MainWindow) -> None:
    screen = read_and_sign(window)
    by = "Signed off by Dr A. Okafor, Pain physician, on 21 Nov 2026."
    assert one(screen, QLabel, "review-state").text() == by
    press(window, "review-content")
    assert by in words(window.findChildren(ContentScreen)[-1])
    window.show_home()
    assert by in home_words(window)
    press(window, "decision-mini")
    assert window.visit is not None
    state = window.visit.bridge.state
    assert state.sign_off is not None
    assert state.sign_off.holds_for(state.content.digest)


def test_changed_content_is_unsigned_and_the_change_is_marked(window: MainWindow) -> None:
    read_and_sign(window)
    path = window.resources / "text/en/decisions/mini.toml"
    path.write_text(path.read_text("utf-8").replace("Made up for tests", "Made up again"), "utf-8")
    window.show_home()
    assert "not yet reviewed" in home_words(window)
    window.show_screen("review/mini")
    screen = window.findChildren(ReviewScreen)[-1]
    assert "not signed off" in screen.state.text()
    sheet = screen.sheet.toPlainText()
    assert "CHANGED since the last sign-off" in sheet
    assert "Before: Made up for tests." in sheet


def test_a_damaged_file_of_sign_offs_is_a_sentence(window: MainWindow) -> None:
    read_and_sign(window)
    (window.folder / "sign-offs" / "mini.en.json").write_text("{", encoding="utf-8")
    window.show_screen("review/mini")
    screen = window.findChildren(ReviewScreen)[-1]
    assert "mini.en.json is damaged" in screen.notice.sentence
    assert not screen.form.isVisibleTo(screen)


def test_a_folder_that_cannot_be_written_is_a_sentence(window: MainWindow) -> None:
    (window.folder / "sign-offs").write_text("in the way", encoding="utf-8")
    screen = read_and_sign(window)
    assert isinstance(screen, ReviewScreen)
    assert "could not be written" in screen.notice.sentence
    assert "not yet reviewed" in screen.state.text()


def test_current_content_has_no_band(window: MainWindow) -> None:
    press(window, "decision-mini")
    assert not one(window, QWidget, "content-band").isVisibleTo(window)


def test_past_review_due_a_band_stays_on_every_step(
    window_on: Callable[[datetime], MainWindow],
) -> None:
    window = window_on(DUE)
    assert "due for another look" in home_words(window)
    press(window, "decision-mini")
    band = one(window, QWidget, "content-band")
    assert "due for another look on 10 Jan 2027" in words(band)
    assert window.visit is not None
    window.visit.navigator.go("compare")
    QApplication.processEvents()
    assert band.isVisibleTo(window)


def test_past_expiry_it_opens_only_with_a_name_and_a_reason(
    window_on: Callable[[datetime], MainWindow],
) -> None:
    window = window_on(EXPIRED)
    press(window, "decision-mini")
    assert window.visit is None
    assert not one(window, QPushButton, "expired-open").isEnabled()
    QTest.keyClicks(one(window, QLineEdit, "expired-reason"), "No newer content yet")
    press(window, "expired-open")
    assert window.visit is not None
    used = window.visit.bridge.state.expired_use
    assert used is not None
    assert (used.name, used.reason) == ("Dr A. Okafor", "No newer content yet")
    assert "out of date" in words(one(window, QWidget, "content-band"))
    assert not window.visit.bridge.session.can_undo


def test_back_from_out_of_date_content_leads_home(
    window_on: Callable[[datetime], MainWindow],
) -> None:
    window = window_on(EXPIRED)
    press(window, "decision-mini")
    press(window, "expired-back")
    assert window.visit is None
    assert window.home.isVisibleTo(window)


def test_a_saved_visit_asks_again_only_when_nobody_took_it_on(
    window_on: Callable[[datetime], MainWindow], tmp_path_factory: pytest.TempPathFactory
) -> None:
    window = window_on(EXPIRED)
    press(window, "decision-mini")
    QTest.keyClicks(one(window, QLineEdit, "expired-reason"), "No newer content yet")
    press(window, "expired-open")
    assert window.visit is not None
    path = tmp_path_factory.mktemp("kept") / "visit.json"
    path.write_bytes(visit_bytes(window.visit.bridge.session))
    assert read_visit(path).state.expired_use is not None
    window.show_home()
    window.opener.visit_file(path, window.appearance.settings)
    assert window.visit is not None


def test_the_day_itself_still_counts(window_on: Callable[[datetime], MainWindow]) -> None:
    window = window_on(datetime(2028, 1, 10, 12, tzinfo=NOON.tzinfo))
    press(window, "decision-mini")
    assert window.visit is not None
