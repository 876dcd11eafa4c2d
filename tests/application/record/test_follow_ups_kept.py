"""Look-agains in the record: begun by the first answer, gone on with, exported without names."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from sdm_aid.application.record.follow_up_export import export_follow_ups
from sdm_aid.application.record.follow_ups import FollowUpKeeper, KeptLook, look_back
from sdm_aid.application.record.kept_visits import read_kept
from sdm_aid.application.record.resuming import newer_version
from sdm_aid.paths import resources_dir
from sdm_aid.records import journal, visits
from sdm_aid.records.rows import VisitHead
from sdm_aid.records.trouble import DamagedRecord
from tests.kept_clinic import KeptClinic


@pytest.fixture
def clinic(tmp_path: Path) -> Iterator[KeptClinic]:
    made = KeptClinic(tmp_path)
    yield made
    made.desk.close()


@pytest.fixture
def signed(clinic: KeptClinic) -> str:
    patient = clinic.patient("Maria Rossi", number="10482")
    return clinic.signed(patient, ago=timedelta(days=60))


def _said(look: KeptLook, clinic: KeptClinic, *changes: dict[str, object]) -> None:
    keeper = FollowUpKeeper(look, clinic.desk.record, lambda _kind, _news: None)
    now = look.back.begin()
    for change in changes:
        now = now.evolve(**change)
        keeper.take(now)
    assert keeper.close()


def test_nothing_is_begun_before_the_first_answer(clinic: KeptClinic, signed: str) -> None:
    look = look_back(clinic.desk, signed, resources_dir())
    _said(look, clinic)
    assert look_back(clinic.desk, signed, resources_dir()).kept == -1


def test_it_goes_on_where_it_was_left(clinic: KeptClinic, signed: str) -> None:
    look = look_back(clinic.desk, signed, resources_dir())
    _said(look, clinic, {"pain_average": 4}, {"goal": "partly"})
    again = look_back(clinic.desk, signed, resources_dir())
    assert again.back.going_on is not None
    assert again.back.going_on.pain_average == 4
    assert again.back.going_on.goal == "partly"
    _said(again, clinic, {"pgic": "much_improved", "done": True})
    after = look_back(clinic.desk, signed, resources_dir())
    assert after.kept == -1, "the next one is a new one"
    assert [one.pgic for one in after.back.earlier] == ["much_improved"]
    assert journal.verify(clinic.desk.record).miscounted == ()


def test_another_visit_that_is_damaged_does_not_stand_in_the_way(
    clinic: KeptClinic, signed: str
) -> None:
    row = clinic.desk.index.patients[clinic.desk.index.visits[signed].patient]
    head = VisitHead("sciatica", "Leg pain", started=clinic.now.isoformat())
    visits.begin(clinic.desk.record, "c" * 32, "visit", row, b"{}", head)
    with pytest.raises(DamagedRecord):
        read_kept(clinic.desk, "c" * 32)
    assert look_back(clinic.desk, signed, resources_dir()).back.visits == ()


def test_a_new_version_names_the_plan_it_follows(clinic: KeptClinic, signed: str) -> None:
    look = look_back(clinic.desk, signed, resources_dir())
    answered = look.back.begin().evolve(pain_average=3)
    opened = newer_version(clinic.desk, look, answered, Path("nowhere"))
    follows = opened.session.state.follows
    assert follows is not None
    assert follows.visit_id == signed
    assert follows.sha256 == look.plan_sha256 != ""
    assert opened.session.state.you.pain_average == 3


def test_the_table_for_audit_bears_no_name(clinic: KeptClinic, signed: str, tmp_path: Path) -> None:
    look = look_back(clinic.desk, signed, resources_dir())
    _said(look, clinic, {"pain_average": 4, "notes": "Maria Rossi says"}, {"done": True})
    path = tmp_path / "audit.csv"
    assert export_follow_ups(clinic.desk, path) == 1
    text = path.read_text("utf-8-sig")
    for secret in ("Rossi", "Maria", "10482", signed):
        assert secret not in text
    (line,) = csv.DictReader(io.StringIO(text))
    assert "4" in line.values()
    assert export_follow_ups(clinic.desk, path) == 1
    assert path.read_text("utf-8-sig") == text, "the pseudonym does not change"
