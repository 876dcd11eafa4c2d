"""A copy of all data of a patient: complete, readable, whole or not at all, and written down."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from pathlib import Path

import pypdf
import pytest

from sdm_aid.application.record.patient_copy import give_copy
from sdm_aid.domain import actions as a
from sdm_aid.domain.follow_up import FollowUp
from sdm_aid.paths import resources_dir
from sdm_aid.records import filing, patients
from sdm_aid.records.rows import PatientRow
from sdm_aid.records.trouble import Missing, NotAllowed, RecordUnwritable
from tests.full_visit import spoken
from tests.kept_clinic import HANDOUT, NOW, PLAN, KeptClinic


def silent(_sentence: str) -> None:
    """Progress that nobody listens to."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the copy goes."""
    made = tmp_path / "copies"
    made.mkdir()
    return made


@pytest.fixture
def maria(clinic: KeptClinic) -> PatientRow:
    """A patient with a merged double, a signed visit, a look again, and a discarded draft."""
    maria = clinic.patient("Maria Rossi", date(1974, 5, 4), "10482")
    double = clinic.patient("Maria Rosi", date(1974, 5, 4))
    draft = clinic.visit(double, [a.PainRated(which="now", score=9)], title="Neck and arm pain")
    patients.merge(clinic.desk.record, maria.id, double.id)
    filing.discard(clinic.desk.record, draft, "begun by mistake")
    signed = clinic.signed(maria, list(spoken()))
    look = FollowUp(id="f" * 32, about=signed, at=NOW, who="Dr A. Okafor", pain_now=3, done=True)
    clinic.look_again(maria, signed, look)
    clinic.desk.refresh()
    return clinic.desk.index.patients[maria.id]


def test_the_copy_for_machines_holds_everything(
    clinic: KeptClinic, maria: PatientRow, folder: Path
) -> None:
    given = give_copy(clinic.desk.record, maria.id, folder, resources_dir(), silent)
    told = json.loads(given.data.read_text("utf-8"))
    assert told["form"] == "sdm-aid.patient-copy/1"
    assert told["patient"]["number"] == "10482"
    assert [row["name"] for row in told["doubles"]] == ["Maria Rosi"]
    kinds = [event["what"]["kind"] for event in told["history"]]
    assert kinds.count("patient_added") == 2
    assert {"patient_merged", "patient_merged_into"} <= set(kinds)
    by_status = {visit["listed"]["status"]: visit for visit in told["visits"]}
    assert set(by_status) == {"signed", "discarded", "done"}
    assert by_status["discarded"]["entries"][0]["what"] == {
        "kind": "pain_rated",
        "which": "now",
        "score": 9,
    }
    assert by_status["discarded"]["events"][0]["what"]["reason"] == "begun by mistake"
    assert by_status["signed"]["state"]["plan"]["goal"] == "walk 20 minutes to work"
    assert by_status["done"]["begun"]["what"]["value"]["pain_now"] == 3
    papers = by_status["signed"]["papers"]
    assert {paper["sha256"] for paper in papers} == {
        hashlib.sha256(data).hexdigest() for data in (PLAN, HANDOUT)
    }
    assert {(folder / paper["file"]).read_bytes() for paper in papers} == {PLAN, HANDOUT}


def test_the_copy_to_read_says_it_in_plain_words(
    clinic: KeptClinic, maria: PatientRow, folder: Path
) -> None:
    given = give_copy(clinic.desk.record, maria.id, folder, resources_dir(), silent)
    pdf = pypdf.PdfReader(given.paper)
    assert pdf.root_object["/StructTreeRoot"] is not None
    text = "".join("".join(page.extract_text().split()) for page in pdf.pages)
    for words in (
        "A copy of all your data",
        "Maria Rossi",
        "Pain now: 9",
        "begun by mistake",
        "Look again: Nerve pain",
        "Pain now: 3",
        "walk 20 minutes to work",
        given.data.name,
        hashlib.sha256(PLAN).hexdigest()[:20],
    ):
        assert "".join(words.split()) in text, words


