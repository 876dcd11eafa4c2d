"""The clinician's signature after the seal: what is left open for it, and what is not."""

from __future__ import annotations

import io

import pytest
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import FieldMDPAction, MDPPerm
from pyhanko.sign.validation import EmbeddedPdfSignature

from sdm_aid.documents.marks import APPROVAL_FIELD, SEAL_FIELD
from sdm_aid.documents.seal.approval import Approval, by_key, name_of
from sdm_aid.documents.seal.keys import ClinicKey, new_key
from sdm_aid.documents.seal.own_key import read_pkcs12
from sdm_aid.documents.seal.seal import SealProblem, seal
from sdm_aid.documents.seal.signature import key_signer
from sdm_aid.documents.seal.verdict import Status
from sdm_aid.documents.seal.verify import verify
from tests.documents.sample import CREATED
from tests.own_certificates import SECRET, own_file


def _signatures(data: bytes) -> list[EmbeddedPdfSignature]:
    return list(PdfFileReader(io.BytesIO(data)).embedded_signatures)


def test_the_seal_leaves_one_field_open_and_the_approval_none(sealed_twice: bytes) -> None:
    seal_of_clinic, approval = _signatures(sealed_twice)
    assert (seal_of_clinic.field_name, approval.field_name) == (SEAL_FIELD, APPROVAL_FIELD)
    assert seal_of_clinic.docmdp_level is MDPPerm.FILL_FORMS
    locked = seal_of_clinic.fieldmdp
    assert locked is not None
    assert locked.action is FieldMDPAction.EXCLUDE
    assert [str(each) for each in locked.fields or ()] == [APPROVAL_FIELD]
    assert approval.docmdp_level is MDPPerm.NO_CHANGES
    everything = approval.fieldmdp
    assert everything is not None
    assert everything.action is FieldMDPAction.ALL


def test_a_seal_that_nobody_signs_after_leaves_nothing_open(
    sealed: bytes, with_room: bytes, clinic_key: ClinicKey
) -> None:
    alone = seal(with_room, clinic_key, CREATED, "Agreed plan")
    for data in (sealed, alone):
        (signature,) = _signatures(data)
        assert signature.docmdp_level is MDPPerm.NO_CHANGES


def test_both_signatures_only_append(with_room: bytes, sealed_twice: bytes) -> None:
    assert sealed_twice.startswith(with_room)
    assert sealed_twice.count(b"%%EOF") == with_room.count(b"%%EOF") + 2


def test_a_plan_without_room_for_it_is_refused(
    unsealed: bytes, clinic_key: ClinicKey, clinician_key: ClinicKey
) -> None:
    with pytest.raises(SealProblem, match="no field"):
        seal(unsealed, clinic_key, CREATED, "Agreed plan", by_key(clinician_key))


def test_a_key_that_is_not_that_of_the_certificate_is_noticed(
    with_room: bytes, clinic_key: ClinicKey, clinician_key: ClinicKey
) -> None:
    """As a card would do that signs with the wrong one of its keys."""
    other = new_key("Somebody else", CREATED)
    mixed = ClinicKey(other.private_key, clinician_key.certificate, clinician_key.root)
    approval = Approval(clinician_key.certificate, key_signer(mixed))
    with pytest.raises(SealProblem) as problem:
        seal(with_room, clinic_key, CREATED, "Agreed plan", approval)
    assert problem.value.of_approval


def test_the_signer_is_named_as_in_the_certificate() -> None:
    certificate = read_pkcs12(own_file(CREATED), SECRET, CREATED).certificate
    assert name_of(certificate) == "Seal of the clinic"


def test_the_name_of_the_algorithm_counts(with_room: bytes, clinic_key: ClinicKey) -> None:
    """RSA with SHA-256 and bare RSA differ in one byte, which no signature covers."""
    own = read_pkcs12(own_file(CREATED, generate_private_key(65537, 2048)), SECRET, CREATED)
    data = seal(with_room, clinic_key, CREATED, "Agreed plan", by_key(own))
    named, bare = b"06092A864886F70D01010B0500048201", b"06092A864886F70D0101010500048201"
    before, after, rest = data.rpartition(named)
    assert after
    assert verify(before + bare + rest, [clinic_key.root]).status is Status.CHANGED
