"""The record on a server of another name, over TLS; run by ``python3 dev.py tls``.

The name counts as another machine's; ``hostaddr`` leads the packets to this one.
"""

from __future__ import annotations

import os
import pwd
import re
import shutil
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from sdm_aid.records import journal, move, visits
from sdm_aid.records.opening import open_for
from sdm_aid.records.place import Place
from sdm_aid.records.rows import VisitHead
from sdm_aid.records.server import server
from sdm_aid.records.trouble import ServerUnprotected, ServerUnreachable
from sdm_aid.records.vault import exists, read_header
from sdm_aid.wording.record import trouble_sentence
from tests.records.clinic_server import ClinicServer
from tests.records.conftest import FIRST, PASSPHRASE, SteppingClock, made
from tests.tls.certificates import Authority
from tests.tls.debian import ACCOUNT, programs

HOST, OTHER = "db.clinic.example", "db.thief.example"
VISIT = "c" * 32
HEAD = VisitHead("knee", "Knee pain", last_who=FIRST.name)
PASSWORD = "of-the-database-alone"
_ENTRIES = (
    "local all all trust\n"
    "hostssl all clinic 127.0.0.1/32 scram-sha-256\n"  # nobody without TLS
)


@pytest.fixture(scope="session")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    """The clinic's own."""
    return Authority(tmp_path_factory.mktemp("authority"), "clinic-ca")


@pytest.fixture(scope="session")
def tls_server(authority: Authority) -> Iterator[ClinicServer]:
    """Debian's server with a certificate for HOST, listening on this machine."""
    found = programs()
    assert found is not None
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = int(free.getsockname()[1])
    running = ClinicServer(found, ACCOUNT, port)
    try:
        certificate, key = authority.issue(HOST, running.folder)
        if os.geteuid() == 0:
            for path in (certificate, key):
                os.chown(path, pwd.getpwnam(ACCOUNT).pw_uid, -1)
        files = (f"ssl_cert_file='{certificate}'", f"ssl_key_file='{key}'")
        running.make(("ssl=on", "log_connections=on", *files))
        (running.data / "pg_hba.conf").write_text(_ENTRIES)
        running.start("127.0.0.1")
        running.ask(f"CREATE ROLE clinic LOGIN PASSWORD '{PASSWORD}'")
        running.ask("CREATE DATABASE sdm OWNER clinic")
        yield running
    finally:
        running.remove()


@pytest.fixture
def address(tls_server: ClinicServer, authority: Authority) -> Iterator[str]:
    """What the clinic writes into the settings; the database is empty."""
    yield address_of(tls_server, HOST, authority.root)
    tls_server.ask("DROP OWNED BY clinic CASCADE", "sdm")
    tls_server.ask("GRANT ALL ON SCHEMA public TO clinic", "sdm")


def address_of(server: ClinicServer, host: str, root: Path, more: str = "") -> str:
    """An address that counts as another machine's."""
    where = f"clinic:{PASSWORD}@{host}:{server.port}/sdm"
    return f"postgresql://{where}?hostaddr=127.0.0.1&sslrootcert={root}{more}"


def test_a_record_is_made_written_and_read_over_tls(address: str, tmp_path: Path) -> None:
    place = Place(tmp_path / "record", address)
    record = made(place, SteppingClock())
    visits.begin(record, VISIT, "visit", None, b"{}", HEAD)
    with record.reading() as connection:
        asked = "SELECT ssl, version FROM pg_stat_ssl WHERE pid = pg_backend_pid()"
        encrypted, version = connection.exec_driver_sql(asked).one()
    assert (encrypted, version) in ((True, "TLSv1.3"), (True, "TLSv1.2"))
    record.close()
    again = open_for(place, FIRST.name, PASSPHRASE, SteppingClock()).record
    assert visits.append(again, VISIT, 1, [b'{"n": 1}'], HEAD) == 2
    assert journal.verify(again).broken is None
    again.close()


def test_a_record_moves_to_it_and_back(address: str, tmp_path: Path) -> None:
    here, there = Place(tmp_path / "record"), Place(tmp_path / "record", address)
    record = made(here, SteppingClock())
    visits.begin(record, VISIT, "visit", None, b"{}", HEAD)
    told = move.move(record, there)
    record.close()
    assert PASSWORD not in read_header(here).moved_to
    record = open_for(there, FIRST.name, PASSPHRASE, SteppingClock()).record
    back = move.move(record, here)
    record.close()
    assert back.head.seq == told.head.seq + 1
    record = open_for(here, FIRST.name, PASSPHRASE, SteppingClock()).record
    assert visits.read(record, VISIT).bodies == (b"{}",)
    record.close()


def test_a_server_with_another_certificate_is_not_believed(
    tls_server: ClinicServer, authority: Authority, tmp_path: Path
) -> None:
    thief = Authority(tmp_path, "thief-ca")
    with pytest.raises(ServerUnreachable, match="certificate verify failed") as told:
        read_header(Place(tmp_path, address_of(tls_server, HOST, thief.root)))
    assert PASSWORD not in trouble_sentence(told.value)


def test_a_server_of_another_name_is_not_believed(
    tls_server: ClinicServer, authority: Authority, tmp_path: Path
) -> None:
    with pytest.raises(ServerUnreachable, match="does not match host name"):
        read_header(Place(tmp_path, address_of(tls_server, OTHER, authority.root)))


def test_without_a_certificate_to_trust_nothing_is_sent(
    tls_server: ClinicServer, tmp_path: Path
) -> None:
    with pytest.raises(ServerUnreachable, match="root certificate file"):
        read_header(Place(tmp_path, address_of(tls_server, HOST, tmp_path / "none.crt")))


@pytest.mark.parametrize("mode", ["disable", "allow", "prefer", "require", "verify-ca"])
def test_less_is_refused_before_any_packet(
    tls_server: ClinicServer, authority: Authority, tmp_path: Path, mode: str
) -> None:
    before = connections(tls_server)
    weak = address_of(tls_server, HOST, authority.root, f"&sslmode={mode}")
    with pytest.raises(ServerUnprotected):
        read_header(Place(tmp_path, weak))
    assert connections(tls_server) == before


def connections(server: ClinicServer) -> int:
    """How many times the server was reached over the network."""
    return len(re.findall(rb"connection received: host=127", server.log.read_bytes()))


def test_the_count_of_connections_counts(
    tls_server: ClinicServer, address: str, tmp_path: Path
) -> None:
    before = connections(tls_server)
    engine = server(address)
    engine.connect().close()
    engine.dispose()
    assert connections(tls_server) == before + 1
    assert exists(Place(tmp_path, address))


def test_a_server_that_has_lost_its_tls_is_not_used(
    tls_server: ClinicServer, address: str, tmp_path: Path
) -> None:
    settings = tls_server.data / "postgresql.auto.conf"
    shutil.copy(settings, tmp_path / "kept")
    tls_server.stop()
    with settings.open("a", encoding="utf-8") as file:
        file.write("ssl = off\n")
    tls_server.start("127.0.0.1")
    try:
        with pytest.raises(ServerUnreachable, match="does not support SSL"):
            read_header(Place(tmp_path, address))
    finally:
        tls_server.stop()
        settings.write_bytes((tmp_path / "kept").read_bytes())
        tls_server.start("127.0.0.1")
    with server(address).connect() as connection:
        assert connection.exec_driver_sql("SELECT 1").scalar() == 1
    connection.engine.dispose()
