"""Records kept long enough are proposed, and nothing more than that."""

from __future__ import annotations

from datetime import timedelta

import pytest

from sdm_aid.application.record import retention
from sdm_aid.records import patients, visits
from sdm_aid.records.trouble import NotAllowed
from tests.kept_clinic import NOW, KeptClinic

TODAY = NOW.date()


def proposed(clinic: KeptClinic, after: int) -> list[str]:
    """The names proposed after so many years."""
    found = retention.kept_long(
        clinic.desk.record, retention.candidates(clinic.desk.index), after, TODAY
    )
    return [one.patient.name for one in found]


def years_ago(clinic: KeptClinic, years: float, name: str, *, visit: bool = True) -> str:
    """Somebody whose record ends that long ago; the visit's id."""
    clinic.now = NOW - timedelta(days=365.25 * years)
    row = clinic.patient(name)
    made = clinic.visit(row) if visit else ""
    clinic.now = NOW
    return made


def test_those_without_an_entry_for_so_long_are_proposed_oldest_first(clinic: KeptClinic) -> None:
    years_ago(clinic, 11, "Eleven")
    years_ago(clinic, 25, "Twenty-five")
    years_ago(clinic, 12, "Twelve, no visit", visit=False)
    years_ago(clinic, 3, "Three")
    assert proposed(clinic, 10) == ["Twenty-five", "Twelve, no visit", "Eleven"]
    assert proposed(clinic, 20) == ["Twenty-five"]
    assert proposed(clinic, 30) == []


def test_any_entry_since_keeps_a_record_off_the_list(clinic: KeptClinic) -> None:
    opened = years_ago(clinic, 15, "Opened since")
    years_ago(clinic, 15, "Corrected since")
    years_ago(clinic, 15, "Untouched")
    visits.note(clinic.desk.record, opened, {"kind": "opened"})
    row = next(r for r in clinic.desk.index.patients.values() if r.name == "Corrected since")
    patients.correct(clinic.desk.record, row, patients.details_of(row), "checked")
    clinic.desk.refresh()
    assert proposed(clinic, 10) == ["Untouched"]


def test_nobody_is_erased_by_being_proposed(clinic: KeptClinic) -> None:
    years_ago(clinic, 15, "Untouched")
    before = clinic.desk.record.head()
    assert proposed(clinic, 10) == ["Untouched"]
    assert clinic.desk.record.head() == before


def test_the_erased_and_the_merged_are_not_proposed(clinic: KeptClinic) -> None:
    from sdm_aid.records.erasure import erase

    for name in ("Erased", "Kept", "Double"):
        years_ago(clinic, 15, name)
    rows = {row.name: row for row in clinic.desk.index.patients.values()}
    clinic.now = NOW - timedelta(days=365 * 14)
    patients.merge(clinic.desk.record, rows["Kept"].id, rows["Double"].id)
    clinic.now = NOW
    erase(clinic.desk.record, rows["Erased"].id, "asked for")
    clinic.desk.refresh()
    assert proposed(clinic, 10) == ["Kept"]


def test_the_years_are_kept_with_the_clinic(clinic: KeptClinic) -> None:
    assert retention.years(clinic.desk.record) is None
    retention.set_years(clinic.desk.record, 10)
    assert retention.years(clinic.desk.record) == 10
    retention.set_years(clinic.desk.record, None)
    assert retention.years(clinic.desk.record) is None


def test_only_an_administrator_sets_them_and_only_within_reason(clinic: KeptClinic) -> None:
    with pytest.raises(ValueError, match="range"):
        retention.set_years(clinic.desk.record, 0)
    desk = clinic.as_user("Ben", "clinician")
    with pytest.raises(NotAllowed):
        retention.set_years(desk.record, 10)
