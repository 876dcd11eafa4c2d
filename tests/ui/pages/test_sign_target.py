"""Plan and sign: the pain number that would be good enough, chosen, taken back, never filled in."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.ui.pages.reach import press, strike
from tests.ui.pages.real_content import a_visit_to_sign
from tests.ui.pages.signed import a_signed_visit, open_sign


def test_the_number_is_chosen_and_taken_back(qtbot: QtBot, tmp_path: Path) -> None:
    page = open_sign(qtbot, tmp_path, a_visit_to_sign())
    target = page.plan.goal.target
    assert (target.value, page.state.plan.target_pain) == (None, None)
    strike(page, "step-0", "plan-target")
    assert page.state.plan.target_pain == 0
    press(page, "step-3", "plan-target")
    assert (target.value, page.state.plan.target_pain) == (3, 3)
    page._context.bridge.undo()
    assert target.value == 0
    press(page, "step-0", "plan-target")
    assert page.state.plan.target_pain is None


def test_changing_it_takes_the_signatures_off(qtbot: QtBot, tmp_path: Path) -> None:
    page = open_sign(qtbot, tmp_path, a_signed_visit())
    assert page.state.signatures
    press(page, "step-3", "plan-target")
    assert page.state.signatures == ()
    assert not page.state.plan.read_together
