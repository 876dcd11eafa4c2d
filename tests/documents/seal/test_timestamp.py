"""Time stamps by the clinic’s own server: what is taken, and that no byte of one is left open."""

from __future__ import annotations

import asyncio
import hashlib
import io
import random
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from asn1crypto import cms
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

from sdm_aid.documents.seal.container import is_exact
from sdm_aid.documents.seal.keys import ClinicKey
from sdm_aid.documents.seal.seal import seal
from sdm_aid.documents.seal.signature import for_pyhanko
from sdm_aid.documents.seal.timestamp import ClinicStamper, StampProblem, StampTrouble
from sdm_aid.documents.seal.verdict import Reason, Status
from sdm_aid.documents.seal.verify import verify
from tests.documents.sample import CREATED
from tests.documents.seal import tampering
from tests.time_servers import Stamping, stamping

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


def _exchanged(data: bytes, server: Stamping | None, at: datetime = CREATED) -> bytes:
    """The file with another time stamp over its signature, or with none; no key is needed for it.

    The digest, the room and every signed byte stay as they are.
    """
    held = tampering._contents(data)
    container = cms.ContentInfo.load(bytes.fromhex(held[1].decode("ascii")))
    signed = container["content"]
    info = signed["signer_infos"][0]
    fields = {name: info[name] for name in info if name != "unsigned_attrs"}
    if server is not None:
        stamper = ClinicStamper(lambda asked: server.answer(asked, at), [server.certificate], at)
        digest = hashlib.sha256(info["signature"].native).digest()
        token = asyncio.run(stamper.async_timestamp(digest, "sha256"))
        fields["unsigned_attrs"] = [{"type": "signature_time_stamp_token", "values": [token]}]
    signed["signer_infos"] = [cms.SignerInfo(fields)]
    whole: bytes = container.dump(force=True)
    digits = whole.hex().upper().encode("ascii")
    return data[: held.start(1)] + digits.ljust(len(held[1]), b"0") + data[held.end(1) :]


YEARS_LATER = CREATED + timedelta(days=800)


@pytest.mark.parametrize(
    ("begun", "server", "at"),
    [
        ("stamped", None, CREATED),
        ("sealed", "Time of somebody", CREATED),
        ("stamped", "Time of somebody", YEARS_LATER),
        ("stamped", "Time of the clinic", YEARS_LATER),
    ],
    ids=["taken off", "put on", "exchanged", "another of the same server"],
)
def test_a_time_stamp_that_was_not_there_at_sealing_is_a_change(
    begun: str,
    server: str | None,
    at: datetime,
    request: pytest.FixtureRequest,
    clinic_key: ClinicKey,
) -> None:
    """No signature covers a time stamp, so the time shown would be anybody's to choose."""
    data: bytes = request.getfixturevalue(begun)
    other = _exchanged(data, stamping(server) if server else None, at)
    verdict = verify(other, [clinic_key.root], [stamping().certificate])
    assert (verdict.status, verdict.reason) == (Status.CHANGED, Reason.SEAL_BROKEN)


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
