"""A row put back as it stood before is told, on both databases; what the program writes is not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from sqlalchemy import Table

from sdm_aid.domain.room import Patient
from sdm_aid.records import erasure, filing, journal, patients, schema, users, visits
from sdm_aid.records.checking import damaged_rows
from sdm_aid.records.projected import stray_rows
from sdm_aid.records.record import Record
from sdm_aid.records.rows import PatientRow, User, VisitHead
from tests.records.conftest import PASSPHRASE, QUICK

ROSA = Patient(name="Rosa Müller", born=date(1958, 3, 4), number="A-1207")
VISIT = "c" * 32


class Filled:
    """A record with a patient, a visit and a second user."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.rosa: PatientRow = patients.add(record, ROSA)
        self.bea: User = users.add(record, "Bea", "administrator", "", PASSPHRASE, QUICK)
        head = VisitHead("knee", "Knee pain", last_at="2026-11-28T09:00:00+00:00", last_who="Ada")
        visits.begin(record, VISIT, "visit", self.rosa, b'{"begun": 1}', head)

    def otto(self) -> str:
        """A second patient."""
        return patients.add(self.record, Patient(name="Otto")).id


@pytest.fixture
def filled(record: Record) -> Filled:
    return Filled(record)


def row(record: Record, table: Table, identity: str) -> dict[str, Any]:
    """A row as it stands."""
    with record.reading() as connection:
        found = connection.execute(table.select().where(table.c.id == identity)).one()
    return dict(found._mapping)


def put_back(record: Record, table: Table, before: dict[str, Any]) -> None:
    """Put it in place again, as somebody would who can write to the database."""
    with record.writing() as work:
        work.connection.execute(table.update().where(table.c.id == before["id"]).values(**before))


def corrected(filled: Filled) -> None:
    """A name before it was corrected."""
    patients.correct(filled.record, filled.rosa, Patient(name="Rosa Vogel"))


def erased(filled: Filled) -> None:
    """A key before it was destroyed."""
    erasure.erase(filled.record, filled.rosa.id, "asked for by letter")


def lowered(filled: Filled) -> None:
    """A role before it was lowered."""
    users.change(filled.record, filled.bea.id, "reader", "")


def removed(filled: Filled) -> None:
    """A user before they were removed."""
    users.remove(filled.record, filled.bea.id)


def moved(filled: Filled) -> None:
    """A visit under the patient it was filed under by mistake."""
    filing.move(filled.record, VISIT, filled.otto(), "wrong chart")


def discarded(filled: Filled) -> None:
    """A draft before it was discarded."""
    filing.discard(filled.record, VISIT, "wrong talk")


def gone_on(filled: Filled) -> None:
    """A visit as it was listed before it went on."""
    at = "2026-11-28T10:00:00+00:00"
    head = VisitHead("knee", "Knee pain", status="signed", last_at=at, last_who="Ada")
    visits.append(filled.record, VISIT, 1, [f'{{"at": "{at}"}}'.encode()], head)


CHANGES: tuple[tuple[Table, Callable[[Filled], None]], ...] = (
    (schema.patients, corrected),
    (schema.patients, erased),
    (schema.users, lowered),
    (schema.users, removed),
    (schema.visits, moved),
    (schema.visits, discarded),
    (schema.visits, gone_on),
)


@pytest.mark.parametrize(
    ("table", "change"), CHANGES, ids=[change.__name__ for _t, change in CHANGES]
)
def test_a_row_as_it_stood_before_is_told(
    filled: Filled, table: Table, change: Callable[[Filled], None]
) -> None:
    record = filled.record
    identity = {
        schema.patients: filled.rosa.id, schema.users: filled.bea.id, schema.visits: VISIT
    }[table]  # fmt: skip
    before = row(record, table, identity)
    change(filled)
    assert stray_rows(record) == (), "what the program writes is as the journal says"
    kept = {name: row(record, table, identity)[name] for name in ("version",)}
    # also where the counters, which stand in the clear, are made to fit
    if table is schema.visits:
        kept["events"] = row(record, table, identity)["events"]
    put_back(record, table, {**before, **kept})
    assert any(identity in name for name in stray_rows(record))
    assert journal.verify(record).broken is None


def test_merging_and_whatever_follows_strays_from_nothing(filled: Filled) -> None:
    record, otto = filled.record, filled.otto()
    patients.merge(record, otto, filled.rosa.id)
    filing.move(record, VISIT, patients.add(record, ROSA).id, "after all")
    assert (stray_rows(record), damaged_rows(record)) == ((), ())
    erasure.erase(record, otto, "asked for by letter")
    assert (stray_rows(record), damaged_rows(record)) == ((), ())


def test_a_patient_taken_out_is_told(filled: Filled) -> None:
    table = schema.patients
    with filled.record.writing() as work:
        work.connection.execute(table.delete().where(table.c.id == filled.rosa.id))
    assert f"patient {filled.rosa.id}" in stray_rows(filled.record)
