"""The database server of a clinic with several rooms: address, connections, troubles."""

from __future__ import annotations

import os
from typing import Any

import sqlalchemy
from sqlalchemy import Engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from sdm_aid.i18n import _
from sdm_aid.offline import allow
from sdm_aid.records.trouble import (
    DamagedRecord,
    RecordInUse,
    RecordTrouble,
    RecordUnwritable,
    ServerUnprotected,
    ServerUnreachable,
)

WAIT_MS = 5_000
"""How long one writer waits for another before it says that the record is in use."""
CONNECT_S = 5
_STATEMENT_MS = 120_000

_LOCAL = frozenset({"", "localhost", "127.0.0.1", "::1"})
_KNOWN = frozenset({
    "host", "hostaddr", "port", "sslmode", "sslrootcert", "sslcert", "sslkey", "sslcrl",
    "sslcrldir", "sslnegotiation", "ssl_min_protocol_version", "channel_binding", "require_auth",
    "target_session_attrs", "passfile",
})  # fmt: skip
"""What may stand behind the question mark. ``service`` may not: a file elsewhere would say where
the record goes and how."""


def server(address: str) -> Engine:
    """The engine of a database server.

    Within ``Record.reading`` a connection sees one state and can write nothing.

    Raises:
        ServerUnprotected: the address leaves this machine without TLS that checks the server.
        ServerUnreachable: the address cannot be read.
    """
    from sdm_aid.records.answering import ANSWER_S, Answering

    url = checked_address(address)
    allow(hosts_of(url))  # the driver looks names up through Python
    engine = sqlalchemy.create_engine(
        url,
        pool_size=4,
        pool_pre_ping=True,
        hide_parameters=True,
        connect_args={
            "connect_timeout": CONNECT_S,
            "application_name": "sdm-aid",
            "prepare_threshold": None,  # a roll-back would drop them anyway, at one more journey
            "options": f"-c lock_timeout={WAIT_MS} -c statement_timeout={_STATEMENT_MS}",
            "keepalives_idle": 20,
            "keepalives_interval": 5,
            "keepalives_count": 3,
            "tcp_user_timeout": int(ANSWER_S * 1000),
        },
    )

    @event.listens_for(engine, "do_connect")
    def _connect(_dialect: Any, _record: Any, given: Any, named: dict[str, Any]) -> Any:
        return Answering.connect(*given, **named)

    @event.listens_for(engine, "set_connection_execution_options")
    def _one_state(_connection: Any, options: dict[str, Any]) -> None:
        if options.get("reading"):
            options.update(isolation_level="REPEATABLE READ", postgresql_readonly=True)

    return engine


def checked_address(address: str) -> URL:
    """The address as SQLAlchemy reads it; TLS with a checked server unless it is this machine.

    What decides is where the packets go: ``hostaddr``, every host of a list, and what libpq would
    take from the environment count.

    Raises:
        ServerUnprotected, ServerUnreachable.
    """
    try:
        url = make_url(address.strip())
    except (ArgumentError, ValueError) as problem:
        raise ServerUnreachable("address") from problem
    if url.get_backend_name() not in ("postgresql", "postgres") or set(url.query) - _KNOWN:
        raise ServerUnreachable("address")
    # named, so that libpq does not take it from PGHOSTADDR
    url = url.set(drivername="postgresql+psycopg").update_query_dict(
        {"hostaddr": ",".join(_listed(url, "hostaddr"))}
    )
    if all(map(_is_local, hosts_of(url))):
        return url
    mode = url.query.get("sslmode", "verify-full")
    if mode != "verify-full":
        raise ServerUnprotected(str(mode))
    return url.update_query_dict({"sslmode": "verify-full", "gssencmode": "disable"})


def hosts_of(url: URL) -> tuple[str, ...]:
    """Every name and numeric address that a connection may go to; empty: this machine's socket."""
    named = _listed(url, "host") or ([url.host] if url.host else [])
    if not named:
        named = os.environ.get("PGHOST", os.environ.get("PGSERVICE", "")).split(",")
    return tuple(each.strip().lower() for each in (*named, *_listed(url, "hostaddr")))


def shown(address: str | URL) -> str:
    """The address as a sentence can name it: without a password and what was added to it."""
    try:
        url = make_url(address.strip() if isinstance(address, str) else address)
    except (ArgumentError, ValueError):
        return ""
    asked = {name: value for name, value in url.query.items() if value and name != "gssencmode"}
    bare = URL.create("postgresql", url.username, None, url.host, url.port, url.database, asked)
    return bare.render_as_string(hide_password=False)


def server_trouble(problem: BaseException, where: str) -> RecordTrouble:
    """What an error of the driver means; told by its code, as servers speak many languages."""
    code = str(getattr(problem, "sqlstate", None) or "")
    if code == "P0001" and "append-only" in str(problem):
        return DamagedRecord("append-only journal")
    if code in ("55P03", "40P01", "40001"):  # waited too long for another room, or for each other
        return RecordInUse(where)
    if code in ("53100", "25006", "42501"):  # full, a standby, no right to
        return RecordUnwritable(full=code == "53100", where=where)
    if code[:2] in ("22", "23", "42", "XX"):
        return DamagedRecord(where)
    if code == "57014":  # statement_timeout
        return ServerUnreachable(_("it took too long"))
    first = str(problem).strip().splitlines()[:1]
    return ServerUnreachable(first[0] if first else type(problem).__name__)


def _is_local(host: str) -> bool:
    return host in _LOCAL or host.startswith("/")


def _listed(url: URL, name: str) -> list[str]:
    value = url.query.get(name, "")
    parts = [value] if isinstance(value, str) else list(value)
    return [each for part in parts for each in part.split(",") if each]
