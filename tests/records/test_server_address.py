"""Where an address leads decides whether it must be protected; nothing slips past that."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg

from sdm_aid import offline
from sdm_aid.records.answering import Answering
from sdm_aid.records.place import Place
from sdm_aid.records.server import checked_address, hosts_of, server, shown
from sdm_aid.records.trouble import ServerUnprotected, ServerUnreachable
from sdm_aid.records.vault import read_header
from sdm_aid.wording.record import trouble_sentence

FAR = "postgresql://clinic@db.clinic.example/sdm"
HERE = (
    "postgresql://clinic@localhost/sdm",
    "postgresql://clinic@127.0.0.1:5433/sdm",
    "postgresql://clinic@[::1]/sdm",
    "postgresql:///sdm?host=/var/run/postgresql",
    "postgresql:///sdm",
    "postgres://clinic@localhost/sdm?hostaddr=127.0.0.1",
)
ELSEWHERE = (
    FAR,
    "postgresql://clinic@192.0.2.7/sdm",
    "postgresql://clinic@localhost/sdm?hostaddr=192.0.2.7",
    "postgresql:///sdm?host=/var/run/postgresql&hostaddr=192.0.2.7",
    "postgresql://clinic@localhost/sdm?host=db.clinic.example",
    "postgresql:///sdm?host=localhost,db.clinic.example",
    "postgresql:///sdm?host=localhost&host=db.clinic.example",
    "postgresql:///sdm?hostaddr=127.0.0.1,192.0.2.7",
    "postgresql://clinic@localhost.clinic.example/sdm",
    "postgresql://clinic@db.clinic.example/sdm?hostaddr=127.0.0.1",
)


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PGHOST", "PGHOSTADDR", "PGSERVICE", "PGSSLMODE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(offline._guard, "allowed", frozenset())


def given(address: str) -> dict[str, object]:
    """What the driver is told."""
    dialect: Any = PGDialect_psycopg
    return dict(dialect().create_connect_args(checked_address(address))[1])


@pytest.mark.parametrize("address", HERE)
def test_this_machine_needs_no_protection(address: str) -> None:
    assert "sslmode" not in given(address)


@pytest.mark.parametrize("address", ELSEWHERE)
def test_any_other_machine_is_checked_by_its_certificate(address: str) -> None:
    told = given(address)
    assert (told["sslmode"], told["gssencmode"]) == ("verify-full", "disable")
    assert "hostaddr" in told  # said, so that PGHOSTADDR has no say


@pytest.mark.parametrize("address", ELSEWHERE)
@pytest.mark.parametrize("mode", ["disable", "allow", "prefer", "require", "verify-ca"])
def test_less_than_that_is_refused(address: str, mode: str) -> None:
    weak = f"{address}{'&' if '?' in address else '?'}sslmode={mode}"
    with pytest.raises(ServerUnprotected) as told:
        server(weak)
    assert "sslmode=verify-full" in trouble_sentence(told.value)


def test_no_packet_leaves_for_an_unprotected_address(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def connect(*_given: object, **_named: object) -> None:
        raise AssertionError("it was tried")

    monkeypatch.setattr(Answering, "connect", connect)
    with pytest.raises(ServerUnprotected):
        read_header(Place(tmp_path, f"{FAR}?hostaddr=192.0.2.7&sslmode=require"))
    with pytest.raises(AssertionError, match="tried"):
        read_header(Place(tmp_path, f"{FAR}?hostaddr=192.0.2.7"))


@pytest.mark.parametrize(
    ("name", "value"), [("PGHOST", "db.clinic.example"), ("PGSERVICE", "elsewhere")]
)
def test_the_environment_leads_nowhere_unseen(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    assert given("postgresql:///sdm")["sslmode"] == "verify-full"
    monkeypatch.setenv("PGHOSTADDR", "192.0.2.7")
    assert given("postgresql://clinic@localhost/sdm")["hostaddr"] == ""


def test_an_address_of_this_machine_goes_there_whatever_the_environment_says(
    monkeypatch: pytest.MonkeyPatch, database: str
) -> None:
    monkeypatch.setenv("PGHOSTADDR", "192.0.2.7")
    with server(database).connect() as connection:
        assert connection.exec_driver_sql("SELECT inet_server_addr()").scalar() is None
    connection.engine.dispose()


@pytest.mark.parametrize(
    "address",
    [
        "nonsense", "mysql://clinic@localhost/sdm", "sqlite:///record.db", "",
        "postgresql:///sdm?service=elsewhere", "postgresql://c@localhost/sdm?sslkeylogfile=/tmp/k",
        "postgresql://c@localhost:port/sdm",
    ],
)  # fmt: skip
def test_what_is_no_address_is_said_to_be_none(address: str) -> None:
    with pytest.raises(ServerUnreachable) as told:
        server(address)
    assert "cannot be read" in trouble_sentence(told.value)


def test_the_guard_lets_the_named_server_through_and_nobody_else() -> None:
    server(f"{FAR}?hostaddr=192.0.2.7").dispose()
    assert set(hosts_of(checked_address(FAR))) == {"db.clinic.example"}
    assert offline._guard.permits("DB.clinic.example")
    assert offline._guard.permits("192.0.2.7")
    assert not offline._guard.permits("db.clinic.example.net")
    assert not offline._guard.permits("192.0.2.8")


def test_an_address_is_shown_without_its_password() -> None:
    assert shown("postgresql://clinic:hidden@db.clinic.example:5433/sdm") == (
        "postgresql://clinic@db.clinic.example:5433/sdm"
    )
    assert shown("nonsense:hidden") == ""
