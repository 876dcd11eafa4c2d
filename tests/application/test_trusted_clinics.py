"""Other clinics' certificates: taken from files, kept one a file, listed, taken off again."""

from __future__ import annotations

from pathlib import Path

import pytest
from cryptography.hazmat.primitives import serialization

from sdm_aid.application import trusted_clinics as clinics
from sdm_aid.application.clinic_key import CERTIFICATE_FILE, TRUSTED, trusted_here
from sdm_aid.documents.seal.certificates import facts
from sdm_aid.documents.seal.keys import ClinicKey, certificate_pem, new_key
from sdm_aid.documents.seal.own_key import private_bytes
from tests.full_visit import SIGNED
from tests.own_certificates import own_file
from tests.sealed_visit import CLINIC, clinic_key


def der(key: ClinicKey) -> bytes:
    return key.root.public_bytes(serialization.Encoding.DER)


def test_a_clinic_is_trusted_listed_and_forgotten(tmp_path: Path) -> None:
    kept = clinics.trust(tmp_path, clinic_key().root)
    assert clinics.trust(tmp_path, clinic_key().root) == kept, "the same one twice is kept once"
    assert clinics.trusted_clinics(tmp_path) == (kept,)
    assert kept.facts.name == CLINIC
    assert kept.id.startswith("riverside-pain-clinic-")
    assert trusted_here(tmp_path) == (clinic_key().root,)
    clinics.forget(tmp_path, kept.id)
    assert clinics.trusted_clinics(tmp_path) == ()
    assert trusted_here(tmp_path) == ()
    with pytest.raises(LookupError):
        clinics.forget(tmp_path, kept.id)


def test_a_clinician_is_trusted_apart_from_clinics(tmp_path: Path) -> None:
    kept = clinics.trust(tmp_path, clinic_key().root, "clinician")
    assert kept.kind == "clinician"
    assert trusted_here(tmp_path) == ()
    assert clinics.clinicians_here(tmp_path) == (clinic_key().root,)
    both = (clinics.trust(tmp_path, clinic_key().root), kept)
    assert clinics.trusted_clinics(tmp_path) == both
    clinics.forget(tmp_path, kept.id, "clinician")
    assert clinics.trusted_clinics(tmp_path) == both[:1]


@pytest.mark.parametrize("name", ["../clinic.pem", "", ".", "no-such.pem"])
def test_only_what_is_on_the_list_can_be_forgotten(name: str, tmp_path: Path) -> None:
    clinics.trust(tmp_path, clinic_key().root)
    (tmp_path / CERTIFICATE_FILE).write_bytes(certificate_pem(clinic_key()))
    with pytest.raises(LookupError):
        clinics.forget(tmp_path, name)
    assert (tmp_path / CERTIFICATE_FILE).exists()


def test_what_lies_in_the_folder_and_is_no_certificate_is_passed_over(tmp_path: Path) -> None:
    clinics.trust(tmp_path, clinic_key().root)
    (tmp_path / TRUSTED / "notes.txt").write_text("ring on Monday")
    (tmp_path / TRUSTED / "folder").mkdir()
    assert len(clinics.trusted_clinics(tmp_path)) == 1


def test_the_own_certificate_is_shown_newest_first(tmp_path: Path) -> None:
    assert clinics.own_certificates(tmp_path) == ()
    (tmp_path / CERTIFICATE_FILE).write_bytes(certificate_pem(clinic_key()))
    assert clinics.own_certificates(tmp_path) == (facts(clinic_key().root),)


@pytest.mark.parametrize("suffix", ["pem", "der", "cer", "crt"])
def test_certificates_are_read_as_text_and_as_bytes(suffix: str, tmp_path: Path) -> None:
    file = tmp_path / f"clinic.{suffix}"
    file.write_bytes(
        certificate_pem(clinic_key()) if suffix in ("pem", "crt") else der(clinic_key())
    )
    assert clinics.read_certificate_file(file) == (clinic_key().root,)


def _pem_with_key() -> bytes:
    private = clinic_key().private_key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    return certificate_pem(clinic_key()) + private


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "holds no certificate"),
        (b"hello", "holds no certificate"),
        (b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", "holds no certificate"),
        (certificate_pem(clinic_key())[:300], "holds no certificate"),
        (b"\x30" * (2 << 20), "holds no certificate"),
        (own_file(SIGNED), "holds no certificate"),
        (_pem_with_key(), "holds a secret key"),
        (private_bytes(clinic_key()), "holds a secret key"),
        (None, "cannot be read"),
    ],
    ids=["empty", "text", "rubbish", "cut", "huge", "pkcs12", "pem-key", "der-key", "gone"],
)
def test_a_bad_certificate_file_gets_one_sentence(
    data: bytes | None, words: str, tmp_path: Path
) -> None:
    file = tmp_path / "theirs.pem"
    if data is not None:
        file.write_bytes(data)
    with pytest.raises(clinics.BadCertificateFile, match=words) as raised:
        clinics.read_certificate_file(file)
    assert "theirs.pem" in str(raised.value)
    with pytest.raises(clinics.BadCertificateFile, match="no certificate"):
        clinics.read_certificate_file(tmp_path)


def test_where_the_list_cannot_be_written_nothing_is_left(tmp_path: Path) -> None:
    (tmp_path / TRUSTED).write_text("a file in the way")
    with pytest.raises(OSError, match=TRUSTED):
        clinics.trust(tmp_path, clinic_key().root)
    assert trusted_here(tmp_path) == ()


def test_a_list_of_authorities_is_no_clinic(tmp_path: Path) -> None:
    file = tmp_path / "authorities.pem"
    file.write_bytes(b"".join(certificate_pem(new_key(f"A {n}", SIGNED)) for n in range(11)))
    with pytest.raises(clinics.BadCertificateFile, match="more certificates than a clinic has"):
        clinics.read_certificate_file(file)
