"""A made-up visit that never ends: what its n-th entry says is known to whoever checks it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from functools import lru_cache
from pathlib import Path

from sdm_aid.application.record.entries import begun_body, listed
from sdm_aid.application.record.keeper import News, VisitKeeper
from sdm_aid.application.session import Session
from sdm_aid.domain import actions as a
from sdm_aid.domain.answers import Tried
from sdm_aid.domain.consultation import Consultation
from sdm_aid.domain.journal import Journal
from sdm_aid.domain.library import ContentRef
from sdm_aid.domain.room import Clinic, Clinician, Patient
from sdm_aid.records import visits
from sdm_aid.records.keys import Cost
from sdm_aid.records.opening import create
from sdm_aid.records.papers import NewPaper
from sdm_aid.records.place import Place
from sdm_aid.records.record import Record
from sdm_aid.records.rows import User

QUICK = Cost(1, 1, 64)
PASSPHRASE = "seven quiet herons"
FIRST = User("f" * 32, "Dr Quentin Testperson", "administrator", "pain physician")
NAME = "Wilhelmina Nachtigall"
NUMBER = "MRN-770431"
GOAL = "carry my granddaughter"
CLINIC = "Riverside Pain Clinic"
SECRETS = (NAME, "Nachtigall", NUMBER, GOAL, "bloodthinner-note", "painkiller-diary", PASSPHRASE)
"""What must stand in no file, in any encoding. (The clinic's and the users' names do, in the
header: they are asked for before anything is open.)"""
PAPER_EVERY = 9


def now() -> datetime:
    """The time of this computer."""
    return datetime.now(UTC)


def a_record(folder: Path) -> Record:
    """A new record in ``folder``, open."""
    return create(Place(folder), CLINIC, FIRST, PASSPHRASE, now, QUICK).record


@lru_cache(maxsize=1)
def _opening() -> tuple[a.Action, ...]:
    tried = Tried(id="t1", what="painkiller-diary", helped="some", trouble="heartburn")
    return (
        a.ClinicNamed(clinic=Clinic(name=CLINIC)),
        a.PatientNamed(patient=Patient(name=NAME, born=date(1951, 7, 9), number=NUMBER)),
        a.ClinicianNamed(clinician=Clinician(name=FIRST.name, role=FIRST.title)),
        a.NoRedFlags(none_of_these=True),
        a.GoalToggled(goal="walking"),
        a.TriedSet(tried=tried),
        a.StepEntered(step="understand"),
        a.QuestionAsked(id="q1", step="understand", text="bloodthinner-note"),
    )


def said(number: int) -> a.Action:
    """What entry ``number`` (from 1) says."""
    opening = _opening()
    if number <= len(opening):
        return opening[number - 1]
    if number % 3:
        return a.TextWritten(field="goal_words", words=f"{GOAL} {number} steps")
    return a.PainRated(which="average", score=number % 11)


def paper_of(number: int) -> NewPaper | None:
    """The paper that is kept along with some of the entries."""
    if number % PAPER_EVERY:
        return None
    line = f"{NAME} {number} ".encode()
    return NewPaper("plan", f"plan-{number}.pdf", line * (number * 977 % 6_000 + 1))


def begin(record: Record, visit: str) -> Consultation:
    """Write into the record that the visit began."""
    content = ContentRef(id="sciatica", version="1", language="en", digest="0" * 64)
    begun = Consultation(visit_id=visit, content=content, started=now(), made_up=True)
    head = listed(begun, "Sciatica", None, record.user, now())
    visits.begin(record, visit, "visit", None, begun_body(begun, record.user, now()), head)
    return begun


def going_on(record: Record, journal: Journal, news: News) -> Iterator[int]:
    """Say one thing after the other through the real session and the real autosave."""
    session = Session(journal, now, FIRST.name)
    kept = len(journal.entries)
    keeper = VisitKeeper(
        record, journal.begun.visit_id, "Sciatica", kept, session.state.patient, news
    )
    number = kept
    while True:
        number += 1
        before = len(session.journal.entries)
        session.dispatch(said(number))
        paper = paper_of(number)
        for entry in session.journal.entries[before:]:
            keeper.keep(entry, session.state, (paper,) if paper else ())
        keeper.put_place(f"field-{number}")
        yield number
