"""Whether a signature's own bytes are exactly those our program writes.

A signature does not cover itself: its unused room, the case of its digits and a few of its fields
could change without breaking it.  Each is pinned here, so that no byte of a plan changes unseen.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from asn1crypto import cms, x509
from asn1crypto.parser import peek
from pyhanko.sign.validation import EmbeddedPdfSignature

from sdm_aid.documents.seal.canonical import is_canonical

ROOM = 8192
"""Hex digits kept free for the seal: two or three times what one by P-256 needs."""
ROOM_OF_ANYBODY = 16384
"""The same for a certificate by another issuer, which may be long and have a key of RSA."""
ROOM_OF_STAMP = 16384
"""What a time stamp takes on top, with its certificate and a signature by RSA."""
CLOCKS_APART = timedelta(minutes=10)
"""How far the server and this computer may differ: people type times, and clocks run on."""
BARE_RSA = "rsassa_pkcs1v15"
"""The algorithm of a signature by RSA, its digest not named."""

_STAMPED = {ROOM + ROOM_OF_STAMP: True, ROOM_OF_ANYBODY + ROOM_OF_STAMP: True}
_STAMPED |= {ROOM: False, ROOM_OF_ANYBODY: False}
_DIGITS = re.compile(rb"<([0-9A-F]*)>\Z")


def is_exact(data: bytes, signature: EmbeddedPdfSignature) -> bool:
    """True if room, digits and unsigned fields of the signature are as written.

    Raises ValueError or KeyError where the container cannot be parsed at all.
    """
    start, size, resume, _rest = (int(edge) for edge in signature.byte_range)
    digits = _DIGITS.match(data[start + size : resume])
    if start != 0 or digits is None:
        return False
    raw = bytes.fromhex(digits[1].decode("ascii"))
    length = peek(raw)
    if any(raw[length:]):
        return False
    # a length that reaches into the unused room would let zeros into the container
    if not is_plain_der(raw[:length]):
        return False
    signed = cms.ContentInfo.load(raw[:length], strict=True)["content"]
    return _plain_fields(signed) and _is_stamped_as_begun(
        signed, len(digits[1]), signature.self_reported_timestamp
    )


def stamped_at(signed: cms.SignedData) -> datetime | None:
    """The time that a time stamp beside the signature states, if there is one."""
    for each in signed["signer_infos"][0]["unsigned_attrs"]:
        if each["type"].native == "signature_time_stamp_token":
            content = each["values"][0]["content"]["encap_content_info"]["content"]
            at: datetime = content.parsed["gen_time"].native
            return at
    return None


def _is_stamped_as_begun(signed: cms.SignedData, room: int, claimed: datetime | None) -> bool:
    """Whether there is a time stamp exactly where room was kept for one, of about the stated time.

    No signature covers a time stamp, so anybody could take it off, or put on one of their own.
    But each signature covers how much room was kept, and the time that the signer's clock told.
    """
    at = stamped_at(signed)
    if claimed is None or _STAMPED.get(room) is not (at is not None):
        return False
    return at is None or abs(at - claimed) <= CLOCKS_APART


def is_plain_der(data: bytes) -> bool:
    """True if ``data`` is one or more DER values that fill it to the last byte, at every depth.

    Lengths are definite and in their shortest form, and no value has the tag 0, which unused room
    would be read as (X.690, clauses 8.1.3, 10.1).
    """
    at = 0
    while at < len(data):
        head = _head(data, at)
        if head is None:
            return False
        begin, end = head
        constructed = data[at] & 0x20
        if constructed and not is_plain_der(data[begin:end]):
            return False
        at = end
    return True


def _head(data: bytes, at: int) -> tuple[int, int] | None:
    """Where the content of the value at ``at`` begins and ends; None where it breaks a rule."""
    tag = data[at]
    if tag == 0 or tag & 0x1F == 0x1F or at + 1 >= len(data):
        return None
    length, begin = data[at + 1], at + 2
    if length & 0x80:
        count = length & 0x7F
        digits = data[begin : begin + count]
        length, begin = int.from_bytes(digits), begin + count
        if not digits or digits[0] == 0 or length < 0x80:
            return None
    end = begin + length
    return (begin, end) if end <= len(data) else None


def is_plain_stamp(token: cms.ContentInfo) -> bool:
    """True if a time stamp (RFC 3161) holds nothing that its own signature leaves open."""
    return bool(token["content_type"].native == "signed_data") and _is_bare(
        token["content"], "v3", stamped=True
    )


def _plain_fields(signed: cms.SignedData) -> bool:
    """One signer, nothing unsigned beside the signature but one time stamp over it."""
    if not _is_bare(signed, "v1", stamped=False):
        return False
    unsigned = signed["signer_infos"][0]["unsigned_attrs"]
    if not unsigned.native:
        return True
    if len(unsigned) != 1 or unsigned[0]["type"].native != "signature_time_stamp_token":
        return False
    tokens = unsigned[0]["values"]
    return len(tokens) == 1 and is_plain_stamp(tokens[0])


def _is_bare(signed: cms.SignedData, version: str, *, stamped: bool) -> bool:
    """One signer, one certificate, one digest; ``stamped``: content inside, nothing unsigned."""
    signers = signed["signer_infos"]
    if signed["version"].native != version or len(signers) != 1 or len(signed["certificates"]) != 1:
        return False
    info = signers[0]
    # as bytes: left out and "nothing" are two ways to write the same parameters
    algorithms = [each.dump() for each in signed["digest_algorithms"]]
    inside = signed["encap_content_info"]["content"].native is not None
    return (
        _names_its_certificate(info, signed["certificates"][0].chosen)
        and info["version"].native == "v1"
        # the bare name of RSA differs in one bit, and says the same
        and info["signature_algorithm"]["algorithm"].native != BARE_RSA
        and is_canonical(info["signature"].native, signed["certificates"][0].chosen)
        and algorithms == [info["digest_algorithm"].dump()]
        and inside == stamped
        and not signed["crls"].native
        and not (stamped and info["unsigned_attrs"].native)
    )


def _names_its_certificate(info: cms.SignerInfo, certificate: x509.Certificate) -> bool:
    """The signer's name is that of the certificate to the letter.

    Nothing signs this copy of the name, and names are compared without regard to case: a changed
    letter would otherwise pass.
    """
    sid = info["sid"]
    if sid.name != "issuer_and_serial_number":
        return False
    of_certificate = certificate["tbs_certificate"]
    return all(
        sid.chosen[part].dump() == of_certificate[part].dump()
        for part in ("issuer", "serial_number")
    )
