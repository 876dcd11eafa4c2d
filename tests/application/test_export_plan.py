"""Writing a visit to paper: what is written, under which names, and what stops it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from errno import ENOSPC
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from sdm_aid.application.clinic_key import make_key, trusted_here
from sdm_aid.application.export_plan import ExportRequest, default_stem, export, plan_bytes
from sdm_aid.application.visit_file import from_json
from sdm_aid.documents.pdf.render import UnprintableText
from sdm_aid.documents.seal.keys import ClinicKey
from sdm_aid.documents.seal.verdict import Reason, Status
from sdm_aid.documents.seal.verify import verify
from sdm_aid.domain.journal import Journal
from sdm_aid.domain.refusal import Refused
from tests.domain.visits import NOON
from tests.ui.pages.real_content import the_content
from tests.ui.pages.signed import a_signed_visit


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def key(home: Path) -> ClinicKey:
    return make_key(home, "Riverside Pain Clinic", "copper lantern field", NOON)


@pytest.fixture
def request_for(key: ClinicKey, tmp_path: Path) -> ExportRequest:
    state = a_signed_visit()
    return ExportRequest(
        content=the_content(),
        state=state,
        journal=Journal(begun=state),
        key=key,
        now=NOON,
        folder=tmp_path,
        stem="2026-11-21-1200",
    )


def quiet(_sentence: str) -> None:
    """Progress that nobody listens to."""


def test_plan_and_handout_are_written_and_the_seal_is_whole(
    request_for: ExportRequest, home: Path
) -> None:
    result = export(request_for, quiet)
    assert result.plan.name == "2026-11-21-1200-plan.pdf"
    assert result.handout.name == "2026-11-21-1200-handout.pdf"
    assert result.visit is None
    data = result.plan.read_bytes()
    verdict = verify(data, trusted_here(home))
    assert (verdict.status, verdict.reason) == (Status.INTACT, Reason.SEALED)
    assert result.seal.sha256 == sha256(data).hexdigest()
    assert result.seal.file_name == result.plan.name
    assert sorted(p.name for p in request_for.folder.iterdir()) == [
        "2026-11-21-1200-handout.pdf",
        "2026-11-21-1200-plan.pdf",
    ]


def test_the_plan_says_who_and_what_on_every_page(request_for: ExportRequest) -> None:
    pages = PdfReader(export(request_for, quiet).plan).pages
    for page in pages:
        text = page.extract_text()
        assert "Maria Rossi" in text
        assert "4 May 1974" in text
    whole = "\n".join(page.extract_text() for page in pages)
    assert "Steroid injection near the nerve" in whole
    assert "This records a conversation" in " ".join(whole.split())


def test_the_visit_travels_in_the_plan_and_beside_it_on_wish(request_for: ExportRequest) -> None:
    result = export(replace(request_for, with_visit_file=True), quiet)
    assert result.visit is not None
    beside = from_json(result.visit.read_bytes())
    inside = from_json(PdfReader(result.plan).attachments["visit.json"][0])
    assert beside == inside
    assert inside.state == request_for.state


def test_without_a_stem_the_names_are_plain(request_for: ExportRequest) -> None:
    result = export(replace(request_for, stem="", with_visit_file=True), quiet)
    names = [path.name for path in (result.plan, result.handout, result.visit) if path]
    assert names == ["plan.pdf", "handout.pdf", "visit.json"]


def test_progress_is_told_in_order(request_for: ExportRequest) -> None:
    said: list[str] = []
    export(request_for, said.append)
    assert said == [
        "Writing the plan",
        "Writing the handout",
        "Sealing and checking the seal",
        "Saving",
    ]


def test_a_visit_that_is_not_signed_is_refused(request_for: ExportRequest) -> None:
    unsigned = a_signed_visit(signatures=())
    with pytest.raises(Refused) as refusal:
        export(replace(request_for, state=unsigned), quiet)
    assert refusal.value.code == "not_ready_to_seal"
    assert list(request_for.folder.iterdir()) == []


def test_letters_without_a_face_stop_it_until_stand_ins_are_asked_for(
    request_for: ExportRequest,
) -> None:
    signed = a_signed_visit()
    odd = replace(request_for, state=signed.evolve(patient_reason="散歩 😀"))
    with pytest.raises(UnprintableText) as problem:
        export(odd, quiet)
    assert set("散歩😀") <= set(problem.value.characters)
    assert list(request_for.folder.iterdir()) == []
    result = export(replace(odd, replace_unprintable=True), quiet)
    text = PdfReader(result.plan).pages[0].extract_text()
    assert "U+6563" in text


def test_a_missing_folder_leaves_nothing(request_for: ExportRequest, tmp_path: Path) -> None:
    nowhere = replace(request_for, folder=tmp_path / "gone")
    with pytest.raises(OSError, match="gone"):
        export(nowhere, quiet)
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_fills_up_between_the_papers_leaves_none_of_them(
    request_for: ExportRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[int] = []

    def full_at_the_second(handle: int) -> None:
        synced.append(handle)
        if len(synced) == 2:
            raise OSError(ENOSPC, "No space left on device")

    monkeypatch.setattr("sdm_aid.application.whole_file.os.fsync", full_at_the_second)
    with pytest.raises(OSError, match="No space"):
        export(request_for, quiet)
    assert list(request_for.folder.iterdir()) == []


def test_large_print_has_larger_pages_of_words(request_for: ExportRequest) -> None:
    standard = len(PdfReader(export(request_for, quiet).handout).pages)
    large = len(PdfReader(export(replace(request_for, large_print=True), quiet).handout).pages)
    assert large > standard


def test_the_same_visit_gives_the_same_pages() -> None:
    state = a_signed_visit()
    made = [plan_bytes(the_content(), state, Journal(begun=state), NOON) for _n in range(2)]
    assert made[0] == made[1]
    assert PdfReader(BytesIO(made[0])).pages


def test_a_file_name_holds_no_name() -> None:
    stem = default_stem(datetime(2026, 11, 21, 10, 42, tzinfo=UTC).astimezone())
    assert stem == default_stem(datetime(2026, 11, 21, 10, 42, tzinfo=UTC))
    assert stem.startswith("2026-11-2")
    assert len(stem) == len("2026-11-21-1042")
