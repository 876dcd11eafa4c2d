"""Every word on the window can be translated, and the window stands in a longer language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from sdm_aid.application.content_state import content_states
from sdm_aid.content.index import list_decisions
from sdm_aid.i18n.pseudo import CLOSE, OPEN
from sdm_aid.paths import resources_dir
from sdm_aid.ui.main_window import MainWindow
from sdm_aid.wording.sources import reference
from tests.full_visit import the_content
from tests.ui.walk import a_window, every_screen, every_view, open_visit, said_in

pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning")
BARE = re.compile(r"[^\W\d_]{2,}")
"""Two letters or more; one letter names a choice."""
MONTHS = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b")
"""Dates are written by the language of the calendar, and the pseudo-languages have the English."""


def test_every_word_of_a_visit_can_be_translated(
    usual_ways: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    """A visit that has only begun, from right to left; one with everything said comes below."""
    window = a_window(usual_ways, qtbot, tmp_path, "qpr")
    open_visit(window, "qpr", whole=False)
    bare: list[str] = []
    for name, view in every_view(window):
        bare += bare_words_of(name, view, known_in(window))
    assert not bare, "\n".join(sorted(set(bare)))


def known_in(window: MainWindow) -> set[str]:
    """What stands on the pages of a visit in the words of whoever wrote it."""
    # titles of papers and words quoted from them stay in the language of the source
    content = the_content()
    references = {reference(source) for source in content.sources.values()}
    read_at = (content.estimates, content.facts, content.positions)
    references |= {record.place for records in read_at for record in records.values()}
    return said_in(window) | references


def test_every_word_of_the_screens_can_be_translated(
    usual_ways: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    window = a_window(usual_ways, qtbot, tmp_path, "qps")
    # titles of decisions are content; what the check finds is written for those who write content
    decisions = list_decisions(resources_dir(), "en")
    ids = tuple(entry.id for entry in decisions)
    known = {*the_content().text.values(), *ids, *(entry.title for entry in decisions)}
    names: list[str] = []
    for state in content_states(resources_dir(), window.folder, ids, "en", names.append):
        known |= {*state.errors, *state.warnings, *state.not_evidenced}
        known |= {state.funding, state.authors, state.conflicts, state.update_policy}
    bare = []
    for name, view in every_screen(window):
        bare += bare_words_of(name, view, known)
    assert not bare, "\n".join(sorted(set(bare)))


@pytest.mark.parametrize(("language", "scale"), [("qps", 100), ("qpr", 100), ("en", 200)])
def test_nothing_scrolls_sideways_is_cut_off_or_untranslated(
    usual_ways: QApplication, qtbot: QtBot, tmp_path: Path, language: str, scale: int
) -> None:
    window = a_window(usual_ways, qtbot, tmp_path, language, scale)
    open_visit(window, language)
    right = language == "qpr"
    wanted = Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight
    wrong = []
    for name, view in chain(every_view(window), every_screen(window)):
        assert window.width() <= 1366, f"{name} makes the window {window.width()} wide"
        assert view.layoutDirection() == wanted, name
        wrong += [f"{name}: {place}" for place in (*sideways(view), *squeezed(view))]
        if language == "qps" and view is window.visit:
            wrong += bare_words_of(name, view, known_in(window))
    assert not wrong, "\n".join(sorted(set(wrong)))


def bare_words_of(name: str, view: QWidget, known: set[str]) -> list[str]:
    """The same with the name of the view."""
    return [f"{name}: {text}" for text in bare_words(view, known)]


def bare_words(view: QWidget, known: set[str]) -> Iterator[str]:
    """Words on view, or said to screen readers, that did not come out of the catalogue."""
    for text in texts(view):
        rest = outside(text, known)
        if text not in known and (found := BARE.search(rest)):
            yield f"{found[0]} in {text[:80]}"


def texts(view: QWidget) -> Iterator[str]:
    """What can be read on a view, and the names of its controls."""
    for part in view.findChildren(QWidget):
        if not part.isVisible():
            continue
        if isinstance(part, QLabel | QAbstractButton):
            yield part.text()
        if isinstance(part, QLineEdit | QPlainTextEdit):
            yield part.placeholderText()
        yield from (part.accessibleName(), part.toolTip())
        # a printed page is read back in the order PDFium takes from right to left: no brackets pair
        paper = part.objectName().startswith(("plan-page", "paper-"))
        if not paper or part.layoutDirection() == Qt.LayoutDirection.LeftToRight:
            yield part.accessibleDescription()


def outside(text: str, known: set[str]) -> str:
    """What stands outside the brackets, without the words somebody typed."""
    for words in sorted(known, key=len, reverse=True):
        text = text.replace(words, "") if words else text
    for sign in (OPEN, CLOSE):  # as the preview of the paper names letters that it cannot print
        text = text.replace(f"[U+{ord(sign):X}]", sign)
    left, depth = [], 0
    for sign in text:
        depth += (sign == OPEN) - (sign == CLOSE)
        if not depth and sign != CLOSE:
            left.append(sign)
    return MONTHS.sub("", "".join(left))


def sideways(view: QWidget) -> Iterator[str]:
    """Scrolling areas whose content is wider than they are."""
    for area in view.findChildren(QScrollArea):
        body = area.widget()
        if area.isVisible() and body is not None and body.width() > area.viewport().width():
            yield f"{area.objectName()} {body.width()} in {area.viewport().width()}"


def squeezed(view: QWidget) -> Iterator[str]:
    """Labels and buttons with words that have no room at all, or stand outside their parent."""
    for part in view.findChildren(QWidget):
        if not isinstance(part, QLabel | QAbstractButton) or not part.text():
            continue
        if not part.isVisible():
            continue
        if part.width() < 8 or part.height() < 8:
            yield f"{part.objectName()} “{part.text()[:30]}” {part.width()} x {part.height()}"
        elif isinstance(part, QLabel) and part.height() < part.heightForWidth(part.width()):
            least = part.heightForWidth(part.width())
            yield f"{part.objectName()} “{part.text()[:30]}” {part.height()} of {least} high"
