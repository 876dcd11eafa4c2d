"""Visits of the record: begun, gone on with, looked at."""

from __future__ import annotations

from dataclasses import dataclass

from sdm_aid.application.record.desk import Desk
from sdm_aid.application.record.entries import begun_body, entry_body, journal_of, listed
from sdm_aid.application.session import Session
from sdm_aid.application.start_visit import OpenedVisit
from sdm_aid.domain.actions import SetAside
from sdm_aid.domain.consultation import Consultation
from sdm_aid.domain.journal import Entry, Journal, replay
from sdm_aid.domain.room import Patient
from sdm_aid.records import patients, visits
from sdm_aid.records.rows import PatientRow, VisitRow


@dataclass(frozen=True)
class KeptVisit:
    """A visit that lies in the record.

    ``kept``: how many entries the record holds. ``place``: the control that had the focus.
    """

    row: VisitRow
    patient: PatientRow
    journal: Journal
    place: str = ""

    @property
    def kept(self) -> int:
        """How many entries the record holds, without how the visit began."""
        return len(self.journal.entries)

    @property
    def details(self) -> Patient:
        """The patient as the record has them."""
        return patients.details_of(self.patient)


def begin_kept(desk: Desk, opened: OpenedVisit, patient: PatientRow | None) -> KeptVisit:
    """Write into the record that a visit began, with what was said in it so far.

    Without a patient a record without a name is made; naming the patient in the visit names it.

    Raises:
        sdm_aid.records.trouble.RecordTrouble: nothing was written.
    """
    session, user = opened.session, desk.user
    journal = session.journal
    begun, title = journal.begun, opened.content.words("title")
    last = journal.entries[-1] if journal.entries else None
    head = listed(session.state, title, last, user, session.now())
    body = begun_body(begun, user, begun.started)
    filed = visits.begin(desk.record, begun.visit_id, "visit", patient, body, head)
    if journal.entries:
        bodies = [entry_body(entry, user) for entry in journal.entries]
        visits.append(desk.record, begun.visit_id, 1, bodies, head)
    return read_kept(desk, begun.visit_id, filed)


def read_kept(desk: Desk, visit: str, patient: PatientRow | None = None) -> KeptVisit:
    """A visit out of the record.

    Raises:
        sdm_aid.records.trouble.RecordTrouble: it is not there, or damaged.
    """
    stored = visits.read(desk.record, visit)
    journal = journal_of(stored.bodies, visit)
    return KeptVisit(stored.row, patient or stored.patient, journal, stored.place)


def note_opened(desk: Desk, visit: str) -> None:
    """Write down that a signed visit was looked at; a reader's look too."""
    visits.note(desk.record, visit, {"kind": "opened"})


@dataclass(frozen=True)
class Theirs:
    """What another room wrote into the same visit meanwhile."""

    entries: tuple[Entry, ...]
    state: Consultation
    since: int
    """How many entries both rooms had in common."""

    @property
    def sealed(self) -> bool:
        """They sealed it: then theirs stands."""
        return self.state.seal is not None


def read_theirs(desk: Desk, visit: str, since: int) -> Theirs:
    """The visit as the other room left it."""
    kept = read_kept(desk, visit)
    return Theirs(kept.journal.entries, replay(kept.journal), since)


def keep_mine(session: Session, theirs: Theirs) -> tuple[Entry, ...]:
    """All entries where mine stand: theirs stay in the journal, set aside."""
    mine = session.journal.entries[theirs.since :]
    there = len(theirs.entries)
    aside = _aside(session, there + 1, theirs.since + 1, there)
    moved = tuple(entry.evolve(number=number) for number, entry in enumerate(mine, start=there + 2))
    return (*theirs.entries, aside, *moved)


def take_theirs(session: Session, theirs: Theirs) -> tuple[Entry, ...]:
    """All entries where theirs stand: mine stay in the journal, set aside."""
    mine = session.journal.entries[theirs.since :]
    there = len(theirs.entries)
    if theirs.sealed:
        return theirs.entries  # a sealed visit takes nothing more
    moved = tuple(entry.evolve(number=number) for number, entry in enumerate(mine, start=there + 1))
    aside = _aside(session, there + len(mine) + 1, there + 1, there + len(mine))
    return (*theirs.entries, *moved, aside)


def with_states(
    begun: Consultation, entries: tuple[Entry, ...], after: int
) -> tuple[tuple[Entry, Consultation], ...]:
    """The entries after the first ``after`` ones, each with the state that all lead to."""
    state = replay(Journal(begun=begun, entries=entries))
    return tuple((entry, state) for entry in entries[after:])


def _aside(session: Session, number: int, first: int, last: int) -> Entry:
    action = SetAside(first=first, last=last)
    return Entry(number=number, at=session.now(), who=session.who, action=action)
