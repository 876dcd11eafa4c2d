"""The plan: who it is about on every page, its ink, the same bytes, any visit at all."""

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
from sdm_aid.domain.refusal import Refused
from tests.documents.paper_text import pages_of, paper_of, text_of
from tests.full_visit import (
    SIGNED,
    a_session,
    the_content,
)
from tests.strategies import actions_of


def _plan_text(session: Session) -> str:
    return text_of(build_plan(paper_of(session)))


@pytest.fixture(scope="module")
def full() -> str:
    """The text of a full visit's plan."""
    return _plan_text(a_session())


def test_digest_and_visit_number_stand_in_full(full: str) -> None:
    whole = full.replace(" ", "")
    assert the_content().ref.digest in whole
    assert "c" * 32 in whole


def test_every_page_says_who_and_that_it_is_made_up() -> None:
    for page in pages_of(build_plan(paper_of(a_session()))):
        assert "Maria Rossi · born 4 May 1974 · no. 10482" in page
        assert "MADE-UP PATIENT" in page


def test_help_signs_stand_once_each(full: str) -> None:
    signs = [words for key, words in the_content().text.items() if key.startswith("get_help.")]
    assert {sign: full.count(sign) for sign in signs} == dict.fromkeys(signs, 1)


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
