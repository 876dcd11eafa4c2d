"""Forms: one is chosen, saved or printed; a place that takes no file is said."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from sdm_aid.paths import resources_dir
from sdm_aid.ui.jobs import InlineJobs
from sdm_aid.ui.main_window import MainWindow
from sdm_aid.ui.pre_visit.forms_screen import FormsScreen
from sdm_aid.ui.record.access.printing import NoPrinter
from tests.domain.visits import NOON
from tests.ui.pages.reach import nameless, one, press, small


def _screen(qtbot: QtBot, home: Path, printed: list[bytes] | None = None) -> FormsScreen:
    def printer(pdf: bytes, _over: QWidget) -> bool:
        if printed is None:
            raise NoPrinter
        printed.append(pdf)
        return True

    screen = FormsScreen(
        (), resources_dir(), home, InlineJobs(), lambda: NOON, "Riverside", printer=printer
    )
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


def test_a_questionnaire_is_printed_and_what_hinders_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    printed: list[bytes] = []
    screen = _screen(qtbot, tmp_path, printed)
    press(screen, "chip-peg", "forms-measure-chips")
    press(screen, "forms-print")
    assert [pdf[:4] for pdf in printed] == [b"%PDF"]
    screen = _screen(qtbot, tmp_path)
    press(screen, "chip-peg", "forms-measure-chips")
    press(screen, "forms-print")
    assert "No printer" in screen.notice.sentence
    screen.save_to(tmp_path / "no" / "such" / "place.pdf")
    assert "takes no file" in screen.notice.sentence
    assert nameless(screen) == []
    assert small(screen) == []