def test_no_name_stands_in_a_file_name_and_a_second_copy_overwrites_nothing(
    clinic: KeptClinic, maria: PatientRow, folder: Path
) -> None:
    first = give_copy(clinic.desk.record, maria.id, folder, resources_dir(), silent)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert len(before) == 2 + len(first.papers)
    assert all("rossi" not in name.casefold() and "10482" not in name for name in before)
    second = give_copy(clinic.desk.record, maria.id, folder, resources_dir(), silent)
    assert second.paper.name not in before
    assert {name: (folder / name).read_bytes() for name in before} == before


def test_that_a_copy_was_given_is_written_down(
    clinic: KeptClinic, maria: PatientRow, folder: Path
) -> None:
    give_copy(clinic.desk.record, maria.id, folder, resources_dir(), silent)
    last = patients.history(clinic.desk.record, maria.id)[-1]
    assert last.what == {"kind": "copy_given", "files": 4}
    assert last.who == "Dr A. Okafor"


def test_a_folder_that_is_not_there_leaves_no_file_and_no_line(
    clinic: KeptClinic, maria: PatientRow, folder: Path
) -> None:
    before = len(patients.history(clinic.desk.record, maria.id))
    with pytest.raises(OSError):  # noqa: PT011  (any of them; the screen says one sentence)
        give_copy(clinic.desk.record, maria.id, folder / "gone", resources_dir(), silent)
    assert len(patients.history(clinic.desk.record, maria.id)) == before
    assert list(folder.iterdir()) == []


def test_a_folder_that_takes_no_file_is_said_as_such_and_nothing_stays(
    clinic: KeptClinic, maria: PatientRow, folder: Path
) -> None:
    before = len(patients.history(clinic.desk.record, maria.id))
    first = f"patient-copy-{NOW.astimezone():%Y-%m-%d-%H%M}.pdf"
    (folder / f".{first}.part").mkdir()  # in the way of the last file
    with pytest.raises(IsADirectoryError):
        give_copy(clinic.desk.record, maria.id, folder, resources_dir(), silent)
    assert [path.name for path in folder.iterdir()] == [f".{first}.part"]
    assert len(patients.history(clinic.desk.record, maria.id)) == before


def test_where_the_line_cannot_be_written_no_file_stays(
    clinic: KeptClinic, maria: PatientRow, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sdm_aid.records.record import Writing

    def full(_work: Writing) -> None:
        raise OSError("no room")

    monkeypatch.setattr(Writing, "close", full)
    with pytest.raises(RecordUnwritable):
        give_copy(clinic.desk.record, maria.id, folder, resources_dir(), silent)
    assert list(folder.iterdir()) == []


def test_a_reader_gives_no_copy(clinic: KeptClinic, maria: PatientRow, folder: Path) -> None:
    desk = clinic.as_user("Ben Reader", "reader")
    with pytest.raises(NotAllowed):
        give_copy(desk.record, maria.id, folder, resources_dir(), silent)
    assert list(folder.iterdir()) == []


def test_of_an_erased_patient_there_is_nothing_to_copy(
    clinic: KeptClinic, maria: PatientRow, folder: Path
) -> None:
    from sdm_aid.records.erasure import erase

    erase(clinic.desk.record, maria.id, "asked for")
    with pytest.raises(Missing):
        give_copy(clinic.desk.record, maria.id, folder, resources_dir(), silent)
    assert list(folder.iterdir()) == []


def test_letters_we_cannot_print_are_told_at_the_top_and_stand_in_the_data_as_typed(
    clinic: KeptClinic, folder: Path
) -> None:
    wang = clinic.patient("王小明", date(1974, 5, 4))
    given = give_copy(clinic.desk.record, wang.id, folder, resources_dir(), silent)
    words = " ".join(pypdf.PdfReader(given.paper).pages[0].extract_text().split())
    assert "stand in brackets in their place; as typed they are in " + given.data.name in words
    assert "[Chinese characters U+738B U+5C0F U+660E]" in words
    assert json.loads(given.data.read_text("utf-8"))["patient"]["name"] == "王小明"
