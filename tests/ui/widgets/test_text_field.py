"""What is typed is handed over in good time, and nothing of it is lost."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from sdm_aid.ui.widgets.text_field import LineField, TextField

pytestmark = pytest.mark.usefixtures("app")

FIELDS = [LineField, TextField]


def said(spy: QSignalSpy) -> list[str]:
    """What was handed over, in order."""
    return [str(spy.at(index)[0]) for index in range(spy.count())]


@pytest.mark.parametrize("kind", FIELDS)
def test_a_pause_hands_over(qtbot: QtBot, kind: type[LineField | TextField]) -> None:
    field = kind()
    qtbot.addWidget(field)
    with qtbot.waitSignal(field.edited, timeout=3000) as heard:
        QTest.keyClicks(field, "walk again")
    assert heard.args == ["walk again"]


@pytest.mark.parametrize("kind", FIELDS)
def test_committing_twice_tells_once(qtbot: QtBot, kind: type[LineField | TextField]) -> None:
    field = kind()
    qtbot.addWidget(field)
    spy = QSignalSpy(field.edited)
    QTest.keyClicks(field, "work")
    field.commit()
    field.commit()
    assert said(spy) == ["work"]


@pytest.mark.parametrize("kind", FIELDS)
def test_setting_tells_nobody(qtbot: QtBot, kind: type[LineField | TextField]) -> None:
    field = kind()
    qtbot.addWidget(field)
    spy = QSignalSpy(field.edited)
    field.set_text("from the record")
    field.commit()
    assert (field.text(), spy.count()) == ("from the record", 0)


@pytest.mark.parametrize("kind", FIELDS)
def test_typing_wins_over_a_late_redraw(qtbot: QtBot, kind: type[LineField | TextField]) -> None:
    field = kind()
    qtbot.addWidget(field)
    spy = QSignalSpy(field.edited)
    field.set_text("old")
    QTest.keyClick(field, Qt.Key.Key_End)
    QTest.keyClicks(field, "er")
    field.set_text("old")
    field.commit()
    assert said(spy) == ["older"]


@pytest.mark.parametrize("kind", FIELDS)
def test_leaving_the_page_hands_over(qtbot: QtBot, kind: type[LineField | TextField]) -> None:
    holder = QWidget()
    field = kind(parent=holder)
    QVBoxLayout(holder).addWidget(field)
    qtbot.addWidget(holder)
    holder.show()
    spy = QSignalSpy(field.edited)
    QTest.keyClicks(field, "half a sen")
    holder.hide()
    assert said(spy) == ["half a sen"]


def test_enter_hands_over_one_line(qtbot: QtBot) -> None:
    field = LineField()
    qtbot.addWidget(field)
    spy = QSignalSpy(field.edited)
    QTest.keyClicks(field, "gardening")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert said(spy) == ["gardening"]


def test_enter_is_a_new_line_and_ctrl_enter_hands_over(qtbot: QtBot) -> None:
    field = TextField()
    qtbot.addWidget(field)
    spy = QSignalSpy(field.edited)
    QTest.keyClicks(field, "one")
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClicks(field, "two")
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert said(spy) == ["one\ntwo"]


def test_tab_leaves_a_field_of_several_lines(qtbot: QtBot) -> None:
    holder = QWidget()
    column = QVBoxLayout(holder)
    first, second = TextField(parent=holder), TextField(parent=holder)
    column.addWidget(first)
    column.addWidget(second)
    qtbot.addWidget(holder)
    with qtbot.waitActive(holder):
        holder.show()
        holder.activateWindow()
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert second.hasFocus()
    assert first.text() == ""


def test_the_field_grows_up_to_its_most_lines(qtbot: QtBot) -> None:
    field = TextField(least_lines=2, most_lines=5)
    qtbot.addWidget(field)
    field.resize(300, 80)
    field.show()
    heights = []
    for lines in (1, 2, 4, 5, 30):
        field.set_text("\n".join(["line"] * lines))
        heights.append(field.sizeHint().height())
    assert heights[0] == heights[1] < heights[2] < heights[3] == heights[4]


def test_four_lines_need_no_scroll_bar(qtbot: QtBot) -> None:
    field = TextField()
    qtbot.addWidget(field)
    field.set_text("one\ntwo\nthree\nfour")
    field.resize(field.sizeHint())
    field.show()
    assert field.verticalScrollBar().maximum() == 0


@given(st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), max_size=300))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_comes_back_as_it_went_in(qtbot: QtBot, text: str) -> None:
    for kind in FIELDS:
        field = kind()
        qtbot.addWidget(field)
        field.set_text(text.replace("\u00a0", " "))
        assert field.text() == text.replace("\u00a0", " ")


@pytest.mark.parametrize("words", ["😀👩🏽‍⚕️", "שלום עולם", "الألم في الظهر", "x" * 10_000])
def test_long_and_foreign_text_survives(qtbot: QtBot, words: str) -> None:
    field = TextField()
    qtbot.addWidget(field)
    spy = QSignalSpy(field.edited)
    field.insertPlainText(words)
    field.commit()
    assert said(spy) == [words]
