"""The guard that keeps this process off the network: an audit hook under every Python socket.

The signing library brings an HTTP client along; this hook makes sure that nothing in the process
can use one. It sees Python sockets only: Qt's own network module is kept out by a test. The driver
of a database server connects in C, where no hook sees it; only its look-up of the server's name
passes here. What it connects to is what the clinic has set up (docs/decisions/0013).
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_HOST_FIRST = frozenset({"socket.getaddrinfo", "socket.gethostbyname"})
_ADDRESS_SECOND = frozenset({"socket.connect", "socket.sendto", "socket.sendmsg"})
_LOCAL_NAMES = frozenset({"", "localhost", "localhost.localdomain", "ip6-localhost"})


_reached: ContextVar[tuple[frozenset[str], int] | None] = ContextVar("reached", default=None)
"""Hosts and port that this thread may reach for the moment."""


class NetworkForbidden(PermissionError):
    """Something in this process reached for an address that the clinic has not allowed."""

    def __init__(self, host: object) -> None:
        super().__init__(f"SDM Aid works offline: the connection to {host!r} was refused.")
        self.host = host


class _Guard:
    """What may be reached; one for the process, because an audit hook cannot be taken back."""

    def __init__(self) -> None:
        self.installed = False
        self.allowed: frozenset[str] = frozenset()

    def hook(self, event: str, arguments: tuple[object, ...]) -> None:
        """Refuse the event by raising NetworkForbidden, or let it pass by returning."""
        port: object = None
        if event in _HOST_FIRST:
            host = arguments[0]
            port = arguments[1] if len(arguments) > 1 else None
        elif event in _ADDRESS_SECOND:
            address = arguments[1]
            if address is None or isinstance(address, str | bytes):
                return  # an already connected socket, or a socket file of this machine
            host = address[0] if isinstance(address, tuple) and address else address
            port = address[1] if isinstance(address, tuple) and len(address) > 1 else None
        else:
            return
        if not self.permits(host, port):
            raise NetworkForbidden(host)

    def permits(self, host: object, port: object = None) -> bool:
        """Whether a name or a numeric address is this machine or is allowed; one at that port."""
        if host is None:
            return True
        if isinstance(host, bytes | bytearray):
            host = host.decode("ascii", "replace")
        if not isinstance(host, str):
            return False
        name = host.lower().rstrip(".")
        opened = _reached.get()
        if opened is not None and name in opened[0] and port == opened[1]:
            return True
        return name in _LOCAL_NAMES or name in self.allowed or _is_loopback(name)


_guard = _Guard()


def forbid_network(allowed: Iterable[str] = ()) -> None:
    """Refuse every connection and name look-up of this process, except this machine and `allowed`.

    `allowed` holds what the clinic itself has set up: numeric addresses, and names together with
    the numeric addresses they stand for (a name alone may be looked up, not connected to). The
    list of the last call holds. There is no way back: the hook stays until the process ends.
    """
    _guard.allowed = frozenset(host.lower().rstrip(".") for host in allowed)
    if not _guard.installed:
        sys.addaudithook(_guard.hook)
        _guard.installed = True


def allow(hosts: Iterable[str]) -> None:
    """Let this process reach further hosts that the clinic itself has named: its database server.

    Called with the address that the settings, the environment or a command line hold, before the
    first connection; with nothing else.
    """
    named = {host.lower().rstrip(".") for host in hosts}
    _guard.allowed |= named - {""}


@contextmanager
def reaching(hosts: Iterable[str], port: int) -> Iterator[None]:
    """Let this thread alone reach `hosts` at this one port, and only within the block.

    For the clinic's own time stamp server, whose address an administrator has set.
    """
    named = frozenset(host.lower().rstrip(".") for host in hosts)
    before = _reached.set((named - {""}, port))
    try:
        yield
    finally:
        _reached.reset(before)


def _is_loopback(name: str) -> bool:
    import ipaddress  # asked for at the first connection only: the first paint does not wait

    try:
        address = ipaddress.ip_address(name)
    except ValueError:
        return False
    mapped = getattr(address, "ipv4_mapped", None)
    return bool((mapped or address).is_loopback)
