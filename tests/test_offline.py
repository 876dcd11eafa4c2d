"""The audit hook, tried with real sockets in a process of its own, for it cannot be taken back."""

import subprocess
import sys

import pytest

from tests.architecture.source import ROOT

ELSEWHERE = "192.0.2.7"
"""An address that is kept for documentation and leads nowhere."""


def told(code: str) -> str:
    """What a fresh process prints after forbidding the network."""
    lines = f"import socket\nfrom sdm_aid.offline import forbid_network, NetworkForbidden\n{code}"
    done = subprocess.run(
        [sys.executable, "-c", lines], cwd=ROOT, capture_output=True, text=True, timeout=30,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.mark.parametrize(
    "reach",
    [
        f"socket.create_connection(('{ELSEWHERE}', 443), timeout=1)",
        "socket.getaddrinfo('example.org', 443)",
        "socket.getaddrinfo(b'example.org', 443)",
        "socket.gethostbyname('example.org')",
        f"socket.socket(type=socket.SOCK_DGRAM).sendto(b'x', ('{ELSEWHERE}', 9))",
        f"socket.socket(type=socket.SOCK_DGRAM).sendmsg([b'x'], [], 0, ('{ELSEWHERE}', 9))",
        f"socket.socket(type=socket.SOCK_DGRAM).connect_ex(('{ELSEWHERE}', 9))",
        "socket.socket(socket.AF_INET6).connect(('::ffff:192.0.2.7', 9))",
        "__import__('urllib.request').request.urlopen('http://example.org')",
    ],
)
def test_every_way_out_is_refused(reach: str) -> None:
    code = f"""
forbid_network()
try:
    {reach}
except OSError as refusal:
    reason = getattr(refusal, 'reason', refusal)
    print(type(reason).__name__, isinstance(reason, NetworkForbidden))
"""
    assert told(code) == "NetworkForbidden True"


def test_the_refusal_is_one_sentence_that_names_the_address() -> None:
    code = f"""
forbid_network()
try:
    socket.create_connection(('{ELSEWHERE}', 443))
except PermissionError as refusal:
    print(refusal)
"""
    assert told(code) == f"SDM Aid works offline: the connection to '{ELSEWHERE}' was refused."


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_this_machine_can_be_reached(host: str) -> None:
    code = f"""
forbid_network()
server = socket.create_server(('127.0.0.1', 0))
with socket.create_connection(('{host}', server.getsockname()[1]), timeout=5) as client:
    client.sendall(b'here')
    print(server.accept()[0].recv(4).decode())
"""
    assert told(code) == "here"


def test_a_pair_of_sockets_of_this_process_can_talk() -> None:
    code = """
forbid_network()
left, right = socket.socketpair()
left.sendall(b'here')
print(right.recv(4).decode())
"""
    assert told(code) == "here"


def test_what_the_clinic_allows_is_reached_and_nothing_else() -> None:
    """An allowed datagram leaves without a refusal; the list of the last call holds."""
    code = f"""
forbid_network(allowed=['{ELSEWHERE}'])
forbid_network(allowed=['192.0.2.8', 'Database.Clinic.'])
for host in ('{ELSEWHERE}', '192.0.2.8'):
    try:
        socket.socket(type=socket.SOCK_DGRAM).connect((host, 9))
        print('reached', end=' ')
    except NetworkForbidden:
        print('refused', end=' ')
    except OSError:
        print('reached', end=' ')  # no route from here, which is not our refusal
try:
    socket.getaddrinfo('database.clinic', 9, flags=socket.AI_NUMERICHOST)
except NetworkForbidden:
    print('refused')
except OSError:
    print('let through')
"""
    assert told(code) == "refused reached let through"


def test_a_door_opens_for_one_host_one_port_one_thread_and_a_moment() -> None:
    code = f"""
import threading
from sdm_aid.offline import reaching
forbid_network()
def knock(host, port):
    try:
        socket.socket(type=socket.SOCK_DGRAM).connect((host, port))
    except NetworkForbidden:
        return print('refused', end=' ')
    except OSError:
        pass  # no route from here, which is not our refusal
    print('reached', end=' ')
with reaching(['{ELSEWHERE}'], 9):
    knock('{ELSEWHERE}', 9)
    knock('{ELSEWHERE}', 10)
    knock('192.0.2.8', 9)
    beside = threading.Thread(target=knock, args=('{ELSEWHERE}', 9))
    beside.start()
    beside.join()
knock('{ELSEWHERE}', 9)
"""
    assert told(code) == "reached refused refused refused refused"
