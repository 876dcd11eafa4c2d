"""Reading a visit's history, with clicks on a real record."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from sdm_aid.domain import actions as a
from sdm_aid.paths import resources_dir
from sdm_aid.records import erasure, visits
from sdm_aid.ui.jobs import InlineJobs, PoolJobs
from sdm_aid.ui.record.patients.history_screen import HistoryScreen
from tests.kept_clinic import KeptClinic
from tests.ui.record.patients.conftest import Press, Show

SAID = (
    a.StepEntered(step="you"),
    a.PainRated(which="now", score=6),
    a.StonesPut(row="less-pain-soon", count=3),
    a.QuestionAsked(id="q1", step="you", text="<b>Why?</b> & how"),
)


def screen_of(clinic: KeptClinic, show: Show[QWidget], visit: str) -> HistoryScreen:
    """The screen in a window."""
    made = HistoryScreen(clinic.desk, InlineJobs(), resources_dir(), visit)
    show(made)
    return made


def test_a_history_reads_in_plain_words(clinic: KeptClinic, show: Show[QWidget]) -> None:
    visit = clinic.visit(clinic.patient("Maria Rossi", number="1"), SAID)
    screen = screen_of(clinic, show, visit)
    text = screen.sheet.toPlainText()
    assert "Saturday 21 November 2026" in text
    assert "10:45 · Dr A. Okafor\nPain now: 6" in text.replace("\u2028", "\n")
    assert "Stones on “Less leg pain in the first months”: 3" in text
    assert "Question at You: “<b>Why?</b> & how”" in text
    assert "Maria Rossi · no. 1" in screen.subtitle.text()
    assert screen.status.text() == "5 lines"


def test_what_was_taken_back_is_marked_in_words(clinic: KeptClinic, show: Show[QWidget]) -> None:
    from sdm_aid.application.record.kept_visits import read_kept
    from sdm_aid.application.session import Session

    visit = clinic.visit(clinic.patient("Maria Rossi"), SAID)
    session = Session(read_kept(clinic.desk, visit).journal, clinic.clock, "Dr A. Okafor")
    session.undo()
    clinic.append(session, "Leg pain")
    screen = screen_of(clinic, show, visit)
    text = screen.sheet.toPlainText()
    assert "“<b>Why?</b> & how” (taken back later)" in text
    assert "Took back: Question at You" in text


def test_it_narrows_to_one_person_and_to_what_was_said(
    clinic: KeptClinic, show: Show[QWidget], press: Press
) -> None:
    visit = clinic.visit(clinic.patient("Maria Rossi"), SAID)
    clinic.as_user("Ben Reader", "reader")
    visits.note(clinic.desk.record, visit, {"kind": "opened"})
    screen = screen_of(clinic, show, visit)
    press(screen, "history-looks")
    assert "Looked at: You" not in screen.sheet.toPlainText()
    assert screen.status.text() == "5 of 6 lines"
    press(screen, "chip-Ben Reader")
    assert "Opened to read" in screen.sheet.toPlainText()
    assert "Pain now" not in screen.sheet.toPlainText()
    press(screen, "chip-Ben Reader")
    press(screen, "history-looks")
    assert screen.status.text() == "6 lines"


def test_content_that_is_gone_leaves_the_ids(
    clinic: KeptClinic, show: Show[QWidget], tmp_path: Path
) -> None:
    visit = clinic.visit(clinic.patient("Maria Rossi"), SAID)
    screen = HistoryScreen(clinic.desk, InlineJobs(), tmp_path, visit)
    show(screen)
    assert "Stones on “less pain soon”: 3" in screen.sheet.toPlainText()


def test_a_visit_that_is_gone_is_said_in_a_sentence(
    clinic: KeptClinic, show: Show[QWidget], press: Press, qtbot: QtBot
) -> None:
    maria = clinic.patient("Maria Rossi")
    visit = clinic.visit(maria)
    erasure.erase(clinic.desk.record, maria.id, "asked for")
    screen = screen_of(clinic, show, visit)
    assert "no longer in the record" in screen.notice.sentence
    with qtbot.waitSignal(screen.back):
        press(screen, "history-back")


def test_it_is_read_off_the_windows_thread(
    clinic: KeptClinic, show: Show[QWidget], qtbot: QtBot
) -> None:
    visit = clinic.visit(clinic.patient("Maria Rossi"), SAID)
    jobs = PoolJobs()
    screen = HistoryScreen(clinic.desk, jobs, resources_dir(), visit)
    show(screen)
    qtbot.waitUntil(lambda: "Pain now: 6" in screen.sheet.toPlainText(), timeout=20_000)
    assert screen.people.isEnabled()
    jobs.finish()
