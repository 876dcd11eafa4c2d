"""Names of steps and outcomes."""

from __future__ import annotations

from datetime import date
from typing import get_args

import pytest

from sdm_aid.domain.steps import STEPS
from sdm_aid.domain.terms import OutcomeKind
from sdm_aid.wording import outcomes, steps
from tests.wording.patient_rules import broken_rules


def test_every_step_has_its_own_short_and_long_name() -> None:
    for name in (steps.step_name, steps.step_title):
        names = [name(step) for step in STEPS]
        assert len(set(names)) == len(STEPS)
        assert not any(broken_rules(text) for text in names)
    assert all(len(steps.step_name(step)) <= 14 for step in STEPS), "the row of steps stays short"


def test_words_that_patients_do_not_say_stay_out() -> None:
    said = [steps.step_title(step) for step in STEPS]
    said += [outcomes.outcome_name(kind) for kind in outcomes.OUTCOMES]
    said += [outcomes.outcome_explained(kind) for kind in outcomes.OUTCOMES]
    for word in ("decision", "option", "preference", "refuse"):
        assert not any(word in text.lower() for text in said)


def test_every_outcome_of_the_record_has_words() -> None:
    assert set(outcomes.OUTCOMES) == set(get_args(OutcomeKind))
    for kind in outcomes.OUTCOMES:
        assert outcomes.outcome_name(kind)
        assert outcomes.outcome_explained(kind)
        assert outcomes.outcome_recorded(kind)


@pytest.mark.parametrize(
    ("kind", "option", "until", "words"),
    [
        ("go_with", "B, an injection", None, "Go with B, an injection."),
        ("try_until", "C, exercise", date(2027, 3, 1), "Try C, exercise until 1 Mar 2027."),
        ("try_until", "C, exercise", None, "Try C, exercise; the date is not set yet."),
        ("advise_me", "", None, "The patient asked the clinician to advise."),
        ("advise_me", "B", None, "The patient asked for advice; agreed: B."),
        ("no_agreement", "", None, "No agreement was reached in this visit."),
    ],
)
def test_the_plan_states_what_was_agreed(
    kind: str, option: str, until: date | None, words: str
) -> None:
    assert outcomes.outcome_recorded(kind, option, until) == words


def test_what_does_not_exist_is_refused() -> None:
    with pytest.raises(KeyError):
        steps.step_name("payment")
    with pytest.raises(KeyError):
        outcomes.outcome_recorded("winner")
    assert steps.not_discussed() == "not discussed"
