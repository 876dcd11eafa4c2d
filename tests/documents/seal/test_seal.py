"""The seal as other programs see it, and what sealing refuses."""

from __future__ import annotations

import io
import logging
import os
import re
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path

import pypdf
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID

from sdm_aid.documents.pdf.render import render
from sdm_aid.documents.seal import keys
from sdm_aid.documents.seal.approval import by_key
from sdm_aid.documents.seal.seal import SealProblem, seal
from sdm_aid.documents.seal.verdict import Status
from sdm_aid.documents.seal.verify import verify
from tests.documents.sample import CREATED, plan
from tests.documents.seal import tampering

_PYHANKO = """
import sys
from pyhanko.keys import load_cert_from_pemder
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext
root = load_cert_from_pemder(sys.argv[1])
with open(sys.argv[2], "rb") as file:
    (signature,) = PdfFileReader(file).embedded_signatures
    context = ValidationContext(trust_roots=[root], allow_fetching=False)
    status = validate_pdf_signature(signature, context)
print(status.bottom_line, status.coverage.name, signature.docmdp_level.name)
"""


@pytest.fixture
def files(tmp_path: Path, sealed: bytes, clinic_key: keys.ClinicKey) -> tuple[Path, Path]:
    plan_file, certificate = tmp_path / "plan.pdf", tmp_path / "clinic.pem"
    plan_file.write_bytes(sealed)
    certificate.write_bytes(keys.certificate_pem(clinic_key))
    return plan_file, certificate


def _pdfsig(folder: Path, file: Path) -> str:
    """What poppler says, with no key database of this computer's user."""
    environment = {"PATH": os.environ["PATH"], "HOME": str(folder)}
    command = ["pdfsig", str(file)]
    run = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    return run.stdout


def test_pdfsig_finds_the_seal_valid(files: tuple[Path, Path], tmp_path: Path) -> None:
    report = _pdfsig(tmp_path, files[0])
    assert "Signature is Valid." in report
    assert "Total document signed" in report
    assert "Riverside Pain Clinic" in report
    assert "ETSI.CAdES.detached" in report


def test_pdfsig_finds_a_flipped_byte(files: tuple[Path, Path], tmp_path: Path) -> None:
    changed = tmp_path / "changed.pdf"
    changed.write_bytes(tampering.page_byte_flipped(files[0].read_bytes()))
    assert "Digest Mismatch" in _pdfsig(tmp_path, changed)


def test_independent_pyhanko_script_agrees(files: tuple[Path, Path]) -> None:
    script = subprocess.run(
        [sys.executable, "-c", _PYHANKO, str(files[1]), str(files[0])],
        capture_output=True,
        text=True,
        check=True,
    )
    assert script.stdout.split() == ["True", "ENTIRE_FILE", "NO_CHANGES"]


def test_sealing_only_appends(unsealed: bytes, sealed: bytes) -> None:
    assert sealed.startswith(unsealed)
    fields = pypdf.PdfReader(io.BytesIO(sealed)).get_fields()
    assert fields is not None
    assert list(fields) == ["clinic-seal"]
    assert re.search(rb"/Reason ?\(Agreed plan\)", sealed)


def test_paper_without_a_seal_field_is_refused(clinic_key: keys.ClinicKey) -> None:
    with pytest.raises(SealProblem):
        seal(render(plan(blocks=()), CREATED), clinic_key, CREATED, "Agreed plan")


@pytest.mark.parametrize("data", [b"", b"no pdf at all"])
def test_what_is_no_pdf_is_refused(data: bytes, clinic_key: keys.ClinicKey) -> None:
    with pytest.raises(SealProblem):
        seal(data, clinic_key, CREATED, "Agreed plan")


def test_second_seal_is_refused(sealed: bytes, clinic_key: keys.ClinicKey) -> None:
    with pytest.raises(SealProblem):
        seal(sealed, clinic_key, CREATED, "Agreed plan")


def test_moment_needs_a_time_zone(unsealed: bytes, clinic_key: keys.ClinicKey) -> None:
    with pytest.raises(ValueError, match="time zone"):
        seal(unsealed, clinic_key, datetime(2026, 11, 21), "Agreed plan")  # noqa: DTZ001


def test_checking_says_nothing_in_the_log(
    sealed: bytes, clinic_key: keys.ClinicKey, caplog: pytest.LogCaptureFixture
) -> None:
    from sdm_aid.documents.seal.verify import verify

    with caplog.at_level(logging.DEBUG):
        verify(tampering.red_box(sealed), (clinic_key.root,))
    assert [record for record in caplog.records if record.name.startswith("pyhanko")] == []


@pytest.mark.parametrize(
    "name", ["مستشفى ABC", "מרפאה", "Ꭶ Ⴀ ₹ 𞤀", "Клиника 1"], ids=["ar", "he", "new", "ru"]
)
def test_a_clinic_and_a_clinician_may_have_any_name(name: str, with_room: bytes) -> None:
    key, own = keys.new_key(name, CREATED), keys.new_key(f"Dr {name}", CREATED)
    twice = seal(with_room, key, CREATED, "Agreed plan", by_key(own))
    verdict = verify(twice, (key.root, own.root))
    assert verdict.status is Status.INTACT
    assert [found.signer for found in verdict.signatures] == [name, f"Dr {name} plan seal"]
    assert [found.trusted for found in verdict.signatures] == [True, True]


def test_a_clinic_may_bring_a_long_certificate(unsealed: bytes) -> None:
    """Hospitals' own have addresses, policies and other names in them."""
    private = rsa.generate_private_key(65537, 4096)
    name = x509.Name([x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Riverside Hospital")])
    others = x509.SubjectAlternativeName([x509.DNSName(f"{n}.{'a' * 60}.org") for n in range(45)])
    made = (
        x509.CertificateBuilder(name, name, private.public_key())
        .serial_number(5)
        .not_valid_before(CREATED)
        .not_valid_after(CREATED + timedelta(days=400))
        .add_extension(others, critical=False)
        .sign(private, hashes.SHA256())
    )
    sealed = seal(unsealed, keys.ClinicKey(private, made, made), CREATED, "Agreed plan")
    assert verify(sealed, [made]).status is Status.INTACT
