"""Asking the clinic's own time stamp server: the one place from which the program opens a socket.

Only where a clinic has set up such a server on its own network, only while a plan is sealed or the
setting is tried, and only to that host and port.  A request holds a hash and a random number: no
word of a visit.  No redirect is followed, no proxy used.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from sdm_aid.offline import reaching

if TYPE_CHECKING:
    from http.client import HTTPResponse
    from socket import socket

PATIENCE = 10.0
"""Seconds for everything: looking up the name, connecting, asking and the whole answer."""
LARGEST_ANSWER = 1 << 16
"""Bytes; a time stamp with its certificates is a tenth of it."""
_OWN_NETWORKS = (
    "127.0.0.0/8",
    "10.0.0.0/8",
    "172.16.0.0/12",
    "192.168.0.0/16",
    "169.254.0.0/16",
    "::1/128",
    "fc00::/7",
    "fe80::/10",
)
"""Loopback, private and link-local (RFC 1122, 1918, 3927, 4193, 4291): not routed to elsewhere."""
_ASKS, _ANSWERS = "application/timestamp-query", "application/timestamp-reply"


class ServerTrouble(Enum):
    """What is wrong with the server, or with its address."""

    ADDRESS = "address"
    """Not http:// or https:// with a host, or with more in it than a path."""
    OUTSIDE = "outside"
    """It is not on the clinic's own network."""
    SILENT = "silent"
    """It does not answer in time, or cannot be reached."""
    NOT_ITSELF = "not-itself"
    """Its https certificate is none that the clinic has imported."""
    ANSWER = "answer"
    """It answers, but with no time stamp."""


class TimeServerProblem(Exception):
    """No time stamp could be had from the server at `address`."""

    def __init__(self, trouble: ServerTrouble, address: str) -> None:
        super().__init__(f"{address}: {trouble.value}")
        self.trouble, self.address = trouble, address


class _Place(NamedTuple):
    secure: bool
    host: str
    port: int
    path: str


@dataclass(frozen=True, slots=True)
class TimeServer:
    """A server by its address, with the certificates (PEM) that its stamps and its https bear."""

    address: str
    certificates: str = field(repr=False)
    patience: float = PATIENCE

    def ask(self, request: bytes) -> bytes:
        """The server's answer to a request of RFC 3161, unread.

        Raises:
            TimeServerProblem: see ``ServerTrouble``.
        """
        place = place_of(self.address)
        told: list[bytes | TimeServerProblem] = []

        def work() -> None:
            try:
                told.append(_asked(place, request, self))
            except TimeServerProblem as problem:
                told.append(problem)

        # in a thread of its own: looking up a name knows no time limit, a drip of bytes neither
        asking = threading.Thread(target=work, name="time-server", daemon=True)
        asking.start()
        asking.join(self.patience)
        answer = told[0] if told else TimeServerProblem(ServerTrouble.SILENT, self.address)
        if isinstance(answer, TimeServerProblem):
            raise answer
        return answer


def place_of(address: str) -> _Place:
    """An address taken apart.

    Raises:
        TimeServerProblem: ``ADDRESS``.
    """
    try:
        parts = urlsplit(address.strip())
        port = parts.port
    except ValueError:
        raise TimeServerProblem(ServerTrouble.ADDRESS, address) from None
    odd = parts.username or parts.password or parts.fragment or any(c <= " " for c in parts.path)
    if parts.scheme not in ("http", "https") or not parts.hostname or port == 0 or odd:
        raise TimeServerProblem(ServerTrouble.ADDRESS, address)
    secure = parts.scheme == "https"
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    if not path.isascii() or not parts.hostname.isascii():
        raise TimeServerProblem(ServerTrouble.ADDRESS, address)
    return _Place(secure, parts.hostname, port or (443 if secure else 80), path)


def is_own_network(numeric: str) -> bool:
    """Whether a numeric address is this machine's or of a private network."""
    import ipaddress

    address = ipaddress.ip_address(numeric.partition("%")[0])
    mapped = getattr(address, "ipv4_mapped", None)
    address = mapped or address
    return any(address in ipaddress.ip_network(each) for each in _OWN_NETWORKS)


def _asked(place: _Place, request: bytes, server: TimeServer) -> bytes:
    """The answer, by a connection of its own."""
    from http.client import HTTPConnection, HTTPException
    from ssl import SSLError

    connection = HTTPConnection(place.host, place.port, timeout=server.patience)
    try:
        connection.sock = _joined(place, server)
        headers = {"Content-Type": _ASKS, "Accept": _ANSWERS, "Connection": "close"}
        connection.request("POST", place.path, request, headers)
        with connection.getresponse() as response:
            return _body(response, server.address)
    except SSLError as problem:
        raise TimeServerProblem(ServerTrouble.NOT_ITSELF, server.address) from problem
    except HTTPException as problem:
        raise TimeServerProblem(ServerTrouble.ANSWER, server.address) from problem
    except (OSError, UnicodeError) as problem:
        raise TimeServerProblem(ServerTrouble.SILENT, server.address) from problem
    finally:
        connection.close()


def _joined(place: _Place, server: TimeServer) -> socket:
    """A socket that is connected to the server; every address of its name must be the clinic's."""
    import socket as sockets

    with reaching([place.host], place.port):
        found = sockets.getaddrinfo(place.host, place.port, type=sockets.SOCK_STREAM)
    addresses = [str(each[4][0]) for each in found]
    if not addresses or not all(is_own_network(each) for each in addresses):
        raise TimeServerProblem(ServerTrouble.OUTSIDE, server.address)
    last: OSError = OSError(server.address)
    for numeric in addresses:
        try:
            with reaching([numeric], place.port):
                joined = sockets.create_connection((numeric, place.port), server.patience)
        except OSError as problem:
            last = problem
            continue
        return _secured(joined, place.host, server.certificates) if place.secure else joined
    raise last


def _secured(joined: socket, host: str, certificates: str) -> socket:
    """TLS that believes the imported certificates and no others, a server's own included."""
    import ssl

    try:
        context = ssl.create_default_context(cadata=certificates)
        context.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN
        return context.wrap_socket(joined, server_hostname=host)
    except BaseException:
        joined.close()
        raise


def _body(response: HTTPResponse, address: str) -> bytes:
    kind = response.headers.get_content_type()
    body = response.read(LARGEST_ANSWER + 1)
    if response.status != 200 or kind != _ANSWERS or len(body) > LARGEST_ANSWER:
        raise TimeServerProblem(ServerTrouble.ANSWER, address)
    return body
