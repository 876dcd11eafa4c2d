"""The patients on the home screen, with clicks and keys on a real record."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from sdm_aid.domain import actions as a
from sdm_aid.domain.follow_up import FollowUp
from sdm_aid.records import filing
from sdm_aid.ui.record.patients.card import PatientsCard
from tests.kept_clinic import NOW, KeptClinic
from tests.ui.record.patients.conftest import Press, Show

NONE = Qt.KeyboardModifier.NoModifier
WORDS = Qt.ItemDataRole.DisplayRole


@pytest.fixture
def filled(clinic: KeptClinic) -> KeptClinic:
    """A draft of today, a look again due, and one signed a week ago."""
    rossi = clinic.patient("M. Rossi", date(1974, 5, 4), "10482")
    clinic.visit(rossi, [a.StepEntered(step="compare")])
    adeyemi = clinic.patient("T. Adeyemi", date(1961, 2, 11), "10077")
    clinic.signed(
        adeyemi,
        look_again=date(2026, 11, 24),
        title="Joint pain from arthritis",
        ago=timedelta(days=40),
    )
    clinic.signed(clinic.patient("L. Chen", number="10400"))
    clinic.patient("Bárbara Núñez", date(1950, 1, 2))
    return clinic


def card_of(clinic: KeptClinic, show: Show[QWidget]) -> PatientsCard:
    """The card in a window."""
    made = PatientsCard(clinic.desk.index, clinic.clock, may_write=clinic.desk.may_write)
    show(made)
    return made


def told(card: PatientsCard) -> list[str]:
    """What the list says to a screen reader, line by line."""
    model = card.list.hits
    return [str(model.data(model.index(row), WORDS)) for row in range(model.rowCount())]


def test_what_is_due_comes_first_and_no_name_is_to_be_seen(
    filled: KeptClinic, show: Show[QWidget]
) -> None:
    card = card_of(filled, show)
    assert told(card) == [
        "A patient. Joint pain from arthritis. Look again due 24 Nov 2026. Follow up",
        "A patient. Leg pain from the back (sciatica). Today 10:45, at Compare. Continue",
        "A patient. Nerve pain. Signed 14 Nov 2026. Open",
    ]
    assert "4 patients" in card.note.text()
    assert not card.names_shown


def test_names_are_shown_when_asked_for_and_hidden_again(
    filled: KeptClinic, show: Show[QWidget], press: Press
) -> None:
    card = card_of(filled, show)
    press(card, "patients-names")
    assert told(card)[0].startswith("T. Adeyemi. born 11 Feb 1961 · no. 10077. Joint pain")
    assert card.names.text() == "Hide names"
    press(card, "patients-names")
    assert told(card)[0].startswith("A patient.")


def test_hidden_names_are_not_painted_either(
    filled: KeptClinic, show: Show[QWidget], qtbot: QtBot
) -> None:
    """The same lines under other names paint the same picture."""
    card = card_of(filled, show)

    def picture() -> QImage:
        return card.list.grab().toImage()

    before = picture()
    lines = tuple(line._replace(name="Somebody Else", about="no. 1") for line in card.list.lines)
    card.list.show_lines(lines, hidden=True)
    assert picture() == before
    card.list.show_lines(lines, hidden=False)
    assert picture() != before


def test_typing_finds_by_name_number_and_birth_and_counts_as_asking(
    filled: KeptClinic, show: Show[QWidget], qtbot: QtBot
) -> None:
    card = card_of(filled, show)
    for typed, name in (
        ("nunez barb", "Bárbara Núñez"),
        ("10482", "M. Rossi"),
        ("11 2 1961", "T. Adeyemi"),
        ("chen", "L. Chen"),
    ):
        card.search.clear()
        QTest.keyClicks(card.search, typed)
        assert [line.name for line in card.list.lines] == [name], typed
        assert told(card)[0].startswith(name)
    QTest.keyClick(card.search, Qt.Key.Key_Escape)
    assert card.search.text() == ""
    assert told(card)[0].startswith("A patient.")


def test_who_comes_back_to_the_screen_asks_anew(
    filled: KeptClinic, show: Show[QWidget], press: Press, qtbot: QtBot
) -> None:
    card = card_of(filled, show)
    press(card, "patients-names")
    QTest.keyClicks(card.search, "chen")
    card.hide()
    card.show()
    assert card.search.text() == ""
    assert not card.names_shown
    assert all(line.startswith("A patient.") for line in told(card))


def test_the_action_is_pressed_where_it_stands_and_the_patient_beside_it(
    filled: KeptClinic, show: Show[QWidget], qtbot: QtBot
) -> None:
    card = card_of(filled, show)
    line = card.list.lines[1]
    with qtbot.waitSignal(card.visit_asked) as asked:
        place = card.list.action_point(1)
        QTest.mouseClick(card.list.viewport(), Qt.MouseButton.LeftButton, NONE, place)
    assert asked.args == [line.visit, "continue"]
    with qtbot.waitSignal(card.patient_opened) as opened:
        place = QPoint(60, card.list.action_point(1).y())
        QTest.mouseClick(card.list.viewport(), Qt.MouseButton.LeftButton, NONE, place)
    assert opened.args == [line.patient]


def test_all_of_it_works_by_keys(filled: KeptClinic, show: Show[QWidget], qtbot: QtBot) -> None:
    card = card_of(filled, show)
    card.search.setFocus()
    QTest.keyClick(card.search, Qt.Key.Key_Down)
    assert card.list.hasFocus()
    with qtbot.waitSignal(card.visit_asked) as asked:
        QTest.keyClick(card.list, Qt.Key.Key_Return)
    assert asked.args == [card.list.lines[0].visit, "look_again"]
    QTest.keyClick(card.list, Qt.Key.Key_Down)
    QTest.keyClick(card.list, Qt.Key.Key_Left)
    with qtbot.waitSignal(card.patient_opened) as opened:
        QTest.keyClick(card.list, Qt.Key.Key_Space)
    assert opened.args == [card.list.lines[1].patient]
    QTest.keyClick(card.list, Qt.Key.Key_Right)
    with qtbot.waitSignal(card.visit_asked) as asked:
        QTest.keyClick(card.list, Qt.Key.Key_Enter)
    assert asked.args == [card.list.lines[1].visit, "continue"]


def test_a_reader_is_offered_nothing_but_opening(
    filled: KeptClinic, show: Show[QWidget], qtbot: QtBot
) -> None:
    filled.as_user("Ben Reader", "reader")
    card = card_of(filled, show)
    assert [line.action for line in card.list.lines] == ["open", "patient", "open"]
    assert not card.new.isVisible()
    card.search.setFocus()
    QTest.keyClicks(card.search, "rossi")
    draft = card.list.lines[0]
    with qtbot.waitSignal(card.patient_opened) as opened:
        place = card.list.action_point(0)
        QTest.mouseClick(card.list.viewport(), Qt.MouseButton.LeftButton, NONE, place)
    assert opened.args == [draft.patient]


def test_a_new_patient_is_asked_for(
    filled: KeptClinic, show: Show[QWidget], qtbot: QtBot, press: Press
) -> None:
    card = card_of(filled, show)
    with qtbot.waitSignal(card.new_patient_asked):
        press(card, "patients-new")


def test_an_empty_record_says_calmly_what_to_do(clinic: KeptClinic, show: Show[QWidget]) -> None:
    card = card_of(clinic, show)
    assert card.note.text().startswith("Nobody yet. Choose a talk above")
    assert not card.list.isVisible()


def test_nobody_found_says_what_to_do(
    filled: KeptClinic, show: Show[QWidget], qtbot: QtBot
) -> None:
    card = card_of(filled, show)
    QTest.keyClicks(card.search, "zzz")
    assert card.note.text() == "Nobody was found for “zzz”. Type it otherwise, or add them."


def test_more_than_are_shown_are_counted(
    clinic: KeptClinic, show: Show[QWidget], qtbot: QtBot
) -> None:
    from sdm_aid.records.rows import PatientRow

    for n in range(60):
        clinic.desk.index.put_patient(PatientRow(f"{n:032}", f"Maria {n}"))
    card = card_of(clinic, show)
    QTest.keyClicks(card.search, "maria")
    assert len(card.list.lines) == 50
    assert card.note.text() == "50 of 60 shown: type more"


def test_a_look_again_that_was_done_or_followed_is_no_longer_due(
    clinic: KeptClinic, show: Show[QWidget]
) -> None:
    due = date(2026, 11, 24)
    done, followed, open_ = (clinic.patient(name, number=name) for name in ("a", "b", "c"))
    about = clinic.signed(done, look_again=due)
    look = FollowUp(id="f" * 32, about=about, at=NOW, who="Dr A. Okafor", pain_now=4, done=True)
    clinic.look_again(done, about, look)
    earlier = clinic.signed(followed, look_again=due)
    clinic.visit(followed, follows=earlier)
    clinic.signed(open_, look_again=due, title="Neck and arm pain")
    card = card_of(clinic, show)
    states = {line.patient: line.state for line in card.list.lines}
    assert states[open_.id] == "Look again due 24 Nov 2026"
    assert "due" not in states[done.id]
    assert "due" not in states[followed.id]


def test_a_look_again_far_ahead_is_not_yet_due_and_one_passed_says_so(
    clinic: KeptClinic, show: Show[QWidget]
) -> None:
    ahead, passed = (clinic.patient(name, number=name) for name in ("a", "b"))
    clinic.signed(ahead, look_again=date(2027, 6, 1))
    clinic.signed(passed, look_again=date(2026, 11, 15))
    card = card_of(clinic, show)
    states = {line.patient: line.state for line in card.list.lines}
    assert states[passed.id] == "Look again was due 15 Nov 2026"
    assert states[ahead.id] == "Signed 14 Nov 2026"
    assert card.list.lines[0].patient == passed.id


def test_what_was_discarded_or_erased_is_not_offered(
    clinic: KeptClinic, show: Show[QWidget]
) -> None:
    from sdm_aid.records.erasure import erase

    gone, aside = clinic.patient("Gone"), clinic.patient("Aside")
    clinic.visit(gone)
    draft = clinic.visit(aside)
    filing.discard(clinic.desk.record, draft, "by mistake")
    erase(clinic.desk.record, gone.id, "asked for")
    clinic.desk.refresh()
    card = card_of(clinic, show)
    assert card.list.lines == ()
    assert card.note.text().startswith("1 patient in the record.")


def test_what_another_room_wrote_is_there_after_a_refresh(
    clinic: KeptClinic, show: Show[QWidget]
) -> None:
    card = card_of(clinic, show)
    clinic.visit(clinic.patient("M. Rossi"))
    card.refresh()
    assert len(card.list.lines) == 1
    assert card.list.isVisible()
