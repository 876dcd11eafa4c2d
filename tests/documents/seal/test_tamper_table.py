"""Every way to change a sealed plan, with one signature and with two: verdict, reason and kind."""

# mypy: disable-error-code="no-untyped-call"
from __future__ import annotations

import io
from collections.abc import Sequence

import pytest
from cryptography import x509
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields

from sdm_aid.documents.marks import APPROVAL_FIELD, SEAL_FIELD
from sdm_aid.documents.seal.approval import add_approval, by_key
from sdm_aid.documents.seal.keys import ClinicKey
from sdm_aid.documents.seal.seal import seal
from sdm_aid.documents.seal.signature import Wanted, key_signer, sign
from sdm_aid.documents.seal.verdict import Change, Coverage, Reason, Role, Status, Trace, Trust
from sdm_aid.documents.seal.verify import verify
from tests.documents.sample import CREATED, VISIT
from tests.documents.seal import tampering as t

Roots = Sequence[x509.Certificate]

LATER = (
    (t.note_added, Reason.CONTENT_ADDED, Trace.NOTE_ADDED),
    (t.red_box, Reason.CONTENT_ADDED, Trace.PAGE_CHANGED),
    (t.page_added, Reason.CONTENT_ADDED, Trace.PAGE_ADDED),
    (t.page_removed, Reason.CONTENT_ADDED, Trace.PAGE_REMOVED),
    (t.attachment_replaced, Reason.CONTENT_ADDED, Trace.VISIT_REPLACED),
    (t.file_attached, Reason.CONTENT_ADDED, Trace.FILE_ATTACHED),
    (t.form_filled, Reason.CONTENT_ADDED, Trace.FORM_FILLED),
    (t.title_changed, Reason.CONTENT_ADDED, Trace.SOMETHING),
    (t.nothing_changed, Reason.CONTENT_ADDED, Trace.SOMETHING),
    (t.junk_appended, Reason.AFTER_END, Trace.AFTER_END),
    (t.line_end_appended, Reason.AFTER_END, Trace.AFTER_END),
)
"""What leaves the sealed bytes as they were: the visit can still be read as it was sealed."""
INSIDE = (
    (t.page_byte_flipped, Reason.BYTES_CHANGED, Trace.BYTES),
    (t.metadata_byte_flipped, Reason.BYTES_CHANGED, Trace.BYTES),
    (t.rewritten, Reason.REWRITTEN, Trace.REWRITTEN),
)
GONE = (
    (t.seal_stripped, Reason.SEAL_REMOVED),
    (t.field_and_seal_stripped, Reason.SEAL_REMOVED),
    (t.back_to_unsealed, Reason.SEAL_REMOVED),
    (t.attachment_and_seal_stripped, Reason.SEAL_REMOVED),
    (t.truncated, Reason.CUT_OFF),
    (t.truncated_to_half, Reason.CUT_OFF),
)


@pytest.fixture(params=["one", "two"])
def file(request: pytest.FixtureRequest, sealed: bytes, sealed_twice: bytes) -> bytes:
    """A plan with the clinic's seal, and one that the clinician signed as well."""
    return sealed if request.param == "one" else sealed_twice


def test_untouched_with_two_signatures(
    sealed_twice: bytes, trusted: Roots, clinician_key: ClinicKey
) -> None:
    verdict = verify(sealed_twice, (*trusted, clinician_key.root))
    assert (verdict.status, verdict.reason) == (Status.INTACT, Reason.SEALED)
    assert verdict.visit == VISIT
    seal_found, approval = verdict.signatures
    assert (seal_found.role, approval.role) == (Role.SEAL, Role.APPROVAL)
    assert approval.signer == "Dr A. Okafor plan seal"
    assert (seal_found.coverage, approval.coverage) == (
        Coverage.EARLIER_VERSION,
        Coverage.WHOLE_FILE,
    )
    assert (seal_found.traces, approval.traces) == ((), ())
    assert verdict.sealed_size is not None
    assert verdict.sealed_size < len(sealed_twice)


def _named(each: object) -> str:
    """The same in every process: where a function lies in memory is not."""
    return getattr(each, "__name__", str(each))


