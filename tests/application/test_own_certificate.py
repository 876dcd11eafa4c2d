"""A plan signed with the clinician's own certificate, with and without a time stamp server."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Callable
from dataclasses import replace
from errno import ENOSPC
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from sdm_aid.application.clinic_key import make_key
from sdm_aid.application.export_plan import ExportRequest, export
from sdm_aid.application.own_certificate import (
    FILE_NAME,
    Habit,
    OwnCard,
    OwnFile,
    OwnSignatureProblem,
    cards_in,
    habit,
    keep_habit,
)
from sdm_aid.application.time_server import TimeServer, TimeServerProblem
from sdm_aid.documents.marks import APPROVAL_FIELD, SEAL_FIELD
from sdm_aid.documents.seal.card import CardCertificate, CardProblem
from sdm_aid.documents.seal.keys import ClinicKey, certificates_in
from sdm_aid.documents.seal.own_key import read_pkcs12
from sdm_aid.documents.seal.verdict import Status
from sdm_aid.documents.seal.verify import verify
from sdm_aid.domain.journal import Journal
from tests.domain.visits import NOON
from tests.own_certificates import SECRET, own_file
from tests.time_servers import serving, stamping, stamps
from tests.ui.pages.real_content import the_content
from tests.ui.pages.signed import a_signed_visit


@pytest.fixture(scope="module")
def key(tmp_path_factory: pytest.TempPathFactory) -> ClinicKey:
    return make_key(
        tmp_path_factory.mktemp("home"), "Riverside Pain Clinic", "copper lantern", NOON
    )


@pytest.fixture
def own(tmp_path: Path) -> OwnFile:
    path = tmp_path / "okafor.p12"
    path.write_bytes(own_file(NOON))
    return OwnFile(path, SECRET)


@pytest.fixture
def request_for(key: ClinicKey, tmp_path: Path) -> ExportRequest:
    folder = tmp_path / "papers"
    folder.mkdir()
    state = a_signed_visit()
    journal = Journal(begun=state)
    return ExportRequest(the_content(), state, journal, key, NOON, folder, "visit")


def quiet(_sentence: str) -> None:
    """Progress that nobody listens to."""


def _words(plan: bytes) -> str:
    text = "\n".join(page.extract_text() for page in PdfReader(BytesIO(plan)).pages)
    return " ".join(text.split())


def test_the_clinics_seal_and_the_clinicians_certificate_both_hold(
    request_for: ExportRequest, own: OwnFile, key: ClinicKey
) -> None:
    with serving(stamps(NOON)) as address:
        server = TimeServer(address, stamping().pem)
        plan = export(replace(request_for, own=own, time_server=server), quiet).plan.read_bytes()
    clinician = read_pkcs12(own.path.read_bytes(), SECRET, NOON).certificate
    verdict = verify(plan, (key.root, clinician), certificates_in(stamping().pem.encode()))
    assert verdict.status is Status.INTACT
    assert [each.field for each in verdict.signatures] == [SEAL_FIELD, APPROVAL_FIELD]
    for each in verdict.signatures:
        assert each.stamp is not None
        assert each.stamp.trusted
        assert each.stamp.at == NOON
    words = _words(plan)
    assert "may follow the seal" in words
    assert "no certificate signs for the patient" in words
    assert "a time-stamp server confirmed" in words


def test_without_either_the_plan_says_nothing_of_them(request_for: ExportRequest) -> None:
    plan = export(request_for, quiet).plan.read_bytes()
    fields = PdfReader(BytesIO(plan)).get_fields()
    assert fields is not None
    assert list(fields) == [SEAL_FIELD]
    words = _words(plan)
    assert "own certificate" not in words
    assert "time-stamp server" not in words
    assert "own clock" in words


def _gone(own: OwnFile) -> OwnFile:
    own.path.unlink()
    return own


def _no_pkcs12(own: OwnFile) -> OwnFile:
    own.path.write_bytes(b"letter to a patient")
    return own


@pytest.mark.parametrize(
    ("spoil", "cause"),
    [
        (lambda own: replace(own, passphrase="wrong"), "WrongPassphrase"),
        (_no_pkcs12, "NotPkcs12"),
        (_gone, "FileNotFoundError"),
    ],
)
def test_what_is_wrong_with_the_certificate_is_told_before_anything_is_written(
    request_for: ExportRequest, own: OwnFile, spoil: Callable[[OwnFile], OwnFile], cause: str
) -> None:
    spoiled = replace(request_for, own=spoil(own))
    said: list[str] = []
    with pytest.raises(OwnSignatureProblem) as problem:
        export(spoiled, said.append)
    assert type(problem.value.cause).__name__ == cause
    assert said == ["Opening the clinician’s certificate"]
    assert list(request_for.folder.iterdir()) == []
    assert SECRET not in repr(own)


def test_a_card_that_fails_while_it_signs_leaves_nothing(
    request_for: ExportRequest, own: OwnFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sdm_aid.documents.seal import card
    from sdm_aid.documents.seal.card import CardTrouble

    class Process:
        def __init__(self, _module: Path) -> None:
            self.ended = False

        def ask(self, request: dict[str, object], _patience: float) -> dict[str, object]:
            if request["do"] == "sign":
                raise CardProblem(CardTrouble.NO_CARD)
            return {}

        def end(self) -> None:
            self.ended = True

    monkeypatch.setattr(card, "_Process", Process)
    certificate = read_pkcs12(own.path.read_bytes(), SECRET, NOON).certificate
    chosen = CardCertificate(certificate, "AQ==", "", "Card", "", False)
    with pytest.raises(OwnSignatureProblem) as problem:
        export(replace(request_for, own=OwnCard(Path("module"), chosen, "1234")), quiet)
    assert isinstance(problem.value.cause, CardProblem)
    assert problem.value.cause.trouble is CardTrouble.NO_CARD
    assert list(request_for.folder.iterdir()) == []


def test_a_silent_time_server_leaves_nothing(request_for: ExportRequest, own: OwnFile) -> None:
    with serving(stamps(NOON)) as address:
        pass
    server = TimeServer(address, stamping().pem)
    with pytest.raises(TimeServerProblem):
        export(replace(request_for, own=own, time_server=server), quiet)
    assert list(request_for.folder.iterdir()) == []


def test_a_full_disk_leaves_no_paper_of_a_plan_signed_twice(
    request_for: ExportRequest, own: OwnFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(handle: int) -> None:
        if stat.S_ISREG(os.fstat(handle).st_mode):
            raise OSError(ENOSPC, "No space left on device")

    monkeypatch.setattr("sdm_aid.application.whole_file.os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        export(replace(request_for, own=own), quiet)
    assert list(request_for.folder.iterdir()) == []


def test_a_module_that_is_none_is_told(tmp_path: Path) -> None:
    with pytest.raises(OwnSignatureProblem):
        cards_in(tmp_path / "none.so")


def test_the_habit_of_this_computer_is_kept_without_a_secret(tmp_path: Path) -> None:
    assert habit(tmp_path) == Habit()
    chosen = Habit(True, "card", "/media/key/okafor.p12", "/usr/lib/card.so")
    keep_habit(tmp_path / "home", chosen)
    assert habit(tmp_path / "home") == chosen
    kept = json.loads((tmp_path / "home" / FILE_NAME).read_text("utf-8"))
    assert set(kept) == {"wanted", "kind", "file", "module"}


@pytest.mark.parametrize(
    "text",
    [b"", b"[]", b"\xff", b'{"wanted": 1, "kind": "usb", "file": 3, "module": null}', b"[" * 9999],
)
def test_a_damaged_habit_is_no_habit(tmp_path: Path, text: bytes) -> None:
    (tmp_path / FILE_NAME).write_bytes(text)
    assert habit(tmp_path) == Habit()
