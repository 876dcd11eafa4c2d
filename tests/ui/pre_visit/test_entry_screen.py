"""Typing in the sheet with digits, Tab and Enter alone; it shows and changes the visit itself."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit

from sdm_aid.domain.actions import PainRated
from sdm_aid.drawing.body_regions import REGIONS
from sdm_aid.ui.frame.visit import VisitFrame
from sdm_aid.ui.main_window import MainWindow
from sdm_aid.ui.pre_visit.entry_screen import EntryScreen
from tests.ui.pages.reach import nameless, one, press


def _open(window: MainWindow) -> EntryScreen:
    assert window.visit is not None
    window.visit.press("entry")
    return one(window, EntryScreen, "entry")


def _keys(screen: EntryScreen, keys: str) -> None:
    """Type on what has the focus; a line feed is Enter, a tab Tab."""
    for key in keys:
        field = screen.focusWidget()
        assert field is not None
        if key == "\n":
            QTest.keyClick(field, Qt.Key.Key_Return)
        elif key == "\t":
            QTest.keyClick(field, Qt.Key.Key_Tab)
        else:
            QTest.keyClicks(field, key)


def test_the_whole_sheet_is_typed_without_a_mouse(window: MainWindow, visit: VisitFrame) -> None:
    screen = _open(window)
    assert screen.focusWidget() is one(screen, QLineEdit, "entry-goals-picks")
    _keys(screen, "1\n3\n\nwalk to work\n")
    _keys(screen, "12\n44\n\n")
    _keys(screen, "6\n5\n8\n")
    _keys(screen, "2\t\t")
    you = visit.bridge.state.you
    assert you.goals == ("sleep", "work")
    assert you.goal_words == "walk to work"
    assert you.regions == (REGIONS[11].id, REGIONS[43].id)
    assert (you.pain_now, you.pain_average, you.pain_worst) == (6, 5, 8)
    assert you.qualities == ("shooting",)
    assert one(screen, QLabel, "entry-said-goals-picks").text() == "1 Sleep · 3 Work"
    assert visit.bridge.state.visited == ("start",)


def test_what_answers_nothing_is_said_and_kept_to_be_corrected(
    window: MainWindow, visit: VisitFrame
) -> None:
    screen = _open(window)
    _keys(screen, "99\n")
    field = one(screen, QLineEdit, "entry-goals-picks")
    assert "There is no 99 here" in screen.notice.sentence
    assert (field.text(), field.selectedText()) == ("99", "99")
    assert not visit.bridge.state.you.goals
    _keys(screen, "2\n")
    assert list(visit.bridge.state.you.goals) == ["walking"]
    assert screen.notice.sentence == ""


def test_the_screen_follows_the_visit_and_back_leads_to_it(
    window: MainWindow, visit: VisitFrame
) -> None:
    screen = _open(window)
    visit.bridge.dispatch(PainRated(which="now", score=4))
    assert one(screen, QLabel, "entry-said-pain-now").text() == "4"
    press(screen, "entry-undo")
    assert one(screen, QLabel, "entry-said-pain-now").text() == ""
    assert nameless(screen) == []
    visit.bridge.dispatch(PainRated(which="now", score=7))
    press(screen, "entry-leave")
    assert visit.isVisible()
    assert one(screen, QLabel, "entry-said-pain-now").text() == ""


def test_what_could_not_be_read_is_not_left_behind(window: MainWindow, visit: VisitFrame) -> None:
    screen = _open(window)
    field = one(screen, QLineEdit, "entry-pain-worst")
    field.setFocus()
    _keys(screen, "77")
    press(screen, "entry-leave")
    assert screen.isVisible()
    assert screen.focusWidget() is field
    assert "There is no 77 here" in screen.notice.sentence
    _keys(screen, "7")
    press(screen, "entry-leave")
    assert visit.isVisible()
    assert visit.bridge.state.you.pain_worst == 7


def test_a_fourth_that_matters_is_refused_with_the_visits_own_sentence(
    window: MainWindow, visit: VisitFrame
) -> None:
    screen = _open(window)
    field = one(screen, QLineEdit, "entry-matters-picks")
    field.setFocus()
    count = len(visit.context.content.decision.values)
    _keys(screen, " ".join(str(n) for n in range(1, count + 1)) + "\n")
    assert len(visit.bridge.state.matters.top) == min(3, count)
    assert ("three already" in screen.notice.sentence) == (count > 3)
