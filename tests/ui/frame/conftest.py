"""A real window on a real folder, with work done at once and a clock that stands still."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from datetime import datetime
from functools import lru_cache
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sdm_aid.application.settings import Settings, save_settings
from sdm_aid.application.start_visit import begin
from sdm_aid.domain.library import DecisionContent
from sdm_aid.ui.appearance import Appearance
from sdm_aid.ui.frame.visit import VisitFrame
from sdm_aid.ui.jobs import InlineJobs
from sdm_aid.ui.main_window import MainWindow
from tests.content.builders import mini_decision, write_content
from tests.domain.visits import NOON

SETTINGS = Settings(
    theme="light", clinic_name="Riverside Pain Clinic", clinician_name="Dr A. Okafor"
)


@lru_cache(maxsize=1)
def the_mini() -> DecisionContent:
    """The made-up decision, loaded once."""
    with tempfile.TemporaryDirectory() as folder:
        return mini_decision(Path(folder))


@pytest.fixture
def make_window(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Callable[[], MainWindow]:
    """Makes the window as the program does, over the made-up content set."""

    def make() -> MainWindow:
        folder = tmp_path / "home"
        save_settings(folder, SETTINGS)
        resources = write_content(tmp_path)
        jobs, clock = InlineJobs(), lambda: _noon()
        window = MainWindow(Appearance(qapp, folder), jobs, clock, folder, resources)
        qtbot.addWidget(window)
        window.resize(1366, 768)
        with qtbot.waitSignal(window.home.ready):
            window.show()
        return window

    return make


@pytest.fixture
def window(make_window: Callable[[], MainWindow]) -> MainWindow:
    """The window at home."""
    return make_window()


@pytest.fixture
def visit(window: MainWindow) -> VisitFrame:
    """A visit that has just begun, on the start page."""
    window.show_visit(begin(the_mini(), SETTINGS, _noon, made_up=True))
    assert window.visit is not None
    return window.visit


def _noon() -> datetime:
    return NOON
