"""The evidence files a decision names, read into one shelf by id, with where each record stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from sdm_aid.content.build import build, label
from sdm_aid.content.problem import ProblemLog
from sdm_aid.content.toml_file import UnreadableFile, is_name, read_toml
from sdm_aid.domain.evidence import Estimate, Fact, Position, Source

RecordKind = Literal["source", "estimate", "fact", "position"]
Record = Source | Estimate | Fact | Position
NEEDS = "needs"
"""Key of an evidence file: other evidence files that hold its sources or conflicting figures."""
MODELS: dict[RecordKind, type[Record]] = {
    "source": Source,
    "estimate": Estimate,
    "fact": Fact,
    "position": Position,
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record was read: file, field and topic (the evidence file's name)."""

    file: str
    field: str
    topic: str


@dataclass(slots=True)
class Shelf:
    """Evidence by kind and id.

    ``broken`` holds ids that exist but could not be read, so that one fault is not told twice.
    """

    records: dict[tuple[RecordKind, str], Record] = field(default_factory=dict)
    places: dict[tuple[RecordKind, str], Place] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    unread: bool = False
    """A whole file could not be read: what is missing may stand in it."""

    def kinds_of(self, name: str) -> tuple[RecordKind, ...]:
        """Under which kinds this id is known."""
        return tuple(kind for kind in MODELS if (kind, name) in self.records)

    def missing(self, kind: RecordKind, name: str) -> bool:
        """True where the id is truly unknown, not merely unreadable."""
        return not ((kind, name) in self.records or name in self.broken or self.unread)

    def estimate(self, name: str) -> Estimate | None:
        """The estimate with this id."""
        record = self.records.get(("estimate", name))
        return record if isinstance(record, Estimate) else None


def read_shelf(resources: Path, topics: Iterable[str], log: ProblemLog) -> Shelf:
    """Every record of the named evidence files and of those they need; faults go into ``log``."""
    shelf = Shelf()
    waiting = list(topics)
    read: set[str] = set()
    for topic in waiting:  # grows while it is read: a file names what it needs
        if topic in read:
            continue
        read.add(topic)
        file = f"evidence/{topic}.toml"
        try:
            table = read_toml(resources, file)
        except UnreadableFile as error:
            log.found.append(error.problem)
            shelf.unread = True
            continue
        waiting += _needs(table.pop(NEEDS, []), file, log)
        _read_file(table, topic, file, shelf, log)
    return shelf


def _needs(names: Any, file: str, log: ProblemLog) -> list[str]:
    """The other evidence files that this one draws sources or conflicting figures from."""
    if isinstance(names, list) and all(isinstance(n, str) and is_name(n) for n in names):
        return names
    log.add(file, NEEDS, "this is not a list of evidence files", f'Write {NEEDS} = ["opioids"]')
    return []


def _read_file(
    table: Mapping[str, Any], topic: str, file: str, shelf: Shelf, log: ProblemLog
) -> None:
    known: dict[str, RecordKind] = {kind: kind for kind in MODELS}
    for name, entries in table.items():
        if name not in known:
            remedy = "Use [[source]], [[estimate]], [[fact]] or [[position]]"
            log.add(file, name, "there is no such table", remedy)
        elif not isinstance(entries, list):
            log.add(file, name, "this is not a list of tables", f"Write [[{name}]]")
        else:
            for number, data in enumerate(entries, start=1):
                where = f"{name}[{number}]{label(data)}"
                _shelve(known[name], data, Place(file, where, topic), shelf, log)


def _shelve(kind: RecordKind, data: Any, place: Place, shelf: Shelf, log: ProblemLog) -> None:
    record = build(MODELS[kind], data, place.file, log, place.field)
    if record is None:
        if isinstance(data, dict):
            shelf.broken.add(str(data.get("id")))
        return
    # Estimates, facts and positions share one name space: their prose lies under evidence.<id>.
    kinds: tuple[RecordKind, ...] = (
        ("source",) if kind == "source" else ("estimate", "fact", "position")
    )
    first = next(
        (shelf.places[k, record.id] for k in kinds if (k, record.id) in shelf.places), None
    )
    if first is not None:
        what = f"the id is used twice (first in {first.file}, {first.field})"
        log.add(place.file, place.field, what, "Give each its own id")
        return
    shelf.records[kind, record.id] = record
    shelf.places[kind, record.id] = place
