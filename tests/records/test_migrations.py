"""Records of every earlier version come up to date, once, a copy first; newer ones are left."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, inspect, text

from sdm_aid.application.record import desk as desks
from sdm_aid.application.record.backup import backups
from sdm_aid.application.record.migrating import copy_before
from sdm_aid.domain.room import Patient
from sdm_aid.records import backup, clinic, journal, migrations, patients, schema, trouble, visits
from sdm_aid.records.backup_file import read_manifest
from sdm_aid.records.engine import embedded, server
from sdm_aid.records.keys import Keys
from sdm_aid.records.opening import open_for
from sdm_aid.records.papers import NewPaper, paper, papers_of
from sdm_aid.records.place import Place
from sdm_aid.records.restore import restore
from sdm_aid.records.rows import VisitHead
from tests.faults.earlier import make_earlier
from tests.records.conftest import FIRST, PASSPHRASE, SteppingClock, made

EARLIER = range(1, schema.VERSION)
VISIT = "e" * 32


@pytest.fixture(params=["embedded", "server"])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """A database without tables."""
    if request.param == "server":
        engine = server(request.getfixturevalue("database"))
    else:
        engine = embedded(tmp_path / "empty.db", b"k" * 32)
    yield engine
    engine.dispose()


@pytest.fixture(params=EARLIER)
def earlier(request: pytest.FixtureRequest, tmp_path: Path, clock: SteppingClock) -> Place:
    """A record of an earlier version with a patient, a visit, a paper and an item."""
    place = Place(tmp_path / "record")
    record = made(place, clock)
    patient = patients.add(record, Patient(name="Rosa Müller", number="A-1207"))
    visits.begin(record, VISIT, "visit", patient, b'{"begun": 1}', VisitHead("knee", "Knee pain"))
    papers = [NewPaper("plan", "plan.pdf", b"%PDF sealed")]
    visits.append(record, VISIT, 1, [b'{"n": 1}'], VisitHead("knee", "Knee pain"), papers=papers)
    clinic.put_item(record, "settings", {"days": 90}, {"kind": "settings"})
    record.close()
    make_earlier(place, record.keys, request.param)
    assert version(place, record.keys) == request.param
    return place


def version(place: Place, keys: Keys) -> int:
    engine = embedded(place.database, keys.database)
    with engine.connect() as connection:
        found = migrations.version_of(connection)
    engine.dispose()
    return found


def tables_in(connection: Connection) -> dict[str, dict[str, tuple[str, bool]]]:
    """Each table with its columns: kind of type, and whether it may be empty."""
    kinds = {"BLOB": "bytes", "BYTEA": "bytes", "INTEGER": "number", "BIGINT": "number"}
    looked = inspect(connection)
    return {
        table: {
            str(column["name"]): (
                kinds.get(str(column["type"]), str(column["type"]).lower()),
                bool(column["nullable"]),
            )
            for column in looked.get_columns(table)
        }
        for table in looked.get_table_names()
    }


def as_declared() -> dict[str, dict[str, tuple[str, bool]]]:
    kinds = {"TEXT": "text", "BLOB": "bytes", "INTEGER": "number", "BIGINT": "number"}
    return {
        name: {
            column.name: (kinds[str(column.type)], bool(column.nullable))
            for column in table.columns
        }
        for name, table in schema.tables.tables.items()
    }


@pytest.mark.parametrize("start", [0, *EARLIER])
def test_the_steps_lead_to_the_tables_the_program_uses(empty: Engine, start: int) -> None:
    with empty.begin() as connection:
        migrations.migrate(connection, start)
        assert migrations.version_of(connection) == start
    with empty.begin() as connection:
        assert migrations.migrate(connection) == (start, schema.VERSION)
    with empty.connect() as connection:
        found, declared = tables_in(connection), as_declared()
        keys = {name: {c.name for c in t.primary_key} for name, t in schema.tables.tables.items()}
        for name, table in found.items():
            for column in keys[name]:  # SQLite lets a text key be empty; nothing writes one
                table[column] = declared[name][column]
        assert found == declared
        looked = inspect(connection)
        assert keys == {
            name: set(looked.get_pk_constraint(name)["constrained_columns"]) for name in found
        }


def test_each_step_runs_once(empty: Engine) -> None:
    with empty.begin() as connection:
        migrations.migrate(connection)
    with empty.begin() as connection:
        assert migrations.migrate(connection) == (schema.VERSION, schema.VERSION)


def test_an_earlier_record_comes_up_to_date_with_all_that_is_in_it(
    earlier: Place, clock: SteppingClock
) -> None:
    unlocked = desks.unlock(earlier, FIRST.name, PASSPHRASE, clock)
    record = unlocked.desk.record
    assert unlocked.notices == ()
    stored = visits.read(record, VISIT)
    assert stored.bodies == (b'{"begun": 1}', b'{"n": 1}')
    assert stored.patient.name == "Rosa Müller"
    assert paper(record, papers_of(record, VISIT)[0][0]).data == b"%PDF sealed"
    assert clinic.item(record, "settings") == {"days": 90}
    visits.put_place(record, VISIT, "goal_field")
    assert visits.read(record, VISIT).place == "goal_field"
    report = journal.verify(record)
    assert (report.broken, report.miscounted) == (None, ())
    unlocked.desk.close()
    assert version(earlier, record.keys) == schema.VERSION


def test_a_copy_is_made_first_and_listed_and_brings_the_record_back(
    earlier: Place, clock: SteppingClock, tmp_path: Path
) -> None:
    desk = desks.unlock(earlier, FIRST.name, PASSPHRASE, clock).desk
    copies = list(earlier.folder.glob("before-schema-*.sdmbackup"))
    assert [each.name for each in backups(desk)] == [copy.name for copy in copies]
    assert len(copies) == 1
    assert read_manifest(copies[0]).schema < schema.VERSION
    desk.close()
    desks.unlock(earlier, FIRST.name, PASSPHRASE, clock).desk.close()
    assert len(list(earlier.folder.glob("before-schema-*"))) == 1, "it runs once"
    back = Place(tmp_path / "back")
    restore(back, copies[0], FIRST.name, PASSPHRASE, clock)
    record = open_for(back, FIRST.name, PASSPHRASE, clock).record
    assert visits.read(record, VISIT).patient.name == "Rosa Müller"
    record.close()


def test_without_a_copy_nothing_is_changed(earlier: Place, clock: SteppingClock) -> None:
    """The copy does not fit: the record stays as it is, and opens once there is room."""

    class FullDisk:
        def __call__(self, *_what: object) -> None:
            raise trouble.RecordUnwritable(full=True, where="disk")

    before = version_by_opening(earlier, clock, FullDisk())
    assert before in EARLIER
    assert version_by_opening(earlier, clock, copy_before(earlier, clock)) == schema.VERSION


def version_by_opening(place: Place, clock: SteppingClock, before: object) -> int:
    keys = None
    try:
        opened = open_for(place, FIRST.name, PASSPHRASE, clock, before)  # type: ignore[arg-type]
    except trouble.RecordUnwritable:
        opened = None
    if opened is not None:
        keys = opened.record.keys
        opened.record.close()
    return version(place, keys or keys_of(place))


def keys_of(place: Place) -> Keys:
    from sdm_aid.records import vault
    from sdm_aid.records.header import open_slot

    return open_slot(vault.read_header(place), FIRST.name, PASSPHRASE)


def test_a_newer_record_is_refused_and_not_touched(tmp_path: Path, clock: SteppingClock) -> None:
    place = Place(tmp_path / "record")
    record = made(place, clock)
    with record.engine.begin() as connection:
        connection.execute(text("UPDATE meta SET value = '99' WHERE name = 'schema'"))
        connection.execute(text("CREATE TABLE tomorrow (what TEXT)"))
    record.close()
    before = place.database.read_bytes(), place.header.read_bytes()
    with pytest.raises(trouble.NewerRecord, match="99"):
        open_for(place, FIRST.name, PASSPHRASE, clock, copy_before(place, clock))
    assert before == (place.database.read_bytes(), place.header.read_bytes())
    assert not list(place.folder.glob("*.sdmbackup"))


@pytest.mark.parametrize("harm", ["DELETE FROM meta WHERE name = 'schema'", "DROP TABLE meta"])
def test_tables_without_a_version_are_damaged(
    tmp_path: Path, clock: SteppingClock, harm: str
) -> None:
    place = Place(tmp_path / "record")
    record = made(place, clock)
    with record.engine.begin() as connection:
        connection.execute(text(harm))
    record.close()
    with pytest.raises(trouble.DamagedRecord):
        open_for(place, FIRST.name, PASSPHRASE, clock)


def test_a_step_that_fails_leaves_the_version_before(
    empty: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    with empty.begin() as connection:
        migrations.migrate(connection, 1)
    broken = ("CREATE TABLE half (what TEXT)", "ALTER TABLE nowhere ADD COLUMN x TEXT")
    monkeypatch.setitem(migrations._STEPS, 2, broken)
    with pytest.raises(Exception, match="nowhere"), empty.begin() as connection:
        migrations.migrate(connection, 2)
    with empty.connect() as connection:
        assert migrations.version_of(connection) == 1
        assert "half" not in inspect(connection).get_table_names()


def test_a_backup_of_an_earlier_version_holds(earlier: Place, clock: SteppingClock) -> None:
    keys = keys_of(earlier)
    before = copy_before(earlier, clock)
    open_for(earlier, FIRST.name, PASSPHRASE, clock, before).record.close()
    assert before.made is not None
    path, manifest = before.made
    assert backup.check(path, keys) == manifest
    assert manifest.counts["visits"] == 1
