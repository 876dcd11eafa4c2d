"""The start page: people, dates as typed, warning signs, and the law of every page."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from sdm_aid.domain.actions import Action
from sdm_aid.domain.library import DecisionContent
from sdm_aid.ui.pages.start import StartPage
from tests.content.builders import mini_decision
from tests.strategies import actions_of
from tests.ui.page_law import assert_is_projection, context_for

W = TypeVar("W", bound=QWidget)


@lru_cache(maxsize=1)
def the_mini() -> DecisionContent:
    """The made-up decision, loaded once."""
    with tempfile.TemporaryDirectory() as folder:
        return mini_decision(Path(folder))


@pytest.fixture
def page(qtbot: QtBot) -> StartPage:
    context = context_for(the_mini())
    made = StartPage(context)
    context.bridge.changed.connect(made.render_state)
    made.render_state(context.bridge.state)
    qtbot.addWidget(made)
    made.resize(1300, 700)
    made.show()
    return made


def one(page: QWidget, kind: type[W], name: str) -> W:
    """The child of this name."""
    found = page.findChild(kind, name)
    assert found is not None, name
    return found


def write(page: QWidget, name: str, text: str) -> None:
    field = one(page, QLineEdit, name)
    field.clear()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def press(page: QWidget, name: str) -> None:
    QTest.mouseClick(one(page, QAbstractButton, name), Qt.MouseButton.LeftButton)


@given(done=st.lists(actions_of(the_mini()), max_size=12))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_page_is_a_projection_of_the_state(qapp: object, done: list[Action]) -> None:
    assert_is_projection(StartPage, the_mini(), done)


def test_names_and_identifiers_reach_the_state(page: StartPage) -> None:
    write(page, "patient-name", "Maria Rossi")
    write(page, "patient-born", "4.5.1974")
    write(page, "patient-number", "10482")
    write(page, "clinician-name", "Dr A. Okafor")
    write(page, "clinician-role", "Pain physician")
    state = page.state
    assert (state.patient.name, state.patient.number) == ("Maria Rossi", "10482")
    assert state.patient.born == date(1974, 5, 4)
    assert (state.clinician.name, state.clinician.role) == ("Dr A. Okafor", "Pain physician")
    assert one(page, QLineEdit, "patient-born").text() == "4 May 1974"


def test_a_date_that_cannot_be_read_is_refused_in_a_sentence(page: StartPage, qtbot: QtBot) -> None:
    write(page, "patient-born", "4 May 1974")
    with qtbot.waitSignal(page.announce) as said:
        write(page, "patient-born", "31 February")
    assert said.args is not None
    assert "31 February" in said.args[0]
    assert page.state.patient.born == date(1974, 5, 4)
    assert one(page, QLineEdit, "patient-born").text() == "4 May 1974"


def test_an_interpreter_is_added_and_removed(page: StartPage) -> None:
    box = one(page, QComboBox, "person-role")
    box.setCurrentIndex(box.findData("interpreter"))
    one(page, QLineEdit, "person-name").setText("Ana Lima")
    press(page, "person-add")
    assert [(p.name, p.role) for p in page.state.present] == [("Ana Lima", "interpreter")]
    row = one(page, QWidget, "person-p1")
    assert "Ana Lima" in one(row, QLabel, "person-words").text()
    press(page, "person-remove-p1")
    assert page.state.present == ()


def test_a_name_still_in_the_line_is_kept_when_the_page_is_left(page: StartPage) -> None:
    one(page, QLineEdit, "person-name").setText("Luca")
    one(page, QLineEdit, "patient-born").setText("1974-05-04")
    page.leaving()
    assert [person.name for person in page.state.present] == ["Luca"]
    assert page.state.patient.born == date(1974, 5, 4)


def test_a_yes_shows_the_routing_words_and_stopping_is_written_down(page: StartPage) -> None:
    routing = one(page, QWidget, "signs-routing")
    assert routing.isHidden()
    press(page, "sign-numb-seat-yes")
    assert not routing.isHidden()
    assert "check something first" in one(page, QLabel, "signs-routing-words").text()
    press(page, "signs-stop")
    assert page.state.routed_out is not None
    assert one(page, QPushButton, "signs-stop").isHidden()


def test_the_clinician_goes_on_after_checking(page: StartPage, qtbot: QtBot) -> None:
    press(page, "sign-numb-seat-yes")
    press(page, "signs-stop")
    with qtbot.waitSignal(page.go_to_step) as asked:
        press(page, "signs-go-on")
    assert asked.args == ["you"]
    assert page.state.routed_out is None


def test_none_of_these_cannot_wipe_a_yes(page: StartPage) -> None:
    press(page, "sign-numb-seat-yes")
    assert not one(page, QPushButton, "signs-none").isEnabled()
    press(page, "signs-none")
    assert one(page, QPushButton, "sign-numb-seat-yes").isChecked()
    assert not page.state.no_red_flags
    press(page, "sign-numb-seat-yes")
    press(page, "signs-none")
    assert page.state.no_red_flags


def test_a_yes_takes_none_of_these_back(page: StartPage) -> None:
    press(page, "signs-none")
    press(page, "sign-numb-seat-yes")
    assert not page.state.no_red_flags
    assert [(flag.flag, flag.answer) for flag in page.state.red_flags] == [("numb-seat", "yes")]


def test_a_second_press_takes_an_answer_back(page: StartPage) -> None:
    for _ in range(2):
        press(page, "sign-numb-seat-no")
    assert page.state.red_flags == ()


@pytest.mark.parametrize("text", ["x" * 30_000, "😀 مرحبا שלום", "<b>bold</b> & more"])
def test_odd_and_overlong_names_are_kept_or_cut_never_lost(page: StartPage, text: str) -> None:
    field = one(page, QLineEdit, "patient-name")
    field.insert(text)
    field.textEdited.emit(field.text())
    page.leaving()
    assert page.state.patient.name == text[:20_000]


def test_every_control_has_a_name_for_screen_readers(page: StartPage) -> None:
    kinds: tuple[Callable[[], str], ...] = tuple(
        child.accessibleName
        for kind in (QLineEdit, QPushButton, QComboBox)
        for child in page.findChildren(kind)
        if not child.objectName().startswith("qt_")
    )
    assert kinds
    assert all(name() for name in kinds)
