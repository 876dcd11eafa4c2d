"""What is still missing before a plan can be sealed, and which steps were talked about."""

from __future__ import annotations

from typing import Literal

from sdm_aid.domain.consultation import Consultation
from sdm_aid.domain.signing import CLOSING_PARTIES, Signature
from sdm_aid.domain.terms import StepName

Missing = Literal[
    "patient_name",
    "patient_identifier",
    "clinician_name",
    "outcome",
    "read_together",
    "patient_signature",
    "witness",
    "representative_details",
    "clinician_signature",
]


def patient_side(state: Consultation) -> Signature | None:
    """How the visit was closed on the patient's side: by the patient or a representative."""
    for party in CLOSING_PARTIES:
        signature = state.signature(party)
        if signature is not None:
            return signature
    return None


def before_signing(state: Consultation) -> tuple[Missing, ...]:
    """What must stand on the plan before anybody signs it.

    Two identifiers of the patient: the name, and a date of birth or a clinic number.
    """
    found: list[Missing] = []
    if not state.patient.name:
        found.append("patient_name")
    if state.patient.born is None and not state.patient.number:
        found.append("patient_identifier")
    if not state.clinician.name:
        found.append("clinician_name")
    if state.outcome is None:
        found.append("outcome")
    if not state.plan.read_together:
        found.append("read_together")
    return tuple(found)


def missing(state: Consultation) -> tuple[Missing, ...]:
    """What is missing before the plan can be sealed; empty: ready.

    A "no" is a full closing on the patient's side; the clinician signs in every case.
    """
    found: list[Missing] = list(before_signing(state))
    closing = patient_side(state)
    if closing is None:
        found.append("patient_signature")
    else:
        if closing.method in ("mark", "aloud") and not closing.witness:
            found.append("witness")
        if closing.party == "representative" and not (closing.relation and closing.why):
            found.append("representative_details")
    clinician = state.signature("clinician")
    if clinician is None or clinician.method != "drawn":
        found.append("clinician_signature")
    return tuple(found)


def talked_about(state: Consultation, step: StepName) -> bool:
    """True when something was said or looked at here; otherwise it prints "not discussed"."""
    empty = Consultation(
        visit_id=state.visit_id, content=state.content, started=state.started, made_up=state.made_up
    )
    here = any(question.step == step for question in state.questions)
    entered = step in state.visited and step not in state.skipped
    said: dict[StepName, bool] = {
        "start": True,
        "you": state.you != empty.you,
        "understand": entered or bool(state.not_suitable),
        "compare": entered or bool(state.seen),
        "matters": state.matters != empty.matters,
        "words": bool(state.teach_back) or state.sure != empty.sure,
        "next": state.outcome is not None
        or bool(state.patient_reason)
        or bool(state.clinician_view),
        "sign": True,
    }
    return here or said[step]
