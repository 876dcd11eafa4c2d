"""How the team, words taken over and the days to look again change a visit."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from operator import attrgetter
from typing import Any

from sdm_aid.domain.actions.choice import LookAgainSet
from sdm_aid.domain.actions.frame import TextWritten
from sdm_aid.domain.actions.plan import (
    FurtherLookSet,
    OfferTaken,
    TeamMemberRemoved,
    TeamMemberSet,
)
from sdm_aid.domain.apply_frame import FRAME
from sdm_aid.domain.collection import put, without
from sdm_aid.domain.consultation import Consultation


def _offer_taken(state: Consultation, action: OfferTaken, at: datetime) -> Consultation:
    written = TextWritten(field=action.field, words=action.words)
    after: Consultation = FRAME[TextWritten](state, written, at)
    return after


def _team_member_set(state: Consultation, action: TeamMemberSet, at: datetime) -> Consultation:
    team = put(state.plan.team, action.member, attrgetter("id"))
    return state.evolve(plan=state.plan.evolve(team=team))


def _team_member_removed(
    state: Consultation, action: TeamMemberRemoved, at: datetime
) -> Consultation:
    team = without(state.plan.team, action.id, attrgetter("id"))
    return state.evolve(plan=state.plan.evolve(team=team))


def _look_again_set(state: Consultation, action: LookAgainSet, at: datetime) -> Consultation:
    first = () if action.on is None else (action.on,)
    return _looks(state, (*first, *state.plan.further_looks))


def _further_look_set(state: Consultation, action: FurtherLookSet, at: datetime) -> Consultation:
    days = {day for day in state.plan.looks if day != action.on}
    return _looks(state, {*days, action.on} if action.there else days)


def _looks(state: Consultation, days: Iterable[date]) -> Consultation:
    """The earliest day is the one that the list of looks due goes by, whichever was said first."""
    ordered = tuple(sorted(set(days)))
    first = ordered[0] if ordered else None
    return state.evolve(plan=state.plan.evolve(look_again=first, further_looks=ordered[1:]))


PLAN: dict[type, Any] = {
    OfferTaken: _offer_taken,
    TeamMemberSet: _team_member_set,
    TeamMemberRemoved: _team_member_removed,
    LookAgainSet: _look_again_set,
    FurtherLookSet: _further_look_set,
}
