"""The clinic’s own time stamp server over the network: servers that behave and misbehave."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import serialization

from sdm_aid.application.time_server import (
    ServerTrouble,
    TimeServer,
    TimeServerProblem,
    is_own_network,
    place_of,
)
from sdm_aid.offline import forbid_network
from tests.time_servers import Answer, serving, stamping

STAMP = "application/timestamp-reply"


def _trouble(address: str, patience: float = 5.0, pem: str = "") -> ServerTrouble:
    with pytest.raises(TimeServerProblem) as problem:
        TimeServer(address, pem, patience).ask(b"request")
    assert problem.value.address == address
    return problem.value.trouble


def test_a_request_is_posted_as_it_is_and_the_answer_comes_back() -> None:
    seen: list[bytes] = []

    def respond(body: bytes) -> Answer:
        seen.append(body)
        return 200, STAMP, b"answer"

    with serving(respond) as address:
        assert TimeServer(address, "").ask(b"request") == b"answer"
        assert TimeServer(address.replace("127.0.0.1", "localhost"), "").ask(b"two") == b"answer"
    assert seen == [b"request", b"two"]


@pytest.mark.parametrize(
    "answer",
    [
        (500, STAMP, b"answer"),
        (200, "text/html", b"<html>"),
        (200, STAMP, bytes(70_000)),
        (302, STAMP, b""),
    ],
    ids=["error", "page", "endless", "elsewhere"],
)
def test_what_is_no_stamp_is_told_as_that(answer: Answer) -> None:
    with serving(lambda _body: answer) as address:
        assert _trouble(address) is ServerTrouble.ANSWER


def test_nobody_there_is_silence() -> None:
    with serving(lambda _body: (200, STAMP, b"")) as address:
        pass
    assert _trouble(address) is ServerTrouble.SILENT


@contextmanager
def _raw(speak: Callable[[socket.socket], None]) -> Iterator[str]:
    """A server of one connection that says what it likes."""
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        caller, _from = listener.accept()
        with caller:
            speak(caller)

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield f"127.0.0.1:{listener.getsockname()[1]}"
    finally:
        listener.close()
        thread.join(10)


def test_a_server_that_drips_is_given_up_in_time() -> None:
    """Each byte comes soon enough, all of them would take minutes."""
    over = threading.Event()

    def drip(caller: socket.socket) -> None:
        while not over.wait(0.05):
            caller.sendall(b"H")

    with _raw(drip) as place:
        assert _trouble(f"http://{place}/", 0.4) is ServerTrouble.SILENT
        over.set()


def test_a_server_that_speaks_another_language_is_no_time_server() -> None:
    def mail(caller: socket.socket) -> None:
        caller.recv(4096)
        caller.sendall(b"220 mail ready\r\n\r\n")

    with _raw(mail) as place:
        assert _trouble(f"http://{place}/") is ServerTrouble.ANSWER


def _secure(folder: Path) -> Callable[[socket.socket], None]:
    """Speaks TLS with a certificate for servers, which one for time stamps is not."""
    server = stamping("Of a web page", for_time=False)
    key = server.key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    file = folder / "server.pem"
    file.write_bytes(key + server.pem.encode())
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)

    def speak(caller: socket.socket) -> None:
        try:
            with context.wrap_socket(caller, server_side=True) as secured:
                received = b""
                while not received.endswith(b"request"):
                    received += secured.recv(4096)
                head = f"HTTP/1.1 200 OK\r\nContent-Type: {STAMP}\r\nContent-Length: 6\r\n\r\n"
                secured.sendall(head.encode() + b"answer")
        except OSError:
            return  # the caller did not believe us

    return speak


@pytest.mark.parametrize(
    ("host", "imported", "trouble"),
    [
        ("localhost", ("Time of the clinic", "Of a web page"), None),
        ("localhost", ("Time of the clinic",), ServerTrouble.NOT_ITSELF),
        ("127.0.0.1", ("Of a web page",), ServerTrouble.NOT_ITSELF),
    ],
    ids=["imported", "not imported", "another name"],
)
def test_https_believes_the_imported_certificates_and_no_others(
    tmp_path: Path, host: str, imported: tuple[str, ...], trouble: ServerTrouble | None
) -> None:
    pem = "".join(stamping(each, for_time=each[0] == "T").pem for each in imported)
    with _raw(_secure(tmp_path)) as place:
        address = f"https://{place.replace('127.0.0.1', host)}/"
        if trouble is None:
            assert TimeServer(address, pem).ask(b"request") == b"answer"
        else:
            assert _trouble(address, pem=pem) is trouble


@pytest.mark.parametrize(
    "address",
    [
        "",
        "time.clinic",
        "ftp://time.clinic/",
        "http://",
        "http://user:secret@time.clinic/",
        "http://time.clinic:0/",
        "http://time.clinic:99999/",
        "http://time.clinic/a b",
        "http://time.clinic/#part",
        "http://zeit.klinik.örtlich/",
    ],
)
def test_an_address_that_is_none_is_told_before_anything_is_sent(address: str) -> None:
    assert _trouble(address) is ServerTrouble.ADDRESS


def test_ports_and_paths_are_as_written_or_as_usual() -> None:
    assert place_of("http://10.1.2.3") == (False, "10.1.2.3", 80, "/")
    assert place_of("https://time.clinic/tsa?policy=1") == (
        True,
        "time.clinic",
        443,
        "/tsa?policy=1",
    )
    assert place_of(" http://[fd00::1]:8080/x ") == (False, "fd00::1", 8080, "/x")


@pytest.mark.parametrize(
    ("numeric", "own"),
    [
        ("127.0.0.1", True),
        ("10.200.0.9", True),
        ("172.31.255.1", True),
        ("192.168.1.1", True),
        ("169.254.1.1", True),
        ("::1", True),
        ("fd12::1", True),
        ("fe80::1%eth0", True),
        ("::ffff:10.0.0.1", True),
        ("172.32.0.1", False),
        ("8.8.8.8", False),
        ("192.0.2.7", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("2001:db8::1", False),
        ("::ffff:8.8.8.8", False),
    ],
)
def test_which_networks_are_the_clinics_own(numeric: str, own: bool) -> None:
    assert is_own_network(numeric) is own


@pytest.mark.parametrize("address", ["http://192.0.2.7/", "http://[2001:db8::1]:8080/"])
def test_a_server_elsewhere_is_never_connected_to(address: str) -> None:
    forbid_network()
    assert _trouble(address) is ServerTrouble.OUTSIDE


def test_a_name_that_leads_elsewhere_in_part_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def two(*_asked: object, **_named: object) -> list[object]:
        return [(2, 1, 6, "", ("127.0.0.1", 80)), (2, 1, 6, "", ("192.0.2.7", 80))]

    monkeypatch.setattr(socket, "getaddrinfo", two)
    assert _trouble("http://time.clinic/") is ServerTrouble.OUTSIDE
