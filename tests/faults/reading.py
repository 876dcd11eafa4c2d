"""Reads everything a record holds, so that two readings can be compared."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from sdm_aid.records import clinic, journal, papers, patients, search, users, visits
from sdm_aid.records.opening import open_for
from sdm_aid.records.place import Place
from sdm_aid.records.record import Record
from sdm_aid.records.rows import VisitRow
from sdm_aid.records.trouble import RecordTrouble
from tests.faults import script


class Reading(NamedTuple):
    """What was read by name, and what the program said was wrong."""

    values: dict[str, object]
    told: list[str]


def read_folder(folder: Path) -> Reading:
    """Open the record in ``folder`` and read all of it; a refusal is told, nothing is raised."""
    told: list[str] = []
    try:
        opened = open_for(Place(folder), script.FIRST.name, script.PASSPHRASE, script.now)
    except RecordTrouble as problem:
        return Reading({}, [f"{type(problem).__name__} on opening"])
    try:
        if opened.broken is not None:
            told.append("broken chain")
        if opened.cut is not None:
            told.append("TailCut")
        return Reading(_values(opened.record, told), told)
    finally:
        try:
            opened.record.close()
        except RecordTrouble as problem:
            told.append(f"{type(problem).__name__} on closing")


def _values(record: Record, told: list[str]) -> dict[str, object]:
    values: dict[str, object] = {}

    def take(name: str, read: object) -> None:
        assert callable(read)
        try:
            values[name] = read()
        except RecordTrouble as problem:
            told.append(type(problem).__name__)

    index = search.Index()
    try:
        index = search.load(record)
    except RecordTrouble as problem:
        told.append(f"{type(problem).__name__} in the list")
    told += ["damaged row"] * len(index.damaged)
    take("users", lambda: users.everyone(record))
    take("item", lambda: clinic.item(record, "seal"))
    take("chain", lambda: (journal.verify(record).entries, journal.verify(record).broken))
    for patient, row in index.patients.items():
        values[f"patient {patient}"] = row
        take(f"history {patient}", lambda p=patient: patients.history(record, p))
    for visit, listed in index.visits.items():
        values[f"listed {visit}"] = listed
        take(f"visit {visit}", lambda v=visit: visits.read(record, v))
        take(f"events {visit}", lambda v=visit: visits.visit_events(record, v))
        take(f"papers {visit}", lambda v=visit: _papers(record, v))
    return values


def _papers(record: Record, visit: str) -> list[papers.NewPaper]:
    return [papers.paper(record, each[0]) for each in papers.papers_of(record, visit)]


def wrong(original: Reading, now: Reading) -> list[str]:
    """What was shown as right and is not; empty: all is the same, or what is not was told.

    A shorter record is only right where it was told that entries are gone.
    """
    if now.told:
        if "TailCut" in now.told or "broken chain" in now.told:
            return [
                name for name, value in now.values.items()
                if name != "chain" and not _earlier(original.values.get(name), value)
            ]  # fmt: skip
        return [n for n, value in now.values.items() if original.values.get(n, value) != value]
    return sorted(
        name for name in {*original.values, *now.values}
        if original.values.get(name) != now.values.get(name)
    )  # fmt: skip


def _earlier(original: object, now: object) -> bool:
    """Whether ``now`` is ``original`` or how it stood some entries before."""
    if isinstance(original, visits.StoredVisit) and isinstance(now, visits.StoredVisit):
        begins = original.bodies[: len(now.bodies)] == now.bodies
        return begins and _earlier(original.row, now.row) and original.patient == now.patient
    if isinstance(original, VisitRow) and isinstance(now, VisitRow):
        return original.id == now.id and now.version <= original.version
    if isinstance(original, list) and isinstance(now, list):
        return original[: len(now)] == now
    return original == now
