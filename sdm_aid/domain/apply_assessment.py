"""How the rest of the assessment changes a visit."""

from __future__ import annotations

from datetime import datetime
from operator import attrgetter
from typing import Any

from sdm_aid.domain.actions.assessment import (
    AssessmentPicked,
    AssessmentWritten,
    ListLineRemoved,
    ListLineSet,
    ListNothing,
    MeasureSet,
)
from sdm_aid.domain.assessment import ONE_ONLY, Listed, Told
from sdm_aid.domain.collection import put, toggled, without
from sdm_aid.domain.consultation import Consultation


def _told(state: Consultation, told: Told) -> Consultation:
    """A question with nothing said to it is one that was not asked."""
    before, key = state.assessment.told, attrgetter("question")
    said = told.picked or told.words
    after = put(before, told, key) if said else without(before, told.question, key)
    return state.evolve(assessment=state.assessment.evolve(told=after))


def _listed(state: Consultation, listed: Listed) -> Consultation:
    before, key = state.assessment.lists, attrgetter("name")
    said = listed.lines or listed.nothing
    after = put(before, listed, key) if said else without(before, listed.name, key)
    return state.evolve(assessment=state.assessment.evolve(lists=after))


def _picked(state: Consultation, action: AssessmentPicked, at: datetime) -> Consultation:
    told = state.assessment.answer(action.question)
    picked = toggled(told.picked, action.answer)
    if action.question in ONE_ONLY:
        picked = picked[-1:] if action.answer in picked else ()
    return _told(state, told.evolve(picked=picked))


def _written(state: Consultation, action: AssessmentWritten, at: datetime) -> Consultation:
    told = state.assessment.answer(action.question)
    return _told(state, told.evolve(words=action.words or None))


def _line_set(state: Consultation, action: ListLineSet, at: datetime) -> Consultation:
    listed = state.assessment.listed(action.name)
    lines = put(listed.lines, action.line, attrgetter("id"))
    return _listed(state, listed.evolve(lines=lines, nothing=False))


def _line_removed(state: Consultation, action: ListLineRemoved, at: datetime) -> Consultation:
    listed = state.assessment.listed(action.name)
    return _listed(state, listed.evolve(lines=without(listed.lines, action.id, attrgetter("id"))))


def _nothing(state: Consultation, action: ListNothing, at: datetime) -> Consultation:
    listed = state.assessment.listed(action.name)
    return _listed(state, listed.evolve(nothing=action.nothing and not listed.lines))


def _measure_set(state: Consultation, action: MeasureSet, at: datetime) -> Consultation:
    before, key = state.assessment.measured, attrgetter("measure.id")
    taken = action.taken
    after = without(before, taken.measure.id, key) if taken.empty else put(before, taken, key)
    return state.evolve(assessment=state.assessment.evolve(measured=after))


ASSESSMENT: dict[type, Any] = {
    AssessmentPicked: _picked,
    AssessmentWritten: _written,
    ListLineSet: _line_set,
    ListLineRemoved: _line_removed,
    ListNothing: _nothing,
    MeasureSet: _measure_set,
}
