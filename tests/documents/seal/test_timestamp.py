"""Time stamps by the clinic’s own server: what is taken, and that no byte of one is left open."""

from __future__ import annotations

import io
import random
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

from sdm_aid.documents.seal.container import is_exact
from sdm_aid.documents.seal.keys import ClinicKey
from sdm_aid.documents.seal.seal import seal
from sdm_aid.documents.seal.signature import for_pyhanko
from sdm_aid.documents.seal.timestamp import ClinicStamper, StampProblem, StampTrouble
from tests.documents.sample import CREATED
from tests.documents.seal import tampering
from tests.time_servers import stamping

Answering = Callable[[bytes], bytes]


@pytest.fixture(scope="module")
def stamped(unsealed: bytes, clinic_key: ClinicKey) -> bytes:
    stamper = ClinicStamper(stamping().answer, [stamping().certificate], CREATED)
    return seal(unsealed, clinic_key, CREATED, "Agreed plan", stamper=stamper)


def test_a_stamped_seal_is_seen_valid_with_the_servers_time(
    stamped: bytes, clinic_key: ClinicKey
) -> None:
    (signature,) = PdfFileReader(io.BytesIO(stamped)).embedded_signatures
    roots = [for_pyhanko(each) for each in (clinic_key.root, stamping().certificate)]
    context = ValidationContext(trust_roots=roots, allow_fetching=False, moment=CREATED)
    status = validate_pdf_signature(signature, context)
    assert status.bottom_line
    assert status.timestamp_validity is not None
    assert status.timestamp_validity.trusted
    assert status.timestamp_validity.timestamp == CREATED
    (unsigned,) = signature.signer_info["unsigned_attrs"]
    assert unsigned["type"].native == "signature_time_stamp_token"
    assert len(unsigned["values"][0]["content"]["certificates"]) == 1


def test_no_byte_of_the_signature_or_its_stamp_is_left_open(
    stamped: bytes, clinic_key: ClinicKey
) -> None:
    """A changed bit either breaks the signature, or its stamp, or the shape they are written in."""
    begin, end = tampering._contents(stamped).span(1)
    roots = [for_pyhanko(each) for each in (clinic_key.root, stamping().certificate)]
    assert _whole(stamped, roots)
    chance = random.Random(6)
    for at in chance.sample(range(begin, end), 100):
        changed = tampering._flipped(stamped, at, 1 << chance.randrange(8))
        assert not _whole(changed, roots), at


def _whole(data: bytes, roots: list[object]) -> bool:
    context = ValidationContext(trust_roots=roots, allow_fetching=False, moment=CREATED)
    try:
        (signature,) = PdfFileReader(io.BytesIO(data)).embedded_signatures
        if not is_exact(data, signature):
            return False
        return bool(validate_pdf_signature(signature, context).bottom_line)
    except Exception:  # noqa: BLE001 - whatever a broken file raises, it is not whole
        return False


def _cut(answer: bytes) -> bytes:
    return answer[:-30]


REFUSED = bytes.fromhex("30053003020102")
"""A response whose status is "rejection" (RFC 3161, 2.4.2)."""


def _of_another_request(request: bytes) -> bytes:
    """A stamp that was made for other bytes, with the right random number."""
    from asn1crypto import tsp

    asked = tsp.TimeStampReq.load(request)
    asked["message_imprint"]["hashed_message"] = bytes(32)
    return stamping().answer(asked.dump(force=True))


LATE = CREATED + timedelta(minutes=11)


@pytest.mark.parametrize(
    ("ask", "trouble", "at"),
    [
        (lambda _request: b"", StampTrouble.ANSWER, None),
        (lambda _request: b"<html>", StampTrouble.ANSWER, None),
        (lambda request: _cut(stamping().answer(request)), StampTrouble.ANSWER, None),
        (lambda _request: REFUSED, StampTrouble.ANSWER, None),
        (_of_another_request, StampTrouble.ANSWER, None),
        (lambda request: stamping("Somebody else").answer(request), StampTrouble.STRANGER, None),
        (lambda request: stamping().answer(request, LATE), StampTrouble.CLOCK, LATE),
    ],
    ids=["empty", "page", "cut", "refused", "other bytes", "stranger", "clock"],
)
def test_an_answer_that_is_no_stamp_of_ours_is_refused(
    unsealed: bytes,
    clinic_key: ClinicKey,
    ask: Answering,
    trouble: StampTrouble,
    at: datetime | None,
) -> None:
    stamper = ClinicStamper(ask, [stamping().certificate], CREATED)
    with pytest.raises(StampProblem) as problem:
        seal(unsealed, clinic_key, CREATED, "Agreed plan", stamper=stamper)
    assert (problem.value.trouble, problem.value.stamped) == (trouble, at)


def test_a_certificate_that_is_not_for_time_stamps_is_refused(
    unsealed: bytes, clinic_key: ClinicKey
) -> None:
    other = stamping("Of a web page", for_time=False)
    stamper = ClinicStamper(other.answer, [other.certificate], CREATED)
    with pytest.raises(StampProblem) as problem:
        seal(unsealed, clinic_key, CREATED, "Agreed plan", stamper=stamper)
    assert problem.value.trouble is StampTrouble.STRANGER
