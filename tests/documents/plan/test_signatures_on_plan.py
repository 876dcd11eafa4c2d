"""Who closed the visit and how: each form is printed as what it is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sdm_aid.documents.plain_text import plan_text
from sdm_aid.documents.plan import build_plan
from sdm_aid.domain import actions as a
from sdm_aid.domain.actions import Action
from tests.documents.paper_text import even, paper_of
from tests.full_visit import a_session, signed

OFF = a.SignatureCleared(party="patient")
FORMS = {
    "declined": (
        signed("patient", "Maria Rossi", "declined", reason="not today"),
        ("Chose not to sign 10:57: Maria Rossi, patient",
         "Reason given for not signing: not today"),
    ),
    "declined, no reason": (
        signed("patient", "Maria Rossi", "declined"),
        ("Chose not to sign 10:57: Maria Rossi, patient", "No reason was given for not signing."),
    ),
    "mark": (
        signed("patient", "Maria Rossi", "mark", witness="Nurse Bell"),
        ("Made a mark 10:57: Maria Rossi, patient", "before a witness: Nurse Bell"),
    ),
    "aloud": (
        signed("patient", "Maria Rossi", "aloud", witness="Nurse Bell"),
        ("Agreed aloud 10:57: Maria Rossi, patient", "before a witness: Nurse Bell"),
    ),
    "representative": (
        signed("representative", "Luca Rossi", relation="husband", why="asleep"),
        ("Signed on screen 10:57: Luca Rossi, for the patient",
         "signs for the patient as: husband. Because: asleep"),
    ),
    "interpreter": (
        signed("interpreter", "Ana Lima"),
        ("Signed on screen 10:57: Ana Lima, interpreter",),
    ),
    "witness": (
        signed("witness", "Nurse Bell"),
        ("Signed on screen 10:57: Nurse Bell, witness",),
    ),
}  # fmt: skip


def _plan(*more: Action) -> str:
    return even(plan_text(build_plan(paper_of(a_session(*more)))))


@pytest.mark.parametrize("form", FORMS)
def test_each_form_is_printed_as_such(form: str) -> None:
    signature, said = FORMS[form]
    text = _plan(OFF, signature) if form not in ("interpreter", "witness") else _plan(signature)
    assert [words for words in said if words not in text] == []
    assert text.count("Signed on screen 10:57: Maria Rossi") == (form in ("interpreter", "witness"))
    for words in ("Nurse Bell", "Reason given", "No reason was given", "signs for the patient"):
        assert (words in text) == any(words in one for one in said)


def test_two_sentences_say_what_the_seal_proves_and_what_not() -> None:
    paper = paper_of(a_session())
    own = even(plan_text(build_plan(paper)))
    proves = (
        "The clinic’s seal shows any later change to this file, and proves which clinic’s key "
        "sealed it. It does not prove who held the pen; "
    )
    assert proves + "the times are by the clinic computer’s own clock." in own
    stamped = even(plan_text(build_plan(replace(paper, time_stamped=True))))
    assert proves + "a time-stamp server confirmed when it was sealed" in stamped
