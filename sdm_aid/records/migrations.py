"""Bringing the tables of a record from any earlier version to this one; each step runs once.

The steps are frozen text: they say what the tables were, not what they are now.
"""

from __future__ import annotations

from sqlalchemy import Connection, text

from sdm_aid.records.schema import VERSION
from sdm_aid.records.trouble import DamagedRecord, NewerRecord

_TYPES = {
    "sqlite": {"blob": "BLOB", "big": "INTEGER", "int": "INTEGER"},
    "postgresql": {"blob": "BYTEA", "big": "BIGINT", "int": "INTEGER"},
}

_FIRST = (
    "CREATE TABLE vault (name TEXT PRIMARY KEY, value {blob} NOT NULL)",
    "CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL)",
    "CREATE TABLE chain_head (id {int} PRIMARY KEY, seq {big} NOT NULL, hash {blob} NOT NULL)",
    "CREATE TABLE journal (seq {big} PRIMARY KEY, kind TEXT NOT NULL, subject TEXT NOT NULL,"
    " number {int} NOT NULL, body {blob} NOT NULL, hash {blob} NOT NULL)",
    "CREATE UNIQUE INDEX journal_of ON journal (subject, kind, number)",
    "CREATE TABLE patients (id TEXT PRIMARY KEY, under TEXT NOT NULL, wrapped_key {blob},"
    " body {blob}, version {int} NOT NULL, changed {big} NOT NULL, erased TEXT NOT NULL)",
    "CREATE INDEX patients_changed ON patients (changed)",
    "CREATE TABLE visits (id TEXT PRIMARY KEY, kind TEXT NOT NULL, patient TEXT NOT NULL,"
    " wrapped_key {blob}, head {blob}, version {int} NOT NULL, events {int} NOT NULL,"
    " changed {big} NOT NULL)",
    "CREATE INDEX visits_changed ON visits (changed)",
    "CREATE INDEX visits_of ON visits (patient)",
    "CREATE TABLE papers (id TEXT PRIMARY KEY, visit TEXT NOT NULL, kind TEXT NOT NULL,"
    " about {blob} NOT NULL, body {blob} NOT NULL)",
    "CREATE INDEX papers_of ON papers (visit)",
    "CREATE TABLE users (id TEXT PRIMARY KEY, body {blob} NOT NULL, version {int} NOT NULL)",
    "CREATE TABLE clinic_items (name TEXT PRIMARY KEY, body {blob} NOT NULL,"
    " version {int} NOT NULL)",
)
_GUARD = {
    "sqlite": (
        "CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal"
        " BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END",
        "CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal"
        " BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END",
    ),
    "postgresql": (
        "CREATE FUNCTION journal_append_only() RETURNS trigger LANGUAGE plpgsql AS"
        " $$ BEGIN RAISE EXCEPTION 'the journal is append-only'; END $$",
        "CREATE TRIGGER journal_guard BEFORE UPDATE OR DELETE OR TRUNCATE ON journal"
        " EXECUTE FUNCTION journal_append_only()",
    ),
}
_PLACE = ("ALTER TABLE visits ADD COLUMN place {blob}",)
_LEANER = ("DROP INDEX visits_changed",)  # each action moved an entry in it, and nothing read it

_STEPS: dict[int, tuple[str, ...]] = {1: _FIRST, 2: _PLACE, 3: _LEANER}
"""Version to what leads to it from the one before."""


def migrate(connection: Connection, target: int = VERSION) -> tuple[int, int]:
    """Bring the tables to ``target`` within the connection's transaction: (version before, after).

    Raises:
        NewerRecord: the tables are of a version that this program does not know.
        DamagedRecord: the version cannot be read.
    """
    before = version_of(connection)
    if before > VERSION:
        raise NewerRecord(str(before))
    if 0 < before < target and connection.dialect.name != "sqlite":
        # two rooms may start a new version at the same moment: the second one finds it done
        connection.execute(text("SELECT id FROM chain_head FOR UPDATE"))
        before = version_of(connection)
    for version in range(before + 1, target + 1):
        _run(connection, version)
    return before, max(before, target)


def version_of(connection: Connection) -> int:
    """The version of the tables; 0: there are none yet.

    Raises:
        DamagedRecord: there are tables, but no version.
    """
    names = set(connection.dialect.get_table_names(connection))
    if "meta" not in names:
        if "journal" in names:
            raise DamagedRecord("version of the tables")
        return 0
    found = connection.execute(text("SELECT value FROM meta WHERE name = 'schema'")).scalar()
    if found is None or not str(found).isdecimal():
        raise DamagedRecord("version of the tables")
    return int(str(found))


def _run(connection: Connection, version: int) -> None:
    dialect = connection.dialect.name
    for statement in _STEPS[version]:
        connection.exec_driver_sql(statement.format(**_TYPES[dialect]))
    if version == 1:
        for statement in _GUARD[dialect]:
            connection.exec_driver_sql(statement)
        start = "INSERT INTO chain_head (id, seq, hash) VALUES (1, 0, :hash)"
        connection.execute(text(start), {"hash": bytes(32)})
        made = "INSERT INTO meta (name, value) VALUES ('schema', :value)"
        connection.execute(text(made), {"value": "1"})
    else:
        told = "UPDATE meta SET value = :value WHERE name = 'schema'"
        connection.execute(text(told), {"value": str(version)})
