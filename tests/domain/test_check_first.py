"""Facts and topics: none of these and an answer cannot both stand; contradictions are told."""

from __future__ import annotations

from datetime import date

import pytest

from sdm_aid.domain import actions as a
from sdm_aid.domain.apply import apply
from sdm_aid.domain.checked_first import FactAnswer, TopicMark
from sdm_aid.domain.consultation import Consultation
from sdm_aid.domain.raised import contradictions, raised_topics
from sdm_aid.domain.refusal import Refused
from sdm_aid.domain.room import Patient
from sdm_aid.wording.check_first import contradiction_words
from sdm_aid.wording.refusals import refusal_sentence
from tests.domain.visits import NOON
from tests.full_visit import the_content


def after(*done: a.Action, born: date | None = None) -> Consultation:
    """A visit in which this was said."""
    state = Consultation(
        visit_id="a" * 32, content=the_content().ref, started=NOON, patient=Patient(born=born)
    )
    for action in done:
        state = apply(state, action, NOON)
    return state


def picked(question: str, choice: str) -> a.FactToggled:
    return a.FactToggled(question=question, choice=choice)


def none(question: str, none: bool = True) -> a.NoneOfTheseFacts:
    return a.NoneOfTheseFacts(question=question, none=none)


def test_none_of_these_is_refused_while_an_answer_stands() -> None:
    state = after(picked("kidneys", "severe"))
    with pytest.raises(Refused) as told:
        apply(state, none("kidneys"), NOON)
    assert refusal_sentence(told.value.code).count(".") == 2
    assert "None of these" in refusal_sentence(told.value.code)


def test_an_answer_takes_none_of_these_back() -> None:
    state = after(none("kidneys"), picked("kidneys", "severe"))
    assert state.check_first.answers == (FactAnswer(question="kidneys", choices=("severe",)),)


def test_what_is_taken_back_was_not_asked() -> None:
    assert after(picked("heart", "failure"), picked("heart", "failure")) == after()
    assert after(none("heart"), none("heart", none=False)) == after()


def test_a_topic_is_marked_anew_and_taken_back() -> None:
    state = after(
        a.TopicMarked(topic="bleeding", how="talked"),
        a.TopicMarked(topic="bleeding", how="plan", words="ask Dr Lee"),
    )
    assert state.check_first.marks == (TopicMark(topic="bleeding", how="plan", words="ask Dr Lee"),)
    assert apply(state, a.TopicMarked(topic="bleeding", how=None), NOON) == after()


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ((picked("pregnancy", "late"), picked("age-falls", "over-65")), "pregnant-old"),
        ((picked("devices", "pacemaker"), none("heart")), "device-heart"),
        ((picked("fits", "withdrawal"), none("substances")), "alcohol-off"),
        ((picked("kidneys", "reduced"), picked("kidneys", "severe")), "kidneys-both"),
    ],
)
def test_answers_that_cannot_both_be_right_give_one_sentence(
    said: tuple[a.Action, ...], name: str
) -> None:
    state = after(*said)
    assert contradictions(the_content(), state.check_first) == (name,)
    assert len(contradiction_words(the_content(), state)) == 1
    for alone in said:
        assert contradiction_words(the_content(), after(alone)) == ()


@pytest.mark.parametrize(
    ("born", "said", "words"),
    [
        (date(2012, 1, 1), none("heart"), "under 18"),
        (date(1990, 1, 1), picked("age-falls", "over-65"), "younger"),
        (date(1940, 1, 1), none("age-falls"), "not chosen"),
    ],
)
def test_a_date_of_birth_that_speaks_against_an_answer_is_told(
    born: date, said: a.Action, words: str
) -> None:
    assert words in " ".join(contradiction_words(the_content(), after(said, born=born)))
    assert contradiction_words(the_content(), after(born=born)) == ()


def test_a_mark_outlives_its_facts_and_shows_only_with_them() -> None:
    mark = a.TopicMarked(topic="blood-sugar", how="talked")
    without = after(mark)
    assert raised_topics(the_content(), without) == ()
    (topic,) = raised_topics(the_content(), after(mark, picked("diabetes", "insulin")))
    assert topic.mark is not None


def test_an_answer_of_other_content_raises_nothing() -> None:
    state = after(picked("gone", "never-there"), picked("heart", "never-there"))
    assert raised_topics(the_content(), state) == ()
