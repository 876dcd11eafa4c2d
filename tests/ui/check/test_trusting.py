"""Trusting a clinic or a clinician from the screen, and letting go of them again."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QFileDialog
from pytestqt.qtbot import QtBot

from sdm_aid.application.clinic_key import CERTIFICATE_FILE, TRUSTED
from sdm_aid.application.trusted_clinics import CLINICIANS
from sdm_aid.documents.seal.keys import certificate_pem, fingerprint
from sdm_aid.ui.check.screen import CheckPdf
from tests.sealed_visit import approved_paper, clinic_key
from tests.ui.check.seen import press, shown, tones, visible


def test_a_clinic_is_trusted_only_after_the_tick(screen: CheckPdf, home: Path, plan: Path) -> None:
    screen.check(plan)
    assert "Unverified" in shown(screen)
    press(screen, "verdict-trust")
    assert fingerprint(clinic_key().certificate) in shown(screen.trust_card)
    (yes,) = visible(screen, QAbstractButton, "trust-yes")
    assert not yes.isEnabled()
    press(screen, "trust-compared")
    assert yes.isEnabled()
    press(screen, "trust-yes")
    assert "plan.pdf: Intact" in shown(screen)
    assert "Trusted from now on: Riverside Pain Clinic." in screen.notice.sentence
    assert len(list((home / TRUSTED).iterdir())) == 1


def test_a_clinician_is_trusted_for_the_own_signature_alone(
    screen: CheckPdf, home: Path, plan: Path
) -> None:
    (home / CERTIFICATE_FILE).write_bytes(certificate_pem(clinic_key()))
    plan.write_bytes(approved_paper())
    screen.check(plan)
    assert "plan.pdf: Intact" in shown(screen)
    assert "whose certificate this computer does not know" in shown(screen)
    press(screen, "verdict-trust")
    assert "never for a seal" in shown(screen.trust_card)
    press(screen, "trust-compared")
    press(screen, "trust-yes")
    assert "does not know" not in shown(screen)
    assert tones(screen) == {"good"}
    assert len(list((home / CLINICIANS).iterdir())) == 1
    assert not (home / TRUSTED).exists()


def test_saying_no_changes_nothing(screen: CheckPdf, home: Path, plan: Path) -> None:
    screen.check(plan)
    press(screen, "verdict-trust")
    press(screen, "trust-compared")
    press(screen, "trust-no")
    assert not screen.trust_card.isVisible()
    assert not (home / TRUSTED).exists()
    press(screen, "verdict-trust")
    (tick,) = visible(screen, QAbstractButton, "trust-compared")
    assert not tick.isChecked()


def test_the_list_takes_a_certificate_file_and_lets_go_of_it(
    screen: CheckPdf, home: Path, tmp_path: Path, plan: Path
) -> None:
    screen.check(plan)
    theirs = tmp_path / "theirs.pem"
    theirs.write_bytes(certificate_pem(clinic_key()))
    press(screen, "check-pdf-trusted")
    assert "Nobody else is trusted yet." in shown(screen)
    screen.look_at_certificate(theirs)
    press(screen, "trust-compared")
    press(screen, "trust-yes")
    assert fingerprint(clinic_key().root) in shown(screen)
    press(screen, "trusted-0-remove")
    assert (home / TRUSTED).exists()
    assert "Remove it?" in shown(screen)
    press(screen, "trusted-0-remove")
    assert list((home / TRUSTED).iterdir()) == []
    press(screen, "check-pdf-return")
    assert "Unverified" in shown(screen)


def test_a_bad_certificate_gets_a_sentence(screen: CheckPdf, tmp_path: Path, qtbot: QtBot) -> None:
    press(screen, "check-pdf-trusted")
    (tmp_path / "letter.txt").write_text("hello")
    screen.look_at_certificate(tmp_path / "letter.txt")
    assert "letter.txt holds no certificate" in screen.notice.sentence
    assert not screen.trust_card.isVisible()


def test_the_own_certificate_is_offered_for_other_clinics(
    screen: CheckPdf, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / CERTIFICATE_FILE).write_bytes(certificate_pem(clinic_key()))
    target = tmp_path / "for others.pem"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_more: (str(target), ""))
    press(screen, "check-pdf-trusted")
    press(screen, "trusted-export")
    assert target.read_bytes() == certificate_pem(clinic_key())
    assert "for others.pem" in screen.notice.sentence
