"""Typed words are clean, end at the longest the visit keeps, and the field says where that is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from sdm_aid.domain.room import Patient
from sdm_aid.ui.widgets.finished_field import TypedLine, TypedText
from sdm_aid.ui.widgets.text_field import LineField, TextField
from sdm_aid.ui.widgets.typed_words import LONGEST, clean, kept

pytestmark = pytest.mark.usefixtures("app")

FIELDS = [LineField, TextField]
HIDDEN = "a\x00b\x07c\x7f\x85\u2028d"


@pytest.mark.parametrize("kind", [*FIELDS, TypedLine, TypedText])
def test_a_full_field_takes_no_more_and_says_so(
    qtbot: QtBot, kind: type[LineField | TextField | TypedLine | TypedText]
) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(400, 300)
    field = made(kind, page)
    page.show()
    field.setFocus()
    QGuiApplication.clipboard().setText("x" * (LONGEST - 1))
    field.paste()
    assert page.findChild(QLabel, "field-full") is None
    QGuiApplication.clipboard().setText("yz\U0001f642")
    field.paste()
    notice = page.findChild(QLabel, "field-full")
    assert isinstance(notice, QLabel)
    assert notice.isVisible()
    assert notice.text() == "This field holds 20,000 characters; the rest was not taken."
    assert page.rect().contains(notice.geometry())
    assert field.text() == "x" * (LONGEST - 1) + "y"
    QTest.keyClicks(field, "more")
    assert len(field.text()) == LONGEST
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    assert notice.isHidden()


@pytest.mark.parametrize("kind", FIELDS)
def test_what_nobody_can_see_is_not_handed_over(
    qtbot: QtBot, kind: type[LineField | TextField]
) -> None:
    field = kind()
    qtbot.addWidget(field)
    spy = QSignalSpy(field.edited)
    QGuiApplication.clipboard().setText(HIDDEN)
    QTest.keyClicks(field, " ")
    field.paste()
    field.commit()
    between = " " if kind is LineField else "\n"
    assert [str(spy.at(i)[0]) for i in range(spy.count())] == [f" abc{between}{between}d"]


@given(st.text(st.characters(categories=["L", "N", "P", "Zs", "Cc", "Cs", "Cn", "So"])))
def test_kept_words_fit_a_visit_and_a_file(typed: str) -> None:
    words = kept(typed)
    patient = Patient(name=words)
    assert Patient.model_validate_json(patient.model_dump_json().encode("utf-8")) == patient
    assert words is None or clean(words) == words


def test_nothing_turns_the_letters_of_a_name_round() -> None:
    assert clean("Maria \u202eissoR\u202c") == "Maria issoR"
    assert clean("מריה Rossi") == "מריה Rossi"


def test_kept_words_are_cut_at_the_longest_and_blanks_are_nothing() -> None:
    assert kept("é" * (LONGEST + 5)) == "é" * LONGEST
    assert kept(" \n\t") is None
    assert kept(" two\r\nlines ") == " two\nlines "


def made(kind: type, parent: QWidget) -> LineField | TextField | TypedLine | TypedText:
    """A field of this kind at the top of its parent."""
    if kind in (TypedLine, TypedText):
        field = kind("field", "A field", parent=parent)
    else:
        field = kind(parent=parent)
    field.setGeometry(10, 10, 300, 60)
    assert isinstance(field, LineField | TextField | TypedLine | TypedText)
    return field
