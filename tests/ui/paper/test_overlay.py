"""Papers over the window: look, print, save, copy; by hand and by keyboard; and what goes wrong."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from sdm_aid.application.printing import PrintTrouble
from sdm_aid.ui.jobs import InlineJobs, PoolJobs
from sdm_aid.ui.paper import printers
from sdm_aid.ui.paper.opening import open_paper, open_papers
from sdm_aid.ui.paper.overlay import PaperOverlay
from sdm_aid.ui.paper.pages import page_count
from sdm_aid.ui.paper.paper import Given, Paper
from sdm_aid.ui.paper.printers import PrinterFacts
from sdm_aid.ui.theme.apply import apply_theme
from tests.ui.pages.reach import nameless, one, press, small
from tests.ui.paper.conftest import Installed
from tests.ui.paper.papers import two_pages

OFFICE = PrinterFacts("Office", grey_only=False, both_sides=True)
PLAN = Paper("plan", "The plan", "2026-11-21-plan.pdf", two_pages(), text=lambda: "What we agreed")
HANDOUT = Paper("handout", "The handout", "2026-11-21-handout.pdf", two_pages())

Show = Callable[..., PaperOverlay]


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


def said(overlay: PaperOverlay) -> str:
    return one(overlay, QWidget, "paper-notice").accessibleName()


def printed(overlay: PaperOverlay) -> str:
    return one(overlay, QWidget, "print-notice").accessibleName()


def key(pressed: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, pressed, held)


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
    assert (
        one(overlay, QLineEdit, "print-first").isHidden()
        or not one(overlay, QLineEdit, "print-first").isVisible()
    )
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


def test_a_full_disk_leaves_no_half_file(
    show: Show, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    overlay = show(PLAN, choose_place=lambda name: folder / name)

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        press(overlay, "paper-save")
    assert said(overlay).startswith(f"There is no room left in {folder}")
    assert list(folder.iterdir()) == []
    press(overlay, "paper-save")
    assert [path.name for path in folder.iterdir()] == [PLAN.name]


def test_a_folder_that_takes_nothing_is_named(show: Show, tmp_path: Path) -> None:
    in_the_way = tmp_path / "a file"
    in_the_way.write_text("x")
    overlay = show(PLAN, choose_place=lambda name: in_the_way / name)
    press(overlay, "paper-save")
    assert said(overlay).startswith(f"{in_the_way} takes no file")


def test_text_goes_to_the_clipboard_and_it_is_said(show: Show) -> None:
    overlay = show()
    one(overlay, QPushButton, "paper-copy").setFocus()
    key(Qt.Key.Key_Return)
    assert QGuiApplication.clipboard().text() == "What we agreed"
    assert "Other programs on this computer can read what was copied" in said(overlay)
    press(overlay, "paper-show-handout")
    assert not one(overlay, QPushButton, "paper-copy").isVisible()


def test_what_is_not_written_down_is_not_given(
    show: Show, install: Installed, tmp_path: Path
) -> None:
    install(OFFICE)
    tried: list[Given] = []

    def refuse(how: Given) -> None:
        from sdm_aid.records.trouble import Missing

        tried.append(how)
        raise Missing("v1")

    paper = Paper("plan", "The plan", "plan.pdf", PLAN.pdf, text=lambda: "secret", given=refuse)
    QGuiApplication.clipboard().setText("before")
    overlay = show(paper, to_print=True, choose_place=lambda name: tmp_path / name)
    press(overlay, "print-now")
    press(overlay, "paper-save")
    press(overlay, "paper-copy")
    assert tried == ["printed", "saved", "copied"]
    assert QGuiApplication.clipboard().text() == "before"
    assert list(tmp_path.glob("*.pdf")) == []
    assert printed(overlay)
    assert said(overlay)


def test_tab_stays_inside_and_esc_goes_back_to_where_one_was(
    show: Show, install: Installed, room: QWidget
) -> None:
    install(OFFICE)
    overlay = show(to_print=True)
    seen = set()
    for _time in range(60):
        key(Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        assert overlay.isAncestorOf(focused)
        seen.add(focused.objectName())
    assert {"paper-close", "print-now", "paper-view", "paper-larger", "print-plan"} <= seen
    key(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    key(Qt.Key.Key_Escape)
    assert not overlay.card.isVisible()
    key(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert overlay.card.isVisible()
    key(Qt.Key.Key_Escape)
    key(Qt.Key.Key_Escape)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName() == "behind"
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert room.findChild(QWidget, "paper-overlay") is None


def test_keys_of_the_window_rest_but_for_the_cover(show: Show, room: QWidget) -> None:
    heard: list[str] = []
    for sequence in ("Ctrl++", "Ctrl+Left", "F9"):
        QShortcut(QKeySequence(sequence), room, lambda name=sequence: heard.append(name))
    overlay = show(PLAN)
    size = one(overlay, QLabel, "paper-size").text()
    control = Qt.KeyboardModifier.ControlModifier
    key(Qt.Key.Key_Plus, control)
    key(Qt.Key.Key_Left, control)
    assert one(overlay, QLabel, "paper-size").text() != size
    key(Qt.Key.Key_F9)
    assert heard == ["F9"]


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_control_is_named_and_large_enough(
    usual_ways: QApplication, show: Show, install: Installed, scale: float
) -> None:
    apply_theme(usual_ways, "contrast", scale)
    install(OFFICE)
    overlay = show()
    assert small(overlay) == []
    press(overlay, "paper-print")
    assert small(overlay) == []
    assert nameless(overlay) == []
    QCoreApplication.sendPostedEvents()  # what came and went is laid out
    assert overlay.minimumSizeHint().width() <= 1366
    assert one(overlay, QPushButton, "print-now").isVisible()


def test_one_paper_by_its_bytes(room: QWidget) -> None:
    overlay = open_paper(two_pages(), "A form", "form.pdf", room, jobs=InlineJobs())
    assert one(overlay, QLabel, "paper-title").text() == "A form"
    assert not one(overlay, QPushButton, "paper-copy").isVisible()
    press(overlay, "paper-close")
    assert not overlay.isVisible()


def test_what_is_not_signed_yet_is_only_looked_at(
    show: Show, install: Installed, tmp_path: Path
) -> None:
    install(OFFICE)
    draft = Paper("plan", "The plan, not signed yet", "plan.pdf", PLAN.pdf, draft=True)
    overlay = show(draft, HANDOUT, choose_place=lambda name: tmp_path / name)
    for name in ("paper-print", "paper-save", "paper-copy"):
        assert not one(overlay, QPushButton, name).isVisible()
    key(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert list(tmp_path.glob("*.pdf")) == []
    press(overlay, "paper-show-handout")
    press(overlay, "paper-print")
    assert [row.paper for row in overlay.card.rows] == [HANDOUT]
