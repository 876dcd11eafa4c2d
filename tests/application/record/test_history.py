"""The history of a visit: every line, who said it, and what became of it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from sdm_aid.application.record.handing_out import hand_out, kept_papers
from sdm_aid.application.record.history import (
    entry_lines,
    of_person,
    patient_history,
    visit_history,
)
from sdm_aid.application.session import Session
from sdm_aid.domain import actions as a
from sdm_aid.domain.consultation import Consultation
from sdm_aid.domain.follow_up import FollowUp
from sdm_aid.domain.journal import Entry, Journal, standing
from sdm_aid.domain.refusal import Refused
from sdm_aid.records import filing, visits
from tests.full_visit import the_content
from tests.kept_clinic import NOW, KeptClinic
from tests.strategies import actions_of

NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


def session() -> Session:
    """A visit just begun; a second later at each look at the clock."""
    begun = Consultation(visit_id="a" * 32, content=the_content().ref, started=NOON)
    moments = iter(NOON + timedelta(seconds=n) for n in range(10_000))
    return Session(Journal(begun=begun), lambda: next(moments), "Ada")


def test_what_was_taken_back_is_marked_and_what_took_it_back_says_so() -> None:
    said = session()
    said.dispatch(a.PainRated(which="now", score=6))
    said.dispatch(a.PainRated(which="now", score=7))
    said.undo()
    said.undo()
    said.redo()
    told = [(line.words, line.fate) for line in entry_lines(said.journal, None)]
    assert told == [
        ("Pain now: 6", "stands"),
        ("Pain now: 7", "taken_back"),
        ("Took back: Pain now: 7", "stands"),
        ("Took back: Pain now: 6", "stands"),
        ("Put back: Pain now: 6", "stands"),
    ]


def test_of_two_versions_written_at_once_the_one_that_does_not_count_is_marked() -> None:
    said: list[tuple[str, a.Recorded]] = [
        ("Ada", a.PainRated(which="now", score=6)),
        ("Ben", a.GoalToggled(goal="sleep")),
        ("Ada", a.SetAside(first=2, last=2)),
        ("Ada", a.GoalToggled(goal="work")),
    ]
    entries = tuple(
        Entry(number=n, at=NOON, who=who, action=action)
        for n, (who, action) in enumerate(said, start=1)
    )
    lines = list(entry_lines(Journal(begun=session().state, entries=entries), None))
    assert [line.fate for line in lines] == ["stands", "set_aside", "stands", "stands"]
    assert lines[1].who == "Ben"
    assert lines[3].words == "Goal picked: Work"


@given(st.lists(st.none() | st.just("redo") | actions_of(the_content()), max_size=30))
def test_the_lines_that_stand_are_the_actions_that_stand(steps: list[object]) -> None:
    said = session()
    for step in steps:
        try:
            if step is None:
                said.undo()
            elif step == "redo":
                said.redo()
            else:
                said.dispatch(step)  # type: ignore[arg-type]
        except Refused:
            continue
    turns = (a.Undone, a.Redone)
    entries = {entry.number: entry for entry in said.journal.entries}
    stand = {
        (entries[line.number].action, line.at)
        for line in entry_lines(said.journal, the_content())
        if line.fate == "stands" and not isinstance(entries[line.number].action, turns)
    }
    assert stand == set(standing(said.journal.entries)[0])


def test_a_history_tells_what_was_said_and_what_happened_around_it(clinic: KeptClinic) -> None:
    maria, other = clinic.patient("Maria Rossi"), clinic.patient("Maria Rosi")
    visit = clinic.visit(maria, [a.PainRated(which="now", score=6)], ago=timedelta(hours=1))
    visits.note(clinic.desk.record, visit, {"kind": "opened"})
    filing.move(clinic.desk.record, visit, other.id, "typed under the double")
    filing.discard(clinic.desk.record, visit, "begun by mistake")
    found = visit_history(clinic.desk.record, visit, the_content())
    assert [line.words for line in found.lines] == [
        "The visit began: Leg pain from the back (sciatica)",
        "Pain now: 6",
        "Opened to read",
        "Filed under another patient. Reason: “typed under the double”",
        "Discarded. Reason: “begun by mistake”",
    ]
    assert {line.who for line in found.lines} == {"Dr A. Okafor"}
    assert found.patient.id == other.id
    past = [line.words for line in patient_history(clinic.desk.record, maria.id)]
    assert past[0] == "Record made: Maria Rossi"
    assert "was filed here by mistake and was moved" in past[-1]


def test_a_history_narrows_to_one_person(clinic: KeptClinic) -> None:
    visit = clinic.visit(clinic.patient("Maria"), [a.GoalToggled(goal="work")])
    clinic.as_user("Ben Reader", "reader")
    visits.note(clinic.desk.record, visit, {"kind": "opened"})
    found = visit_history(clinic.desk.record, visit)
    assert found.people == ("Dr A. Okafor", "Ben Reader")
    assert [line.words for line in of_person(found.lines, "Ben Reader")] == ["Opened to read"]
    assert of_person(found.lines, "") == found.lines


def test_a_look_again_has_a_history_too(clinic: KeptClinic) -> None:
    maria = clinic.patient("Maria Rossi", number="10482")
    signed = clinic.signed(maria)
    first = FollowUp(id="f" * 32, about=signed, at=NOW, who="Dr A. Okafor", pain_now=5)
    look = clinic.look_again(maria, signed, first, first.evolve(pain_now=4, done=True))
    words = [line.words for line in visit_history(clinic.desk.record, look).lines]
    assert words == [
        "The look again began",
        "Pain now: 5",
        "Pain now: 4",
        "The look again was finished",
    ]


def test_that_a_paper_was_handed_out_stands_in_the_history(clinic: KeptClinic) -> None:
    visit = clinic.signed(clinic.patient("Maria Rossi", number="10482"))
    plan = kept_papers(clinic.desk.record, visit)[0]
    hand_out(clinic.desk.record, visit, plan.id, clinic.place.folder.parent / "again.pdf")
    last = visit_history(clinic.desk.record, visit).lines[-1]
    assert (last.kind, last.words) == ("event", "Paper handed out again: plan.pdf")
