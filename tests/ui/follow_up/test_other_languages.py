"""Look again together in a longer language, and from right to left."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sdm_aid.application.look_again import LookBack
from sdm_aid.domain.answers import Outcome
from sdm_aid.domain.follow_up import Doing, Happened
from sdm_aid.drawing.scene import Circle
from sdm_aid.i18n import use_language
from sdm_aid.ui.follow_up.screen import FollowUpScreen
from sdm_aid.wording.course import IMMPACT
from sdm_aid.wording.follow_up import PGIC_SOURCE
from tests.domain.looks import a_look, a_sealed_visit
from tests.domain.visits import NOON
from tests.ui.test_pseudo_language import bare_words, squeezed
from tests.ui.walk import content_in


@pytest.mark.parametrize("language", ["qps", "qpr"])
def test_every_word_can_be_translated_and_all_of_it_has_room(
    usual_ways: QApplication, qtbot: QtBot, language: str
) -> None:
    use_language(language)
    turned = language == "qpr"
    if turned:
        usual_ways.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    signed = a_sealed_visit(7, None, 3).evolve(outcome=Outcome(kind="go_with", option="C"))
    look = a_look(
        pain_average=4,
        harms=(Happened(id="h1", harm="faint"),),
        doing=(Doing(id="agreed", state="stopped"),),
    )
    back = LookBack(signed, content_in(language), lambda: NOON, "12", going_on=look)
    screen = FollowUpScreen(back)
    qtbot.addWidget(screen)
    screen.resize(1366, 768)
    screen.show()
    QCoreApplication.processEvents()
    assert list(bare_words(screen, {IMMPACT, PGIC_SOURCE})) == []
    assert list(squeezed(screen)) == []
    assert screen.body.minimumSizeHint().width() <= 1366 - 20
    scene = screen.plot.plot.scene
    legend = [shape for shape in scene.shapes if isinstance(shape, Circle)][-1]
    assert (legend.x > scene.width / 2) is turned
