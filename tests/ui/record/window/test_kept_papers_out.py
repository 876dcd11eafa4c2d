"""Papers kept in the record: looked at, printed, saved and copied; each handing out is a line."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from sdm_aid.records import papers, visits
from sdm_aid.ui.main_window import MainWindow
from sdm_aid.ui.paper.overlay import PaperOverlay
from sdm_aid.ui.paper.printers import PrinterFacts
from tests.kept_clinic import KeptClinic
from tests.ui.paper.conftest import Installed
from tests.ui.paper.conftest import install as install
from tests.ui.record.window.steps import find, press, sealed


def given(clinic: KeptClinic, visit: str) -> list[str]:
    """The lines of the visit about its papers."""
    events = [event.what for event in visits.visit_events(clinic.desk.record, visit)]
    return [str(event["paper"]) for event in events if event["kind"] == "paper_given"]


@pytest.fixture
def reopened(home: MainWindow, tmp_path: Path) -> str:
    """A visit sealed out of the record, closed, and opened again."""
    folder = tmp_path / "papers"
    folder.mkdir()
    visit = sealed(home, folder)
    assert home.visit is not None
    home.visit.leaving.leave()
    assert home.records.visits is not None
    home.records.visits.open(visit)
    return visit


def test_kept_papers_are_handed_out_like_those_sealed_just_now(
    home: MainWindow, clinic: KeptClinic, reopened: str, install: Installed, tmp_path: Path
) -> None:
    install(PrinterFacts("Office", grey_only=False, both_sides=False))
    frame = home.visit
    assert frame is not None
    press(frame, "kept-copy")
    assert "Maria Rossi" in QGuiApplication.clipboard().text()
    assert "record system" in frame.notice.sentence
    press(frame, "kept-look")
    overlay = find(home, "paper-overlay")
    assert isinstance(overlay, PaperOverlay)
    stored = {
        kind: identity for identity, kind, _ in papers.papers_of(clinic.desk.record, reopened)
    }
    assert overlay.paper.pdf == papers.paper(clinic.desk.record, stored["plan"]).data
    assert given(clinic, reopened) == ["plan"]  # looking gives nothing away
    press(overlay, "paper-print")
    press(overlay, "print-now")
    assert given(clinic, reopened) == ["plan", "plan", "handout"]
    assert (tmp_path / "Office.pdf").exists()
    overlay.handing.choose_place = lambda name: tmp_path / name
    press(overlay, "paper-save")
    assert (tmp_path / overlay.paper.name).read_bytes() == overlay.paper.pdf
    assert given(clinic, reopened) == ["plan", "plan", "handout", "plan"]


def test_the_cover_hides_papers_too(home: MainWindow, reopened: str) -> None:
    frame = home.visit
    assert frame is not None
    press(frame, "kept-look")
    overlay = find(home, "paper-overlay")
    press(overlay, "paper-cover")
    assert home.layers.covered
    assert not overlay.isVisible()
    assert not find(home, "cover").isHidden()
    home.set_cover(False)
    assert overlay.isVisible()
    assert overlay.isAncestorOf(home.focusWidget() or QWidget())
