"""The rest of the assessment: what is said is kept, taken back leaves nothing, no guesses."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from sdm_aid.content.measures import load_measure
from sdm_aid.domain import actions as a
from sdm_aid.domain.apply import apply
from sdm_aid.domain.assessment import (
    ABOUT_DAYS,
    ABOUT_PAIN,
    LISTS,
    OFFERED,
    ONE_ONLY,
    Assessment,
    Line,
    Listed,
    ListName,
    Question,
)
from sdm_aid.domain.consultation import Consultation
from sdm_aid.domain.measure import Measure
from sdm_aid.domain.measure_taken import MeasureTaken
from sdm_aid.paths import resources_dir
from sdm_aid.wording import assessment as words
from tests.assessment_actions import assessment_actions, taken
from tests.domain.visits import NOON, a_visit

_ACTION: TypeAdapter[a.Action] = TypeAdapter(a.Action)


def after(*done: a.Action) -> Assessment:
    state = a_visit()
    for one in done:
        state = apply(state, one, NOON)
    return state.assessment


def pick(question: Question, answer: str) -> a.Action:
    return a.AssessmentPicked(question=question, answer=answer)


@pytest.mark.parametrize("question", [*ABOUT_PAIN, *ABOUT_DAYS])
def test_a_question_keeps_one_or_several_answers_and_taken_back_leaves_nothing(
    question: Question,
) -> None:
    first, second, *_rest = OFFERED[question]
    both = after(pick(question, first), pick(question, second)).answer(question).picked
    assert both == ((second,) if question in ONE_ONLY else (first, second))
    assert after(pick(question, first), pick(question, first)) == Assessment()
    own = a.AssessmentWritten(question=question, words="down to the foot")
    assert after(own).answer(question).words == "down to the foot"
    assert after(own, a.AssessmentWritten(question=question, words=None)) == Assessment()


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_either_filled_or_said_to_be_empty(name: ListName) -> None:
    line = a.ListLineSet(name=name, line=Line(id="l1", words="Apixaban"))
    none = a.ListNothing(name=name, nothing=True)
    assert after(none).listed(name).nothing
    assert after(none, line).listed(name) == Listed(name=name, lines=(line.line,))
    assert after(line, none).listed(name).lines == (line.line,)
    removed = a.ListLineRemoved(name=name, id="l1")
    assert after(line, removed) == Assessment()
    assert after(none, a.ListNothing(name=name, nothing=False)) == Assessment()


def test_a_list_cannot_hold_entries_and_be_empty() -> None:
    with pytest.raises(ValueError, match="cannot be said to be empty"):
        Listed(name="allergies", lines=(Line(id="l1", words="latex"),), nothing=True)


@pytest.fixture(scope="module")
def phq() -> Measure:
    return load_measure(resources_dir(), "phq-4")


def test_scores_come_only_with_every_answer_they_need(phq: Measure) -> None:
    def named(*points: int | None) -> dict[str, Fraction]:
        return {score.id: score.value for score in taken(phq, *points).scores}

    assert named() == {}
    assert named(3) == {}
    assert named(3, 1) == {"gad-2": 4}
    assert named(None, None, 1, 0) == {"phq-2": 1}
    assert named(3, 1, 1, 0) == {"phq-4": 5, "gad-2": 4, "phq-2": 1}


@pytest.mark.parametrize(
    ("points", "follow_up"),
    [((1, 1, 1, 1), False), ((2, 1, 0, 0), True), ((0, 0, 3, 0), True), ((3, None, 0, 0), False)],
)
def test_a_positive_half_is_for_the_clinician(
    phq: Measure, points: tuple[int | None, ...], follow_up: bool
) -> None:
    assert taken(phq, *points).follow_up is follow_up


def test_a_measure_with_nothing_in_it_is_let_go(phq: Measure) -> None:
    given = a.MeasureSet(taken=taken(phq, 1, 2, reading="Talk again in May"))
    kept = after(given).taken("phq-4")
    assert kept is not None
    assert (kept.points("worry"), kept.points("down"), kept.reading) == (
        2,
        None,
        "Talk again in May",
    )
    assert after(given, a.MeasureSet(taken=taken(phq))) == Assessment()


def test_a_changed_file_lets_go_of_answers_it_no_longer_knows(phq: Measure) -> None:
    from sdm_aid.domain.measure_taken import reference, with_answer

    before = taken(phq, 3, 2, 1, 0)
    shorter = phq.model_copy(
        update={"item": phq.item[:2], "choice": phq.choice[:3], "score": phq.score[1:2]}
    )
    ref = reference(shorter, "f" * 64)
    now = with_answer(shorter, ref, before, ("worry", 1), "en")
    assert [(one.item, one.points) for one in now.answers] == [("worry", 1)]
    assert now.scores == ()
    assert now.measure.digest == "f" * 64


def test_the_record_holds_no_wording_of_the_instrument(phq: Measure) -> None:
    kept = taken(phq, 3, 3, 3, 3).model_dump_json()
    said = [*(item.text["en"] for item in phq.item), *(one.text["en"] for one in phq.choice)]
    assert not [words for words in said if words in kept]


@given(st.lists(st.one_of(*assessment_actions(st.none() | st.just("words"))), max_size=12))
def test_any_actions_leave_a_whole_assessment_that_a_file_gives_back(
    done: list[dict[str, object]],
) -> None:
    state = a_visit()
    for one in done:
        state = apply(state, _ACTION.validate_python(one), NOON)
    assert Consultation.model_validate_json(state.model_dump_json()) == state
    assert all(told.picked or told.words for told in state.assessment.told)
    assert all(listed.lines or listed.nothing for listed in state.assessment.lists)
    assert not [one for one in state.assessment.measured if one.empty]


def test_every_answer_and_list_has_its_words() -> None:
    for question, answers in OFFERED.items():
        assert words.question(question).endswith("?")
        assert words.short(question) != question
        assert all(words.answer(question, one) != one for one in answers)
    pairs = {f"{question}.{one}" for question, answers in OFFERED.items() for one in answers}
    assert pairs == set(words.ANSWERS)
    assert set(LISTS) == set(words.LISTS) == set(words.NOTHING)


def test_about_twenty_five_taps_answer_all_of_step_you(phq: Measure) -> None:
    """Goal, place, three numbers and a word before; ten questions, three lists, seven answers."""
    before = 1 + 1 + 3 + 1
    assert before + len(OFFERED) + len(LISTS) <= 20
    assert len(phq.item) + len(load_measure(resources_dir(), "peg").item) == 7


def test_peg_scores_stay_exact(phq: Measure) -> None:
    peg = load_measure(resources_dir(), "peg")
    kept: MeasureTaken = taken(peg, 6, 6, 5)
    assert kept.scores[0].value == Fraction(17, 3)
