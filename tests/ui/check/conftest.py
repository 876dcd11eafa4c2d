"""The screen on a home of its own, and a sealed plan on the disk."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sdm_aid.content import load
from sdm_aid.paths import resources_dir
from sdm_aid.ui.check.screen import CheckPdf
from sdm_aid.ui.jobs import InlineJobs
from tests.sealed_visit import sealed_plan
from tests.shipped.once import loaded


@pytest.fixture
def home(tmp_path: Path) -> Path:
    made = tmp_path / "home"
    made.mkdir()
    return made


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    file = tmp_path / "plan.pdf"
    file.write_bytes(sealed_plan())
    return file


@pytest.fixture
def screen(
    usual_ways: QApplication, qtbot: QtBot, home: Path, monkeypatch: pytest.MonkeyPatch
) -> CheckPdf:
    loaded("sciatica")
    monkeypatch.setattr(load, "load_decision", lambda _where, name, lang: loaded(name, lang))
    made = CheckPdf(InlineJobs(), home, resources_dir())
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    qtbot.waitExposed(made)
    return made
