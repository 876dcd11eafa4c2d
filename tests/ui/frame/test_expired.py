"""Content that expires, or is renewed, between and during visits: asked anew, shown, printed."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from sdm_aid.application.session import Session
from sdm_aid.application.start_visit import OpenedVisit, visit_bytes
from sdm_aid.domain.consultation import Consultation
from sdm_aid.domain.journal import Journal
from sdm_aid.ui.expired_screen import ExpiredScreen
from sdm_aid.ui.frame.visit import VisitFrame
from sdm_aid.ui.main_window import MainWindow
from sdm_aid.ui.pages.sign import SignPage
from tests.domain.visits import NOON
from tests.ui.frame.test_window import words
from tests.ui.pages.hands import one, press, type_in
from tests.ui.pages.real_content import a_visit_to_sign, the_content
from tests.ui.pages.signed import a_signed_visit

EXPIRED = datetime(2028, 6, 1, 12, tzinfo=NOON.tzinfo)
EXPIRED_AGAIN = datetime(2031, 6, 1, 12, tzinfo=NOON.tzinfo)
LAST_DAY = datetime.combine(the_content().decision.expires, NOON.timetz())
PASSPHRASE = "copper lantern field seven"


class Day:
    """The clock of a window; ``now`` can be set while it is open."""

    def __init__(self) -> None:
        self.now = NOON


@pytest.fixture
def day(monkeypatch: pytest.MonkeyPatch) -> Day:
    """The day on which everything happens."""
    day = Day()
    monkeypatch.setattr("tests.ui.frame.conftest._noon", lambda: day.now)
    return day


@pytest.fixture
def window(day: Day, make_window: Callable[[], MainWindow]) -> MainWindow:
    """The window, which follows ``day``."""
    return make_window()


def open_file(window: MainWindow, path: Path) -> None:
    """Leave what is open and open the saved visit."""
    window.show_home()
    window.opener.visit_file(path, window.appearance.settings)


def take_on(window: MainWindow) -> None:
    """Fill in the screen that asks before a visit."""
    screen = window.findChildren(ExpiredScreen)[-1]
    QTest.keyClicks(one(screen, QLineEdit, "expired-reason"), "No newer content yet")
    press(screen, "expired-open")


def a_visit(window: MainWindow) -> VisitFrame:
    """The visit that is open."""
    assert window.visit is not None
    return window.visit


def on_the_last_step(
    window: MainWindow, day: Day, state: Consultation, papers: Path
) -> tuple[VisitFrame, SignPage]:
    """A visit on the last day of its content, at its last step."""
    day.now = LAST_DAY
    session = Session(Journal(begun=state), lambda: day.now, "test")
    window.show_visit(OpenedVisit(session, the_content()))
    visit = a_visit(window)
    visit.navigator.go("sign")
    page = visit.navigator.page
    assert isinstance(page, SignPage)
    page.choose_folder = lambda: papers
    return visit, page


def asked(visit: VisitFrame) -> bool:
    """Whether the visit asks who takes the content on."""
    return visit.expired.isVisibleTo(visit)


def answer(visit: VisitFrame) -> None:
    """Say why; the clinician's name stands there already."""
    assert not one(visit, QPushButton, "expired-panel-open").isEnabled()
    QTest.keyClicks(one(visit, QLineEdit, "expired-panel-reason"), "It ended during the visit")
    press(visit, "expired-panel-open")


def test_a_saved_visit_follows_its_content_through_update_and_second_expiry(
    window: MainWindow, day: Day, tmp_path: Path
) -> None:
    day.now = EXPIRED
    press(window, "decision-mini")
    take_on(window)
    path = tmp_path / "visit.json"
    path.write_bytes(visit_bytes(a_visit(window).bridge.session))
    decision = window.resources / "decisions/mini.toml"
    newer = decision.read_text("utf-8").replace("2028-01-10", "2030-01-10")
    decision.write_text(newer.replace("2027-01-10", "2029-01-10"), "utf-8")
    open_file(window, path)
    assert one(a_visit(window), QWidget, "content-band").isHidden()
    day.now = EXPIRED_AGAIN
    open_file(window, path)
    assert window.visit is None
    take_on(window)
    used = a_visit(window).bridge.state.expired_use
    assert used is not None
    assert used.digest == a_visit(window).context.content.ref.digest
    assert f"{used.expires}" == "2030-01-10"


