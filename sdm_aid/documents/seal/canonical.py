"""The one form of a signature: of two ECDSA values that say the same, the lower one.

Whoever holds a signature (r, s) can write (r, n - s) in its place without any key, n being the
order of the curve (SEC 1, section 4.1.4).  Where only the lower one is taken, no byte changes
unseen.
"""

from __future__ import annotations

from asn1crypto import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import (
    decode_dss_signature,
    encode_dss_signature,
)


def canonical(signature: bytes, certificate: x509.Certificate) -> bytes:
    """The lower form of an ECDSA signature; a signature by any other kind of key as it is.

    Raises ValueError where the bytes are no ECDSA signature.
    """
    order = _order(certificate)
    if order is None:
        return signature
    r, s = decode_dss_signature(signature)
    return encode_dss_signature(r, min(s, order - s))


def is_canonical(signature: bytes, certificate: x509.Certificate) -> bool:
    """Whether a signature is written in that form."""
    try:
        return canonical(signature, certificate) == signature
    except ValueError:
        return False


def _order(certificate: x509.Certificate) -> int | None:
    """The order of the curve of a certificate's key; None for other kinds and unknown curves."""
    key = certificate.public_key
    if key.algorithm != "ec":
        return None
    kind, name = key.curve
    known = getattr(ec, str(name).upper(), None) if kind == "named" else None
    if not (isinstance(known, type) and issubclass(known, ec.EllipticCurve)):
        return None
    order: int = known().group_order
    return order
