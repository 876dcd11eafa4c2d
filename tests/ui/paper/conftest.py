"""A printer that writes a file in place of those of this computer; papers over a window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from sdm_aid.ui.jobs import InlineJobs, PoolJobs
from sdm_aid.ui.paper import printers
from sdm_aid.ui.paper.opening import open_papers
from sdm_aid.ui.paper.overlay import PaperOverlay
from sdm_aid.ui.paper.paper import Paper
from sdm_aid.ui.paper.printers import PrinterFacts
from tests.ui.paper.papers import HANDOUT, PLAN, file_printer

Installed = Callable[..., None]
Show = Callable[..., PaperOverlay]


@pytest.fixture
def install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Installed:
    """Sets up these printers, each of which prints into ``<name>.pdf``; the first is the usual."""

    def done(*found: PrinterFacts) -> None:
        def ready(name: str, _both_sides: bool | None) -> QPrinter:
            return file_printer(tmp_path / f"{name}.pdf")

        monkeypatch.setattr(printers, "printers", lambda _progress: found)
        monkeypatch.setattr(printers, "ready", ready)

    return done


@pytest.fixture
def room(qtbot: QtBot) -> QWidget:
    """A window with one button on it."""
    window = QWidget()
    column = QVBoxLayout(window)
    behind = QPushButton("Behind", window)
    behind.setObjectName("behind")
    column.addWidget(behind)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    behind.setFocus()
    return window


@pytest.fixture
def show(room: QWidget) -> Show:
    """Opens papers over the room."""

    def opened(
        *papers: Paper, jobs: InlineJobs | PoolJobs | None = None, **more: object
    ) -> PaperOverlay:
        return open_papers(papers or (PLAN, HANDOUT), room, jobs=jobs or InlineJobs(), **more)  # type: ignore[arg-type]

    return opened
