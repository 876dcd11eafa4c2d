"""A clinic whose record lies where the real window looks for it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sdm_aid.paths import resources_dir
from sdm_aid.ui.appearance import Appearance
from sdm_aid.ui.jobs import InlineJobs
from sdm_aid.ui.main_window import MainWindow
from tests.kept_clinic import KeptClinic


@pytest.fixture
def clinic(tmp_path: Path) -> Iterator[KeptClinic]:
    """A clinic whose record lies where the window looks for it."""
    made = KeptClinic(tmp_path)
    yield made
    if not made.desk.record.closed:
        made.desk.close()


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, tmp_path: Path, clinic: KeptClinic) -> MainWindow:
    """The window before anything is unlocked."""
    made = MainWindow(
        Appearance(qapp, tmp_path), InlineJobs(), clinic.clock, tmp_path, resources_dir()
    )
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    return made


@pytest.fixture
def home(window: MainWindow, clinic: KeptClinic) -> MainWindow:
    """The window with the record open."""
    window.records.take_desk(clinic.desk)
    return window
