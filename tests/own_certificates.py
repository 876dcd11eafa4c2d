"""PKCS#12 files as a clinic may bring them along: good ones, and each with one thing wrong."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
from cryptography.x509.oid import NameOID

SECRET = "open the file"
USAGES = (
    *("digital_signature", "content_commitment", "key_encipherment", "data_encipherment"),
    *("key_agreement", "key_cert_sign", "crl_sign", "encipher_only", "decipher_only"),
)


def own_file(
    now: datetime,
    key: Any = None,
    *,
    usage: str | None = "content_commitment",
    begins: int = -1,
    days: int = 400,
    without_key: bool = False,
    authority: Any = None,
) -> bytes:
    """A file of a self-made certificate, or of one by ``authority`` (its key).

    ``usage``: the one thing its key may be used for; None: no key usage is named at all.
    """
    key = key or ec.generate_private_key(ec.SECP256R1())
    name = x509.Name(
        [
            x509.NameAttribute(NameOID.COMMON_NAME, "Seal of the clinic"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Riverside Hospital"),
        ]
    )
    issuer = name
    if authority is not None:
        issuer = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "An authority")])
    builder = (
        x509.CertificateBuilder(issuer, name, key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now + timedelta(days=begins))
        .not_valid_after(now + timedelta(days=begins + days))
    )
    if usage is not None:
        allowed = x509.KeyUsage(**{each: each == usage for each in USAGES})
        builder = builder.add_extension(allowed, critical=True)
    by = authority or key
    made = builder.sign(by, None if isinstance(by, ed25519.Ed25519PrivateKey) else hashes.SHA256())
    lock = BestAvailableEncryption(SECRET.encode())
    if without_key:
        return pkcs12.serialize_key_and_certificates(b"seal", None, None, [made], lock)
    return pkcs12.serialize_key_and_certificates(b"seal", key, made, None, lock)
