"""The record in the real window: a plan sealed out of it, handed out again, looked at again."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path

from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from sdm_aid.application.record.kept_visits import read_kept
from sdm_aid.domain.signing import RecordHead
from sdm_aid.records import journal, papers, visits
from sdm_aid.records.header import Head
from sdm_aid.ui.main_window import MainWindow
from tests.kept_clinic import KeptClinic
from tests.ui.record.window.steps import find, press, sealed, the_visit


def test_a_plan_is_sealed_out_of_the_record_and_handed_out_again(
    home: MainWindow, clinic: KeptClinic, tmp_path: Path
) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    visit = sealed(home, folder)
    frame = home.visit
    assert frame is not None
    frame.leaving.leave()
    (plan,) = folder.glob("*-plan.pdf")
    stored = {kind: identity for identity, kind, _ in papers.papers_of(clinic.desk.record, visit)}
    assert papers.paper(clinic.desk.record, stored["plan"]).data == plan.read_bytes()
    attached = json.loads(PdfReader(BytesIO(plan.read_bytes())).attachments["visit.json"][0])
    head = RecordHead.model_validate(attached["record"])
    assert journal.holds(clinic.desk.record, Head(head.seq, bytes.fromhex(head.hash)))
    words = "".join(page.extract_text() for page in PdfReader(plan).pages)
    assert head.hash in "".join(words.split())
    home.records.visits.open(visit)  # type: ignore[union-attr]
    again = the_visit(home)
    assert again.state.seal is not None
    assert not again.can_undo
    assert home.visit is not None
    page = home.visit.navigator.page
    copy = tmp_path / "again.pdf"
    page.sealed.kept.choose_place = lambda _name: copy  # type: ignore[attr-defined]
    press(page, "kept-plan")
    assert copy.read_bytes() == plan.read_bytes()
    events = [event.what["kind"] for event in visits.visit_events(clinic.desk.record, visit)]
    assert events == ["opened", "paper_given"]


def test_a_signed_visit_is_looked_at_again_and_followed_by_a_new_version(
    home: MainWindow, clinic: KeptClinic
) -> None:
    visit = clinic.signed(clinic.patient("Maria Rossi", number="10482"))
    home.show_home()
    home.records.visits.look_again(visit)  # type: ignore[union-attr]
    screen = find(home, "look-again-screen")
    scales = screen.pain.scales["average"].findChildren(QPushButton)  # type: ignore[attr-defined]
    QTest.mouseClick(scales[4], Qt.MouseButton.LeftButton)
    press(home, "look-again-screen-new")
    session = the_visit(home)
    assert session.state.follows is not None
    assert session.state.follows.visit_id == visit
    assert session.state.you.pain_average == 4
    assert session.state.patient.name == "Maria Rossi"
    assert read_kept(clinic.desk, session.state.visit_id).patient.name == "Maria Rossi"
