"""Every test of the window begins and ends in English, left to right, at 100 % text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from sdm_aid.application import content_state
from sdm_aid.content import index
from sdm_aid.i18n import use_language
from sdm_aid.ui.theme.apply import apply_theme
from tests.shipped import once


@pytest.fixture
def usual_ways(qapp: QApplication) -> Iterator[QApplication]:
    """The application, put back afterwards: language, direction, theme, text size."""
    yield qapp
    use_language("en")
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    apply_theme(qapp, "light", 1.0)


@pytest.fixture(autouse=True)
def shipped_content_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Home lists all ten decisions and the content screen checks them, alike in every test."""
    monkeypatch.setattr(index, "list_decisions", once.list_decisions)
    monkeypatch.setattr(content_state, "check", once.check)
    monkeypatch.setattr(content_state, "load_decision", once.load_decision)


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    """Where the papers of a visit go."""
    folder = tmp_path / "papers"
    folder.mkdir()
    return folder
