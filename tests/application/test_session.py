"""The laws of the state: replay, undo and redo, refusal, sealing, and the visit file."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdm_aid.application.session import Session
from sdm_aid.application.visit_file import UnreadableVisit, from_json, to_json
from sdm_aid.application.whole_file import save
from sdm_aid.domain.actions import (
    Action,
    BreakTaken,
    GoalToggled,
    OutcomeChosen,
    PainRated,
    ReadTogether,
    Sealed,
    Signed,
    StepEntered,
    StonesPut,
    TextWritten,
)
from sdm_aid.domain.answers import Outcome
from sdm_aid.domain.consultation import Consultation
from sdm_aid.domain.journal import Journal, replay, undoable
from sdm_aid.domain.readiness import missing
from sdm_aid.domain.refusal import Refused
from sdm_aid.domain.signing import Seal, Signature
from tests.domain.visits import ACTIONS, NOON, a_journal

TURNS = st.lists(st.one_of(ACTIONS, st.sampled_from(["undo", "redo"])), max_size=25)


class Ticking:
    """A clock that moves on by one second each time it is read."""

    def __init__(self) -> None:
        self._at = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self._at += timedelta(seconds=1)
        return self._at


def a_session(journal: Journal | None = None) -> Session:
    return Session(journal or a_journal(), Ticking(), who="Dr A. Okafor")


def carry_out(session: Session, turns: list[Action | str]) -> None:
    for turn in turns:
        if turn == "undo":
            session.undo()
        elif turn == "redo":
            session.redo()
        elif not isinstance(turn, str):
            try:
                session.dispatch(turn)
            except Refused:
                assert isinstance(turn, StonesPut) or turn.kind == "top_toggled"


@given(TURNS)
def test_replay_of_the_journal_is_the_state(turns: list[Action | str]) -> None:
    session = a_session()
    carry_out(session, turns)
    assert replay(session.journal) == session.state


@given(TURNS)
def test_visit_file_round_trip(turns: list[Action | str]) -> None:
    session = a_session()
    carry_out(session, turns)
    data = to_json(session.journal, "sdm-aid test")
    back = from_json(data)
    assert back.state == session.state
    assert back.journal == session.journal
    assert to_json(back.journal, "sdm-aid test") == data


@given(TURNS, ACTIONS)
def test_undo_takes_back_exactly_the_last_thing_said(
    turns: list[Action | str], last: Action
) -> None:
    session = a_session()
    carry_out(session, turns)
    before = session.state
    try:
        session.dispatch(last)
    except Refused:
        return
    if not undoable(last):
        return
    after = session.state
    assert session.undo() == before
    assert session.redo() == after


def test_undo_goes_over_looking_around() -> None:
    session = a_session()
    session.dispatch(GoalToggled(goal="sleep"))
    session.dispatch(StepEntered(step="compare"))
    assert session.undo().you.goals == ()
    assert session.state.step == "compare"
    assert session.redo().you.goals == ("sleep",)


def test_a_new_entry_ends_redo() -> None:
    session = a_session()
    session.dispatch(PainRated(which="now", score=4))
    session.undo()
    assert session.can_redo
    session.dispatch(PainRated(which="now", score=0))
    assert not session.can_redo
    assert session.state.you.pain_now == 0


def test_not_answered_is_none_and_zero_is_an_answer() -> None:
    session = a_session()
    assert session.state.you.pain_now is None
    session.dispatch(PainRated(which="now", score=0))
    assert session.state.you.pain_now == 0
    session.dispatch(PainRated(which="now", score=None))
    assert session.state.you.pain_now is None


def test_more_than_ten_stones_are_refused_and_nothing_is_written() -> None:
    session = a_session()
    session.dispatch(StonesPut(row="one", count=7))
    before = session.journal
    with pytest.raises(Refused, match="too_many_stones"):
        session.dispatch(StonesPut(row="two", count=4))
    assert session.journal == before


def signature(party: str, method: str = "drawn", **more: object) -> Signed:
    fields = {"party": party, "method": method, "name": "Maria Rossi", "at": NOON, **more}
    return Signed(signature=Signature.model_validate(fields))


def ready(session: Session) -> None:
    session.dispatch(OutcomeChosen(outcome=Outcome(kind="more_time")))
    session.dispatch(ReadTogether(done=True))
    session.dispatch(signature("patient"))
    session.dispatch(signature("clinician"))


def test_a_change_after_signing_takes_the_signatures_off() -> None:
    session = a_session()
    ready(session)
    assert missing(session.state) == ()
    session.dispatch(StepEntered(step="compare"))
    assert len(session.state.signatures) == 2
    session.dispatch(TextWritten(field="plan_goal", words="walk the dog"))
    assert missing(session.state) == (
        "read_together",
        "patient_signature",
        "clinician_signature",
    )
    assert not session.state.signature("patient")


def test_a_break_changes_nothing_that_was_read_or_signed() -> None:
    session = a_session()
    ready(session)
    session.dispatch(BreakTaken())
    assert missing(session.state) == ()


def test_a_mark_and_a_spoken_yes_need_a_witness_and_a_no_does_not() -> None:
    session = a_session()
    ready(session)
    for method in ("mark", "aloud"):
        session.dispatch(signature("patient", method))
        assert missing(session.state) == ("witness",)
        session.dispatch(signature("patient", method, witness="J. Lind"))
        assert missing(session.state) == ()
    session.dispatch(signature("patient", "declined"))
    assert missing(session.state) == ()


def test_a_representative_says_relation_and_why() -> None:
    session = a_session()
    ready(session)
    from sdm_aid.domain.actions import SignatureCleared

    session.dispatch(SignatureCleared(party="patient"))
    session.dispatch(signature("representative"))
    assert missing(session.state) == ("representative_details",)
    session.dispatch(signature("representative", relation="daughter", why="power of attorney"))
    assert missing(session.state) == ()


SEAL = Seal(at=NOON, sha256="ab" * 32, file_name="plan.pdf")


def test_nothing_is_sealed_before_it_is_ready_and_nothing_changes_after() -> None:
    session = a_session()
    with pytest.raises(Refused, match="not_ready_to_seal"):
        session.dispatch(Sealed(seal=SEAL))
    ready(session)
    session.dispatch(Sealed(seal=SEAL))
    assert not session.can_undo
    for attempt in (GoalToggled(goal="sleep"), StepEntered(step="you")):
        with pytest.raises(Refused, match="sealed"):
            session.dispatch(attempt)
    with pytest.raises(Refused, match="sealed"):
        session.undo()
    assert replay(session.journal) == session.state


def test_listeners_hear_every_state_and_can_leave() -> None:
    session = a_session()
    heard: list[Consultation] = []
    leave = session.subscribe(heard.append)
    session.dispatch(GoalToggled(goal="sleep"))
    session.undo()
    leave()
    session.redo()
    assert [state.you.goals for state in heard] == [("sleep",), ()]


@pytest.mark.parametrize(
    "data",
    [b"", b"{}", b"\xff\xfe\x00", b"[1, 2]", b'{"schema_id": "sdm-aid.visit/9"}', b"{" * 5000],
)
def test_a_file_that_is_no_visit_gives_one_sentence(data: bytes) -> None:
    with pytest.raises(UnreadableVisit) as caught:
        from_json(data, "old.json")
    assert str(caught.value).startswith("old.json is not a visit")
    assert "\n" not in str(caught.value)


def test_a_changed_state_beside_its_journal_is_noticed() -> None:
    session = a_session()
    session.dispatch(PainRated(which="now", score=3))
    data = to_json(session.journal, "sdm-aid test")
    forged = data.replace(b'"pain_now": 3', b'"pain_now": 8')
    assert forged != data
    with pytest.raises(UnreadableVisit, match="was changed"):
        from_json(forged)


def test_saving_leaves_the_old_file_when_it_fails(tmp_path: Path) -> None:
    target = tmp_path / "visit.json"
    target.mkdir()  # a folder under that name: the rename must fail
    with pytest.raises(OSError):  # noqa: PT011  # the kind differs by system
        save(target, b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["visit.json"]
    save(tmp_path / "other.json", b"new")
    assert (tmp_path / "other.json").read_bytes() == b"new"
