"""Nothing of a patient reaches the server in the clear: its log and files are searched."""

from __future__ import annotations

import time
from datetime import date

import pytest

from sdm_aid.domain.room import Patient
from sdm_aid.records import clinic, filing, papers, patients, search, users, visits
from sdm_aid.records.naming import Details
from sdm_aid.records.place import Place
from sdm_aid.records.record import Record
from sdm_aid.records.rows import VisitHead
from sdm_aid.records.trouble import RecordTrouble
from tests.records.clinic_server import ClinicServer
from tests.records.conftest import PASSPHRASE, QUICK, SteppingClock, made

SECRETS = (
    "Zephyrine", "Quarrington", "1958-03-04", "ZQ-77120",  # who it is, and as corrected
    "Wellbrook", "stairs to the attic", "ketamine", "osteoporosis-plan", "%PDF-secret",
    "filed by mistake", "goal_field_ankle", "retention-answer",
)  # fmt: skip
SPILT = ("Leakington", "overheard")
STAFF = ("Hippolyta", "Thessaly", "pain physician")
"""Names of users stand in the vault header, which says whose key lies where, and nowhere else."""


@pytest.fixture
def listening(server: ClinicServer, on_server: Place) -> Place:
    """A place on a server that writes down every statement with all bound values."""
    name = on_server.address.partition("@/")[2].partition("?")[0]
    for setting in ("log_statement = 'all'", "log_min_error_statement = 'debug5'"):
        server.ask(f"ALTER DATABASE {name} SET {setting}")
    server.ask(f"ALTER DATABASE {name} SET log_parameter_max_length_on_error = -1")
    return on_server


def a_whole_visit(record: Record) -> None:
    """Everything that can be said of a patient, once."""
    nurse = users.add(record, "Hippolyta Thessaly", "clinician", "nurse", PASSPHRASE, QUICK)
    users.change(record, nurse.id, "reader", "nurse")
    rosa = patients.add(
        record, Patient(name="Zephyrine Quarrington", born=date(1958, 3, 4), number="ZQ-77120")
    )
    head = VisitHead("knee", "ketamine infusion", last_who="Hippolyta Thessaly")
    visits.begin(record, "c" * 32, "visit", rosa, b'{"goal": "stairs to the attic"}', head)
    plan = papers.NewPaper("plan", "osteoporosis-plan.pdf", b"%PDF-secret" + bytes(90_000))
    details = Patient(name="Zephyrine Wellbrook", born=date(1958, 3, 4), number="ZQ-77120")
    visits.append(record, "c" * 32, 1, [b'{"try": "ketamine"}' * 2000], head, papers=[plan],
                  details=Details(Patient(), details))  # fmt: skip
    visits.put_place(record, "c" * 32, "goal_field_ankle")
    visits.note(record, "c" * 32, {"kind": "opened", "by": "Hippolyta"}, why="ketamine")
    double = patients.add(record, Patient(name="Zephyrine"))
    filing.move(record, "c" * 32, double.id, "filed by mistake")
    patients.merge(record, rosa.id, double.id)
    clinic.put_item(record, "settings", {"a": "retention-answer"}, {"kind": "retention-answer"})
    search.load(record).search("zephyrine")
    with pytest.raises(ValueError, match="reason"):
        filing.discard(record, "c" * 32, "")


def spellings(word: str) -> tuple[bytes, ...]:
    """A word as it could stand in a file or, in hexadecimal digits, in a log."""
    plain = word.encode()
    wide = word.encode("utf-16-le")
    return (plain, plain.hex().encode(), wide, wide.hex().encode())


def found_in(data: bytes, words: tuple[str, ...]) -> list[str]:
    """Which of the words stand in the data, in any case of letters."""
    low = data.lower()
    return [word for word in words if any(each.lower() in low for each in spellings(word))]


def held_in_files(server: ClinicServer, since: float, words: tuple[str, ...]) -> set[str]:
    """The words that stand in files that the server has written since: tables, indexes, its log."""
    files = [path for path in server.data.rglob("*") if path.is_file()]
    written = [path for path in files if path.stat().st_mtime >= since - 1]
    assert {"base", "pg_wal"} <= {path.relative_to(server.data).parts[0] for path in written}
    return {word for path in written for word in found_in(path.read_bytes(), words)}


def test_neither_log_nor_files_of_the_server_hold_a_word(
    server: ClinicServer, listening: Place, clock: SteppingClock
) -> None:
    since, logged = time.time(), server.log.stat().st_size
    record = made(listening, clock)
    a_whole_visit(record)
    name = record.engine.url.database
    seen = str(server.ask(f"SELECT query FROM pg_stat_activity WHERE datname = '{name}'"))
    record.close()
    server.ask("CHECKPOINT")
    log = server.log.read_bytes()[logged:]
    assert log.count(b"INSERT INTO journal") > 10
    assert "COMMIT" in seen or "ROLLBACK" in seen
    assert found_in(log, SECRETS) == []
    assert found_in(seen.encode(), (*SECRETS, *STAFF)) == []
    assert held_in_files(server, since, SECRETS) == set()


def test_users_are_named_in_the_vault_header_alone(
    server: ClinicServer, listening: Place, clock: SteppingClock
) -> None:
    logged = server.log.stat().st_size
    record = made(listening, clock)
    a_whole_visit(record)
    record.close()
    lines = server.log.read_bytes()[logged:].splitlines()
    marked = b'"format": "sdm-aid.vault/1"'.hex().encode()
    headers = [line for line in lines if marked in line]
    others = b"\n".join(line for line in lines if marked not in line)
    assert found_in(b"\n".join(headers), STAFF) == ["Hippolyta", "Thessaly"]
    assert found_in(others, STAFF) == []


def test_the_search_over_the_server_finds_what_is_there(
    server: ClinicServer, listening: Place, clock: SteppingClock
) -> None:
    """What the tests above stand on: a word that does reach the server is found in both.

    Long values that compress are packed in the files; in the log they stand as they were sent.
    """
    since, logged = time.time(), server.log.stat().st_size
    record = made(listening, clock)
    with record.writing() as work:
        work.connection.exec_driver_sql("CREATE TABLE careless (words BYTEA, said TEXT)")
        work.connection.exec_driver_sql(
            "INSERT INTO careless VALUES (%s, %s)",
            (SPILT[0].encode(), f"they said {SPILT[1]}"),
        )
    record.close()
    server.ask("CHECKPOINT")
    assert found_in(server.log.read_bytes()[logged:], SPILT) == list(SPILT)
    assert held_in_files(server, since, SPILT) == set(SPILT)


def test_an_error_names_no_bound_value(listening: Place, clock: SteppingClock) -> None:
    record = made(listening, clock)
    insert = "INSERT INTO papers (id, visit, kind, about, body) VALUES (%s, %s, NULL, %s, %s)"
    with pytest.raises(RecordTrouble) as told, record.writing() as work:
        work.connection.exec_driver_sql(insert, ("Zephyrine", "v", b"", b""))
    assert "Zephyrine" not in str(told.value)
    record.close()
