"""From Plan and sign to papers in the hand: few taps, and every way out of the sealed view."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from sdm_aid.application.clinic_key import make_key
from sdm_aid.application.session import Session
from sdm_aid.domain.journal import Journal
from sdm_aid.ui.bridge import SessionBridge
from sdm_aid.ui.frame.visit import VisitFrame
from sdm_aid.ui.jobs import InlineJobs
from sdm_aid.ui.pages.base import VisitContext
from sdm_aid.ui.pages.sign import SignPage
from sdm_aid.ui.paper.overlay import PaperOverlay
from sdm_aid.ui.paper.pages import page_count
from sdm_aid.ui.paper.printers import PrinterFacts
from tests.domain.visits import NOON
from tests.ui.pages.hands import draw, one
from tests.ui.pages.real_content import a_visit_to_sign, the_content
from tests.ui.paper.conftest import Installed
from tests.ui.paper.conftest import install as install

PASSPHRASE = "copper lantern field seven"
OFFICE = PrinterFacts("Office", grey_only=False, both_sides=False)


class Hand:
    """Taps with the mouse in the middle of what is on view, and counts."""

    def __init__(self, frame: VisitFrame) -> None:
        self.frame, self.taps = frame, 0

    def tap(self, name: str) -> None:
        """Press what can be seen and pressed."""
        found = next(w for w in self.frame.findChildren(QWidget, name) if w.isVisible())
        assert found.isEnabled(), name
        assert not found.visibleRegion().isEmpty(), f"{name} is not on the screen"
        middle = found.visibleRegion().boundingRect().center()
        QTest.mouseClick(found, Qt.MouseButton.LeftButton, pos=middle)
        self.taps += 1

    def choose_folder(self, folder: Path) -> Path:
        """The system's own dialog opens where the last papers went: one tap takes it."""
        self.taps += 1
        return folder


@pytest.fixture
def hand(qtbot: QtBot, tmp_path: Path) -> Hand:
    """A visit with an agreed plan that nobody has read or signed yet, in the frame it lies in."""
    home = tmp_path / "home"
    make_key(home, "Riverside Pain Clinic", PASSPHRASE, NOON)
    state = a_visit_to_sign()
    begun = state.evolve(plan=state.plan.evolve(read_together=False), step="sign")
    bridge = SessionBridge(Session(Journal(begun=begun), lambda: NOON, who="test"))
    frame = VisitFrame(VisitContext(bridge, the_content(), InlineJobs(), home))
    qtbot.addWidget(frame)
    frame.resize(1366, 768)
    frame.show()
    return Hand(frame)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the papers go."""
    made = tmp_path / "papers"
    made.mkdir()
    return made


def seal(hand: Hand, folder: Path) -> SignPage:
    """Read together, sign, seal; with the mouse and the passphrase typed."""
    page = hand.frame.navigator.page
    assert isinstance(page, SignPage)
    page.choose_folder = lambda: hand.choose_folder(folder)
    hand.tap("footer-next")
    hand.tap("read-together")
    for party in ("patient", "clinician"):
        draw(page, party)
    hand.tap("footer-next")
    focused = QApplication.focusWidget()
    assert isinstance(focused, QLineEdit), "the passphrase can be typed at once"
    QTest.keyClicks(focused, PASSPHRASE)
    hand.tap("footer-next")
    assert page.state.seal is not None
    return page


def test_a_printed_plan_in_eight_taps_besides_the_signatures(
    hand: Hand, folder: Path, install: Installed, tmp_path: Path
) -> None:
    install(OFFICE)
    seal(hand, folder)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName() == "sealed-print"
    hand.tap("sealed-print")
    hand.tap("print-now")
    plan, handout = (
        page_count(next(folder.glob(f"*-{kind}.pdf")).read_bytes()) for kind in ("plan", "handout")
    )
    sentence = one(hand.frame, QWidget, "print-notice").accessibleName()
    assert sentence == f"{plan + handout} pages were sent to Office."
    assert page_count((tmp_path / "Office.pdf").read_bytes()) == handout  # it came last
    assert hand.taps <= 8
    state = hand.frame.bridge.state
    assert state.seal is not None
    assert state.signatures


def test_the_sealed_plan_is_looked_at_and_copied(
    hand: Hand, folder: Path, install: Installed
) -> None:
    install()
    page = seal(hand, folder)
    QTest.keyClick(one(page, QPushButton, "sealed-copy"), Qt.Key.Key_Return)
    text = QGuiApplication.clipboard().text()
    assert "Maria Rossi" in text
    assert "What happens next" in text
    assert "copy something else afterwards" in hand.frame.notice.sentence
    hand.tap("sealed-look")
    overlay = one(hand.frame, PaperOverlay, "paper-overlay")
    sealed = next(folder.glob("*-plan.pdf"))
    assert overlay.paper.pdf == sealed.read_bytes()
    assert overlay.paper.name == sealed.name
    assert "Rossi" not in overlay.paper.name + overlay.paper.title
    hand.tap("paper-show-handout")
    assert PdfReader(next(folder.glob("*-handout.pdf"))).pages
    hand.tap("paper-print")
    assert "No printer is set up" in one(overlay, QWidget, "print-notice").accessibleName()
    QTest.keyClick(overlay.preview.view, Qt.Key.Key_Escape)
    QTest.keyClick(overlay.preview.view, Qt.Key.Key_Escape)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName() == "sealed-look"


def test_before_sealing_the_plan_is_looked_at_and_the_handout_printed(
    hand: Hand, install: Installed
) -> None:
    install(OFFICE)
    hand.tap("footer-next")
    hand.tap("plan-pages-all")
    overlay = one(hand.frame, PaperOverlay, "paper-overlay")
    assert "not sealed yet" in overlay.paper.title
    assert not one(overlay, QPushButton, "paper-print").isVisible()
    assert "Maria Rossi" in overlay.preview.view.accessibleDescription()
    hand.tap("paper-show-handout")
    hand.tap("paper-print")
    hand.tap("print-now")
    assert "sent to Office" in one(overlay, QWidget, "print-notice").accessibleName()
    hand.tap("paper-close")
    assert not hand.frame.bridge.state.plan.read_together