def test_a_sign_off_written_into_a_visit_file_counts_for_nothing_here(
    window: MainWindow, tmp_path: Path
) -> None:
    press(window, "decision-mini")
    visit = a_visit(window)
    form = json.loads(visit_bytes(visit.bridge.session))
    nobody = {"name": "Prof. Nobody", "role": "Chief", "on": "2026-11-21"}
    nobody["digest"] = visit.context.content.ref.digest
    form["state"]["sign_off"] = form["journal"]["begun"]["sign_off"] = nobody
    path = tmp_path / "visit.json"
    path.write_text(json.dumps(form), "utf-8")
    open_file(window, path)
    assert a_visit(window).bridge.state.sign_off is None
    assert "not kept on this computer" in a_visit(window).notice.sentence


def test_the_band_comes_when_the_last_day_passes_in_an_open_visit(
    window: MainWindow, day: Day, papers: Path
) -> None:
    visit, _page = on_the_last_step(window, day, a_visit_to_sign(), papers)
    band = one(visit, QWidget, "content-band")
    assert "due for another look" in words(band)
    day.now += timedelta(days=1)
    press(visit, "footer-back")
    assert band.isVisibleTo(visit)
    assert "out of date" in words(band)


def test_the_plan_is_not_read_before_somebody_takes_it_on(
    window: MainWindow, day: Day, papers: Path
) -> None:
    visit, page = on_the_last_step(window, day, a_visit_to_sign(), papers)
    press(visit, "footer-next")
    assert not asked(visit)
    assert page.signing.isVisibleTo(visit)
    press(visit, "footer-back")
    day.now += timedelta(days=1)
    press(visit, "footer-next")
    assert asked(visit)
    assert "out of date" in words(one(visit, QWidget, "content-band"))
    press(visit, "expired-panel-close")
    assert page.plan.isVisibleTo(visit)
    press(visit, "footer-next")
    answer(visit)
    assert page.signing.isVisibleTo(visit)
    used = visit.bridge.state.expired_use
    assert used is not None
    assert (used.name, used.reason) == ("Dr A. Okafor", "It ended during the visit")
    assert used.holds_for(the_content().ref.digest, the_content().decision.expires)


def test_signed_before_and_sealed_after_is_read_and_signed_again(
    window: MainWindow, day: Day, papers: Path
) -> None:
    visit, page = on_the_last_step(window, day, a_signed_visit(), papers)
    press(visit, "footer-next")
    day.now += timedelta(days=1)
    press(visit, "footer-next")
    assert asked(visit)
    answer(visit)
    assert visit.bridge.state.signatures == ()
    assert "Read and sign again" in visit.notice.sentence
    assert page.signing.isVisibleTo(visit)


def test_nothing_is_sealed_when_the_day_passes_at_the_very_end(
    window: MainWindow, day: Day, papers: Path
) -> None:
    visit, page = on_the_last_step(window, day, a_signed_visit(), papers)
    press(visit, "footer-next")
    press(visit, "footer-next")
    for name, typed in (("clinic", "Riverside"), ("passphrase", PASSPHRASE), ("again", PASSPHRASE)):
        type_in(visit, f"seal-{name}", typed)
    day.now += timedelta(days=1)
    press(visit, "footer-next")
    assert asked(visit)
    answer(visit)
    assert list(papers.iterdir()) == []
    assert visit.bridge.state.seal is None
    assert page.signing.isVisibleTo(visit)
    assert page.seal.folder is None
