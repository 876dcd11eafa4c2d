"""What a page says while it is being left is still to be read on the next one."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from sdm_aid.ui.frame.visit import VisitFrame
from sdm_aid.ui.widgets.finished_field import TypedText
from sdm_aid.ui.widgets.text_field import TextField
from tests.ui.pages.test_start import one, press


@pytest.mark.parametrize("way_on", ["footer-next", "footer-quick"])
def test_a_date_nobody_can_read_is_told_even_when_the_page_is_left_at_once(
    visit: VisitFrame, way_on: str
) -> None:
    born = one(visit, QLineEdit, "patient-born")
    born.clear()
    born.setFocus()
    QTest.keyClicks(born, "31.2.2001")
    press(visit, way_on)
    assert visit.navigator.current != "start"
    assert "31.2.2001" in visit.notice.sentence


def test_what_was_said_before_goes_with_the_page(visit: VisitFrame) -> None:
    visit.say("Something about this page.")
    QApplication.processEvents()
    press(visit, "footer-next")
    assert visit.notice.sentence == ""


def test_an_answer_still_being_typed_is_kept_when_the_next_question_comes(
    visit: VisitFrame,
) -> None:
    press(visit, "footer-question")
    ask = one(visit, TypedText, "question-new")
    ask.setPlainText("Can I drive?")
    ask.commit()
    QTest.keyClicks(one(visit, TextField, "answer-q1"), "The day after.")
    ask.setPlainText("Can I swim?")
    visit.questions.put_away()
    first, second = visit.bridge.state.questions
    assert (first.answer, second.text) == ("The day after.", "Can I swim?")
    assert one(visit, TextField, "answer-q1").toPlainText() == "The day after."
