"""`sdm-aid verify` and `sdm-aid trust`: several files, trust for once and for good, bad input."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from sdm_aid.application import check_plan
from sdm_aid.cli import main
from sdm_aid.documents.seal.keys import certificate_pem, fingerprint
from tests.documents.seal import tampering
from tests.sealed_visit import clinic_key, sealed_plan


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    file = tmp_path / "plan.pdf"
    file.write_bytes(sealed_plan())
    return file


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    file = tmp_path / "clinic.pem"
    file.write_bytes(certificate_pem(clinic_key()))
    return file


def test_trusted_once_and_for_good(
    plan: Path, certificate: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["verify", str(plan)]) == 3
    assert fingerprint(clinic_key().certificate) in capsys.readouterr().out
    assert main(["verify", str(plan), "--trust", str(certificate)]) == 0
    assert main(["verify", str(plan)]) == 3
    assert main(["trust", "add", str(certificate), "--yes"]) == 0
    assert main(["verify", str(plan)]) == 0
    capsys.readouterr()
    assert main(["trust", "list"]) == 0
    name = capsys.readouterr().out.splitlines()[0]
    assert main(["trust", "remove", name]) == 0
    assert main(["verify", str(plan)]) == 3


def test_without_a_yes_nothing_is_trusted(
    plan: Path, certificate: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["trust", "add", str(certificate)]) == 2
    said = capsys.readouterr()
    assert fingerprint(clinic_key().root) in said.out
    assert "this one has issued is trusted too" in said.out
    assert "Nothing was changed" in said.err
    assert main(["verify", str(plan)]) == 3


def test_several_files_each_have_their_verdict(
    plan: Path, certificate: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    changed = tmp_path / "changed.pdf"
    changed.write_bytes(tampering.note_added(sealed_plan()))
    trust = ["--trust", str(certificate)]
    assert main(["verify", str(plan), str(changed), *trust]) == 1
    said = capsys.readouterr().out
    assert f"{plan}: Intact" in said
    assert f"{changed}: Changed" in said
    assert "A note was added or changed." in said
    assert main(["verify", str(plan), str(tmp_path / "gone.pdf"), *trust, "--json"]) == 2
    told = capsys.readouterr()
    assert [each["exit_code"] for each in json.loads(told.out)] == [0, 2]
    assert "gone.pdf is not there" in told.err


def test_the_machine_is_told_what_people_are_told(
    plan: Path, tmp_path: Path, certificate: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan.write_bytes(tampering.page_removed(sealed_plan()))
    assert main(["verify", str(plan), "--json", "--trust", str(certificate)]) == 1
    told = json.loads(capsys.readouterr().out)
    assert main(["verify", str(plan), "--trust", str(certificate)]) == 1
    said = capsys.readouterr().out
    assert told["changes"] == ["page-removed"]
    for line in (told["sentence"], *told["words"], *told["signatures"][0]["words"]):
        assert line in said


@pytest.mark.parametrize("kind", ["folder", "gone", "device", "huge", "loose"])
def test_what_cannot_be_read_gets_one_sentence(
    kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "plan.pdf"
    if kind == "folder":
        file.mkdir()
    elif kind == "device":
        file = Path(os.devnull)
    elif kind == "huge":
        with file.open("wb") as sparse:
            sparse.truncate(500 * 1024 * 1024)
    elif kind == "loose":
        file.symlink_to(tmp_path / "nowhere")
    assert main(["verify", str(file)]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    (line,) = said.err.splitlines()
    assert line.startswith(f"sdm-aid: {file} ")


@pytest.mark.parametrize(
    ("problem", "words"),
    [
        (PermissionError(13, "no"), "no right to read"),
        (FileNotFoundError(2, "gone"), "is not there"),
        (OSError(5, "disk"), "cannot be read"),
    ],
)
def test_a_file_that_fails_while_it_is_read(
    problem: OSError,
    words: str,
    plan: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def fails(*_given: object, **_more: object) -> None:
        raise problem

    monkeypatch.setattr(Path, "open", fails)
    assert main(["verify", str(plan)]) == 2
    assert words in capsys.readouterr().err


def test_a_link_to_a_plan_is_read(
    plan: Path, certificate: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    link = tmp_path / "link.pdf"
    link.symlink_to(plan)
    assert main(["verify", str(link), "--trust", str(certificate)]) == 0
    assert "Intact" in capsys.readouterr().out


def test_codes_of_many_files_are_the_gravest() -> None:
    assert check_plan.exit_code(()) == 0
    assert check_plan.exit_code((None,)) == 2
