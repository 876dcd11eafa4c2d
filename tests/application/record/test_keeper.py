"""Autosave into the record: what is acknowledged is there, whatever happens next."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from sdm_aid.application.record.keeper import VisitKeeper
from sdm_aid.application.record.kept_visits import (
    KeptVisit,
    keep_mine,
    read_kept,
    read_theirs,
    take_theirs,
    with_states,
)
from sdm_aid.application.record.resuming import details_differ, resume
from sdm_aid.application.session import Session
from sdm_aid.domain import actions as a
from sdm_aid.domain.journal import replay
from sdm_aid.domain.room import Patient
from sdm_aid.paths import resources_dir
from sdm_aid.records import filing, journal, patients, visits
from sdm_aid.records.papers import NewPaper, paper, papers_of
from sdm_aid.records.trouble import Conflict, RecordTrouble, RecordUnwritable
from tests.kept_clinic import KeptClinic


class Room:
    """One window's session on a visit of the record, kept by a real keeper."""

    def __init__(self, clinic: KeptClinic, visit: str, who: str = "Dr A. Okafor") -> None:
        self.clinic, self.visit = clinic, visit
        self.kept: KeptVisit = read_kept(clinic.desk, visit)
        self.session = Session(self.kept.journal, clinic.clock, who)
        self.news: list[tuple[str, object]] = []
        self.told = threading.Condition()
        self.keeper = VisitKeeper(
            clinic.desk.record,
            visit,
            "Talk",
            self.kept.kept,
            self.kept.details,
            self._on_news,
            self.kept.patient.id,
        )
        self.session.keep = self.keeper.keep

    def _on_news(self, kind: str, news: object) -> None:
        with self.told:
            self.news.append((kind, news))
            self.told.notify_all()

    def heard(self, kind: str) -> object:
        """Wait for news of this kind."""
        with self.told:
            found = self.told.wait_for(lambda: any(k == kind for k, _ in self.news), timeout=20)
            assert found, f"no news of {kind}: {self.news}"
            return next(news for k, news in self.news if k == kind)


@pytest.fixture
def clinic(tmp_path: Path) -> Iterator[KeptClinic]:
    made = KeptClinic(tmp_path)
    yield made
    made.desk.close()


@pytest.fixture
def visit(clinic: KeptClinic) -> str:
    return clinic.visit(clinic.patient("Maria Rossi", number="10482"))


def pain(score: int) -> a.PainRated:
    return a.PainRated(which="now", score=score)


def test_what_is_said_is_in_the_record_in_order(clinic: KeptClinic, visit: str) -> None:
    room = Room(clinic, visit)
    for score in range(8):
        room.session.dispatch(pain(score))
    room.session.undo()
    assert room.keeper.flush(20)
    again = read_kept(clinic.desk, visit)
    assert replay(again.journal) == room.session.state
    assert again.journal == room.session.journal
    assert room.keeper.close()
    assert journal.verify(clinic.desk.record).broken is None


def test_the_list_follows_the_visit(clinic: KeptClinic, visit: str) -> None:
    room = Room(clinic, visit)
    room.session.dispatch(a.StepEntered(step="compare"))
    room.session.dispatch(a.PatientNamed(patient=Patient(name="Maria Rossi-Bianchi")))
    assert room.keeper.close()
    clinic.desk.refresh()
    listed = clinic.desk.index.visits[visit]
    assert listed.head.step == "compare"
    assert clinic.desk.index.patients[listed.patient].name == "Maria Rossi-Bianchi"


def test_that_it_was_moved_stays_on_the_list(clinic: KeptClinic, visit: str) -> None:
    other = clinic.patient("Maria Rossi-Bianchi", number="20000")
    filing.move(clinic.desk.record, visit, other.id, "wrong Maria")
    kept = read_kept(clinic.desk, visit)
    news: list[object] = []
    keeper = VisitKeeper(
        clinic.desk.record,
        visit,
        "Talk",
        kept.kept,
        kept.details,
        lambda _kind, told: news.append(told),
        other.id,
    )
    session = Session(kept.journal, clinic.clock, "Dr A. Okafor")
    session.keep = keeper.keep
    session.dispatch(pain(4))
    assert keeper.close()
    head = read_kept(clinic.desk, visit).row.head
    assert head.moved_why == "wrong Maria"
    assert head.moved


def test_the_place_on_the_screen_is_found_again(clinic: KeptClinic, visit: str) -> None:
    room = Room(clinic, visit)
    room.keeper.put_place("pain-now-3")
    assert room.keeper.close()
    assert read_kept(clinic.desk, visit).place == "pain-now-3"


