"""The verdict on untouched, changed, foreign and look-alike files."""

from __future__ import annotations

import io
import json
import random
import re
from collections.abc import Sequence

import pypdf
import pytest
from cryptography import x509
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter

from sdm_aid.application.check_words import as_json
from sdm_aid.documents.marks import SEAL_FIELD
from sdm_aid.documents.pdf.render import render
from sdm_aid.documents.seal.keys import ClinicKey
from sdm_aid.documents.seal.signature import key_signer
from sdm_aid.documents.seal.verdict import Change, Coverage, Reason, Status
from sdm_aid.documents.seal.verify import verify
from tests.documents.sample import CREATED, VISIT, plan
from tests.documents.seal import tampering

Roots = Sequence[x509.Certificate]


def test_untouched_plan_is_intact(sealed: bytes, trusted: Roots) -> None:
    verdict = verify(sealed, trusted)
    assert verdict.status is Status.INTACT
    assert verdict.visit == VISIT
    (signature,) = verdict.signatures
    assert signature.signer == "Riverside Pain Clinic"
    assert signature.claimed_at == CREATED
    assert signature.coverage is Coverage.WHOLE_FILE
    assert signature.change is Change.NONE


def test_sealing_certificate_itself_can_be_trusted(sealed: bytes, clinic_key: ClinicKey) -> None:
    assert verify(sealed, (clinic_key.certificate,)).status is Status.INTACT


@pytest.mark.parametrize("tamper", tampering.ALL, ids=lambda tamper: tamper.__name__)
def test_every_change_outweighs_an_unknown_key(tamper: tampering.Tamper, sealed: bytes) -> None:
    verdict = verify(tamper(sealed), ())
    assert verdict.status is Status.CHANGED
    assert verdict.sentence.endswith(".")


def test_a_file_whose_root_was_changed_is_damaged(sealed: bytes, trusted: Roots) -> None:
    at = sealed.rindex(b"/Root ") + len(b"/Root ")
    verdict = verify(tampering._flipped(sealed, at, 1), trusted)
    assert (verdict.status, verdict.reason) == (Status.CHANGED, Reason.DAMAGED)


def test_any_one_byte_counts(sealed: bytes, trusted: Roots) -> None:
    chance = random.Random(20261121)
    begin = tampering._contents(sealed).start(1)
    places = [chance.randrange(len(sealed)) for _ in range(60)]
    places += range(begin, begin + 12)  # the lengths of the container
    places += range(begin - 10, begin + 2400, 23)  # within the signature's own bytes
    for at in places:
        changed = tampering._flipped(sealed, at, 1 << chance.randrange(8))
        verdict = verify(changed, trusted)
        assert verdict.status in (Status.CHANGED, Status.NOT_OURS), at
        assert at < 10 or verdict.status is Status.CHANGED, at


def test_the_case_of_a_letter_in_the_signers_name_counts(sealed: bytes, trusted: Roots) -> None:
    digits = b"Riverside".hex().encode("ascii").upper()
    within = tampering._contents(sealed).group(1).upper()
    begin = tampering._contents(sealed).start(1)
    found = [match.start() for match in re.finditer(digits, within)]
    assert len(found) >= 3
    for place in found:
        at = begin + place + 2  # the "i" after the R: 69 becomes 49
        changed = sealed[:at] + b"4" + sealed[at + 1 :]
        assert sealed[at : at + 1] == b"6"
        assert verify(changed, trusted).status is Status.CHANGED, at


def test_unknown_key_is_unverified(sealed: bytes) -> None:
    verdict = verify(sealed, ())
    assert verdict.status is Status.UNVERIFIED
    assert "anyone can make such a file" in verdict.sentence


def test_clinic_seal_over_a_changed_strangers_seal(
    unsealed: bytes, clinic_key: ClinicKey, stranger_key: ClinicKey, trusted: Roots
) -> None:
    first = _signed(unsealed, stranger_key, SEAL_FIELD, MDPPerm.FILL_FORMS)
    second = _signed(tampering.red_box(first), clinic_key, "second", None)
    assert verify(second, trusted).status is Status.CHANGED


def _signed(data: bytes, key: ClinicKey, field: str, certify: MDPPerm | None) -> bytes:
    writer = IncrementalPdfFileWriter(io.BytesIO(data))
    if field != SEAL_FIELD:
        fields.append_signature_field(writer, fields.SigFieldSpec(field))
    metadata = signers.PdfSignatureMetadata(
        field_name=field,
        md_algorithm="sha256",
        subfilter=SigSeedSubFilter.PADES,
        certify=certify is not None,
        docmdp_permissions=certify or MDPPerm.FILL_FORMS,
    )
    out: bytes = signers.sign_pdf(writer, metadata, key_signer(key)).getvalue()
    return out


def _foreign() -> pypdf.PdfWriter:
    writer = pypdf.PdfWriter()
    writer.add_blank_page(200, 200)
    return writer


def _written(writer: pypdf.PdfWriter) -> bytes:
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _locked() -> bytes:
    writer = _foreign()
    writer.encrypt("secret", algorithm="RC4-128")
    return _written(writer)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", Reason.EMPTY),
        (b"\x00\xff" * 700, Reason.NO_PDF),
        (b"just a letter", Reason.NO_PDF),
        (b"%PDF-1.7\n", Reason.NO_PDF),
        (b"%PDF-1.7\ntrailer <</Root 1 0 R>>\nstartxref\n9\n%%EOF", Reason.NO_PDF),
        (_written(_foreign()), Reason.FOREIGN),
        (_locked(), Reason.LOCKED),
    ],
    ids=["empty", "random", "text", "header", "no-objects", "foreign", "locked"],
)
def test_what_is_not_ours(data: bytes, reason: Reason, trusted: Roots) -> None:
    verdict = verify(data, trusted)
    assert verdict.status is Status.NOT_OURS
    assert verdict.reason is reason
    assert verdict.signatures == ()


def test_foreign_signed_file_is_not_ours(clinic_key: ClinicKey, trusted: Roots) -> None:
    data = _signed(_written(_foreign()), clinic_key, "contract", None)
    assert verify(data, trusted).reason is Reason.FOREIGN


def test_paper_of_ours_that_never_had_a_seal(trusted: Roots) -> None:
    verdict = verify(render(plan(blocks=()), CREATED), trusted)
    assert verdict.status is Status.NOT_OURS
    assert verdict.reason is Reason.UNSEALED_PAPER


def test_cut_anywhere_is_never_intact(sealed: bytes, trusted: Roots) -> None:
    for size in range(1, len(sealed), 1777):
        assert verify(sealed[:size], trusted).status in (Status.CHANGED, Status.NOT_OURS), size


def test_json_form(sealed: bytes, trusted: Roots) -> None:
    plain = json.loads(json.dumps(as_json(verify(sealed, trusted))))
    assert plain["status"] == "intact"
    assert plain["exit_code"] == 0
    assert plain["visit_attached"] is True
    assert plain["signatures"][0]["claimed_at"] == "2026-11-21T10:58:00+00:00"
    assert as_json(verify(b"", ()))["status"] == "not-ours"


def test_every_reason_has_a_sentence() -> None:
    from sdm_aid.documents.seal.verdict import Verdict

    sentences = {Verdict(Status.INTACT, reason).sentence for reason in Reason}
    assert len(sentences) == len(Reason)
