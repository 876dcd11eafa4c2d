"""The frame of a visit: steps in any order, skip, quick path, undo, questions, break, drawer."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from sdm_aid.application.start_visit import OpenedVisit
from sdm_aid.application.visit_file import from_json
from sdm_aid.domain.actions import (
    OptionUnsuitable,
    PatientNamed,
    Sealed,
    StonesPut,
    TextWritten,
)
from sdm_aid.domain.room import Patient
from sdm_aid.domain.signing import Seal
from sdm_aid.domain.steps import STEPS
from sdm_aid.ui.frame.visit import VisitFrame
from sdm_aid.ui.main_window import MainWindow
from sdm_aid.ui.navigator import QUICK_STEPS
from tests.domain.visits import NOON
from tests.full_visit import a_session, the_content
from tests.ui.pages.test_start import one, press


def key(visit: VisitFrame, code: Qt.Key, control: bool = True) -> None:
    modifier = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(visit.window().focusWidget() or visit, code, modifier)


@pytest.fixture
def quiet(visit: VisitFrame) -> VisitFrame:
    """The visit on the understand page, where no text field has the focus."""
    visit.window().activateWindow()
    visit.navigator.go("understand")
    return visit


def test_primary_names_the_next_step_and_goes_there(visit: VisitFrame) -> None:
    visit.navigator.go("understand")
    assert visit.footer.primary.text() == "Compare"
    press(visit, "footer-back")
    assert visit.navigator.current == "you"
    assert visit.bridge.state.step == "you"
    assert visit.bridge.state.visited == ("start", "understand", "you")


def test_skip_is_written_down_and_coming_back_takes_it_off(visit: VisitFrame) -> None:
    visit.navigator.go("understand")
    visit.navigator.page_of("compare")
    press(visit, "footer-skip")
    assert "understand" in visit.bridge.state.skipped
    assert visit.navigator.current == "compare"
    visit.navigator.go("understand")
    assert "understand" not in visit.bridge.state.skipped


def test_start_has_no_back_and_cannot_be_skipped(visit: VisitFrame) -> None:
    assert visit.footer.back.isHidden()
    assert visit.footer.skip.isHidden()


def test_quick_goes_to_compare_and_full_brings_everything_back(visit: VisitFrame) -> None:
    visit.bridge.dispatch(TextWritten(field="aim", words="walk"))
    press(visit, "footer-quick")
    assert visit.navigator.order() == QUICK_STEPS
    assert visit.navigator.current == "compare"
    assert visit.navigator.previous_step() == "start"
    press(visit, "footer-full")
    assert visit.navigator.order() == STEPS
    assert visit.navigator.previous_step() == "understand"
    assert visit.bridge.state.aim == "walk"


def test_every_step_can_be_chosen_from_the_bar(visit: VisitFrame) -> None:
    press(visit, "step-tick-2")
    assert visit.navigator.current == "understand"
    press(visit, "step-tick-0")
    assert visit.navigator.current == "start"


def test_typed_words_are_kept_when_the_step_changes(visit: VisitFrame) -> None:
    QTest.keyClicks(one(visit, QLineEdit, "aim"), "walk to work")
    visit.navigator.go("understand")
    assert visit.bridge.state.aim == "walk to work"


def test_undo_and_redo_by_button_and_keys(quiet: VisitFrame) -> None:
    assert not quiet.footer.undo.isEnabled()
    quiet.bridge.dispatch(OptionUnsuitable(option="B", reason="too far"))
    assert quiet.footer.undo.isEnabled()
    press(quiet, "footer-undo")
    assert quiet.bridge.state.not_suitable == ()
    quiet.press("redo")
    assert len(quiet.bridge.state.not_suitable) == 1


def test_a_refusal_is_one_plain_sentence(visit: VisitFrame) -> None:
    row = visit.context.content.decision.values[0].id
    visit.bridge.dispatch(StonesPut(row=row, count=10))
    visit.bridge.dispatch(StonesPut(row="own-1", count=1))
    assert "ten stones" in visit.notice.sentence.lower()
    press(visit, "notice-close")
    assert visit.notice.isHidden()


def test_a_question_is_kept_with_its_step_and_answer(visit: VisitFrame) -> None:
    visit.navigator.go("understand")
    press(visit, "footer-question")
    assert visit.questions.isVisible()
    QTest.keyClicks(one(visit, QPlainTextEdit, "question-new"), "Can I drive?")
    press(visit, "question-add")
    asked = visit.bridge.state.questions
    assert [(q.text, q.step) for q in asked] == [("Can I drive?", "understand")]
    QTest.keyClicks(one(visit, QPlainTextEdit, "answer-q1"), "Not today")
    visit.close_panels()
    assert visit.bridge.state.questions[0].answer == "Not today"
    assert visit.questions.isHidden()


def test_a_question_half_typed_is_kept_when_the_panel_closes(visit: VisitFrame) -> None:
    press(visit, "footer-question")
    QTest.keyClicks(one(visit, QPlainTextEdit, "question-new"), "Will it hurt?")
    visit.press("escape")
    assert [q.text for q in visit.bridge.state.questions] == ["Will it hurt?"]


def test_a_question_can_be_removed(visit: VisitFrame) -> None:
    press(visit, "footer-question")
    QTest.keyClicks(one(visit, QPlainTextEdit, "question-new"), "Why?")
    press(visit, "question-add")
    press(visit, "remove-q1")
    assert visit.bridge.state.questions == ()


def test_a_break_covers_with_kind_words_and_is_counted(
    window: MainWindow, visit: VisitFrame
) -> None:
    press(visit, "footer-break")
    assert visit.bridge.state.breaks == 1
    assert window.layers.covered
    assert "all the time you need" in one(window, QLabel, "cover-words").text()
    assert not visit.isVisible()
    press(window, "cover-button")
    assert visit.isVisible()


def test_the_cover_hides_everything_and_keeps_the_page(
    window: MainWindow, visit: VisitFrame
) -> None:
    visit.bridge.dispatch(PatientNamed(patient=Patient(name="Maria Rossi")))
    visit.press("cover")
    shown = [w for w in window.findChildren(QLabel) if w.isVisible()]
    assert not any("Maria" in label.text() for label in shown)
    assert not any(field.isVisible() for field in window.findChildren(QLineEdit))
    assert "Maria" not in window.windowTitle()
    window.set_cover(False)
    assert visit.navigator.current == "start"


def test_the_drawer_opens_only_by_its_button(visit: VisitFrame) -> None:
    assert visit.drawer.isHidden()
    press(visit, "sign-numb-seat-yes")
    assert visit.drawer.isHidden()
    press(visit, "header-drawer")
    assert visit.drawer.isVisible()
    said = [label.text() for label in visit.drawer.findChildren(QLabel)]
    assert visit.context.content.words("red_flags.numb-seat") in said
    assert any("urgent pathway" in text for text in said)
    press(visit, "header-drawer")
    assert visit.drawer.isHidden()


def test_the_drawer_takes_a_concern_about_capacity(visit: VisitFrame) -> None:
    press(visit, "header-drawer")
    QTest.keyClicks(one(visit, QPlainTextEdit, "capacity-concern"), "muddled today")
    visit.press("escape")
    assert visit.bridge.state.capacity_concern == "muddled today"
    assert not visit.header.drawer.isChecked()


def test_the_drawer_lists_what_was_done_in_plain_words(visit: VisitFrame) -> None:
    press(visit, "signs-none")
    press(visit, "header-drawer")
    history = one(visit, QWidget, "drawer-history")
    assert any("none of these" in label.text() for label in history.findChildren(QLabel))


def test_a_sealed_visit_can_be_walked_through(window: MainWindow) -> None:
    seal = Seal(at=NOON, sha256="0" * 64, file_name="plan.pdf")
    window.show_visit(OpenedVisit(a_session(Sealed(seal=seal)), the_content()))
    visit = window.visit
    assert visit is not None
    visit.navigator.go("understand")
    assert visit.navigator.current == "understand"
    assert visit.notice.isHidden()
    press(visit, "option-B-mark")
    QTest.keyClicks(one(visit, QPlainTextEdit, "option-B-because"), "late")
    visit.navigator.commit()
    assert "sealed" in visit.notice.sentence


@pytest.mark.parametrize("scale", [100, 150, 200])
@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080)])
def test_nothing_is_cut_off_sideways(
    window: MainWindow, visit: VisitFrame, scale: int, size: tuple[int, int], qapp: QApplication
) -> None:
    window.appearance.keep(window.appearance.settings.with_text_scale(scale))
    window.resize(*size)
    for step in ("start", "understand"):
        visit.navigator.go(step)
        qapp.processEvents()
        assert (window.width(), window.height()) == size
        area = one(visit, QScrollArea, f"area-{step}")
        body = area.widget()
        assert body is not None
        assert body.width() <= area.viewport().width()
        for bar in (visit.header, visit.footer):
            assert bar.childrenRect().right() <= bar.width()
        for button in visit.findChildren(QPushButton):
            if button.isVisible():
                assert button.width() >= button.minimumSizeHint().width(), button.objectName()


def test_at_200_percent_the_steps_become_one_named_button(
    window: MainWindow, visit: VisitFrame, qapp: QApplication
) -> None:
    window.appearance.keep(window.appearance.settings.with_text_scale(200))
    visit.navigator.go("understand")
    qapp.processEvents()
    assert visit.header.step_menu.isVisible()
    assert visit.header.step_menu.text() == "Step 3 of 8: Understand"
    actions = visit.header.step_menu.menu().actions()
    actions[0].trigger()
    assert visit.navigator.current == "start"


def test_text_size_keeps_the_page(window: MainWindow, visit: VisitFrame) -> None:
    visit.navigator.go("understand")
    press(visit, "header-bigger")
    assert window.appearance.settings.text_scale == 115
    assert visit.navigator.current == "understand"
    visit.press("usual")
    assert window.appearance.settings.text_scale == 100


def test_one_language_says_so(visit: VisitFrame) -> None:
    press(visit, "header-language")
    assert "one language" in visit.notice.sentence


def test_saving_writes_a_file_that_reads_back(visit: VisitFrame, tmp_path: Path) -> None:
    assert visit.footer.status.text() == "Not saved to a file"
    visit.saver.save_to(tmp_path / "visit.json")
    assert visit.footer.status.text() == "Saved 12:00"
    visit.navigator.go("understand")
    kept = from_json((tmp_path / "visit.json").read_bytes())
    assert kept.state == visit.bridge.state


def test_a_folder_that_cannot_be_written_is_one_sentence(visit: VisitFrame, tmp_path: Path) -> None:
    visit.saver.save_to(tmp_path / "missing" / "visit.json")
    assert "could not be written to visit.json" in visit.notice.sentence


def test_closing_an_unsaved_visit_asks_first(
    window: MainWindow, visit: VisitFrame, qtbot: QtBot
) -> None:
    press(visit, "signs-none")
    visit.press("home")
    assert visit.leaving.panel.isVisible()
    press(visit, "leave-stay")
    assert window.visit is visit
    assert not window.close()
    with qtbot.waitSignal(visit.close_asked):
        press(visit, "leave-drop")
    assert window.visit is None
    assert window.home.isVisible()
