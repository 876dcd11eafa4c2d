"""The print card: one press prints; which papers, how often, on what; and what goes wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from sdm_aid.application.printing import PrintTrouble
from sdm_aid.ui.jobs import PoolJobs
from sdm_aid.ui.paper import printers
from sdm_aid.ui.paper.overlay import PaperOverlay
from sdm_aid.ui.paper.pages import page_count
from sdm_aid.ui.paper.printers import PrinterFacts
from tests.ui.pages.reach import one, press
from tests.ui.paper.conftest import Installed, Show
from tests.ui.paper.papers import OFFICE, PLAN


def said(overlay: PaperOverlay) -> str:
    return one(overlay, QWidget, "paper-notice").accessibleName()


def printed(overlay: PaperOverlay) -> str:
    return one(overlay, QWidget, "print-notice").accessibleName()


def test_one_press_prints_one_of_each(show: Show, install: Installed, tmp_path: Path) -> None:
    install(OFFICE, PrinterFacts("Cellar", grey_only=True, both_sides=False))
    overlay = show(to_print=True)
    assert one(overlay, QLabel, "print-on").text() == "On Office"
    press(overlay, "print-now")
    assert printed(overlay) == "4 pages were sent to Office."
    assert page_count((tmp_path / "Office.pdf").read_bytes()) == 2  # the handout, over the plan
    assert not (tmp_path / "Cellar.pdf").exists()


def test_ticks_copies_and_pages_are_followed(
    show: Show, install: Installed, tmp_path: Path
) -> None:
    install(OFFICE)
    overlay = show(to_print=True)
    assert not one(overlay, QLineEdit, "print-first").isVisible()  # which paper’s pages?
    press(overlay, "print-handout")
    press(overlay, "print-more-plan")
    assert one(overlay, QLabel, "print-count-plan").text() == "2 copies"
    QTest.keyClicks(one(overlay, QLineEdit, "print-first"), "3")
    assert one(overlay, QLabel, "print-pages-wrong").text() == "Pages go from 1 to 2."
    assert not one(overlay, QPushButton, "print-now").isEnabled()
    one(overlay, QLineEdit, "print-first").clear()
    QTest.keyClicks(one(overlay, QLineEdit, "print-first"), "2")
    press(overlay, "print-now")
    assert printed(overlay) == "2 pages were sent to Office."
    assert page_count((tmp_path / "Office.pdf").read_bytes()) == 2
    press(overlay, "print-plan")
    assert not one(overlay, QPushButton, "print-now").isEnabled()


def test_without_a_printer_saving_is_offered(
    show: Show, install: Installed, tmp_path: Path
) -> None:
    install()
    target = tmp_path / "kept.pdf"
    overlay = show(to_print=True, choose_place=lambda _name: target)
    assert "No printer is set up on this computer." in printed(overlay)
    assert not one(overlay, QPushButton, "print-now").isVisible()
    press(overlay, "print-save")
    assert target.read_bytes() == PLAN.pdf
    assert "not encrypted" in said(overlay)


def test_a_printer_taken_away_meanwhile_is_one_sentence(
    show: Show, install: Installed, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(OFFICE)
    overlay = show(to_print=True)

    def gone(name: str, _both: bool | None) -> QPrinter:
        raise PrintTrouble("gone", name)

    monkeypatch.setattr(printers, "ready", gone)
    for name in ("print-now", "print-other"):
        press(overlay, name)
        assert "Office is not there any more" in printed(overlay)
        assert one(overlay, QPushButton, name).isEnabled()


def test_the_systems_dialog_has_the_last_word(
    show: Show, install: Installed, tmp_path: Path
) -> None:
    install(OFFICE)
    asked: list[tuple[int, int]] = []

    def ask(printer: QPrinter, _over: QWidget, pages: int) -> bool:
        asked.append((printer.copyCount(), pages))
        printer.setPrintRange(QPrinter.PrintRange.PageRange)
        printer.setFromTo(2, 2)
        return len(asked) > 1

    overlay = show(PLAN, to_print=True, ask_system=ask)
    press(overlay, "print-other")
    assert printed(overlay) == ""
    assert not (tmp_path / "Office.pdf").exists()
    press(overlay, "print-other")
    assert asked == [(1, 2), (1, 2)]
    assert "1 page was sent" in printed(overlay)


def test_a_printer_without_colour_is_not_asked_for_it(show: Show, install: Installed) -> None:
    install(PrinterFacts("Old", grey_only=True, both_sides=False))
    overlay = show(to_print=True)
    assert overlay.card.grey.box.isChecked()
    assert not overlay.card.grey.isEnabled()
    assert not overlay.card.both_sides.isVisible()


def test_nobody_leaves_while_it_prints_and_it_can_be_stopped(
    show: Show, install: Installed, qtbot: QtBot
) -> None:
    install(OFFICE)
    jobs = PoolJobs()
    overlay = show(PLAN, jobs=jobs, to_print=True)
    qtbot.waitUntil(one(overlay, QPushButton, "print-now").isEnabled, timeout=20_000)
    for _time in range(15):
        press(overlay, "print-more-plan")
    press(overlay, "print-now")
    assert not one(overlay, QPushButton, "paper-close").isEnabled()
    overlay.put_away()
    assert overlay.isVisible()
    qtbot.waitUntil(lambda: "page 1 of 32" in overlay.card.progress.text(), timeout=20_000)
    press(overlay, "print-stop")
    qtbot.waitUntil(lambda: printed(overlay) != "", timeout=20_000)
    assert printed(overlay).startswith("Stopped.")
    assert one(overlay, QPushButton, "paper-close").isEnabled()
    jobs.finish()
