"""The clinic key: made once, opened by its passphrase alone, damage told apart."""

from __future__ import annotations

import json
import stat
import sys
from pathlib import Path

import pytest
from cryptography.x509.oid import NameOID

from sdm_aid.documents.seal import keys
from tests.documents.sample import CREATED


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "clinic.key"


def test_made_key_opens_again(path: Path) -> None:
    made = keys.create(path, "Riverside Pain Clinic", "pässword 1", CREATED)
    opened = keys.load(path, "pa\u0308ssword 1")  # the same letters, typed on another system
    assert opened.certificate == made.certificate
    assert opened.private_key.private_numbers() == made.private_key.private_numbers()
    assert opened.clinic == "Riverside Pain Clinic"


def test_wrong_passphrase(path: Path) -> None:
    keys.create(path, "Clinic", "right", CREATED)
    with pytest.raises(keys.WrongPassphrase):
        keys.load(path, "wrong")


def test_damaged_file(path: Path) -> None:
    keys.create(path, "Clinic", "right", CREATED)
    whole = path.read_bytes()
    body = json.loads(whole)
    body["private_key"] = body["private_key"][::-1]
    for damaged in (b"", whole[:200], json.dumps(body).encode(), b"[]", b"\xff\xfe", b'"text"'):
        path.write_bytes(damaged)
        with pytest.raises(keys.DamagedKey):
            keys.load(path, "right")


def test_hostile_cost_is_refused(path: Path) -> None:
    keys.create(path, "Clinic", "right", CREATED)
    body = json.loads(path.read_bytes())
    body["argon2id"]["memory_kib"] = 1 << 40
    del body["sha256"]
    body["sha256"] = keys._checksum(body)
    path.write_text(json.dumps(body))
    with pytest.raises(keys.DamagedKey):
        keys.load(path, "right")


def test_missing_file(path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        keys.load(path, "any")


def test_existing_key_is_never_overwritten(path: Path) -> None:
    keys.create(path, "Clinic", "right", CREATED)
    before = path.read_bytes()
    with pytest.raises(FileExistsError):
        keys.create(path, "Clinic", "right", CREATED)
    assert path.read_bytes() == before


@pytest.mark.parametrize(("clinic", "passphrase"), [("", "x"), (" \n", "x"), ("Clinic", "")])
def test_name_and_passphrase_are_needed(path: Path, clinic: str, passphrase: str) -> None:
    with pytest.raises(ValueError, match="name and a passphrase"):
        keys.create(path, clinic, passphrase, CREATED)
    assert not path.exists()


def test_nothing_is_left_where_the_folder_is_missing(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        keys.create(tmp_path / "none" / "clinic.key", "Clinic", "right", CREATED)
    assert list(tmp_path.iterdir()) == []


def test_file_is_for_its_owner_and_holds_no_plain_key(path: Path) -> None:
    keys.create(path, "Clinic", "right", CREATED)
    assert [each.name for each in path.parent.iterdir()] == ["clinic.key"]
    assert b"PRIVATE KEY" not in path.read_bytes()
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_very_long_and_odd_names(path: Path) -> None:
    made = keys.create(path, "Klinik für\nSchmerz 🙂 " + "x" * 300, "right", CREATED)
    name = made.certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)[0].value
    assert len(name) <= 64
    assert str(name).startswith("Klinik für Schmerz 🙂 xx")


def test_certificate_travels_as_pem(clinic_key: keys.ClinicKey) -> None:
    pem = keys.certificate_pem(clinic_key)
    assert b"PRIVATE" not in pem
    assert keys.certificates_in(pem) == (clinic_key.root,)
    with pytest.raises(keys.NotACertificate):
        keys.certificates_in(b"-----BEGIN nonsense")
    with pytest.raises(keys.NotACertificate):
        keys.certificates_in(b"")
    assert len(keys.fingerprint(clinic_key.root).split()) == 16
