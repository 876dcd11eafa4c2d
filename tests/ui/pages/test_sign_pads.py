"""Who signs and how: ink, a mark, a spoken yes, a no, somebody for the patient, extra pads."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import (
    QLabel,
)
from pytestqt.qtbot import QtBot

from sdm_aid.domain.actions import ReadTogether
from sdm_aid.domain.consultation import Consultation
from sdm_aid.domain.readiness import missing
from sdm_aid.domain.room import Clinician, Patient, Present
from sdm_aid.ui.pages.sign import SignPage
from sdm_aid.ui.widgets.signature_pad import SignaturePad
from sdm_aid.wording.parties import ink_words
from tests.ui.pages.hands import draw, one, press, write
from tests.ui.pages.real_content import a_visit_to_sign
from tests.ui.pages.signed import open_sign

Open = Callable[[Consultation], SignPage]


@pytest.fixture
def open_page(qtbot: QtBot, tmp_path: Path) -> Open:
    """Opens the page on a visit and keeps it true."""
    return partial(open_sign, qtbot, tmp_path)


def test_patient_and_clinician_sign_with_the_mouse(open_page: Open) -> None:
    page = open_page(a_visit_to_sign())
    page.footer_action("read")
    assert page.footer().primary is not None
    draw(page, "patient")
    draw(page, "patient")
    draw(page, "clinician")
    patient, clinician = page.state.signature("patient"), page.state.signature("clinician")
    assert patient is not None
    assert clinician is not None
    assert (patient.method, patient.name, len(patient.strokes)) == ("drawn", "Maria Rossi", 2)
    assert clinician.name == "Dr A. Okafor"
    assert one(page, QLabel, "signed-patient").text().startswith("Signed ")
    pad = one(page, SignaturePad, "pad-patient")
    assert pad.accessibleName() == ink_words(patient) == "Handwritten signature of Maria Rossi"
    assert missing(page.state) == ()
    primary = page.footer().primary
    assert primary is not None
    assert primary.enabled
    press(page, "clear-patient")
    assert page.state.signature("patient") is None
    assert pad.accessibleName() == "Patient: Maria Rossi"
    assert page.state.signature("clinician") is not None


def test_a_mark_needs_a_witness(open_page: Open) -> None:
    page = open_page(a_visit_to_sign())
    page.footer_action("read")
    press(page, "patient-mark")
    draw(page, "patient")
    assert "witness" in missing(page.state)
    assert "• The name of the witness" in [w.text() for w in page.findChildren(QLabel)]
    write(page, "patient-witness", "Nurse B. Silva")
    signature = page.state.signature("patient")
    assert signature is not None
    assert (signature.method, signature.witness) == ("mark", "Nurse B. Silva")
    assert "witness" not in missing(page.state)


def test_agreeing_aloud_and_not_signing_are_full_answers(open_page: Open) -> None:
    page = open_page(a_visit_to_sign())
    page.footer_action("read")
    press(page, "patient-aloud")
    write(page, "patient-witness", "Nurse B. Silva")
    press(page, "patient-confirm")
    aloud = page.state.signature("patient")
    assert aloud is not None
    assert (aloud.method, aloud.witness) == ("aloud", "Nurse B. Silva")
    press(page, "clear-patient")
    press(page, "patient-declined")
    write(page, "patient-reason", "I want to sleep on it")
    press(page, "patient-confirm")
    declined = page.state.signature("patient")
    assert declined is not None
    assert (declined.method, declined.reason) == ("declined", "I want to sleep on it")
    draw(page, "clinician")
    assert missing(page.state) == ()


def test_somebody_signs_for_the_patient(open_page: Open) -> None:
    page = open_page(a_visit_to_sign())
    page.footer_action("read")
    press(page, "patient-other")
    assert not one(page, SignaturePad, "pad-patient").isEnabled()
    write(page, "patient-name", "Luca Rossi")
    draw(page, "patient")
    assert "representative_details" in missing(page.state)
    write(page, "patient-relation", "son")
    write(page, "patient-why", "cannot hold a pen")
    signature = page.state.signature("representative")
    assert signature is not None
    assert (signature.name, signature.relation, signature.why) == (
        "Luca Rossi",
        "son",
        "cannot hold a pen",
    )
    assert page.state.signature("patient") is None


def test_an_interpreter_in_the_room_has_a_pad(open_page: Open) -> None:
    room = (Present(id="p1", name="J. Haddad", role="interpreter"),)
    page = open_page(a_visit_to_sign(present=room))
    page.footer_action("read")
    draw(page, "interpreter")
    signature = page.state.signature("interpreter")
    assert signature is not None
    assert signature.name == "J. Haddad"
    press(page, "open-witness")
    assert not one(page, SignaturePad, "pad-witness").isEnabled()
    write(page, "witness-name", "Nurse B. Silva")
    draw(page, "witness")
    assert page.state.signature("witness") is not None


def test_missing_identifiers_are_asked_for_where_people_sign(open_page: Open) -> None:
    page = open_page(a_visit_to_sign(patient=Patient(), clinician=Clinician()))
    page.footer_action("read")
    assert not one(page, SignaturePad, "pad-patient").isEnabled()
    write(page, "identity-name-field", "Maria Rossi")
    write(page, "identity-born-field", "31 31 1974")
    assert "not a date" in one(page, QLabel, "identity-problem").text()
    write(page, "identity-born-field", "4 May 1974")
    write(page, "identity-clinician-field", "Dr A. Okafor")
    assert page.state.patient == Patient(name="Maria Rossi", born=date(1974, 5, 4))
    assert one(page, QLabel, "identity-rest").text() == "born 4 May 1974"
    # the plan that was read had no name on it: it is read again before anybody signs
    assert not one(page, SignaturePad, "pad-patient").isEnabled()
    page.dispatch(ReadTogether(done=True))
    assert one(page, SignaturePad, "pad-patient").isEnabled()
