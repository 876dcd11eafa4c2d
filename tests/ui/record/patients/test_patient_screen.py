"""One patient: visits, details, and what a wrong click must not do. Clicks on a real record."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from sdm_aid.domain import actions as a
from sdm_aid.domain.room import Patient
from sdm_aid.paths import resources_dir
from sdm_aid.records import filing, patients, visits
from sdm_aid.ui.jobs import InlineJobs, PoolJobs
from sdm_aid.ui.paper.overlay import PaperOverlay
from sdm_aid.ui.record.patients.screen import PatientScreen
from tests.kept_clinic import HANDOUT, PLAN, KeptClinic
from tests.ui.record.patients.conftest import Press, Show, said


def screen_of(clinic: KeptClinic, show: Show[QWidget], patient: str) -> PatientScreen:
    """The screen in a window."""
    made = PatientScreen(clinic.desk, InlineJobs(), resources_dir(), patient)
    show(made)
    return made


def more(screen: PatientScreen, visit: str, press: Press, action: str) -> None:
    """Press what stands behind "More" of a visit."""
    press(screen.visits.lines[visit], "visit-more")
    press(screen.visits.lines[visit], f"visit-{action}")


def test_visits_stand_newest_first_with_how_they_stand_and_why(
    clinic: KeptClinic, show: Show[QWidget]
) -> None:
    maria, other = clinic.patient("Maria Rossi", number="1"), clinic.patient("Other")
    aside = clinic.visit(maria, ago=timedelta(days=3))
    filing.discard(clinic.desk.record, aside, "begun by mistake")
    moved = clinic.visit(other, ago=timedelta(days=2))
    filing.move(clinic.desk.record, moved, maria.id, "typed under Other")
    signed = clinic.signed(maria, ago=timedelta(days=7))
    draft = clinic.visit(maria, [a.StepEntered(step="compare")])
    screen = screen_of(clinic, show, maria.id)
    assert list(screen.visits.lines) == [draft, moved, aside, signed]
    words = said(screen)
    assert "Today 10:45, at Compare" in words
    assert "Discarded: “begun by mistake”" in words
    assert "Moved here from another patient on 21 Nov 2026, 10:45 by Dr A. Okafor" in words
    assert "Signed 14 Nov 2026" in words
    assert list(screen.visits.lines[aside].buttons) == ["history"]


@pytest.mark.parametrize("action", ["open", "look_again"])
def test_what_the_window_does_is_asked_of_it(
    clinic: KeptClinic, show: Show[QWidget], press: Press, qtbot: QtBot, action: str
) -> None:
    signed = clinic.signed(clinic.patient("Maria Rossi", number="1"))
    screen = screen_of(clinic, show, next(iter(clinic.desk.index.patients)))
    with qtbot.waitSignal(screen.visit_asked) as asked:
        press(screen.visits.lines[signed], f"visit-{action}")
    assert asked.args == [signed, action]


@pytest.mark.parametrize("action", ["new_version", "history"])
def test_what_is_rarely_wanted_stands_behind_more(
    clinic: KeptClinic, show: Show[QWidget], press: Press, qtbot: QtBot, action: str
) -> None:
    signed = clinic.signed(clinic.patient("Maria Rossi", number="1"))
    screen = screen_of(clinic, show, next(iter(clinic.desk.index.patients)))
    assert not screen.visits.lines[signed].buttons[action].isVisible()
    with qtbot.waitSignal(screen.visit_asked) as asked:
        more(screen, signed, press, action)
    assert asked.args == [signed, action]


def test_a_new_talk_and_back(
    clinic: KeptClinic, show: Show[QWidget], press: Press, qtbot: QtBot
) -> None:
    maria = clinic.patient("Maria Rossi")
    screen = screen_of(clinic, show, maria.id)
    assert "No talk was held yet." in said(screen)
    with qtbot.waitSignal(screen.new_talk_asked) as asked:
        press(screen, "patient-new")
    assert asked.args == [maria.id]
    with qtbot.waitSignal(screen.back):
        press(screen, "patient-back")


def test_a_draft_is_discarded_only_with_a_reason(
    clinic: KeptClinic, show: Show[QWidget], press: Press
) -> None:
    maria = clinic.patient("Maria Rossi")
    draft = clinic.visit(maria)
    screen = screen_of(clinic, show, maria.id)
    more(screen, draft, press, "discard")
    assert screen.stage.panel.reason.hasFocus()
    press(screen, "discard-confirm")
    assert "Write down a reason: it stays in the record." in said(screen)
    assert visits.read(clinic.desk.record, draft).row.head.status == "draft"
    QTest.keyClicks(screen.stage.panel.reason, "begun by mistake")
    press(screen, "discard-confirm")
    head = visits.read(clinic.desk.record, draft).row.head
    assert (head.status, head.why) == ("discarded", "begun by mistake")
    assert "Discarded: “begun by mistake”" in said(screen)
    assert screen.stage.panel is None


def test_cancelling_changes_nothing(clinic: KeptClinic, show: Show[QWidget], press: Press) -> None:
    maria = clinic.patient("Maria Rossi")
    draft = clinic.visit(maria)
    before = clinic.desk.record.head()
    screen = screen_of(clinic, show, maria.id)
    more(screen, draft, press, "discard")
    press(screen, "discard-cancel")
    assert screen.stage.panel is None
    assert clinic.desk.record.head() == before


def test_a_visit_under_the_wrong_patient_is_moved_visibly(
    clinic: KeptClinic, show: Show[QWidget], press: Press
) -> None:
    maria = clinic.patient("Maria Rossi", number="1")
    right = clinic.patient("Mario Rossi", date(1980, 1, 1))
    signed = clinic.signed(maria)
    screen = screen_of(clinic, show, maria.id)
    more(screen, signed, press, "move")
    panel = screen.stage.panel
    QTest.keyClicks(panel.finder.search, "rossi")
    assert [line.patient for line in panel.finder.list.lines] == [right.id]
    QTest.keyClick(panel.finder.search, Qt.Key.Key_Down)
    QTest.keyClick(panel.finder.list, Qt.Key.Key_Return)
    assert "The sealed plan keeps the name it was sealed with" in said(screen)
    press(screen, "move-ask-confirm")
    assert "Write down a reason" in said(screen)
    QTest.keyClicks(panel.asking.reason, "typed under the wrong one")
    press(screen, "move-ask-confirm")
    assert screen.visits.lines == {}
    assert clinic.desk.index.visits[signed].patient == right.id
    there = screen_of(clinic, show, right.id)
    assert "typed under the wrong one" in said(there)


def test_a_plan_is_handed_out_again_byte_for_byte(
    clinic: KeptClinic,
    show: Show[QWidget],
    press: Press,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    maria = clinic.patient("Maria Rossi", number="1")
    signed = clinic.signed(maria)
    screen = screen_of(clinic, show, maria.id)
    press(screen.visits.lines[signed], "visit-papers")
    path = tmp_path / "again.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path), ""))
    press(screen, "paper-plan")
    assert path.read_bytes() == PLAN
    assert f"Saved as again.pdf in {tmp_path}." in said(screen)
    gone = str(tmp_path / "gone" / "again.pdf")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (gone, ""))
    press(screen, "paper-plan")
    assert f"{tmp_path / 'gone'} takes no file. Choose another place." in said(screen)


def test_kept_papers_are_looked_at_printed_and_copied_and_each_is_written_down(
    clinic: KeptClinic, show: Show[QWidget], press: Press
) -> None:
    signed = clinic.signed(clinic.patient("Maria Rossi", number="1"))
    screen = screen_of(clinic, show, next(iter(clinic.desk.index.patients)))
    press(screen.visits.lines[signed], "visit-papers")
    focused = screen.window().focusWidget()
    assert focused is not None
    assert focused.objectName() == "papers-print"
    press(screen, "papers-look")
    overlay = screen.findChild(PaperOverlay)
    assert overlay is not None
    plan, handout = screen.stage.panel.out.papers
    assert (overlay.paper, overlay.papers_kinds) == (plan, ("plan", "handout"))
    assert (plan.pdf, handout.pdf) == (PLAN, HANDOUT)
    overlay.put_away()
    press(screen, "papers-copy")
    assert "No seal stands behind the words of this file" in said(screen)  # the made-up bytes
    before = clinic.desk.record.head()
    assert plan.given is not None
    plan.given("printed")
    assert clinic.desk.record.head() != before


def correct(screen: PatientScreen, press: Press, name: str, reason: str) -> None:
    """Correct the name."""
    press(screen, "details-change")
    field = screen.details.form.fields["name"]
    assert field.hasFocus()
    field.selectAll()
    QTest.keyClicks(field, name)
    QTest.keyClicks(screen.details.reason, reason)
    press(screen, "details-save")


def test_details_are_corrected_with_a_reason(
    clinic: KeptClinic, show: Show[QWidget], press: Press
) -> None:
    maria = clinic.patient("Maria Rosi", date(1974, 5, 4))
    screen = screen_of(clinic, show, maria.id)
    correct(screen, press, "Maria Rossi", "")
    assert "Write down why it is corrected" in said(screen)
    assert patients.read(clinic.desk.record, maria.id).name == "Maria Rosi"
    QTest.keyClicks(screen.details.reason, "a letter was missing")
    press(screen, "details-save")
    assert screen.title.text() == "Maria Rossi"
    row = patients.read(clinic.desk.record, maria.id)
    assert (row.name, row.born) == ("Maria Rossi", "1974-05-04")
    press(screen, "record-past")
    assert "Details changed from Maria Rosi, born 4 May 1974 to Maria Rossi" in said(screen)
    assert "a letter was missing" in said(screen)


def test_two_rooms_that_correct_at_once_are_told_and_nothing_is_lost(
    clinic: KeptClinic, show: Show[QWidget], press: Press
) -> None:
    maria = clinic.patient("Maria Rosi")
    screen = screen_of(clinic, show, maria.id)
    theirs = Patient(name="Mary Rossi", number="10482")
    patients.correct(clinic.desk.record, maria, theirs, "in another room")
    correct(screen, press, "Maria Rossi", "a letter was missing")
    words = said(screen)
    assert "Changed by Dr A. Okafor at 21 Nov 2026, 10:45." in words
    assert "They now read: Mary Rossi, no. 10482. Save again to replace them." in words
    assert screen.details.form.fields["name"].text() == "Maria Rossi"
    press(screen, "details-save")
    assert patients.read(clinic.desk.record, maria.id).name == "Maria Rossi"


def test_doubles_are_looked_at_side_by_side_and_asked_about_before_they_are_merged(
    clinic: KeptClinic, show: Show[QWidget], press: Press
) -> None:
    double = clinic.patient("Maria Rosi", date(1974, 5, 4))
    kept = clinic.patient("Maria Rossi", date(1974, 5, 4), "10482")
    visit = clinic.visit(double, title="Neck and arm pain")
    screen = screen_of(clinic, show, double.id)
    press(screen, "record-merge")
    panel = screen.stage.panel
    QTest.keyClicks(panel.finder.search, "10482")
    QTest.keyClick(panel.finder.search, Qt.Key.Key_Down)
    QTest.keyClick(panel.finder.list, Qt.Key.Key_Return)
    words = said(panel)
    assert "Clinic number: 10482" in words
    assert "Neck and arm pain · Today 10:45, at Start" in words
    press(screen, f"merge-keep-{kept.id}")
    assert "This cannot be undone." in said(screen)
    assert panel.asking.cancel.hasFocus()
    assert not patients.read(clinic.desk.record, double.id).under
    press(screen, "merge-ask-confirm")
    assert patients.read(clinic.desk.record, double.id).under == kept.id
    assert screen.patient == kept.id
    assert list(screen.visits.lines) == [visit]
    assert screen.title.text() == "Maria Rossi"


def test_a_copy_says_that_the_files_are_not_encrypted_and_where_they_are(
    clinic: KeptClinic,
    show: Show[QWidget],
    press: Press,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    maria = clinic.patient("Maria Rossi", number="1")
    clinic.signed(maria)
    screen = screen_of(clinic, show, maria.id)
    press(screen, "record-copy")
    assert "The files are not encrypted" in said(screen)
    folder = tmp_path / "copies"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(folder))
    press(screen, "copy-choose")
    assert f"{folder} takes no file. Choose another place." in said(screen)
    folder.mkdir()
    press(screen, "copy-choose")
    assert f"4 files were written to {folder}." in said(screen)
    assert len(list(folder.iterdir())) == 4


def test_the_work_is_done_off_the_windows_thread_with_the_same_outcome(
    clinic: KeptClinic, show: Show[QWidget], press: Press, qtbot: QtBot, tmp_path: Path
) -> None:
    maria = clinic.patient("Maria Rossi", number="1")
    clinic.signed(maria)
    jobs = PoolJobs()
    screen = PatientScreen(clinic.desk, jobs, resources_dir(), maria.id)
    show(screen)
    press(screen, "record-copy")
    screen.record.give_copy(tmp_path)
    assert not screen.stage.panel.choose.isEnabled()
    qtbot.waitUntil(lambda: "4 files were written" in said(screen), timeout=20_000)
    assert screen.stage.panel.choose.isEnabled()
    jobs.finish()
