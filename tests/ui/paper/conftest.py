"""A printer that writes a file in place of those of this computer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter

from sdm_aid.ui.paper import printers
from sdm_aid.ui.paper.printers import PrinterFacts
from tests.ui.paper.papers import file_printer

Installed = Callable[..., None]


@pytest.fixture
def install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Installed:
    """Sets up these printers, each of which prints into ``<name>.pdf``; the first is the usual."""

    def done(*found: PrinterFacts) -> None:
        def ready(name: str, _both_sides: bool | None) -> QPrinter:
            return file_printer(tmp_path / f"{name}.pdf")

        monkeypatch.setattr(printers, "printers", lambda _progress: found)
        monkeypatch.setattr(printers, "ready", ready)

    return done
