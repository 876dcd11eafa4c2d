"""How the patient's goals, pain, values and own words change a visit."""

from __future__ import annotations

from datetime import datetime
from operator import attrgetter
from typing import Any

from sdm_aid.domain.actions import (
    AdviceWanted,
    DealBreakerToggled,
    GoalToggled,
    LeaningSaid,
    LinedUp,
    NothingUnwanted,
    OwnConcernMarked,
    OwnConcernSet,
    PainRated,
    QualityToggled,
    RegionToggled,
    StonesPut,
    SureAnswered,
    TeachBackNoted,
    TopToggled,
    TriedRemoved,
    TriedSet,
)
from sdm_aid.domain.answers import DealBreaker, OwnConcern, OwnMark, Stone, TeachBack
from sdm_aid.domain.collection import put, toggled, without
from sdm_aid.domain.consultation import Consultation
from sdm_aid.domain.refusal import Refused

STONES = 10
TOP = 3


def _you(state: Consultation, **changes: Any) -> Consultation:
    return state.evolve(you=state.you.evolve(**changes))


def _matters(state: Consultation, **changes: Any) -> Consultation:
    return state.evolve(matters=state.matters.evolve(**changes))


def _goal_toggled(state: Consultation, action: GoalToggled, at: datetime) -> Consultation:
    return _you(state, goals=toggled(state.you.goals, action.goal))


def _region_toggled(state: Consultation, action: RegionToggled, at: datetime) -> Consultation:
    return _you(state, regions=toggled(state.you.regions, action.region))


def _pain_rated(state: Consultation, action: PainRated, at: datetime) -> Consultation:
    return _you(state, **{f"pain_{action.which}": action.score})


def _quality_toggled(state: Consultation, action: QualityToggled, at: datetime) -> Consultation:
    return _you(state, qualities=toggled(state.you.qualities, action.quality))


def _tried_set(state: Consultation, action: TriedSet, at: datetime) -> Consultation:
    return _you(state, tried=put(state.you.tried, action.tried, attrgetter("id")))


def _tried_removed(state: Consultation, action: TriedRemoved, at: datetime) -> Consultation:
    return _you(state, tried=without(state.you.tried, action.id, attrgetter("id")))


def _leaning_said(state: Consultation, action: LeaningSaid, at: datetime) -> Consultation:
    return _matters(state, **{f"leaning_{action.when}": action.leaning})


def _stones_put(state: Consultation, action: StonesPut, at: datetime) -> Consultation:
    others = without(state.matters.stones, action.row, attrgetter("row"))
    if sum(stone.count for stone in others) + action.count > STONES:
        raise Refused("too_many_stones")
    # a row with no stone is a row not answered: it carries no zero
    stone = Stone(row=action.row, count=action.count)
    stones = put(state.matters.stones, stone, attrgetter("row")) if action.count else others
    return _matters(state, stones=stones)


def _top_toggled(state: Consultation, action: TopToggled, at: datetime) -> Consultation:
    top = toggled(state.matters.top, action.row)
    if len(top) > TOP:
        raise Refused("too_many_top")
    return _matters(state, top=top)


def _own_concern_set(state: Consultation, action: OwnConcernSet, at: datetime) -> Consultation:
    own = state.matters.own
    if not action.text:
        stones = without(state.matters.stones, action.id, attrgetter("row"))
        top = without(state.matters.top, action.id, str)
        return _matters(
            state, own=without(own, action.id, attrgetter("id")), stones=stones, top=top
        )
    before = next((c for c in own if c.id == action.id), None)
    marks = before.marks if before else ()
    concern = OwnConcern(id=action.id, text=action.text, marks=marks)
    return _matters(state, own=put(own, concern, attrgetter("id")))


def _own_concern_marked(
    state: Consultation, action: OwnConcernMarked, at: datetime
) -> Consultation:
    def marked(concern: OwnConcern) -> OwnConcern:
        if concern.id != action.id:
            return concern
        if action.mark is None:
            marks = without(concern.marks, action.option, attrgetter("option"))
        else:
            mark = OwnMark(option=action.option, mark=action.mark)
            marks = put(concern.marks, mark, attrgetter("option"))
        return concern.evolve(marks=marks)

    return _matters(state, own=tuple(marked(c) for c in state.matters.own))


def _deal_breaker_toggled(
    state: Consultation, action: DealBreakerToggled, at: datetime
) -> Consultation:
    breakers = state.matters.deal_breakers
    if any(b.id == action.id for b in breakers) and action.own_words is None:
        return _matters(state, deal_breakers=without(breakers, action.id, attrgetter("id")))
    breaker = DealBreaker(id=action.id, own_words=action.own_words)
    named = put(breakers, breaker, attrgetter("id"))
    return _matters(state, deal_breakers=named, nothing_unwanted=False)


def _nothing_unwanted(state: Consultation, action: NothingUnwanted, at: datetime) -> Consultation:
    breakers = () if action.nothing else state.matters.deal_breakers
    return _matters(state, nothing_unwanted=action.nothing, deal_breakers=breakers)


def _lined_up(state: Consultation, action: LinedUp, at: datetime) -> Consultation:
    return _matters(state, lined_up=True)


def _advice_wanted(state: Consultation, action: AdviceWanted, at: datetime) -> Consultation:
    return _matters(state, rather_be_advised=action.wanted)


def _teach_back_noted(state: Consultation, action: TeachBackNoted, at: datetime) -> Consultation:
    if action.result is None:
        notes = without(state.teach_back, action.item, attrgetter("item"))
        return state.evolve(teach_back=notes)
    note = TeachBack(item=action.item, result=action.result, words=action.words)
    return state.evolve(teach_back=put(state.teach_back, note, attrgetter("item")))


def _sure_answered(state: Consultation, action: SureAnswered, at: datetime) -> Consultation:
    return state.evolve(sure=state.sure.evolve(**{action.question: action.answer}))


PATIENT: dict[type, Any] = {
    GoalToggled: _goal_toggled,
    RegionToggled: _region_toggled,
    PainRated: _pain_rated,
    QualityToggled: _quality_toggled,
    TriedSet: _tried_set,
    TriedRemoved: _tried_removed,
    LeaningSaid: _leaning_said,
    StonesPut: _stones_put,
    TopToggled: _top_toggled,
    OwnConcernSet: _own_concern_set,
    OwnConcernMarked: _own_concern_marked,
    DealBreakerToggled: _deal_breaker_toggled,
    NothingUnwanted: _nothing_unwanted,
    LinedUp: _lined_up,
    AdviceWanted: _advice_wanted,
    TeachBackNoted: _teach_back_noted,
    SureAnswered: _sure_answered,
}
