"""The days to look again keep their order; offered words are told apart from typed ones."""

from __future__ import annotations

from datetime import date

import pytest

from sdm_aid.domain import actions as a
from sdm_aid.domain.apply import apply
from sdm_aid.domain.consultation import Consultation
from sdm_aid.domain.team import TeamMember
from sdm_aid.wording.history import told
from tests.domain.visits import NOON
from tests.full_visit import the_content

JANUARY, MARCH, JUNE = date(2027, 1, 15), date(2027, 3, 15), date(2027, 6, 15)


def _after(*actions: a.Action) -> Consultation:
    state = Consultation(visit_id="c" * 32, content=the_content().ref, started=NOON)
    for action in actions:
        state = apply(state, action, NOON)
    return state


@pytest.mark.parametrize(
    "said",
    [
        (a.LookAgainSet(on=JANUARY), a.FurtherLookSet(on=MARCH), a.FurtherLookSet(on=JUNE)),
        (a.FurtherLookSet(on=JUNE), a.FurtherLookSet(on=JANUARY), a.FurtherLookSet(on=MARCH)),
        (a.LookAgainSet(on=MARCH), a.FurtherLookSet(on=JANUARY), a.FurtherLookSet(on=JUNE)),
        (a.FurtherLookSet(on=JUNE), *[a.FurtherLookSet(on=day) for day in (JANUARY, MARCH, MARCH)]),
    ],
)
def test_the_earliest_day_is_the_one_the_due_list_goes_by(said: tuple[a.Action, ...]) -> None:
    plan = _after(*said).plan
    assert (plan.look_again, plan.further_looks) == (JANUARY, (MARCH, JUNE))


def test_a_day_taken_back_makes_room_for_the_next() -> None:
    three = (a.LookAgainSet(on=JANUARY), a.FurtherLookSet(on=MARCH), a.FurtherLookSet(on=JUNE))
    assert _after(*three, a.LookAgainSet(on=None)).plan.looks == (MARCH, JUNE)
    back = a.FurtherLookSet(on=MARCH, there=False)
    assert _after(*three, back).plan.looks == (JANUARY, JUNE)
    assert _after(*three, back, back).plan.looks == (JANUARY, JUNE)


def test_offered_words_taken_over_and_words_typed_are_told_apart() -> None:
    offer = a.OfferTaken(field="the_day", offered="You lie down.", words="You lie down.")
    more = a.OfferTaken(field="the_day", offered="You lie down.", words="At nine.\nYou lie down.")
    typed = a.TextWritten(field="the_day", words="You lie down for a while.")
    assert told(offer) == "What happens, offered words taken over: “You lie down.”"
    assert "“You lie down.”; there now: “At nine." in told(more)
    assert told(typed) == "What happens: “You lie down for a while.”"
    assert _after(offer, typed).plan.the_day == "You lie down for a while."


def test_the_team_is_put_down_corrected_and_taken_off() -> None:
    nurse = TeamMember(
        id="m1", role="Nurse", name="J. Lindqvist", does="calls you", phone="555 0101"
    )
    put, removed = a.TeamMemberSet(member=nurse), a.TeamMemberRemoved(id="m1")
    state = _after(put, a.TeamMemberSet(member=nurse.evolve(phone=None)))
    assert [one.phone for one in state.plan.team] == [None]
    assert told(put) == "On the team: Nurse, J. Lindqvist, “calls you”, 555 0101"
    assert told(removed, None, state) == "No longer on the team: Nurse"
    assert apply(state, removed, NOON).plan.team == ()
