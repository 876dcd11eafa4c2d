"""Papers over the window: look, save, copy; by hand and by keyboard; and what goes wrong."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from sdm_aid.ui.jobs import InlineJobs
from sdm_aid.ui.paper.opening import open_paper, open_papers
from sdm_aid.ui.paper.overlay import PaperOverlay
from sdm_aid.ui.paper.paper import Given, Paper
from sdm_aid.ui.theme.apply import apply_theme
from tests.ui.pages.reach import nameless, one, press, small
from tests.ui.paper.conftest import Installed, Show
from tests.ui.paper.papers import HANDOUT, OFFICE, PLAN, two_pages
from tests.ui.walk import a_window


def said(overlay: PaperOverlay) -> str:
    return one(overlay, QWidget, "paper-notice").accessibleName()


def printed(overlay: PaperOverlay) -> str:
    return one(overlay, QWidget, "print-notice").accessibleName()


def key(pressed: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, pressed, held)


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


def test_the_window_stays_open_until_papers_are_printed(
    usual_ways: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    window = a_window(usual_ways, qtbot, tmp_path)
    overlay = open_papers((PLAN,), window.home, jobs=InlineJobs())
    overlay.run.running.emit(True)
    window.set_cover(True)
    assert not window.close()
    assert overlay.isVisible()
    assert "being printed, so the window stays open" in overlay.notice.accessibleName()
    overlay.run.running.emit(False)
    assert overlay.notice.accessibleName() == ""
    assert window.close()
