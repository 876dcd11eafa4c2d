"""Rows of the list in memory, kept small: one string of bytes each, made a row when asked for.

A hundred thousand visits as tuples of strings take three times the memory, and each collection of
garbage would walk over all of them.
"""

from __future__ import annotations

import marshal  # quicker than JSON; what it wrote never leaves this process
from collections.abc import Callable, Iterator, Mapping
from typing import Generic, TypeVar

from sdm_aid.records.rows import PatientRow, VisitHead, VisitRow

_Row = TypeVar("_Row")


class Listed(Mapping[str, _Row], Generic[_Row]):
    """Rows by id. Reading one takes about a microsecond; each time it is a new value."""

    def __init__(self, packed: Callable[[_Row], bytes], made: Callable[[str, bytes], _Row]) -> None:
        self._packed, self._made = packed, made
        self._kept: dict[str, bytes] = {}

    def __getitem__(self, identity: str) -> _Row:
        return self._made(identity, self._kept[identity])

    def __iter__(self) -> Iterator[str]:
        return iter(self._kept)

    def __len__(self) -> int:
        return len(self._kept)

    def __contains__(self, identity: object) -> bool:
        return identity in self._kept

    def put(self, identity: str, row: _Row) -> None:
        """Keep a row, in the place of the one before."""
        self._kept[identity] = self._packed(row)


def listed_patients() -> Listed[PatientRow]:
    """No patients yet."""
    return Listed(
        lambda row: marshal.dumps(tuple(row)[1:], 2),
        lambda identity, packed: PatientRow(identity, *marshal.loads(packed)),
    )


def listed_visits() -> Listed[VisitRow]:
    """No visits yet."""
    return Listed(_packed_visit, _made_visit)


def _packed_visit(row: VisitRow) -> bytes:
    return marshal.dumps((row.kind, row.patient, row.version, *row.head), 2)


def _made_visit(identity: str, packed: bytes) -> VisitRow:
    kind, patient, version, *head = marshal.loads(packed)
    return VisitRow(identity, kind, patient, VisitHead(*head), version)
