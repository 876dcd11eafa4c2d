"""Typing the sheet in: digits become step You’s own actions; what answers nothing changes none."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sdm_aid.application.sheet_entry import SheetLine, Unreadable, sheet_sections
from sdm_aid.content.measures import offered
from sdm_aid.domain import actions as a
from sdm_aid.domain.apply import apply
from sdm_aid.domain.consultation import Consultation
from sdm_aid.domain.refusal import Refused
from sdm_aid.drawing.body_regions import REGIONS
from sdm_aid.paths import resources_dir
from tests.domain.visits import NOON
from tests.full_visit import the_content

MEASURES = offered(resources_dir(), Path("nowhere"), "you").measures
SECTIONS = sheet_sections(the_content(), MEASURES)
LINES = {line.id: line for section in SECTIONS for line in section.lines}


def _begun() -> Consultation:
    return Consultation(visit_id="c" * 32, content=the_content().ref, started=NOON)


def _typed(state: Consultation, line: str, words: str) -> Consultation:
    for action in LINES[line].act(state, words):
        state = apply(state, action, NOON)
    return state


def test_the_lines_stand_in_the_order_of_the_paper() -> None:
    heads = [section.heading[:2] for section in SECTIONS[:7]]
    assert heads == ["1.", "2.", "3.", "4.", "5.", "6.", "7."]
    assert [section.heading for section in SECTIONS[7:]] == [one.name for one in MEASURES]


def test_numbers_pick_and_the_same_again_lets_go() -> None:
    state = _typed(_begun(), "goals-picks", "1 3")
    assert state.you.goals == ("sleep", "work")
    assert LINES["goals-picks"].said(state) == "1 Sleep · 3 Work"
    assert _typed(state, "goals-picks", "1").you.goals == ("work",)
    state = _typed(_begun(), "places-picks", f"1,{len(REGIONS)}")
    assert state.you.regions == (REGIONS[0].id, REGIONS[-1].id)


def test_a_scale_is_set_changed_and_taken_back() -> None:
    state = _typed(_begun(), "pain-now", "0")
    assert state.you.pain_now == 0
    assert LINES["pain-now"].said(state) == "0"
    assert _typed(state, "pain-now", "10").you.pain_now == 10
    assert _typed(state, "pain-now", "0").you.pain_now is None
    assert _typed(state, "pain-now", "-").you.pain_now is None


def test_what_was_tried_is_one_entry_however_often_it_is_corrected() -> None:
    state = _typed(_begun(), "tried-discectomy", "0")
    assert [(t.treatment, t.helped) for t in state.you.tried] == [("discectomy", None)]
    state = _typed(state, "tried-discectomy", "2")
    assert [(t.treatment, t.helped) for t in state.you.tried] == [("discectomy", "some")]
    state = _typed(state, "tried-words", "a belt")
    assert LINES["tried-words"].said(state) == "a belt"
    state = _typed(state, "tried-discectomy", "2")
    assert [t.what for t in state.you.tried] == ["a belt"]
    assert _typed(state, "tried-discectomy", "-").you.tried == state.you.tried


def test_own_words_go_where_step_you_and_the_question_panel_keep_them() -> None:
    state = _typed(_begun(), "goals-words", "walk to work")
    state = _typed(state, "qualities-words", "like a knife")
    state = _typed(state, "matters-words", "my garden")
    state = _typed(state, "questions-words", "May I drive?")
    state = _typed(state, "questions-words", "For how long?")
    assert (state.you.goal_words, state.you.quality_words) == ("walk to work", "like a knife")
    assert [one.text for one in state.matters.own] == ["my garden"]
    assert [(q.text, q.step) for q in state.questions] == [
        ("May I drive?", "you"),
        ("For how long?", "you"),
    ]
    state = _typed(state, "questions-words", "-")
    assert [q.text for q in state.questions] == ["May I drive?"]
    assert _typed(state, "goals-words", "-").you.goal_words is None


def test_a_questionnaire_is_scored_by_its_own_rule() -> None:
    state = _begun()
    for line, points in (("peg-pain", "6"), ("peg-enjoyment", "7"), ("peg-activity", "8")):
        state = _typed(state, line, points)
    taken = state.assessment.taken("peg")
    assert taken is not None
    assert [score.value for score in taken.scores] == [7]
    assert _typed(state, "peg-pain", "6").assessment.taken("peg").scores == ()  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("goals-picks", "7"),
        ("goals-picks", "1 9"),
        ("goals-picks", "walking"),
        ("pain-now", "11"),
        ("pain-now", "-1"),
        ("pain-now", "5.5"),
        ("pain-now", "²"),
        ("pain-now", "9" * 5000),
        ("tried-discectomy", "4"),
        ("matters-picks", "0"),
        ("peg-pain", "11"),
    ],
)
def test_what_answers_nothing_is_a_sentence_with_the_range(line: str, words: str) -> None:
    with pytest.raises(Unreadable, match=r"Type a number from \d+ to \d+\.$") as caught:
        LINES[line].act(_begun(), words)
    assert len(str(caught.value)) < 100


_TYPED = st.text(max_size=30) | st.from_regex(r"[0-9 ,-]{1,9}", fullmatch=True)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.lists(st.tuples(st.sampled_from(list(LINES.values())), _TYPED), max_size=8))
def test_nothing_typed_breaks_the_visit(done: list[tuple[SheetLine, str]]) -> None:
    state, refused = _begun(), set()
    for line, words in done:
        try:
            actions = line.act(state, words.strip() or "-")
        except Unreadable:
            continue
        for action in actions:
            assert not isinstance(action, a.Sealed)
            try:
                state = apply(state, action, NOON)
            except Refused as refusal:
                refused.add(refusal.code)
        assert isinstance(line.said(state), str)
    assert refused <= {"too_many_top"}
