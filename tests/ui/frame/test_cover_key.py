"""F9 covers whatever lies over the window, and takes the cover away again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog

from sdm_aid.ui.frame.visit import VisitFrame
from sdm_aid.ui.main_window import MainWindow
from tests.ui.pages.test_start import one


def strike(window: MainWindow) -> bool:
    """F9 where the keys go just now; whether the window is covered then."""
    QApplication.processEvents()
    target = QApplication.activePopupWidget() or QApplication.activeModalWidget() or window
    QTest.keyClick(target.windowHandle(), Qt.Key.Key_F9)
    QApplication.processEvents()
    return window.layers.covered


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_an_open_list_goes_away_and_the_cover_is_up(window: MainWindow, visit: VisitFrame) -> None:
    window.activateWindow()
    QApplication.processEvents()
    one(visit, QComboBox, "person-role").showPopup()
    assert QApplication.activePopupWidget() is not None
    assert strike(window)
    assert QApplication.activePopupWidget() is None


def test_a_dialog_goes_away_and_the_cover_is_up(window: MainWindow, visit: VisitFrame) -> None:
    window.activateWindow()
    dialog = QDialog(visit)
    dialog.open()
    assert strike(window)
    assert dialog.isHidden()


def test_the_same_key_uncovers(window: MainWindow) -> None:
    window.activateWindow()
    assert strike(window)
    assert not strike(window)
