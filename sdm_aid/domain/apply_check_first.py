"""How things to check first change a visit."""

from __future__ import annotations

from datetime import datetime
from operator import attrgetter
from typing import Any

from sdm_aid.domain.actions.check_first import FactToggled, NoneOfTheseFacts, TopicMarked
from sdm_aid.domain.checked_first import FactAnswer, TopicMark
from sdm_aid.domain.collection import put, toggled, without
from sdm_aid.domain.consultation import Consultation
from sdm_aid.domain.refusal import Refused


def _checked(state: Consultation, **changes: Any) -> Consultation:
    return state.evolve(check_first=state.check_first.evolve(**changes))


def _fact_toggled(state: Consultation, action: FactToggled, at: datetime) -> Consultation:
    before = state.check_first.answer(action.question)
    choices = toggled(before.choices if before else (), action.choice)
    answers = state.check_first.answers
    if not choices:
        return _checked(state, answers=without(answers, action.question, attrgetter("question")))
    # as with warning signs, a fact takes "none of these" back
    answer = FactAnswer(question=action.question, choices=choices)
    return _checked(state, answers=put(answers, answer, attrgetter("question")))


def _none_of_these(state: Consultation, action: NoneOfTheseFacts, at: datetime) -> Consultation:
    answers = state.check_first.answers
    before = state.check_first.answer(action.question)
    if before is not None and before.choices:
        # it would wipe what was said in one press; each is taken back by itself
        raise Refused("none_with_choice")
    if not action.none:
        return _checked(state, answers=without(answers, action.question, attrgetter("question")))
    answer = FactAnswer(question=action.question, none=True)
    return _checked(state, answers=put(answers, answer, attrgetter("question")))


def _topic_marked(state: Consultation, action: TopicMarked, at: datetime) -> Consultation:
    marks = state.check_first.marks
    if action.how is None:
        return _checked(state, marks=without(marks, action.topic, attrgetter("topic")))
    mark = TopicMark(topic=action.topic, how=action.how, words=action.words or None)
    return _checked(state, marks=put(marks, mark, attrgetter("topic")))


CHECK_FIRST: dict[type, Any] = {
    FactToggled: _fact_toggled,
    NoneOfTheseFacts: _none_of_these,
    TopicMarked: _topic_marked,
}
