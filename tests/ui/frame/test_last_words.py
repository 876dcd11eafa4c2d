"""What a page says while it is being left is still to be read on the next one."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from sdm_aid.ui.frame.visit import VisitFrame
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
