"""Whom a talk is for, with clicks and keys on a real record."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from sdm_aid.records import patients
from sdm_aid.records.rows import PatientRow
from sdm_aid.ui.jobs import InlineJobs
from sdm_aid.ui.record.patients.who_for import WhoFor
from tests.kept_clinic import KeptClinic
from tests.ui.record.patients.conftest import Press, Show, said

TALK = "Leg pain from the back (sciatica)"


def screen_of(clinic: KeptClinic, show: Show[QWidget], talk: str = TALK) -> WhoFor:
    """The screen in a window, with the focus where it begins."""
    made = WhoFor(clinic.desk, InlineJobs(), talk)
    show(made)
    made.first_focus().setFocus()
    return made


def test_somebody_of_the_record_is_found_and_chosen_by_keys(
    clinic: KeptClinic, show: Show[QWidget], qtbot: QtBot
) -> None:
    maria = clinic.patient("Maria Rossi", date(1974, 5, 4), "10482")
    clinic.patient("Somebody Else")
    screen = screen_of(clinic, show)
    finder = screen.finder
    assert finder is not None
    assert finder.search.hasFocus()
    QTest.keyClicks(finder.search, "rossi")
    QTest.keyClick(finder.search, Qt.Key.Key_Down)
    with qtbot.waitSignal(screen.chosen) as chosen:
        QTest.keyClick(finder.list, Qt.Key.Key_Return)
    assert chosen.args == [clinic.desk.index.patients[maria.id]]


def test_somebody_new_is_in_the_record_before_the_talk_begins(
    clinic: KeptClinic, show: Show[QWidget], press: Press, qtbot: QtBot
) -> None:
    screen = screen_of(clinic, show)
    QTest.keyClicks(screen.form.fields["name"], "Maria Rossi")
    QTest.keyClicks(screen.form.fields["born"], "4 5 1974")
    QTest.keyClicks(screen.form.fields["number"], "10482")
    with qtbot.waitSignal(screen.chosen) as chosen:
        press(screen, "who-go")
    assert chosen.args is not None
    row: PatientRow = chosen.args[0]
    assert row[1:4] == ("Maria Rossi", "1974-05-04", "10482")
    assert patients.read(clinic.desk.record, row.id) == row
    assert clinic.desk.index.patients[row.id] == row


def test_each_detail_may_be_missing_but_not_all(
    clinic: KeptClinic, show: Show[QWidget], press: Press, qtbot: QtBot
) -> None:
    screen = screen_of(clinic, show)
    press(screen, "who-go")
    assert "Write down at least one of them, or choose “Name them later”." in said(screen)
    QTest.keyClicks(screen.form.fields["number"], "10482")
    with qtbot.waitSignal(screen.chosen) as chosen:
        QTest.keyClick(screen.form.fields["number"], Qt.Key.Key_Return)
    assert chosen.args is not None
    assert chosen.args[0].number == "10482"


def test_a_date_nobody_can_read_is_said_and_nothing_is_lost(
    clinic: KeptClinic, show: Show[QWidget], press: Press
) -> None:
    screen = screen_of(clinic, show)
    QTest.keyClicks(screen.form.fields["name"], "Maria Rossi")
    QTest.keyClicks(screen.form.fields["born"], "31 31 1974")
    press(screen, "who-go")
    assert "“31 31 1974” is not a date we can read" in said(screen)
    assert screen.form.fields["name"].text() == "Maria Rossi"
    assert screen.form.fields["born"].hasFocus()
    assert clinic.desk.index.patients == {}


def test_a_possible_double_is_shown_before_a_second_record_is_made(
    clinic: KeptClinic, show: Show[QWidget], press: Press, qtbot: QtBot
) -> None:
    maria = clinic.patient("Maria Rossi", date(1974, 5, 4), "10482")
    screen = screen_of(clinic, show)
    QTest.keyClicks(screen.form.fields["number"], "10482")
    press(screen, "who-go")
    assert "There is a patient with this number: Maria Rossi, born 4 May 1974, no. 10482." in said(
        screen
    )
    assert len(clinic.desk.index.patients) == 1
    with qtbot.waitSignal(screen.chosen) as chosen:
        press(screen, "who-use")
    assert chosen.args is not None
    assert chosen.args[0].id == maria.id


def test_the_same_name_and_birth_are_a_possible_double_too_and_another_one_may_be_made(
    clinic: KeptClinic, show: Show[QWidget], press: Press, qtbot: QtBot
) -> None:
    maria = clinic.patient("Maria Rossi", date(1974, 5, 4))
    screen = screen_of(clinic, show)
    QTest.keyClicks(screen.form.fields["name"], "rossi maria")
    QTest.keyClicks(screen.form.fields["born"], "4/5/1974")
    press(screen, "who-go")
    assert "There is a patient of this name and date of birth: Maria Rossi" in said(screen)
    with qtbot.waitSignal(screen.chosen) as chosen:
        press(screen, "who-another")
    assert chosen.args is not None
    assert chosen.args[0].id != maria.id
    assert len(clinic.desk.index.patients) == 2


def test_other_details_take_the_question_back(
    clinic: KeptClinic, show: Show[QWidget], press: Press
) -> None:
    clinic.patient("Maria Rossi", number="10482")
    screen = screen_of(clinic, show)
    QTest.keyClicks(screen.form.fields["number"], "10482")
    press(screen, "who-go")
    QTest.keyClick(screen.form.fields["number"], Qt.Key.Key_Backspace)
    assert "There is a patient" not in said(screen)
    assert screen.go.isVisible()


def test_they_can_be_named_later_or_the_talk_left(
    clinic: KeptClinic, show: Show[QWidget], press: Press, qtbot: QtBot
) -> None:
    screen = screen_of(clinic, show)
    with qtbot.waitSignal(screen.chosen) as chosen:
        press(screen, "who-for-later")
    assert chosen.args == [None]
    with qtbot.waitSignal(screen.back):
        press(screen, "who-for-back")


def test_without_a_talk_it_adds_a_patient_and_offers_nothing_else(
    clinic: KeptClinic, show: Show[QWidget], press: Press, qtbot: QtBot
) -> None:
    screen = screen_of(clinic, show, talk="")
    assert screen.finder is None
    assert screen.findChild(QWidget, "who-for-later") is None
    assert screen.form.fields["name"].hasFocus()
    QTest.keyClicks(screen.form.fields["name"], "Maria Rossi")
    with qtbot.waitSignal(screen.chosen):
        press(screen, "who-go")


def test_trouble_of_the_record_is_said_and_what_was_typed_stays(
    clinic: KeptClinic, show: Show[QWidget], press: Press
) -> None:
    clinic.as_user("Ben Reader", "reader")
    screen = screen_of(clinic, show)
    QTest.keyClicks(screen.form.fields["name"], "Maria Rossi")
    press(screen, "who-go")
    assert screen.notice.sentence == "A reader can look at the record but not add to it."
    assert screen.form.fields["name"].text() == "Maria Rossi"
    assert screen.body.isEnabled()
