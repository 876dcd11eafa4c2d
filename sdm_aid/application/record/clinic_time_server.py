"""The clinic's own time stamp server, in its record: where it is and whose certificate it has.

An administrator sets it; the program is otherwise offline (``application.time_server``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sdm_aid.application.clinic_key import TIME_SERVER_FILE
from sdm_aid.application.time_server import TimeServer, place_of
from sdm_aid.application.whole_file import save
from sdm_aid.documents.seal import keys
from sdm_aid.records import clinic

if TYPE_CHECKING:
    from pathlib import Path

    from sdm_aid.records.record import Record

ITEM = "time_server"
"""The name of the clinic item that holds it."""
_LONGEST = 500


def time_server(record: Record) -> TimeServer | None:
    """The server that plans are stamped by; None: the times are by each computer's clock."""
    found = _found(record)
    return TimeServer(found["address"], found["certificates"]) if found["address"] else None


def set_time_server(record: Record, server: TimeServer) -> None:
    """Stamp plans by this server from now on; it is tried first.

    Raises:
        NotAllowed: only an administrator.
        sdm_aid.documents.seal.keys.NotACertificate: nothing that the server's stamps are known by.
        sdm_aid.application.time_server.TimeServerProblem,
        sdm_aid.documents.seal.timestamp.StampProblem: what was wrong at the trial.
    """
    record.may("administrator")
    place_of(server.address)
    try_it(record, server)
    _keep(record, server.address.strip()[:_LONGEST], server.certificates)


def drop_time_server(record: Record) -> None:
    """Back to each computer's clock; stamps made before are still believed.

    Raises:
        NotAllowed: only an administrator.
    """
    record.may("administrator")
    _keep(record, "", "")


def try_it(record: Record, server: TimeServer) -> None:
    """One stamp over random bytes; raises what :func:`set_time_server` names."""
    from sdm_aid.documents.seal.timestamp import ClinicStamper

    known = keys.certificates_in(server.certificates.encode())
    ClinicStamper(server.ask, known, record.clock()).trial()


def believe_here(record: Record, home: Path) -> None:
    """Write the certificates where ``verify`` looks for them on this computer.

    Raises:
        OSError: the folder cannot be written.
    """
    found = _found(record)
    data = "".join([found["certificates"], *found["former"]]).encode("ascii")
    path = home / TIME_SERVER_FILE
    there = path.read_bytes() if path.is_file() else b""
    if data and data != there:
        home.mkdir(parents=True, exist_ok=True)
        save(path, data)


def _found(record: Record) -> dict[str, Any]:
    """What is kept; what is missing or of another form is as at first."""
    found: Any = clinic.item(record, ITEM)
    usual: dict[str, Any] = {"address": "", "certificates": "", "former": []}
    if not isinstance(found, dict):
        return usual
    texts = {name: found.get(name) for name in ("address", "certificates")}
    former = found.get("former")
    if not all(isinstance(each, str) for each in texts.values()) or not isinstance(former, list):
        return usual
    return {**texts, "former": [each for each in former if isinstance(each, str)]}


def _keep(record: Record, address: str, certificates: str) -> None:
    before = _found(record)
    former = [each for each in (before["certificates"], *before["former"]) if each]
    value = {
        "address": address,
        "certificates": certificates,
        "former": [each for each in dict.fromkeys(former) if each != certificates],
    }
    event = {"kind": "time_server_set", "from": before["address"], "to": address}
    clinic.put_item(record, ITEM, value, event)