@pytest.mark.parametrize(("tamper", "reason", "kind"), LATER, ids=_named)
def test_what_came_on_top_is_named(
    file: bytes, trusted: Roots, tamper: t.Tamper, reason: Reason, kind: Trace
) -> None:
    verdict = verify(tamper(file), trusted)
    assert (verdict.status, verdict.reason) == (Status.CHANGED, reason)
    assert verdict.traces == (kind,)
    assert verdict.visit == VISIT
    assert verdict.signatures[-1].traces == (kind,)
    assert not file[verdict.sealed_size :] or len(verdict.signatures) == 2


@pytest.mark.parametrize(("tamper", "reason", "kind"), INSIDE, ids=_named)
def test_what_was_changed_inside_is_named(
    file: bytes, trusted: Roots, tamper: t.Tamper, reason: Reason, kind: Trace
) -> None:
    verdict = verify(tamper(file), trusted)
    assert (verdict.status, verdict.reason) == (Status.CHANGED, reason)
    assert verdict.traces == (kind,)
    assert verdict.visit is None
    assert {found.change for found in verdict.signatures} == {Change.ALTERED}


@pytest.mark.parametrize(("tamper", "reason"), GONE, ids=_named)
def test_what_is_gone_is_named(
    file: bytes, trusted: Roots, tamper: t.Tamper, reason: Reason
) -> None:
    verdict = verify(tamper(file), trusted)
    assert (verdict.status, verdict.reason) == (Status.CHANGED, reason)
    assert verdict.signatures == ()
    assert verdict.visit is None


@pytest.mark.parametrize(
    "tamper", [t.seal_byte_flipped, t.seal_case_flipped, t.seal_room_used], ids=_named
)
def test_a_damaged_seal_is_told_from_what_it_covers(
    file: bytes, trusted: Roots, tamper: t.Tamper
) -> None:
    verdict = verify(tamper(file), trusted)
    assert verdict.status is Status.CHANGED
    assert verdict.signatures[0].change is Change.BROKEN
    assert verdict.visit is None


def test_the_later_part_alone_changed_leaves_the_seal_standing(
    sealed_twice: bytes, trusted: Roots
) -> None:
    begun = verify(sealed_twice, trusted).sealed_size or 0
    at = sealed_twice.index(b"/ByteRange", begun) - 4
    verdict = verify(t._flipped(sealed_twice, at, 4), trusted)
    assert verdict.status is Status.CHANGED
    assert verdict.signatures[0].stands
    assert not verdict.signatures[-1].stands
    assert verdict.visit == VISIT


def test_the_clinicians_signature_removed_by_an_update_is_named(
    sealed_twice: bytes, trusted: Roots
) -> None:
    verdict = verify(t.signature_taken_off(sealed_twice), trusted)
    assert (verdict.status, verdict.reason) == (Status.CHANGED, Reason.CONTENT_ADDED)
    (seal_found,) = verdict.signatures
    assert seal_found.traces == (Trace.SIGNATURE_REMOVED,)


def test_the_clinicians_signature_cut_off_is_missed(sealed_twice: bytes, trusted: Roots) -> None:
    cut = sealed_twice[: verify(sealed_twice, trusted).sealed_size]
    verdict = verify(cut, trusted)
    assert (verdict.status, verdict.reason) == (Status.CHANGED, Reason.APPROVAL_REMOVED)


def test_a_look_alike_of_the_clinic_is_unknown(
    unsealed: bytes, with_room: bytes, stranger_key: ClinicKey, clinic_key: ClinicKey
) -> None:
    for pdf, approval in ((unsealed, None), (with_room, by_key(clinic_key))):
        verdict = verify(
            seal(pdf, stranger_key, CREATED, "Agreed plan", approval), (clinic_key.root,)
        )
        assert (verdict.status, verdict.reason) == (Status.UNVERIFIED, Reason.UNKNOWN_KEY)
        assert verdict.signatures[0].signer == "Riverside Pain Clinic"
        assert verdict.signatures[0].trust is Trust.UNKNOWN


