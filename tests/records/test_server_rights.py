"""What the database user of the daily work needs, and what it cannot do then."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from sdm_aid.domain.room import Patient
from sdm_aid.records import erasure, journal, patients, users, visits
from sdm_aid.records.opening import open_for
from sdm_aid.records.place import Place
from sdm_aid.records.record import Record
from sdm_aid.records.rows import VisitHead
from sdm_aid.records.trouble import RecordUnwritable
from tests.architecture.source import ROOT
from tests.records.clinic_server import ClinicServer
from tests.records.conftest import FIRST, PASSPHRASE, QUICK, SteppingClock, made

PAGE = ROOT / "docs" / "decisions" / "0013-record-on-a-server.md"
DAILY = "sdm_daily"


@pytest.fixture
def daily(server: ClinicServer, on_server: Place, tmp_path: Path) -> Iterator[Record]:
    """A record opened by a role that has what the decision record grants, and nothing more."""
    made(on_server, SteppingClock()).close()
    name = on_server.address.partition("@/")[2].partition("?")[0]
    (grants,) = re.findall(r"```sql\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    server.ask(f"CREATE ROLE {DAILY} LOGIN")
    server.ask(grants, name)
    here = Place(tmp_path / "daily", server.address(name, DAILY))
    record = open_for(here, FIRST.name, PASSPHRASE, SteppingClock()).record
    yield record
    record.close()
    server.ask(f"DROP OWNED BY {DAILY}", name)
    server.ask(f"DROP ROLE {DAILY}")


def test_the_daily_work_goes_with_little(daily: Record) -> None:
    row = patients.add(daily, Patient(name="Rosa Müller"))
    visits.begin(daily, "c" * 32, "visit", row, b"{}", VisitHead())
    visits.append(daily, "c" * 32, 1, [b"{}"], VisitHead())
    users.add(daily, "Bea Nurse", "reader", "", PASSPHRASE, QUICK)
    erasure.erase(daily, row.id, "asked for")
    assert journal.verify(daily).broken is None


REFUSED = (
    "ALTER TABLE journal DISABLE TRIGGER ALL", "DROP TRIGGER journal_guard ON journal",
    "DROP TABLE journal", "UPDATE journal SET number = 7", "DELETE FROM journal",
    "TRUNCATE journal", "DELETE FROM chain_head", "DELETE FROM patients",
    "CREATE TABLE more (a INT)", "SELECT pg_read_file('pg_hba.conf')",
    "CREATE OR REPLACE FUNCTION journal_append_only() RETURNS trigger LANGUAGE plpgsql AS"
    " $$ BEGIN RETURN NULL; END $$",
)  # fmt: skip


def test_it_cannot_take_the_journal_or_a_patient_away(daily: Record) -> None:
    for statement in REFUSED:
        with pytest.raises(RecordUnwritable), daily.writing() as work:
            work.connection.execute(text(statement))
    assert journal.verify(daily).missing_tail == 0


def test_an_erased_key_is_gone_once_the_server_was_vacuumed(
    server: ClinicServer, on_server: Place
) -> None:
    """As the decision record tells the server's administrator; before that it may lie about."""
    record = made(on_server, SteppingClock())
    row = patients.add(record, Patient(name="Rosa Müller"))
    asked = text("SELECT wrapped_key FROM patients WHERE id = :id")
    with record.reading() as connection:
        key = bytes(connection.execute(asked, {"id": row.id}).scalar_one())
    name = str(record.engine.url.database)
    ((number,),) = server.ask(f"SELECT oid FROM pg_database WHERE datname = '{name}'")
    tables = server.data / "base" / str(number)

    def lies_there() -> bool:
        server.ask("CHECKPOINT")
        return any(key in path.read_bytes() for path in tables.iterdir())

    assert lies_there()
    erasure.erase(record, row.id, "asked for")
    assert lies_there()
    server.ask("VACUUM (FULL) patients, visits, papers", name)
    assert not lies_there()
    record.close()
