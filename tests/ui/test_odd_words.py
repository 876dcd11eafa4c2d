"""Whatever is pasted into whichever field, nobody meets an error and the visit can be written."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from sdm_aid.application.start_visit import visit_bytes
from sdm_aid.application.visit_file import from_json
from sdm_aid.domain.journal import replay
from sdm_aid.domain.steps import STEPS
from sdm_aid.ui.frame.visit import VisitFrame
from tests.ui.walk import a_window, open_visit, settle

ODD = (
    "walk the dog " * 1_600,
    "a\x00b\x07c\x1b[31m\x7f\x85\u2028d\ufffe\U0001f469\u200d\U0001f469 "
    "مرحبا بالعالم שלום <b>bold</b> {name} %s ${x}",
)


@pytest.mark.parametrize("step", STEPS)
def test_every_field_takes_whatever_is_pasted(
    usual_ways: QApplication, qtbot: QtBot, tmp_path: Path, step: str
) -> None:
    window = a_window(usual_ways, qtbot, tmp_path)
    open_visit(window)
    visit = window.visit
    assert visit is not None
    visit.navigator.go(step)
    visit.press("question")
    settle()
    for odd in ODD:
        for name in names_of_fields(visit):
            paste(visit, name, odd)
        visit.commit()
        settle()
        data = visit_bytes(visit.bridge.session)
        assert replay(from_json(data).journal) == visit.bridge.state
    assert names_of_fields(visit)


def names_of_fields(visit: VisitFrame) -> list[str]:
    """The fields on view, on the page and in the panel beside it."""
    fields: list[QLineEdit | QPlainTextEdit] = [
        *visit.findChildren(QLineEdit),
        *visit.findChildren(QPlainTextEdit),
    ]
    return [
        f.objectName() for f in fields if f.isVisible() and f.isEnabled() and not f.isReadOnly()
    ]


def paste(visit: VisitFrame, name: str, words: str) -> None:
    """Paste in place of what stands in a field, and leave it with Enter and Tab."""
    field = visit.findChild(QWidget, name)
    if not isinstance(field, QLineEdit | QPlainTextEdit) or not field.isVisible():
        return  # it went away when the field before it was filled in
    QGuiApplication.clipboard().setText(words)
    field.setFocus()
    field.selectAll()
    field.paste()
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClick(field, Qt.Key.Key_Tab)
    settle()