def test_papers_and_their_sealing_go_in_together(clinic: KeptClinic, visit: str) -> None:
    room = Room(clinic, visit)
    room.session.dispatch(pain(3))
    entry = room.session.journal.entries[-1]
    data = bytes(range(256)) * 40
    room.keeper.keep(
        entry.evolve(number=entry.number + 1), room.session.state, (NewPaper("plan", "p", data),)
    )
    assert room.keeper.close()
    ((identity, kind, name),) = papers_of(clinic.desk.record, visit)
    assert (kind, name) == ("plan", "p")
    assert paper(clinic.desk.record, identity).data == data


def test_a_full_disk_is_told_and_nothing_said_is_lost(
    clinic: KeptClinic, visit: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk itself is filled in tests/faults; here only that the keeper waits and goes on."""
    room = Room(clinic, visit)
    real, full = visits.append, [True]

    def append(*args: object, **named: object) -> int:
        if full[0]:
            raise RecordUnwritable(full=True, where="here")
        return real(*args, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(visits, "append", append)
    room.session.dispatch(pain(4))
    assert isinstance(room.heard("failed"), RecordTrouble)
    assert room.keeper.trouble is not None
    room.session.dispatch(pain(5))
    full[0] = False
    room.keeper.retry()
    assert room.keeper.flush(20)
    assert room.keeper.trouble is None
    assert read_kept(clinic.desk, visit).journal == room.session.journal
    assert room.keeper.close()


@pytest.mark.parametrize("choice", ["mine", "theirs"])
def test_two_rooms_on_one_visit(clinic: KeptClinic, visit: str, choice: str) -> None:
    """The second one is told who and when; whichever is chosen, both stay in the journal."""
    one, two = Room(clinic, visit, "Dr A. Okafor"), Room(clinic, visit, "Nurse B")
    two.session.dispatch(pain(9))
    two.session.dispatch(a.PainRated(which="worst", score=10))
    assert two.keeper.flush(20)
    one.session.dispatch(pain(2))
    told = one.heard("conflict")
    assert isinstance(told, Conflict)
    assert told.who == "Nurse B"
    theirs = read_theirs(clinic.desk, visit, one.keeper.kept)
    wanted = one.session.state if choice == "mine" else two.session.state
    entries = (keep_mine if choice == "mine" else take_theirs)(one.session, theirs)
    kept = len(theirs.entries)
    one.keeper.resolve(kept, with_states(one.session.journal.begun, entries, kept))
    one.session.adopt(entries)
    assert one.keeper.flush(20)
    assert one.session.state == wanted
    after = read_kept(clinic.desk, visit).journal
    assert replay(after) == wanted
    scores = [e.action.score for e in after.entries if isinstance(e.action, a.PainRated)]
    assert sorted(s for s in scores if s is not None) == [2, 9, 10]
    assert one.keeper.close()
    assert two.keeper.close()


def test_details_corrected_meanwhile_are_brought_into_the_draft(
    clinic: KeptClinic, visit: str
) -> None:
    kept = read_kept(clinic.desk, visit)
    patients.correct(clinic.desk.record, kept.patient, Patient(name="Maria Rosi", number="10482"))
    resumed = resume(clinic.desk, visit, resources_dir())
    assert details_differ(resumed)
    assert resumed.kept is not None
    assert resumed.kept.details.name == "Maria Rosi"


def test_somebody_else_typed_into_a_visit_renames_nobody(clinic: KeptClinic, visit: str) -> None:
    """Maria's record has an earlier visit; Lucia is typed into the new one."""
    maria = read_kept(clinic.desk, visit).patient
    second = Room(clinic, clinic.visit(maria))
    lucia = Patient(name="Lucia Bianchi", number="99999")
    second.session.dispatch(a.PatientNamed(patient=lucia))
    assert second.keeper.close()
    assert second.heard("differs") == patients.details_of(maria)
    assert patients.details_of(patients.read(clinic.desk.record, maria.id)) == patients.details_of(
        maria
    )


def test_the_only_visit_of_a_new_patient_may_correct_what_it_named(clinic: KeptClinic) -> None:
    room = Room(clinic, clinic.visit(None))
    for name in ("Mria Rossi", "Maria Rossi"):
        room.session.dispatch(a.PatientNamed(patient=Patient(name=name)))
    assert room.keeper.close()
    assert read_kept(clinic.desk, room.visit).details.name == "Maria Rossi"
