"""How steps, people, warning signs, questions and text fields change a visit."""

from __future__ import annotations

from datetime import datetime
from operator import attrgetter
from typing import Any

from sdm_aid.domain.actions import (
    BreakTaken,
    CapacityConcern,
    ClinicianNamed,
    ClinicNamed,
    ExpiredContentUsed,
    NoRedFlags,
    PathChosen,
    PatientNamed,
    PresentAdded,
    PresentRemoved,
    QuestionAnswered,
    QuestionAsked,
    QuestionRemoved,
    RedFlagAnswered,
    RoutedOut,
    StepEntered,
    StepSkipped,
    TextWritten,
)
from sdm_aid.domain.answers import Question
from sdm_aid.domain.collection import put, without
from sdm_aid.domain.consultation import Consultation
from sdm_aid.domain.governance import ExpiredUse
from sdm_aid.domain.room import RedFlag

_YOU = {"goal_words", "quality_words"}
_PLAN = {
    "plan_goal": "goal",
    "hoped": "hoped",
    "getting_ready": "getting_ready",
    "the_day": "the_day",
    "afterwards": "afterwards",
    "get_help_words": "get_help_words",
    "stop_rule": "stop_rule",
}


def _step_entered(state: Consultation, action: StepEntered, at: datetime) -> Consultation:
    visited = state.visited if action.step in state.visited else (*state.visited, action.step)
    skipped = state.skipped
    if not state.signatures:  # what was signed says which steps were skipped
        skipped = without(skipped, action.step, str)
    return state.evolve(step=action.step, visited=visited, skipped=skipped)


def _step_skipped(state: Consultation, action: StepSkipped, at: datetime) -> Consultation:
    return state.evolve(skipped=(*without(state.skipped, action.step, str), action.step))


def _expired_used(state: Consultation, action: ExpiredContentUsed, at: datetime) -> Consultation:
    used = ExpiredUse(
        name=action.name,
        reason=action.reason,
        at=at,
        digest=action.digest,
        expires=action.expires,
    )
    return state.evolve(expired_use=used)


def _path_chosen(state: Consultation, action: PathChosen, at: datetime) -> Consultation:
    return state.evolve(path=action.path)


def _clinic_named(state: Consultation, action: ClinicNamed, at: datetime) -> Consultation:
    return state.evolve(clinic=action.clinic)


def _patient_named(state: Consultation, action: PatientNamed, at: datetime) -> Consultation:
    return state.evolve(patient=action.patient)


def _clinician_named(state: Consultation, action: ClinicianNamed, at: datetime) -> Consultation:
    return state.evolve(clinician=action.clinician)


def _present_added(state: Consultation, action: PresentAdded, at: datetime) -> Consultation:
    return state.evolve(present=put(state.present, action.present, attrgetter("id")))


def _present_removed(state: Consultation, action: PresentRemoved, at: datetime) -> Consultation:
    return state.evolve(present=without(state.present, action.id, attrgetter("id")))


def _red_flag_answered(state: Consultation, action: RedFlagAnswered, at: datetime) -> Consultation:
    if action.answer is None:
        return state.evolve(red_flags=without(state.red_flags, action.flag, attrgetter("flag")))
    answered = RedFlag(flag=action.flag, answer=action.answer)
    flags = put(state.red_flags, answered, attrgetter("flag"))
    none_of_these = state.no_red_flags and action.answer == "no"
    return state.evolve(red_flags=flags, no_red_flags=none_of_these)


def _no_red_flags(state: Consultation, action: NoRedFlags, at: datetime) -> Consultation:
    # "none of these" and a "yes" cannot both stand, and a yes is taken back one by one
    if not action.none_of_these:
        return state.evolve(no_red_flags=False)
    if any(flag.answer == "yes" for flag in state.red_flags):
        return state
    return state.evolve(no_red_flags=True, red_flags=())


def _routed_out(state: Consultation, action: RoutedOut, at: datetime) -> Consultation:
    return state.evolve(routed_out=at if action.out else None)


def _capacity_concern(state: Consultation, action: CapacityConcern, at: datetime) -> Consultation:
    return state.evolve(capacity_concern=action.words)


def _text_written(state: Consultation, action: TextWritten, at: datetime) -> Consultation:
    name, words = action.field, action.words or None
    if name in _YOU:
        return state.evolve(you=state.you.evolve(**{name: words}))
    if name in _PLAN:
        return state.evolve(plan=state.plan.evolve(**{_PLAN[name]: words}))
    if name == "would_change":
        return state.evolve(matters=state.matters.evolve(would_change=words))
    return state.evolve(**{name: words})


def _break_taken(state: Consultation, action: BreakTaken, at: datetime) -> Consultation:
    return state.evolve(breaks=state.breaks + 1)


def _question_asked(state: Consultation, action: QuestionAsked, at: datetime) -> Consultation:
    before = next((q for q in state.questions if q.id == action.id), None)
    answer = before.answer if before else None
    asked = Question(id=action.id, step=action.step, text=action.text, answer=answer)
    return state.evolve(questions=put(state.questions, asked, attrgetter("id")))


def _question_answered(state: Consultation, action: QuestionAnswered, at: datetime) -> Consultation:
    questions = tuple(
        q.evolve(answer=action.answer) if q.id == action.id else q for q in state.questions
    )
    return state.evolve(questions=questions)


def _question_removed(state: Consultation, action: QuestionRemoved, at: datetime) -> Consultation:
    return state.evolve(questions=without(state.questions, action.id, attrgetter("id")))


FRAME: dict[type, Any] = {
    StepEntered: _step_entered,
    StepSkipped: _step_skipped,
    ExpiredContentUsed: _expired_used,
    PathChosen: _path_chosen,
    ClinicNamed: _clinic_named,
    PatientNamed: _patient_named,
    ClinicianNamed: _clinician_named,
    PresentAdded: _present_added,
    PresentRemoved: _present_removed,
    RedFlagAnswered: _red_flag_answered,
    NoRedFlags: _no_red_flags,
    RoutedOut: _routed_out,
    CapacityConcern: _capacity_concern,
    TextWritten: _text_written,
    BreakTaken: _break_taken,
    QuestionAsked: _question_asked,
    QuestionAnswered: _question_answered,
    QuestionRemoved: _question_removed,
}
