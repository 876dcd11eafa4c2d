"""A made-up clinic with a real encrypted record on the disk, for tests of patients and visits."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from sdm_aid.application.record.desk import Desk
from sdm_aid.application.record.entries import entry_body, listed
from sdm_aid.application.record.kept_visits import begin_kept
from sdm_aid.application.session import Session
from sdm_aid.application.start_visit import OpenedVisit
from sdm_aid.domain import actions as a
from sdm_aid.domain.consultation import Consultation
from sdm_aid.domain.follow_up import FollowUp
from sdm_aid.domain.journal import Journal
from sdm_aid.domain.room import Clinician, Patient
from sdm_aid.domain.signing import Follows, Seal
from sdm_aid.records import patients, search, users, visits
from sdm_aid.records.keys import Cost
from sdm_aid.records.naming import Details
from sdm_aid.records.opening import create, open_for
from sdm_aid.records.papers import NewPaper
from sdm_aid.records.place import Place
from sdm_aid.records.rows import PatientRow, Role, User, VisitHead
from tests.full_visit import agreed, the_content

QUICK = Cost(1, 1, 64)
NOW = datetime(2026, 11, 21, 10, 45, tzinfo=UTC)
ADA = User("a" * 32, "Dr A. Okafor", "administrator", "pain physician")
PASSPHRASE = "correct horse battery staple"
PLAN, HANDOUT = b"%PDF-1.7 the sealed plan", b"%PDF-1.7 the handout"


class KeptClinic:
    """The clinic's desk, and quick ways to fill its record."""

    def __init__(self, folder: Path) -> None:
        self.now = NOW
        self.place = Place(folder / "record", "")
        record = create(
            self.place, "Riverside Pain Clinic", ADA, PASSPHRASE, self.clock, QUICK
        ).record
        self.desk = Desk(record, search.load(record), self.clock)

    def clock(self) -> datetime:
        """Now, as set; it does not go on by itself."""
        return self.now

    def patient(self, name: str = "", born: date | None = None, number: str = "") -> PatientRow:
        """A patient in the record and the list."""
        row = patients.add(self.desk.record, Patient(name=name, born=born, number=number))
        self.desk.refresh()
        return row

    def visit(
        self,
        patient: PatientRow | None,
        actions: Iterable[a.Action] = (),
        *,
        title: str = "Leg pain from the back (sciatica)",
        ago: timedelta = timedelta(0),
        follows: str = "",
    ) -> str:
        """A draft with what was said in it; its id."""
        kept, self.now = self.now, self.now - ago
        content = the_content()
        begun = Consultation(
            visit_id=secrets.token_hex(16),
            content=content.ref,
            started=self.now,
            follows=Follows(visit_id=follows, sealed_at=NOW, sha256="0" * 64) if follows else None,
        )
        session = Session(Journal(begun=begun), self.clock, self.desk.user.name)
        opened = OpenedVisit(session, content.with_text({**content.text, "title": title}, "en"))
        begin_kept(self.desk, opened, patient)
        for action in actions:
            session.dispatch(action)
        self.append(session, title)
        self.now = kept
        return begun.visit_id

    def append(self, session: Session, title: str, papers: tuple[NewPaper, ...] = ()) -> None:
        """Write the entries of a session that are not yet in the record."""
        visit = session.state.visit_id
        before = visits.read(self.desk.record, visit).row.version
        entries = session.journal.entries[before - 1 :]
        head = listed(
            session.state, title, entries[-1] if entries else None, self.desk.user, self.now
        )
        bodies = [entry_body(entry, self.desk.user) for entry in entries]
        details = Details(Patient(), session.state.patient)
        visits.append(self.desk.record, visit, before, bodies, head, papers=papers, details=details)
        self.desk.refresh()

    def signed(
        self,
        patient: PatientRow,
        actions: Iterable[a.Action] = (),
        *,
        look_again: date | None = None,
        title: str = "Nerve pain",
        ago: timedelta = timedelta(days=7),
        follows: str = "",
    ) -> str:
        """A sealed visit with two stored papers; its id."""
        seal = Seal(at=self.now - ago, sha256="0" * 64, file_name="plan.pdf")
        named = a.PatientNamed(patient=patients.details_of(patient))
        led = a.ClinicianNamed(clinician=Clinician(name=self.desk.user.name, role="Physician"))
        plan = [one for one in agreed() if not isinstance(one, a.LookAgainSet)]
        said = (named, led, *actions, a.LookAgainSet(on=look_again), *plan, a.Sealed(seal=seal))
        visit = self.visit(patient, said, title=title, ago=ago, follows=follows)
        stored = visits.read(self.desk.record, visit).row
        papers = (NewPaper("plan", "plan.pdf", PLAN), NewPaper("handout", "handout.pdf", HANDOUT))
        visits.append(self.desk.record, visit, stored.version, [], stored.head, papers=papers)
        self.desk.refresh()
        return visit

    def look_again(self, patient: PatientRow, about: str, *looks: FollowUp) -> str:
        """A look again with these states, kept as the program keeps them; its id."""
        import json

        identity, user = looks[-1].id, self.desk.user
        head = VisitHead(
            decision="sciatica",
            title="Nerve pain",
            started=self.now.isoformat(),
            step="look_again",
            status="done" if looks[-1].done else "draft",
            last_at=self.now.isoformat(),
            last_who=user.name,
            about=about,
        )
        bodies = [
            json.dumps(
                {
                    "at": self.now.isoformat(),
                    "by": user.id,
                    "who": user.name,
                    "what": {"kind": "follow_up", "value": look.model_dump(mode="json")},
                }
            ).encode()
            for look in looks
        ]
        visits.begin(self.desk.record, identity, "follow_up", patient, bodies[0], head)
        if bodies[1:]:
            visits.append(self.desk.record, identity, 1, bodies[1:], head)
        self.desk.refresh()
        return identity

    def as_user(self, name: str, role: Role) -> Desk:
        """Lock, and unlock as somebody else; the desk from now on."""
        users.add(self.desk.record, name, role, "", PASSPHRASE, QUICK)
        self.desk.close()
        record = open_for(self.place, name, PASSPHRASE, self.clock).record
        self.desk = Desk(record, search.load(record), self.clock)
        return self.desk
