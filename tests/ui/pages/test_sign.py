"""Plan and sign: the form, the pages as they print, who signs how, and the law of every page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from sdm_aid.documents.paper import PaperInput
from sdm_aid.documents.plan.agreed import help_signs
from sdm_aid.domain.actions import Action, PatientNamed, PlanStepSet, TextWritten
from sdm_aid.domain.answers import PlanStep
from sdm_aid.domain.consultation import Consultation
from sdm_aid.domain.room import Patient
from sdm_aid.ui.frame.signature_watch import SignatureWatch
from sdm_aid.ui.pages.base import VisitContext
from sdm_aid.ui.pages.sign import SignPage
from sdm_aid.ui.pages.sign.help_card import signs_of
from sdm_aid.ui.pages.sign.reading import PageView
from sdm_aid.ui.theme.apply import apply_theme
from tests.strategies import actions_of
from tests.ui.page_law import assert_is_projection
from tests.ui.pages.hands import draw, one, press, write
from tests.ui.pages.reach import ROOM, least_width_at_double, nameless, small
from tests.ui.pages.real_content import a_visit_about_it, a_visit_to_sign, the_content
from tests.ui.pages.signed import open_sign

Open = Callable[[Consultation], SignPage]


@pytest.fixture
def open_page(qtbot: QtBot, tmp_path: Path) -> Open:
    """Opens the page on a visit and keeps it true."""
    return partial(open_sign, qtbot, tmp_path)


def test_words_said_before_are_offered_never_filled_in(open_page: Open) -> None:
    page = open_page(
        a_visit_to_sign(you=a_visit_about_it().you.evolve(goal_words="Walk to work again"))
    )
    assert page.state.plan.goal is None
    assert page.state.plan.getting_ready is None
    press(page, "plan_goal-use")
    press(page, "getting_ready-use")
    assert page.state.plan.goal == "Walk to work again"
    assert page.state.plan.getting_ready is not None
    assert "blood thinners" in page.state.plan.getting_ready
    assert not one(page, QPushButton, "plan_goal-use").isVisible()


def test_steps_are_added_corrected_and_removed(open_page: Open) -> None:
    page = open_page(a_visit_to_sign())
    one(page, QLineEdit, "step-who-new").setText("Maria")
    write(page, "step-what-new", "Walk each day")
    press(page, "step-offer-0")
    steps = page.state.plan.steps
    assert (steps[0].what, steps[0].who) == ("Walk each day", "Maria")
    assert len(steps) == 2
    write(page, "step-when-s1", "from Monday")
    assert page.state.plan.steps[0].when == "from Monday"
    press(page, "step-remove-s2")
    assert [s.id for s in page.state.plan.steps] == ["s1"]


def test_a_step_begun_in_the_empty_line_is_kept_on_leaving(open_page: Open) -> None:
    page = open_page(a_visit_to_sign())
    QTest.keyClicks(one(page, QLineEdit, "step-what-new"), "Call the clinic")
    page.leaving()
    assert [s.what for s in page.state.plan.steps] == ["Call the clinic"]


def test_all_signs_stand_until_one_is_taken_off(open_page: Open) -> None:
    page = open_page(a_visit_to_sign())
    boxes = [b for b in page.findChildren(QCheckBox) if b.objectName().startswith("help-")]
    assert boxes
    assert all(b.isChecked() for b in boxes)
    assert page.state.plan.get_help is None
    QTest.keyClick(boxes[0], Qt.Key.Key_Space)
    chosen = page.state.plan.get_help
    assert chosen is not None
    assert len(chosen) == len(signs_of(page, page.state)) - 1
    assert boxes[0].objectName() not in {f"help-{sign}" for sign in chosen}


def test_a_sign_named_twice_is_one_line_and_leaves_the_paper_with_it(open_page: Open) -> None:
    page = open_page(a_visit_to_sign())
    offered = signs_of(page, page.state)
    sentences = dict.fromkeys(sentence for _key, sentence in offered)
    assert len(sentences) < len(offered)  # the decision and the treatment say one alike
    boxes = [b for b in page.findChildren(QCheckBox) if b.objectName().startswith("help-")]
    assert len(boxes) == len(sentences)
    for taken_off, box in enumerate(boxes, start=1):
        QTest.keyClick(box, Qt.Key.Key_Space)
        paper = PaperInput(page.content, page.state, page.state.started, "")
        assert help_signs(paper) == tuple(sentences)[taken_off:]


def test_the_numbers_to_call_are_the_clinics(open_page: Open) -> None:
    page = open_page(a_visit_to_sign())
    write(page, "clinic-phone", "555 0100")
    write(page, "clinic-night", "555 0199")
    clinic = page.state.clinic
    assert (clinic.phone, clinic.out_of_hours) == ("555 0100", "555 0199")


def test_look_again_is_typed_or_counted_from_today(open_page: Open) -> None:
    page = open_page(a_visit_to_sign())
    press(page, "look-again-6")
    assert page.state.plan.look_again == date(2027, 1, 2)
    assert one(page, QPushButton, "look-again-6").isChecked()
    write(page, "look-again", "5 February 2027")
    assert page.state.plan.look_again == date(2027, 2, 5)
    assert not one(page, QPushButton, "look-again-6").isChecked()
    write(page, "look-again", "soon")
    assert page.state.plan.look_again == date(2027, 2, 5)
    assert "soon" in one(page, QLabel, "look-again-said").text()


def test_the_preview_is_the_plan_itself(open_page: Open, qtbot: QtBot) -> None:
    page = open_page(a_visit_to_sign())
    page.footer_action("read")
    view = one(page, PageView, "plan-page")
    qtbot.waitUntil(lambda: view.picture is not None, timeout=20_000)
    assert view.picture is not None
    assert view.picture.image.width() >= 600
    assert "Maria Rossi" in view.accessibleDescription()
    first = view.accessibleDescription()
    press(page, "plan-page-after")
    assert view.accessibleDescription() != first


def test_a_change_takes_the_signatures_off_and_it_is_said(open_page: Open) -> None:
    page = open_page(a_visit_to_sign())
    watch = SignatureWatch(page._context.bridge, page)
    said: list[str] = []
    watch.lost.connect(said.append)
    page.footer_action("read")
    draw(page, "patient")
    page.footer_action("plan")
    assert one(page, QWidget, "plan-signed").isVisible()
    page.dispatch(PlanStepSet(step=PlanStep(id="s1", what="Walk")))
    assert page.state.signatures == ()
    assert not page.state.plan.read_together
    assert len(said) == 1
    assert "signatures were taken off" in said[0]


def test_odd_and_long_words_are_kept_to_the_letter(open_page: Open) -> None:
    page = open_page(a_visit_to_sign())
    odd = "שלום <b>x</b> 😀 " + "y" * 10_000
    field = one(page, QPlainTextEdit, "plan_goal")
    field.insertPlainText(odd)
    page.leaving()
    assert page.state.plan.goal == odd


def test_words_typed_elsewhere_show_here(open_page: Open) -> None:
    page = open_page(a_visit_to_sign())
    page.dispatch(TextWritten(field="stop_rule", words="It makes me dizzy"))
    page.dispatch(PatientNamed(patient=Patient(name="M. Rossi", number="7")))
    assert one(page, QPlainTextEdit, "stop_rule").toPlainText() == "It makes me dizzy"
    assert one(page, QLabel, "identity-name").text() == "M. Rossi"


def test_every_control_is_named_and_large_enough_to_touch(
    qapp: QApplication, open_page: Open
) -> None:
    apply_theme(qapp, "light")
    page = open_page(a_visit_to_sign())
    press(page, "step-offer-0")
    assert small(page) == []
    assert nameless(page) == []
    page.footer_action("read")
    assert small(page) == []


@pytest.mark.parametrize("view", ["plan", "read"])
def test_twice_the_text_fits_the_width(qapp: QApplication, open_page: Open, view: str) -> None:
    def make() -> SignPage:
        page = open_page(a_visit_to_sign())
        page.dispatch(PlanStepSet(step=PlanStep(id="s1", what="Walk")))
        page.footer_action(view)
        QCoreApplication.sendPostedEvents()  # what came into view is laid out
        return page

    assert least_width_at_double(qapp, make) <= ROOM


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(done=st.lists(actions_of(the_content()), max_size=14))
def test_page_is_a_projection(qapp: object, done: list[Action]) -> None:
    def make(context: VisitContext) -> SignPage:
        return SignPage(context)

    assert_is_projection(make, the_content(), done)
