"""Whose certificate, and when: known, unknown, run out, not valid then; by whose clock."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import MDPPerm

from sdm_aid.application.check_words import as_json, facts_lines, verdict_words
from sdm_aid.documents.marks import SEAL_FIELD
from sdm_aid.documents.seal import keys
from sdm_aid.documents.seal.keys import ClinicKey
from sdm_aid.documents.seal.seal import seal
from sdm_aid.documents.seal.signature import Wanted, key_signer, sign
from sdm_aid.documents.seal.timestamp import ClinicStamper
from sdm_aid.documents.seal.verdict import Reason, Status, Trust
from sdm_aid.documents.seal.verify import verify
from tests.documents.sample import CREATED
from tests.time_servers import stamping

Roots = Sequence[x509.Certificate]
LONG_AGO = CREATED - timedelta(days=30 * 365)


def certified(pdf: bytes, key: ClinicKey, when: datetime) -> bytes:
    """Sealed without the check that would refuse a certificate out of time."""
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    return sign(writer, Wanted(SEAL_FIELD, "A", "", MDPPerm.NO_CHANGES), key_signer(key), when)


def test_a_certificate_that_has_run_out_since_is_fine(unsealed: bytes) -> None:
    key = keys.new_key("Old Clinic", LONG_AGO)
    assert key.root.not_valid_after_utc < CREATED
    verdict = verify(seal(unsealed, key, LONG_AGO, "Agreed plan"), (key.root,))
    assert (verdict.status, verdict.reason) == (Status.INTACT, Reason.SEALED)


@pytest.mark.parametrize("itself", [False, True], ids=["issuer", "itself"])
@pytest.mark.parametrize("when", [LONG_AGO - timedelta(days=40), CREATED], ids=["early", "late"])
def test_a_certificate_not_valid_at_the_stated_moment_is_told(
    unsealed: bytes, when: datetime, itself: bool
) -> None:
    key = keys.new_key("Old Clinic", LONG_AGO)
    trusted = key.certificate if itself else key.root
    verdict = verify(certified(unsealed, key, when), (trusted,))
    assert (verdict.status, verdict.reason) == (Status.UNVERIFIED, Reason.OUT_OF_TIME)
    (found,) = verdict.signatures
    assert found.trust is Trust.OUT_OF_TIME
    assert not found.valid_then
    assert "not valid at that moment" in " ".join(verdict_words(verdict).signatures[0].lines)


def test_a_certificate_without_an_end_or_a_name_is_shown(
    unsealed: bytes, clinic_key: ClinicKey
) -> None:
    nobody = x509.Name([])
    endless = (
        x509.CertificateBuilder(nobody, nobody, clinic_key.certificate.public_key())
        .serial_number(1)
        .not_valid_before(LONG_AGO)
        .not_valid_after(datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC))
        .sign(clinic_key.private_key, hashes.SHA256())
    )
    key = ClinicKey(clinic_key.private_key, endless, endless)
    verdict = verify(certified(unsealed, key, CREATED), ())
    lines = " ".join(verdict_words(verdict).signatures[0].lines)
    assert verdict.reason is Reason.UNKNOWN_KEY
    assert "calls itself somebody it does not name" in lines
    assert "31 Dec 9999" in lines
    assert verdict.signatures[0].facts is not None
    last = datetime.max.replace(tzinfo=timezone(timedelta(hours=-12)))  # overflows in most places
    assert "9999" in facts_lines(replace(verdict.signatures[0].facts, ends=last))[0]
    assert as_json(verdict)["signatures"][0]["certificate"]["name"] == ""


def test_an_unknown_clinic_is_shown_with_what_can_be_compared(
    sealed: bytes, clinic_key: ClinicKey
) -> None:
    verdict = verify(sealed, ())
    words = verdict_words(verdict)
    assert words.tone == "care"
    lines = " ".join(words.signatures[0].lines)
    assert "calls itself Riverside Pain Clinic, 21 Nov 2026" in lines
    assert "valid from 20 Nov 2026 to 21 Nov 2046" in lines
    assert keys.fingerprint(clinic_key.certificate) in lines
    assert "Ring the clinic" in " ".join(words.further)
    assert verdict.signatures[0].certificate == clinic_key.certificate


def test_the_fingerprint_of_the_seal_makes_the_clinic_known(sealed: bytes) -> None:
    unknown = verify(sealed, ()).signatures[0].certificate
    assert unknown is not None
    assert verify(sealed, (unknown,)).status is Status.INTACT


@pytest.mark.parametrize("known", [True, False])
def test_the_clinicians_signature_has_a_line_of_its_own(
    known: bool, sealed_twice: bytes, trusted: Roots, clinician_key: ClinicKey
) -> None:
    roots = (*trusted, clinician_key.root) if known else trusted
    verdict = verify(sealed_twice, roots)
    assert verdict.status is Status.INTACT
    (line,) = verdict_words(verdict).changes
    assert line.startswith("Also signed by Dr A. Okafor")
    assert ("whose certificate this computer does not know" in line) is not known


@pytest.mark.parametrize("known", [True, False])
def test_a_time_stamp_has_its_own_trust(
    known: bool, unsealed: bytes, clinic_key: ClinicKey, trusted: Roots
) -> None:
    server = stamping()
    stamper = ClinicStamper(server.answer, [server.certificate], CREATED)
    stamped = seal(unsealed, clinic_key, CREATED, "Agreed plan", stamper=stamper)
    verdict = verify(stamped, trusted, (server.certificate,) if known else ())
    assert verdict.status is Status.INTACT
    (found,) = verdict.signatures
    assert found.stamp is not None
    assert (found.stamp.at, found.stamp.trusted) == (CREATED, known)
    words = verdict_words(verdict).signatures[0].who
    assert "by the time stamp of" in words
    assert ("which this computer does not know" in words) is not known
    assert as_json(verdict)["signatures"][0]["time_stamp"]["trusted"] is known


def test_who_may_approve_may_not_seal(
    sealed_twice: bytes, trusted: Roots, clinic_key: ClinicKey, clinician_key: ClinicKey
) -> None:
    verdict = verify(sealed_twice, trusted, (), (clinician_key.certificate,))
    assert [found.trust for found in verdict.signatures] == [Trust.KNOWN, Trust.KNOWN]
    verdict = verify(sealed_twice, (), (), (clinic_key.root,))
    assert verdict.status is Status.UNVERIFIED


def test_who_may_tell_the_time_may_not_seal(sealed: bytes, clinic_key: ClinicKey) -> None:
    assert verify(sealed, (), (clinic_key.root,)).status is Status.UNVERIFIED


def test_no_line_of_words_is_empty_or_lacks_its_end(sealed_twice: bytes) -> None:
    words = verdict_words(verify(sealed_twice, ()))
    lines = [words.sentence, *words.changes, *words.further]
    lines += [line for each in words.signatures for line in each.lines[:-1]]
    assert all(line.strip() and line.endswith(".") for line in lines), lines
