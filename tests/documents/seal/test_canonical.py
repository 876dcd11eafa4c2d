"""A signature in other bytes that say the same is not the signature that was made."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import pytest
from asn1crypto import cms
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import (
    decode_dss_signature,
    encode_dss_signature,
)

from sdm_aid.documents.seal.verdict import Status
from sdm_aid.documents.seal.verify import verify

CURVE = ec.SECP256R1().group_order


def mirrored(info: cms.SignerInfo) -> None:
    """The other value of s that every validator takes."""
    r, s = decode_dss_signature(info["signature"].native)
    info["signature"] = encode_dss_signature(r, CURVE - s)


def parameters_left_out(info: cms.SignerInfo) -> None:
    """No parameters, in place of the word that there are none."""
    info["digest_algorithm"] = {"algorithm": "sha256"}


@pytest.mark.parametrize("change", [mirrored, parameters_left_out])
def test_the_same_said_in_other_bytes_is_a_change(
    sealed: bytes,
    trusted: Sequence[x509.Certificate],
    change: Callable[[cms.SignerInfo], None],
) -> None:
    room = re.search(rb"/Contents <([0-9A-Fa-f]+)>", sealed)
    assert room is not None
    content = cms.ContentInfo.load(bytes.fromhex(room[1].decode()))
    change(content["content"]["signer_infos"][0])
    other = content.dump(force=True).hex().encode().ljust(len(room[1]), b"0")
    forged = sealed[: room.start(1)] + other + sealed[room.end(1) :]
    assert verify(sealed, trusted).status is Status.INTACT
    assert verify(forged, trusted).status is Status.CHANGED
