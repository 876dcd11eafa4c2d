"""Hopes beside what studies saw, what happens, the team and the days: printed where entered."""

from __future__ import annotations

from datetime import date

from sdm_aid.documents.paper import PaperInput
from sdm_aid.documents.plan import build_plan
from sdm_aid.domain import actions as a
from sdm_aid.domain.answers import Outcome
from sdm_aid.domain.consultation import Consultation
from sdm_aid.domain.team import TeamMember
from sdm_aid.wording.expectation import hoped_change, studies_saw
from tests.documents.paper_text import text_of
from tests.full_visit import SIGNED, a_session, the_content

HOPED = a.TextWritten(field="hoped", words="sleep through")


def _plan(state: Consultation) -> str:
    return text_of(build_plan(PaperInput(the_content(), state, SIGNED, "SDM Aid 0.1")))


def test_nothing_of_it_stands_where_nothing_was_entered() -> None:
    text = _plan(a_session().state)
    for words in (
        "What I hope for",
        "What studies saw",
        "What happens:",
        "on the team",
        "And again",
    ):
        assert words not in text


def test_all_of_it_is_printed() -> None:
    nurse = TeamMember(
        id="m1", role="Nurse", name="J. Lindqvist", does="calls you", phone="555 0101"
    )
    text = _plan(
        a_session(
            HOPED,
            a.TargetPainSet(score=3),
            a.TextWritten(field="the_day", words="You lie down."),
            a.TeamMemberSet(member=nurse),
            a.TeamMemberSet(member=TeamMember(id="m2", role="Family doctor")),
            a.FurtherLookSet(on=date(2027, 3, 15)),
            a.FurtherLookSet(on=date(2027, 6, 15)),
        ).state
    )
    assert "What I hope for: “sleep through”" in text
    assert "Pain on average 7, good enough 3: 4 points less." in text
    assert "What happens: You lie down." in text
    assert "Nurse: J. Lindqvist, calls you, 555 0101. Family doctor." in text
    assert "And again: 15 Mar 2027, 15 Jun 2027" in text


def test_what_studies_saw_is_what_the_table_says_of_the_choice_and_no_forecast() -> None:
    state = a_session(HOPED).state
    lines = studies_saw(the_content(), state)
    rows = [r for r in the_content().decision.rows if (r.group, r.kind) == ("better", "number")]
    assert len(lines) == len(rows)
    assert "on average 5 points less than with a pretend injection" in lines[0].found
    text = _plan(state)
    assert lines[0].found in text
    assert "Nobody can tell how it will be for one person." in text
    assert "The other findings stand under" in text


def test_a_table_that_was_not_looked_at_is_not_referred_to() -> None:
    outcome = a.OutcomeChosen(outcome=Outcome(kind="go_with", option="C"))
    state = a_session(outcome, HOPED, whole=False).state
    text = _plan(state)
    assert "The other findings stand under" not in text
    for line in studies_saw(the_content(), state):
        assert line.found in text


def test_going_on_with_nothing_new_has_its_own_column_and_an_open_choice_has_none() -> None:
    nothing = a.OutcomeChosen(outcome=Outcome(kind="nothing_new"))
    later = a.OutcomeChosen(outcome=Outcome(kind="more_time"))
    content = the_content()
    assert studies_saw(content, a_session(nothing).state)
    assert not studies_saw(content, a_session(later).state)


def test_the_hoped_change_is_the_patients_own_numbers_and_nothing_else() -> None:
    assert hoped_change(a_session().state) == ""
    assert hoped_change(a_session(a.TargetPainSet(score=7)).state).endswith("no less than now.")
    assert hoped_change(a_session(a.TargetPainSet(score=8)).state).endswith("more than now.")
    alone = a_session(a.TargetPainSet(score=3), whole=False).state
    assert hoped_change(alone) == ""
