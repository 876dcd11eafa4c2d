"""Forms: one is chosen, saved or printed; a place that takes no file is said."""

from __future__ import annotations

from pathlib import Path

from pypdf import PdfReader
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from sdm_aid.content.index import DecisionEntry
from sdm_aid.paths import resources_dir
from sdm_aid.ui.jobs import InlineJobs
from sdm_aid.ui.main_window import MainWindow
from sdm_aid.ui.paper.overlay import PaperOverlay
from sdm_aid.ui.paper.pages import page_count
from sdm_aid.ui.paper.printers import PrinterFacts
from sdm_aid.ui.pre_visit.forms_screen import FormsScreen
from tests.domain.visits import NOON
from tests.ui.pages.reach import nameless, one, press, small
from tests.ui.paper.conftest import Installed
from tests.ui.paper.conftest import install as install


def _screen(qtbot: QtBot, home: Path) -> FormsScreen:
    screen = FormsScreen((), resources_dir(), home, InlineJobs(), lambda: NOON, "Riverside")
    qtbot.addWidget(screen)
    screen.resize(1300, 900)
    screen.show()
    return screen


def test_home_leads_to_the_forms_and_back(window: MainWindow) -> None:
    press(window, "home-forms")
    screen = one(window, FormsScreen, "forms")
    assert screen.isVisible()
    assert not one(screen, QPushButton, "forms-save").isEnabled()
    press(screen, "chip-mini", "forms-visit-chips")
    assert screen.chosen() == ("visit", "mini")
    assert one(screen, QPushButton, "forms-save").isEnabled()
    press(screen, "forms-back")
    assert window.home.isVisible()


def test_the_sheet_is_saved(window: MainWindow, tmp_path: Path) -> None:
    press(window, "home-forms")
    screen = one(window, FormsScreen, "forms")
    press(screen, "chip-mini", "forms-visit-chips")
    out = tmp_path / "sheet.pdf"
    screen.save_to(out)
    assert out.read_bytes().startswith(b"%PDF")
    assert "sheet.pdf" in screen.notice.sentence


def test_who_saves_by_keyboard_stays_at_the_button(window: MainWindow, tmp_path: Path) -> None:
    press(window, "home-forms")
    screen = one(window, FormsScreen, "forms")
    press(screen, "chip-mini", "forms-visit-chips")
    save = one(screen, QPushButton, "forms-save")
    for place in (tmp_path / "sheet.pdf", tmp_path / "no-folder" / "sheet.pdf"):
        save.setFocus()
        screen.save_to(place)
        assert screen.focusWidget() is save


def test_the_empty_handout_is_saved_on_the_sheet_chosen(window: MainWindow, tmp_path: Path) -> None:
    press(window, "home-forms")
    screen = one(window, FormsScreen, "forms")
    press(screen, "chip-mini", "forms-visit-chips")
    press(screen, "chip-handout", "forms-kinds")
    press(screen, "chip-Letter", "forms-sheets")
    assert screen.chosen() == ("handout", "mini")
    out = tmp_path / "mini-handout.pdf"
    screen.save_to(out)
    page = PdfReader(out).pages[0]
    assert (float(page.mediabox.width), float(page.mediabox.height)) == (612.0, 792.0)
    assert "take home and think" in page.extract_text()
    press(screen, "chip-handout", "forms-kinds")
    assert screen.chosen() == ("visit", "mini")
    assert nameless(screen) == []


def test_the_clinics_sheet_is_chosen_already(window: MainWindow) -> None:
    window.show_screen("settings")
    press(window, "paper-Letter")
    assert window.appearance.settings.paper_size == "Letter"
    window.show_screen("forms")
    screen = one(window, FormsScreen, "forms")
    assert screen.sheets.selected() == ("Letter",)
    window.appearance.keep(window.appearance.settings._replace(paper_size=""))


def test_a_questionnaire_and_a_visit_are_not_chosen_together(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    press(window, "home-forms")
    screen = one(window, FormsScreen, "forms")
    screen.measures.set_items([("other", "Another scale")])
    screen.measures.show()
    press(screen, "chip-mini", "forms-visit-chips")
    press(screen, "chip-other", "forms-measure-chips")
    assert screen.chosen() == ("measure", "other")
    assert screen.visits.selected() == ()


def test_a_questionnaire_is_printed_and_what_hinders_is_said(
    qtbot: QtBot, tmp_path: Path, install: Installed
) -> None:
    install(PrinterFacts("Office", grey_only=False, both_sides=False))
    screen = _screen(qtbot, tmp_path)
    press(screen, "chip-peg", "forms-measure-chips")
    press(screen, "forms-print")
    press(screen, "print-now")
    assert page_count((tmp_path / "Office.pdf").read_bytes()) == 1
    overlay = one(screen, PaperOverlay, "paper-overlay")
    assert overlay.paper.name == "peg.pdf"
    press(screen, "paper-close")
    screen.save_to(tmp_path / "no" / "such" / "place.pdf")
    assert "takes no file" in screen.notice.sentence
    assert nameless(screen) == []
    assert small(screen) == []


def test_a_clinic_in_letters_that_cannot_be_printed_is_told(
    qtbot: QtBot, tmp_path: Path, install: Installed
) -> None:
    install()
    screen = FormsScreen(
        (DecisionEntry("sciatica", "Leg pain", "en"),),
        resources_dir(),
        tmp_path,
        InlineJobs(),
        lambda: NOON,
        "東京",
    )
    qtbot.addWidget(screen)
    screen.show()
    press(screen, "chip-sciatica", "forms-visit-chips")
    screen.save_to(tmp_path / "sheet.pdf")
    assert "Saved as sheet.pdf" in screen.notice.sentence
    assert "Our print has no Chinese characters. “東京”" in screen.notice.sentence
    press(screen, "forms-print")
    told = one(one(screen, PaperOverlay, "paper-overlay"), QWidget, "paper-notice")
    assert "Write it in Latin letters, or use the paper like that." in told.accessibleName()
