"""Every action that can be said has its sentence, with the values that were said."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdm_aid.domain import actions as a
from sdm_aid.domain.answers import CellSeen, Outcome, PlanStep, Tried
from sdm_aid.domain.apply import apply
from sdm_aid.domain.base import Frozen
from sdm_aid.domain.consultation import Consultation
from sdm_aid.domain.follow_up import Doing, FollowUp, Happened
from sdm_aid.domain.room import Patient
from sdm_aid.domain.signing import Seal
from sdm_aid.wording.history import told
from sdm_aid.wording.history_look import look_changes
from tests.full_visit import signed, the_content
from tests.strategies import actions_of

NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


def _classes(union: object) -> Iterator[type[Frozen]]:
    """The classes of a union, however it is nested and annotated."""
    if isinstance(union, type) and issubclass(union, Frozen):
        yield union
    for part in get_args(union):
        yield from _classes(part)


KINDS = [one.model_fields["kind"].default for one in _classes(a.Recorded)]
"""What the union itself says, so that a kind added tomorrow is asked for too."""
SENTENCES: dict[str, a.Recorded] = {
    "Pain now: 6": a.PainRated(which="now", score=6),
    "Pain now: taken back": a.PainRated(which="now", score=None),
    "Stones on “Less leg pain in the first months”: 3": a.StonesPut(row="less-pain-soon", count=3),
    "Goal picked: Walking": a.GoalToggled(goal="walking"),
    "Goal let go: Work": a.GoalToggled(goal="work"),
    "Not wanted picked: An operation": a.DealBreakerToggled(id="operation"),
    "Patient: Maria Rossi, born 4 May 1974, no. 10482": a.PatientNamed(
        patient=Patient(name="Maria Rossi", born=date(1974, 5, 4), number="10482")
    ),
    "Tried before: “Ibuprofen”, helped a little, trouble: “heartburn”": a.TriedSet(
        tried=Tried(id="t1", what="Ibuprofen", helped="some", trouble="heartburn")
    ),
    "Leaning before the line-up: not sure": a.LeaningSaid(when="before", leaning="unsure"),
    "Leaning after the line-up: A. Nothing new for now": a.LeaningSaid(when="after", leaning="A"),
    "Looked at the picture of “What happens”, A. Nothing new for now": a.CellOpened(
        cell=CellSeen(row="involves", option="A", view="picture")
    ),
    "What to do next: Try A. Nothing new for now until 15 Jan 2027.": a.OutcomeChosen(
        outcome=Outcome(kind="try_until", option="A", until=date(2027, 1, 15))
    ),
    "Step of the plan: “Walk”, Maria": a.PlanStepSet(
        step=PlanStep(id="s1", what="Walk", who="Maria")
    ),
    "Day to look again: 15 Jan 2027": a.LookAgainSet(on=date(2027, 1, 15)),
    "Maria Rossi (patient) signed": signed("patient", "Maria Rossi"),
    f"The plan was sealed, SHA-256 {'0' * 64}": a.Sealed(
        seal=Seal(at=NOON, sha256="0" * 64, file_name="plan.pdf")
    ),
    "SURE, know enough: no": a.SureAnswered(question="understand", answer="no"),
    "Wants to be able to: “walk to work”": a.TextWritten(field="goal_words", words="walk to work"),
    "Took back what was said last": a.Undone(),
    "Two rooms wrote at once: lines 3 to 5 were set aside": a.SetAside(first=3, last=5),
}


def begun() -> Consultation:
    """A visit in which one goal is picked."""
    state = Consultation(visit_id="a" * 32, content=the_content().ref, started=NOON)
    return apply(state, a.GoalToggled(goal="work"), NOON)


@pytest.mark.parametrize("kind", KINDS)
def test_no_kind_of_action_is_without_a_sentence(kind: str) -> None:
    from sdm_aid.wording import history

    assert kind in history._TOLD


def test_the_union_is_read_to_its_end() -> None:
    assert len(KINDS) == len(set(KINDS)) > 45


def test_nothing_is_told_that_nobody_can_say() -> None:
    from sdm_aid.wording import history

    assert set(history._TOLD) == set(KINDS)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_says_what_was_said(sentence: str) -> None:
    assert told(SENTENCES[sentence], the_content(), begun()) == sentence


def test_without_the_content_ids_stand_for_themselves() -> None:
    assert told(a.StonesPut(row="back-to-work", count=3)) == "Stones on “back to work”: 3"
    assert told(a.GoalToggled(goal="walking")) == "Goal, picked or let go: Walking"


@given(st.data())
def test_any_action_is_told_in_some_words(data: st.DataObject) -> None:
    action = data.draw(actions_of(the_content()))
    content = data.draw(st.sampled_from([the_content(), None]))
    before = data.draw(st.sampled_from([begun(), None]))
    words = told(action, content, before)
    assert words.strip()
    assert "{" not in words


def test_a_look_again_tells_only_what_is_new() -> None:
    first = FollowUp(id="a" * 32, about="b" * 32, at=NOON, who="Ada", pain_now=5)
    more = first.evolve(
        pain_average=4,
        goal="partly",
        harms=(Happened(id="h1", words="dizzy for a day", still_there="no"),),
        doing=(Doing(id="agreed", state="still"),),
    )
    done = more.evolve(pain_now=None, done=True)
    assert look_changes(None, first) == ("Pain now: 5",)
    assert look_changes(first, more) == (
        "Pain on average, past 7 days: 4",
        "Goal reached: Partly",
        "What happened, h1: “dizzy for a day”, gone",
        "Of the plan, what was agreed: Still doing it",
    )
    assert look_changes(more, done) == ("Pain now: taken back", "The look again was finished")
