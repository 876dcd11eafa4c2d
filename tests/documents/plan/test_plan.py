"""The plan: sixteen fields, forms of signing, length, and the same numbers as the screen."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sdm_aid.application.session import Session
from sdm_aid.documents.paper import PaperInput
from sdm_aid.documents.pdf.render import render
from sdm_aid.documents.plan import build_plan
from sdm_aid.domain import actions as a
from sdm_aid.domain.actions import Action
from sdm_aid.domain.apply import apply
from sdm_aid.domain.comparison import comparison
from sdm_aid.domain.refusal import Refused
from sdm_aid.wording.cells import cell_words
from sdm_aid.wording.harms import panels
from sdm_aid.wording.steps import step_name
from tests.documents.paper_text import pages_of, paper_of, text_of
from tests.full_visit import (
    SIGNED,
    a_quick_session,
    a_session,
    signed,
    the_content,
)
from tests.strategies import actions_of

FIELDS = {
    "1 who": ("Maria Rossi", "Dr A. Okafor, Pain physician", "Luca Rossi", "presumed", "10:30"),
    "2 question": ("What could we do about the pain that runs down your leg?",),
    "3 matters": ("walk 20 minutes to work", "5 stones", "My daughter's wedding in May"),
    "4 options": ("Nothing new for now", "Physiotherapy and exercise", "Medicines"),
    "5 as shown": ("About 95 out of 100 people", "What could go wrong", "What will it cost me"),
    "6 own situation": ("Ibuprofen (helped a little), trouble: heartburn", "Asked together"),
    "7 questions": ("Can I drive after the injection?", "Not until the day after."),
    "8 own words": ("It may help for a few weeks, not for good.",),
    "9 leaning": ("Leaning before we lined things up: not sure", "Leaning afterwards: C."),
    "10 outcome": ("Go with C. Steroid injection near the nerve",),
    "11 not discussed": ("What we did not talk about", "Every step was talked about."),
    "12 next": ("Book the injection", "by 28 Nov", "15 Jan 2027", "We stop or change course if"),
    "13 mind and help": ("You may change your mind", "555 0100", "Get help the same day if"),
    "14 signatures": ("Maria Rossi, patient · signed on screen", "Dr A. Okafor, clinician"),
    "15 content": ("sciatica 2026.11", "20 Nov 2028", "Funding", "SDM Aid 0.1", "Copies"),
    "16 statement": ("This records a conversation. It is not by itself consent",),
}


def _plan_text(session: Session) -> str:
    return text_of(build_plan(paper_of(session)))


@pytest.fixture(scope="module")
def full() -> str:
    """The text of a full visit's plan."""
    return _plan_text(a_session())


@pytest.mark.parametrize("field", FIELDS)
def test_all_sixteen_fields(full: str, field: str) -> None:
    assert [words for words in FIELDS[field] if words not in full] == []


def test_digest_and_visit_number_stand_in_full(full: str) -> None:
    whole = full.replace(" ", "")
    assert the_content().ref.digest in whole
    assert "c" * 32 in whole


def test_length() -> None:
    assert len(pages_of(build_plan(paper_of(a_session())))) <= 4
    assert len(pages_of(build_plan(paper_of(a_quick_session())))) <= 2


def test_every_page_says_who_and_that_it_is_made_up() -> None:
    for page in pages_of(build_plan(paper_of(a_session()))):
        assert "Maria Rossi · born 4 May 1974 · no. 10482" in page
        assert "MADE-UP PATIENT" in page


def test_nothing_said_is_named_step_by_step() -> None:
    text = _plan_text(a_session(whole=False))
    skipped = ("you", "understand", "compare", "matters", "words", "next")
    assert [step for step in skipped if step_name(step) not in text] == []
    assert "Nothing was agreed yet." in text
    assert "not signed" in text


def test_numbers_are_those_of_the_wording_room(full: str) -> None:
    content, state = the_content(), a_session().state
    low = full.lower()
    missing: list[str] = []
    for row in comparison(content, state).rows:
        cells = content.decision.row(row.id).cells if row.kind == "number" else ()
        for cell in cells:
            words = cell_words(content, cell, denominator=row.denominator)
            figures = () if words.figure is None else (words.figure, *words.more)
            said = [part for f in figures for part in (f.headline, f.complement, f.range) if part]
            missing += [part for part in said if part.lower() not in low]
    assert missing == []


def test_no_harm_is_left_out(full: str) -> None:
    content = the_content()
    missing: list[str] = []
    for option in content.decision.options:
        for panel in panels(content, option.treatment, content.decision.harm_panels):
            for line in panel.lines:
                figure = line.figure
                count = line.label if figure is None else figure.short
                said = (line.name, count, figure.range if figure else "")
                missing += [part for part in said if part.lower() not in full.lower()]
    assert missing == []


def test_help_signs_stand_once_each(full: str) -> None:
    signs = [words for key, words in the_content().text.items() if key.startswith("get_help.")]
    assert {sign: full.count(sign) for sign in signs} == dict.fromkeys(signs, 1)


@pytest.mark.parametrize(
    ("signature", "said"),
    [
        (signed("patient", "Maria Rossi", "declined", reason="not today"), "chose not to sign"),
        (signed("patient", "Maria Rossi", "mark", witness="Nurse Bell"), "made a mark"),
        (signed("patient", "Maria Rossi", "aloud", witness="Nurse Bell"), "agreed aloud"),
        (
            signed("representative", "Luca Rossi", relation="husband", why="asleep"),
            "Luca Rossi signs for the patient as: husband. Because: asleep",
        ),
    ],
)
def test_forms_of_signing(signature: Action, said: str) -> None:
    text = _plan_text(a_session(a.SignatureCleared(party="patient"), signature))
    assert said in text
    assert ("Nurse Bell" in text) == ("witness" in repr(signature) and "Nurse" in repr(signature))
    assert ("not today" in text) == ("declined" in repr(signature))


def test_ink_is_a_figure_with_words() -> None:
    data = render(build_plan(paper_of(a_session())), SIGNED)
    assert data.count(b"Handwritten signature of") == 2


def test_same_inputs_same_bytes() -> None:
    first, second = (render(build_plan(paper_of(a_session())), SIGNED) for _turn in range(2))
    assert first == second


def test_very_long_answers_reach_paper() -> None:
    words = "pain " * 1999 + "end."
    text = _plan_text(a_session(a.TextWritten(field="patient_reason", words=words)))
    assert text.count("pain") >= 1999
    assert "end." in text


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(actions_of(the_content()), max_size=30))
def test_any_visit_can_be_printed(actions: list[Action]) -> None:
    state = a_session(whole=False).state
    for action in actions:
        try:
            state = apply(state, action, SIGNED)
        except Refused:
            continue
    paper = PaperInput(the_content(), state, SIGNED, "SDM Aid 0.1")
    assert render(build_plan(paper), SIGNED, replace_unprintable=True).startswith(b"%PDF")
