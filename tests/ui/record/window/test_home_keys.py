"""The home screen by keys while a record is open."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from sdm_aid.ui.main_window import MainWindow
from tests.kept_clinic import KeptClinic


def test_tab_leads_from_the_decisions_to_the_patients(
    home: MainWindow, clinic: KeptClinic, qtbot: QtBot
) -> None:
    clinic.patient("Maria Rossi")
    home.show_home()
    home.activateWindow()
    last = home.home.cards.last()
    assert last is not None
    qtbot.waitUntil(last.isVisible)
    last.setFocus()
    names = []
    for _time in range(3):
        QTest.keyClick(home.focusWidget(), Qt.Key.Key_Tab)
        names.append(home.focusWidget().objectName())
    assert names == ["patients-names", "patients-new", "patients-search"]
