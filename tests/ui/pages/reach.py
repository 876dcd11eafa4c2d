"""Reaches the parts of one page by their names, as a person does who sees and presses them."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from sdm_aid.domain.actions import Action
from sdm_aid.domain.library import DecisionContent
from sdm_aid.ui.pages.base import Page, VisitContext
from sdm_aid.ui.theme.apply import apply_theme
from tests.content.builders import mini_content, mini_decision
from tests.ui.page_law import context_for

W = TypeVar("W", bound=QWidget)
P = TypeVar("P", bound=Page)

ODD = ("x" * 10_000, "x" * 30_000, "😀👩‍👩‍👧 مرحبا بالعالم שלום", "<b>bold</b> & {name} %s")
LONGEST = 20_000
ROOM = 1366 - 2 * 28 - 40
"""Pixels that the frame leaves a page on a screen of 1366, beside a scroll bar for large text."""


@lru_cache(maxsize=1)
def the_mini() -> DecisionContent:
    """The made-up decision with a second question for teach-back, loaded once."""
    files = mini_content()
    files["decisions/mini.toml"]["teach_back"].append({"id": "will-pass", "row": "what"})
    files["text/en/decisions/mini.toml"]["teach_back"]["will-pass"] = {
        "ask": "What may happen to the pain by itself?",
        "listen_for": "It may pass.",
    }
    with tempfile.TemporaryDirectory() as folder:
        return mini_decision(Path(folder), files)


def shown_page(
    qtbot: QtBot, make: Callable[[VisitContext], P], content: DecisionContent, *done: Action
) -> P:
    """A page on the screen that follows its visit, after some actions."""
    context = context_for(content)
    page = make(context)
    context.bridge.changed.connect(page.render_state)
    qtbot.addWidget(page)
    page.resize(1300, 900)
    page.show()
    for action in done:
        assert context.bridge.dispatch(action)
    page.render_state(context.bridge.state)
    page.reset_view()
    return page


def one(page: QWidget, kind: type[W], name: str) -> W:
    """The child of this name."""
    found = page.findChild(kind, name)
    assert found is not None, name
    return found


def press(page: QWidget, name: str, inside: str = "") -> None:
    """Press a button with the mouse; ``inside`` names the group that holds it."""
    holder = one(page, QWidget, inside) if inside else page
    QCoreApplication.sendPostedEvents()  # what was made just now comes into view
    button = one(holder, QAbstractButton, name)
    assert button.isVisibleTo(page), name
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def strike(page: QWidget, name: str, inside: str = "") -> None:
    """Press a button with the keyboard."""
    holder = one(page, QWidget, inside) if inside else page
    button = one(holder, QAbstractButton, name)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)


def put(page: Page, name: str, text: str) -> None:
    """Put text into a field, as by typing or pasting it, and leave the page."""
    field = one(page, QWidget, name)
    if isinstance(field, QPlainTextEdit):
        field.selectAll()
        field.insertPlainText(text)
    else:
        assert isinstance(field, QLineEdit)
        field.selectAll()
        field.insert(text)
        field.textEdited.emit(field.text())
    page.leaving()


def nameless(page: QWidget) -> list[str]:
    """The controls that a screen reader could not name."""
    kinds = (QAbstractButton, QLineEdit, QPlainTextEdit, QListWidget)
    controls = [child for kind in kinds for child in page.findChildren(kind)]
    return [
        f"{type(child).__name__} {child.objectName()}"
        for child in controls
        if not child.objectName().startswith("qt_") and not child.accessibleName()
    ]


def small(page: QWidget) -> list[str]:
    """The controls on view that are lower or narrower than 44 pixels."""
    found = []
    for child in page.findChildren(QAbstractButton):
        low = min(child.width(), child.height())
        if child.isVisibleTo(page) and low < 44:
            found.append(f"{child.objectName()} {child.width()} x {child.height()}")
    return found


def least_width_at_double(app: QApplication, make: Callable[[], QWidget]) -> int:
    """The width that a page needs at 200 % text, in pixels."""
    apply_theme(app, "light", 2.0)
    try:
        return make().minimumSizeHint().width()
    finally:
        apply_theme(app, "light", 1.0)
