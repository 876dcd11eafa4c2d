"""Enter presses a button as Space does: once, and never one that is off."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from sdm_aid.ui.decision_card import DecisionCard
from sdm_aid.ui.widgets.button import Button
from sdm_aid.ui.widgets.card import CardButton
from sdm_aid.ui.widgets.segmented import Segmented

pytestmark = pytest.mark.usefixtures("app")

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def a_button() -> QAbstractButton:
    """A plain one."""
    return Button("Sign off")


def a_card() -> QAbstractButton:
    """One of those that open something."""
    return CardButton("Sciatica", "Six options")


def a_decision() -> QAbstractButton:
    """One of the home screen; it lets go of what held it."""
    host = QWidget()
    card = DecisionCard("sciatica", "Sciatica", "Six options", host)
    card.setParent(None)
    return card


def pressed(*, again: bool) -> QKeyEvent:
    """Enter going down, or held down and coming again."""
    none = Qt.KeyboardModifier.NoModifier
    return QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, none, "\r", again)


MAKE = (a_button, a_card, a_decision)


@pytest.mark.parametrize("key", ENTER)
@pytest.mark.parametrize("make", MAKE)
def test_enter_presses_once(make: Callable[[], QAbstractButton], key: Qt.Key, qtbot: QtBot) -> None:
    button = make()
    qtbot.addWidget(button)
    spy = QSignalSpy(button.clicked)
    QTest.keyClick(button, key)
    assert spy.count() == 1


def test_the_number_block_has_an_enter_too(qtbot: QtBot) -> None:
    button = a_button()
    qtbot.addWidget(button)
    spy = QSignalSpy(button.clicked)
    QTest.keyClick(button, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    assert spy.count() == 1


@pytest.mark.parametrize("make", MAKE)
def test_enter_held_down_presses_no_more(make: Callable[[], QAbstractButton], qtbot: QtBot) -> None:
    button = make()
    qtbot.addWidget(button)
    spy = QSignalSpy(button.clicked)
    QTest.keyPress(button, Qt.Key.Key_Return)
    for _again in range(5):
        held = pressed(again=True)
        QApplication.sendEvent(button, held)
        assert held.isAccepted()
    QTest.keyRelease(button, Qt.Key.Key_Return)
    assert spy.count() == 1


@pytest.mark.parametrize("make", MAKE)
def test_a_button_that_is_off_stays_so(make: Callable[[], QAbstractButton], qtbot: QtBot) -> None:
    button = make()
    qtbot.addWidget(button)
    button.setEnabled(False)
    spy = QSignalSpy(button.clicked)
    QApplication.sendEvent(button, pressed(again=False))
    assert spy.count() == 0


def test_enter_with_another_key_is_not_a_press(qtbot: QtBot) -> None:
    button = a_button()
    qtbot.addWidget(button)
    spy = QSignalSpy(button.clicked)
    QTest.keyClick(button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert spy.count() == 0


def test_enter_chooses_a_chip_and_a_number(qtbot: QtBot) -> None:
    chip = Button("Sleep", "chip")
    chip.setCheckable(True)
    qtbot.addWidget(chip)
    QTest.keyClick(chip, Qt.Key.Key_Return)
    assert chip.isChecked()
    scale = Segmented(0, 10)
    qtbot.addWidget(scale)
    step = scale.findChild(QAbstractButton, "step-4")
    assert step is not None
    QTest.keyClick(step, Qt.Key.Key_Return)
    assert scale.value == 4
