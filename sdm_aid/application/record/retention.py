"""Proposing patients whose records have been kept long enough; nothing is erased here."""

from __future__ import annotations

from datetime import date, datetime
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


def candidates(index: Index, after: int, today: date) -> tuple[tuple[PatientRow, int], ...]:
    """Patients without a visit touched since, as the list knows; :func:`kept_long` looks closer."""
    limit = _before(today, after).isoformat()
    found = []
    for row in index.patients.values():
        if row.erased or row.under:
            continue
        heads = [index.visits[visit].head for visit in index.of.get(row.id, ())]
        last = max((max(h.started, h.last_at, h.sealed)[:10] for h in heads), default="")
        if last < limit:
            found.append((row, len(heads)))
    return tuple(found)


def kept_long(
    record: Record, among: Iterable[tuple[PatientRow, int]], after: int, today: date
) -> tuple[KeptLong, ...]:
    """Those whose last entry of any kind is older than ``after`` years, oldest first.

    Reads the journal of each; runs off the GUI thread. One that is damaged is left out: it cannot
    be known how old it is.
    """
    limit, found = _before(today, after), []
    for row, count in among:
        try:
            last = last_entry(record, row.id).astimezone().date()
        except (DamagedRecord, Missing):
            continue
        if last < limit:
            found.append(KeptLong(row, last, count))
    return tuple(sorted(found, key=lambda one: (one.last, one.patient.id)))


def last_entry(record: Record, patient: str) -> datetime:
    """When the last entry about a patient was made, of any kind.

    Raises:
        Missing, DamagedRecord.
    """
    moments = [event.at for event in patients.history(record, patient)]
    for visit in filing.filed_under(record, patient):
        head = visits.read(record, visit).row.head
        said = (head.started, head.last_at, head.sealed)
        moments += [datetime.fromisoformat(iso) for iso in said if iso]
        moments += [event.at for event in visits.visit_events(record, visit)]
    if not moments:
        raise Missing(patient)
    return max(moments)


def _before(today: date, years_back: int) -> date:
    try:
        return today.replace(year=today.year - years_back)
    except ValueError:  # 29 February
        return today.replace(year=today.year - years_back, day=28)
