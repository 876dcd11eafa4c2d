"""A look again: not answered is None, the PEG needs all three, and what cannot both stand."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from sdm_aid.domain.actions import TargetPainSet
from sdm_aid.domain.apply import apply
from sdm_aid.domain.follow_up import Doing, FollowUp, Happened, Peg
from tests.domain.looks import a_look
from tests.domain.visits import NOON, a_visit

SCORES = st.none() | st.integers(0, 10)


def test_nothing_is_answered_before_somebody_does() -> None:
    look = a_look()
    assert not look.says_something
    assert (look.pain_now, look.pain_average, look.pain_worst, look.peg.score) == (None,) * 4
    assert (look.goal, look.pgic, look.harms, look.none_happened, look.doing) == (
        None, None, (), False, (),
    )  # fmt: skip
    assert not look.evolve(done=True).says_something
    assert look.evolve(pain_now=0).says_something


@given(SCORES, SCORES, SCORES)
def test_the_peg_is_the_mean_of_all_three_or_nothing(
    pain: int | None, enjoyment: int | None, activity: int | None
) -> None:
    score = Peg(pain=pain, enjoyment=enjoyment, activity=activity).score
    if pain is None or enjoyment is None or activity is None:
        assert score is None
    else:
        assert score is not None
        assert 3 * score == pain + enjoyment + activity


def test_the_peg_at_its_ends() -> None:
    assert Peg(pain=0, enjoyment=0, activity=0).score == 0
    assert Peg(pain=10, enjoyment=10, activity=10).score == 10
    assert Peg(pain=5, enjoyment=6, activity=6).score == Fraction(17, 3)


SORE = Happened(id="h1", harm="sore-spot")


@pytest.mark.parametrize(
    ("answers", "why"),
    [
        ({"harms": (SORE,), "none_happened": True}, "cannot both stand"),
        ({"harms": (SORE, SORE.evolve(id="h2"))}, "sore-spot"),
        ({"harms": (SORE, Happened(id="h1", words="dizzy"))}, "h1"),
        ({"doing": (Doing(id="s1"), Doing(id="s1"))}, "s1"),
        ({"pain_average": 11}, "less than or equal to 10"),
        ({"pain_now": 4.5}, "valid integer"),
        ({"goal": "yes"}, "reached"),
    ],
)
def test_what_cannot_stand_is_refused(answers: dict[str, Any], why: str) -> None:
    with pytest.raises(ValidationError, match=why):
        a_look(**answers)


@pytest.mark.parametrize("words", [None, "", "  "])
def test_something_happened_needs_a_name(words: str | None) -> None:
    with pytest.raises(ValidationError, match="say in words"):
        Happened(id="h1", words=words)


def test_it_comes_back_from_json_as_it_was() -> None:
    look = a_look(
        peg=Peg(pain=1, enjoyment=2, activity=3),
        harms=(SORE.evolve(still_there="no", got_help="yes"),),
        doing=(Doing(id="agreed", state="stopped", why="the knee"),),
        pgic="much_worse",
        done=True,
    )
    assert FollowUp.model_validate_json(look.model_dump_json()) == look
    assert look.doing_of("agreed") == look.doing[0]
    assert look.doing_of("s1") is None


def test_the_pain_that_is_good_enough_is_set_and_taken_back() -> None:
    state = apply(a_visit(), TargetPainSet(score=0), NOON)
    assert state.plan.target_pain == 0
    assert apply(state, TargetPainSet(score=None), NOON).plan.target_pain is None
