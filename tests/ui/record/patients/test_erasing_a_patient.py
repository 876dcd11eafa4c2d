"""Erasing, retention and what a reader may not do, with clicks on a real record."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from sdm_aid.application.record import retention
from sdm_aid.records import clinic as items
from sdm_aid.records import patients
from sdm_aid.ui.jobs import InlineJobs
from sdm_aid.ui.record.patients.retention_list import RetentionList
from tests.kept_clinic import NOW, KeptClinic
from tests.ui.record.patients.conftest import Press, Show, said
from tests.ui.record.patients.test_patient_screen import screen_of


def test_erasing_asks_for_a_reason_and_a_word_and_names_the_backups(
    clinic: KeptClinic, show: Show[QWidget], press: Press
) -> None:
    maria = clinic.patient("Maria Rossi", number="10482")
    clinic.signed(maria)
    backup = {
        "name": "clinic.backup",
        "made": "2026-11-20T18:00:00+00:00",
        "seq": 999,
        "where": "D:",
    }
    items.put_item(clinic.desk.record, "backups", [backup], {"kind": "backup_made"})
    screen = screen_of(clinic, show, maria.id)
    press(screen, "record-erase")
    assert "• clinic.backup, made 20 Nov 2026, 18:00, D:" in said(screen)
    assert "Kept: that a record was erased, when, by whom, and why. No name." in said(screen)
    press(screen, "erase-confirm")
    assert "Write down a reason" in said(screen)
    QTest.keyClicks(screen.stage.panel.reason, "asked for by letter")
    press(screen, "erase-confirm")
    assert "Type “erase” to confirm." in said(screen)
    assert patients.read(clinic.desk.record, maria.id).name == "Maria Rossi"
    QTest.keyClicks(screen.stage.panel.typed, "Erase")
    press(screen, "erase-confirm")
    assert patients.read(clinic.desk.record, maria.id).erased
    words = said(screen)
    assert "Erased on 21 Nov 2026, 10:45 by Dr A. Okafor. Reason: asked for by letter" in words
    assert "• clinic.backup, made 20 Nov 2026, 18:00, D:" in words
    assert "Rossi" not in words
    assert "10482" not in words
    again = screen_of(clinic, show, maria.id)
    assert "Reason: asked for by letter" in said(again)
    assert not again.record.card.isVisible()


@pytest.mark.parametrize(
    ("role", "there"),
    [
        ("administrator", {"past", "copy", "merge", "erase"}),
        ("clinician", {"past", "copy", "merge"}),
        ("reader", {"past"}),
    ],
)
def test_each_role_is_offered_what_it_may(
    clinic: KeptClinic, show: Show[QWidget], role: str, there: set[str]
) -> None:
    maria = clinic.patient("Maria Rossi")
    if role != "administrator":
        clinic.as_user("Ben", role)  # type: ignore[arg-type]
    screen = screen_of(clinic, show, maria.id)
    assert set(screen.record.card.buttons) == there


def test_a_reader_sees_everything_and_can_change_nothing(
    clinic: KeptClinic, show: Show[QWidget]
) -> None:
    maria = clinic.patient("Maria Rossi", number="1")
    draft, signed = clinic.visit(maria), clinic.signed(maria)
    clinic.as_user("Ben Reader", "reader")
    screen = screen_of(clinic, show, maria.id)
    assert "Clinic number: 1" in said(screen)
    shown = {b.objectName() for b in screen.findChildren(QPushButton) if b.isVisible()}
    assert shown == {"visit-open", "visit-history", "record-past", "patient-back"}
    assert list(screen.visits.lines[draft].buttons) == ["history"]
    assert list(screen.visits.lines[signed].buttons) == ["open", "history"]


def test_records_kept_long_are_listed_and_each_is_looked_at(
    clinic: KeptClinic, show: Show[QWidget], press: Press, qtbot: QtBot
) -> None:
    clinic.now = NOW - timedelta(days=365 * 12)
    old = clinic.patient("Long Ago", number="7")
    clinic.visit(old)
    clinic.now = NOW
    clinic.patient("Of Today")
    shown = RetentionList(clinic.desk, InlineJobs())
    show(shown)
    assert "No years are set, so nothing is proposed." in said(shown)
    retention.set_years(clinic.desk.record, 10)
    shown.refresh()
    words = said(shown)
    assert "1 record is without an entry for 10 years." in words
    assert "Long Ago · no. 7 · 1 visit · last entry" in words
    assert "Of Today" not in words
    with qtbot.waitSignal(shown.patient_opened) as opened:
        press(shown, "retention-look")
    assert opened.args == [old.id]
    assert patients.read(clinic.desk.record, old.id).name == "Long Ago"


def test_nobody_old_enough_is_said(
    clinic: KeptClinic, show: Show[QWidget], press: Press, qtbot: QtBot
) -> None:
    clinic.patient("Of Today")
    retention.set_years(clinic.desk.record, 10)
    shown = RetentionList(clinic.desk, InlineJobs())
    show(shown)
    assert "No record is without an entry for 10 years." in said(shown)
    with qtbot.waitSignal(shown.back):
        press(shown, "retention-back")
