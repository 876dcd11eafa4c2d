"""Gene results in the clinician's drawer: absent until entered, then quotes, doses, sources."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

from sdm_aid.domain.actions import GeneResultSet
from sdm_aid.domain.genes import GeneResult
from sdm_aid.ui.frame.visit import VisitFrame
from tests.ui.pages.test_start import one, press


def said(visit: VisitFrame) -> str:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    part = one(visit.drawer, QWidget, "drawer-genes")
    if not part.isVisibleTo(visit.drawer):
        return ""
    words = "\n".join(label.text() for label in part.findChildren(QLabel))
    return words.replace("\u200b", "")


def test_it_is_there_only_with_a_result_and_follows_it(visit: VisitFrame) -> None:
    press(visit, "header-drawer")
    assert said(visit) == ""
    visit.bridge.dispatch(GeneResultSet(result=GeneResult(gene="cyp2c9", score="0,5")))
    words = said(visit)
    for part in (
        "25-50% of the lowest recommended starting dose",
        "doi:10.1002/cpt.1830",
        "poor: 2.4% (Estonia)",
        "PharmCAT v2.12.0",
        "Activity scores: poor: from 0 up to 0.5",
    ):
        assert part in words
    visit.bridge.dispatch(GeneResultSet(result=GeneResult(gene="cyp2c9", score="2")))
    assert "25-50%" not in said(visit)
    visit.bridge.dispatch(GeneResultSet(result=GeneResult(gene="cyp2c9")))
    assert said(visit) == ""


def test_what_cannot_be_read_is_said_there_too(visit: VisitFrame) -> None:
    visit.bridge.dispatch(GeneResultSet(result=GeneResult(gene="cyp2d6", score="abc")))
    press(visit, "header-drawer")
    assert "“abc” is not a number" in said(visit)


def test_no_address_makes_the_drawer_wider_than_it_is(visit: VisitFrame) -> None:
    visit.bridge.dispatch(GeneResultSet(result=GeneResult(gene="cyp2d6", score="0")))
    press(visit, "header-drawer")
    QCoreApplication.processEvents()
    area = visit.drawer.findChildren(QScrollArea)[0]
    inside = area.widget()
    assert inside is not None
    assert inside.minimumSizeHint().width() <= area.viewport().width()
