"""Walks through the whole program in the real window: every screen, every page, every panel."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from sdm_aid.application.session import Session
from sdm_aid.application.settings import Settings, save_settings
from sdm_aid.application.start_visit import OpenedVisit
from sdm_aid.domain.consultation import Consultation
from sdm_aid.domain.journal import Journal
from sdm_aid.domain.library import DecisionContent
from sdm_aid.domain.steps import STEPS
from sdm_aid.i18n import direction, use_language
from sdm_aid.i18n.pseudo import PSEUDO_LANGUAGES, pseudo
from sdm_aid.paths import resources_dir
from sdm_aid.ui.appearance import Appearance
from sdm_aid.ui.frame.visit import VisitFrame
from sdm_aid.ui.jobs import InlineJobs
from sdm_aid.ui.main_window import MainWindow
from tests.full_visit import SIGNED, STARTED, agreed, spoken, the_content

SCREENS = ("about", "check", "content", "settings")
PANELS = ("question", "drawer", "home")
BEHIND = {
    "compare": (
        "cell-leg-pain-early-C",
        "cell-recovered-year-D",
        "cell-harms-C",
        "cell-cost-D",
        "cell-experts-C",
        "footer columns",
    ),
    "sign": ("footer read", "footer seal"),
}
"""What lies behind a page: the cells that are pressed, or what the footer asks for."""
SCREEN_SIZE = (1366, 768)


def content_in(language: str) -> DecisionContent:
    """The shipped decision; in a pseudo-language its prose is pseudo too."""
    if language not in PSEUDO_LANGUAGES:
        return the_content()
    right = language == "qpr"
    text = {key: pseudo(words, right_to_left=right) for key, words in the_content().text.items()}
    return the_content().with_text(text, language)


def a_window(
    app: QApplication, qtbot: QtBot, folder: Path, language: str = "en", text_scale: int = 100
) -> MainWindow:
    """The window at home, as the program makes it, on a small screen."""
    use_language(language)
    right = direction() == "rtl"
    app.setLayoutDirection(
        Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight
    )
    save_settings(folder, Settings(theme="light", text_scale=text_scale))
    window = MainWindow(Appearance(app, folder), InlineJobs(), _then, folder, resources_dir())
    qtbot.addWidget(window)
    window.resize(*SCREEN_SIZE)
    with qtbot.waitSignal(window.home.ready):
        window.show()
    return window


def open_visit(window: MainWindow, language: str = "en", *, whole: bool = True) -> None:
    """Open a visit in the window: everything said, agreed and signed, or only begun."""
    content = content_in(language)
    begun = Consultation(visit_id="c" * 32, content=content.ref, started=STARTED)
    session = Session(Journal(begun=begun), _then, who="Dr A. Okafor")
    for action in (*spoken(), *agreed()) if whole else ():
        session.dispatch(action)
    window.show_visit(OpenedVisit(session, content))


def every_view(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """Show each page of the open visit, then its panels; the name and what is on view."""
    assert window.visit is not None
    for step in STEPS:
        window.visit.navigator.go(step)
        settle()
        yield step, window.visit
        for view in BEHIND.get(step, ()):
            _look_behind(window.visit, view)
            settle()
            yield f"{step}, {view}", window.visit
    for panel in PANELS:
        window.visit.press(panel)
        settle()
        yield panel, window.visit
        window.visit.close_panels()


def every_screen(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """Show home and each screen outside a visit."""
    window.show_home()
    settle()
    yield "home screen", window.home
    for name in SCREENS:
        window.show_screen(name)
        settle()
        shown = window.findChild(QWidget, "rooms")
        assert shown is not None
        yield name, shown


def _look_behind(visit: VisitFrame, name: str) -> None:
    page = visit.navigator.page
    if name.startswith("footer "):
        page.footer_action(name.removeprefix("footer "))
        return
    page.reset_view()
    settle()
    cell = page.findChild(QAbstractButton, name)
    assert cell is not None, name
    cell.click()


def settle() -> None:
    """Let layouts take their places and let go what was taken away."""
    for _round in range(12):  # a width that turns a row into a column asks for another round
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def said_in(window: MainWindow) -> set[str]:
    """Every text that somebody typed into the open visit."""
    assert window.visit is not None
    return set(_strings(window.visit.bridge.state.model_dump(mode="json")))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _strings(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _strings(part)


def _then() -> datetime:
    return SIGNED