def test_a_stranger_in_the_clinicians_field_is_told_and_the_seal_decides(
    sealed_twice: bytes, trusted: Roots, stranger_key: ClinicKey
) -> None:
    cut = sealed_twice[: verify(sealed_twice, trusted).sealed_size]
    verdict = verify(add_approval(cut, by_key(stranger_key), CREATED), trusted)
    assert (verdict.status, verdict.reason) == (Status.INTACT, Reason.SEALED)
    assert [found.trust for found in verdict.signatures] == [Trust.KNOWN, Trust.UNKNOWN]


@pytest.mark.parametrize("room", [False, True], ids=["no-room", "room"])
def test_a_stranger_who_adds_a_field_and_signs_is_a_change(
    room: bool, sealed_twice: bytes, unsealed: bytes, trusted: Roots,
    clinic_key: ClinicKey, stranger_key: ClinicKey,
) -> None:  # fmt: skip
    allows = Wanted(SEAL_FIELD, "", "", fields.MDPPerm.FILL_FORMS)
    first = _signed(unsealed, clinic_key, allows) if not room else sealed_twice
    verdict = verify(_signed(first, stranger_key, Wanted("mine", "", "")), trusted)
    assert (verdict.status, verdict.reason) == (Status.CHANGED, Reason.SIGNED_AGAIN)
    assert verdict.traces == (Trace.SIGNED_AGAIN,)
    assert verdict.signatures[-1].role is Role.FURTHER
    assert verdict.signatures[-1].trust is Trust.UNKNOWN


def test_something_slipped_in_between_the_two_is_a_change(
    sealed_twice: bytes, trusted: Roots, clinician_key: ClinicKey
) -> None:
    """Also where the seal would allow it: ours are made one upon the other."""
    cut = sealed_twice[: verify(sealed_twice, trusted).sealed_size]
    between = add_approval(t.nothing_changed(cut), by_key(clinician_key), CREATED)
    verdict = verify(between, (*trusted, clinician_key.root))
    assert (verdict.status, verdict.reason) == (Status.CHANGED, Reason.CONTENT_ADDED)


def test_a_signature_without_certification_is_not_our_seal(
    with_room: bytes, trusted: Roots, clinic_key: ClinicKey
) -> None:
    for field in (SEAL_FIELD, APPROVAL_FIELD):
        verdict = verify(_signed(with_room, clinic_key, Wanted(field, "", "")), trusted)
        assert (verdict.status, verdict.reason) == (Status.CHANGED, Reason.OTHER_SEAL)


@pytest.mark.parametrize("filled", [True, False], ids=["filled", "empty"])
def test_ten_thousand_fields_are_not_read_one_by_one(
    filled: bool, sealed: bytes, trusted: Roots
) -> None:
    def change(writer: IncrementalPdfFileWriter) -> None:
        held = writer.root["/AcroForm"]["/Fields"]
        field = generic.DictionaryObject({"/FT": generic.pdf_name("/Sig")})
        if filled:
            field["/V"] = held[0].raw_get("/V")
        for number in range(10_000):
            field["/T"] = generic.TextStringObject(f"more-{number}")
            held.append(generic.DictionaryObject(field))
        writer.update_container(held)

    verdict = verify(t._updated(sealed, change), trusted)
    assert verdict.status is Status.CHANGED
    assert len(verdict.signatures) <= 1


_HOW = st.sampled_from(("flip", "insert", "delete", "cut"))


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(how=_HOW, place=st.floats(0, 1, exclude_max=True), byte=st.integers(1, 255))
def test_any_change_anywhere_is_never_intact(
    how: str, place: float, byte: int, sealed_twice: bytes, trusted: Roots
) -> None:
    at = int(place * len(sealed_twice))
    before, after = sealed_twice[:at], sealed_twice[at:]
    changed = {
        "flip": before + bytes([after[0] ^ byte]) + after[1:],
        "insert": before + bytes([byte]) + after,
        "delete": before + after[byte:],
        "cut": before,
    }[how]
    assert verify(changed, trusted).status is not Status.INTACT


def _signed(data: bytes, key: ClinicKey, wanted: Wanted) -> bytes:
    writer = IncrementalPdfFileWriter(io.BytesIO(data))
    if wanted.field not in (SEAL_FIELD, APPROVAL_FIELD):
        fields.append_signature_field(writer, fields.SigFieldSpec(wanted.field))
    return sign(writer, wanted, key_signer(key), CREATED)
