"""The stored papers of a signed visit, byte for byte, and noted."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from sdm_aid.application.record.handing_out import hand_out, kept_papers
from sdm_aid.records import visits
from sdm_aid.records.trouble import NotAllowed, ServerUnreachable
from tests.kept_clinic import HANDOUT, PLAN, KeptClinic


@pytest.fixture
def signed(clinic: KeptClinic) -> str:
    """A signed visit with its plan and its handout."""
    return clinic.signed(clinic.patient("Maria Rossi", number="10482"))


def test_papers_come_out_as_they_were_sealed(
    clinic: KeptClinic, signed: str, tmp_path: Path
) -> None:
    plan, handout = kept_papers(clinic.desk.record, signed)
    assert (plan.kind, handout.kind) == ("plan", "handout")
    for paper, data in ((plan, PLAN), (handout, HANDOUT)):
        path = tmp_path / paper.name
        hand_out(clinic.desk.record, signed, paper.id, path)
        assert path.read_bytes() == data
    events = [event.what for event in visits.visit_events(clinic.desk.record, signed)]
    assert [(one["kind"], one["paper"]) for one in events] == [
        ("paper_given", "plan"),
        ("paper_given", "handout"),
    ]
    assert events[0]["sha256"] == hashlib.sha256(PLAN).hexdigest()


def test_where_nothing_can_be_saved_nothing_is_noted(
    clinic: KeptClinic, signed: str, tmp_path: Path
) -> None:
    plan = kept_papers(clinic.desk.record, signed)[0]
    with pytest.raises(OSError):  # noqa: PT011  (any of them; the screen says one sentence)
        hand_out(clinic.desk.record, signed, plan.id, tmp_path / "gone" / "plan.pdf")
    assert visits.visit_events(clinic.desk.record, signed) == []


def test_where_the_line_cannot_be_written_no_file_stays(
    clinic: KeptClinic, signed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*_given: object) -> None:
        raise ServerUnreachable("gone")

    plan = kept_papers(clinic.desk.record, signed)[0]
    monkeypatch.setattr(visits, "note", gone)
    with pytest.raises(ServerUnreachable):
        hand_out(clinic.desk.record, signed, plan.id, tmp_path / "plan.pdf")
    assert list(tmp_path.glob("*.pdf")) == []


def test_a_reader_hands_out_nothing(clinic: KeptClinic, signed: str, tmp_path: Path) -> None:
    desk = clinic.as_user("Ben Reader", "reader")
    plan = kept_papers(desk.record, signed)[0]
    with pytest.raises(NotAllowed):
        hand_out(desk.record, signed, plan.id, tmp_path / "plan.pdf")
    assert not (tmp_path / "plan.pdf").exists()
