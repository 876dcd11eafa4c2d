"""Proposing patients whose records have been kept long enough; nothing is erased here."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from sdm_aid.records import clinic, filing, patients, visits
from sdm_aid.records.trouble import DamagedRecord, Missing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sdm_aid.records.record import Record
    from sdm_aid.records.rows import PatientRow
    from sdm_aid.records.search import Index

ITEM = "retention"
"""The clinic's setting: ``{"years": n}``; not there: nothing is proposed."""
LEAST_YEARS, MOST_YEARS = 1, 100


LOOKED_AT = 200
"""The oldest this many are looked at closely; the others are proposed once these are done."""


class Candidate(NamedTuple):
    """A patient as the list in memory knows them. ``last``: ISO date, empty without visits."""

    patient: PatientRow
    visits: int
    last: str


class KeptLong(NamedTuple):
    """A patient whose last entry is older than the set years."""

    patient: PatientRow
    last: date
    visits: int


def years(record: Record) -> int | None:
    """After how many years erasure is proposed; None: never."""
    found = clinic.item(record, ITEM)
    return int(found["years"]) if found and found.get("years") else None


def set_years(record: Record, after: int | None) -> None:
    """Set after how many years erasure is proposed; None: never.

    Raises:
        NotAllowed: only an administrator.
        ValueError: not between :data:`LEAST_YEARS` and :data:`MOST_YEARS`.
    """
    record.may("administrator")
    if after is not None and not LEAST_YEARS <= after <= MOST_YEARS:
        raise ValueError("out of range")
    event = {"kind": "retention_set", "years": after}
    clinic.put_item(record, ITEM, {"years": after}, event)


def candidates(index: Index) -> tuple[Candidate, ...]:
    """All patients by the last visit that the list knows, oldest first; on the GUI thread."""
    found = []
    for row in index.patients.values():
        if not row.erased and not row.under:
            heads = [index.visits[visit].head for visit in index.of.get(row.id, ())]
            last = max((max(h.started, h.last_at, h.sealed)[:10] for h in heads), default="")
            found.append(Candidate(row, len(heads), last))
    return tuple(sorted(found, key=lambda one: one.last))


def kept_long(
    record: Record, among: Iterable[Candidate], after: int, today: date
) -> tuple[KeptLong, ...]:
    """Those whose last entry of any kind is older than ``after`` years, oldest first.

    Reads the journals of the oldest :data:`LOOKED_AT`; runs off the GUI thread. One that is
    damaged is left out: it cannot be known how old it is.
    """
    limit, found = _before(today, after), []
    older = [one for one in among if one.last < limit.isoformat()]
    for one in older[:LOOKED_AT]:
        try:
            last = last_entry(record, one)
        except (DamagedRecord, Missing):
            continue
        if last < limit:
            found.append(KeptLong(one.patient, last, one.visits))
    return tuple(sorted(found, key=lambda one: (one.last, one.patient.id)))


def last_entry(record: Record, one: Candidate) -> date:
    """When the last entry about a patient was made, of any kind: opening a visit is one too.

    Raises:
        Missing, DamagedRecord.
    """
    days = [event.at.astimezone().date() for event in patients.history(record, one.patient.id)]
    for visit in filing.filed_under(record, one.patient.id):
        days += [event.at.astimezone().date() for event in visits.visit_events(record, visit)]
    if one.last:
        days.append(date.fromisoformat(one.last))
    if not days:
        raise Missing(one.patient.id)
    return max(days)


def _before(today: date, years_back: int) -> date:
    try:
        return today.replace(year=today.year - years_back)
    except ValueError:  # 29 February
        return today.replace(year=today.year - years_back, day=28)
