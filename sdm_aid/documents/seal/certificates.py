"""What a certificate says: whose it is, from when to when it holds, and its fingerprint."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import serialization
from cryptography.x509.oid import NameOID

from sdm_aid.documents.seal.keys import NotACertificate, certificates_in, fingerprint

LARGEST_FILE = 1 << 20
"""Bytes; a file with certificates has a few thousand."""
_SECRET = re.compile(rb"-----BEGIN [A-Z ]*PRIVATE KEY-----")
_ORGANISATION_FIRST = (NameOID.ORGANIZATION_NAME, NameOID.COMMON_NAME)


class HoldsSecret(ValueError):
    """The file holds a private key, which nobody should give away."""


@dataclass(frozen=True, slots=True)
class CertificateFacts:
    """What people compare. ``name``: the organisation first, ``person``: the common name first.

    ``by``: who issued it, empty where it vouches for itself.

    ``vouches``: it may issue further certificates.
    """

    name: str
    person: str
    by: str
    begins: datetime
    ends: datetime
    fingerprint: str
    vouches: bool


def facts(certificate: x509.Certificate) -> CertificateFacts:
    """What a certificate says of itself."""
    own = certificate.issuer == certificate.subject
    return CertificateFacts(
        name_of(certificate),
        person_of(certificate),
        "" if own else _name(certificate.issuer),
        certificate.not_valid_before_utc,
        certificate.not_valid_after_utc,
        fingerprint(certificate),
        _vouches(certificate),
    )


def name_of(certificate: x509.Certificate) -> str:
    """The organisation, else the common name, on one line; empty where it names neither."""
    return _name(certificate.subject)


def person_of(certificate: x509.Certificate) -> str:
    """The common name, else the organisation: a clinician's certificate names a person first."""
    return _name(certificate.subject, (NameOID.COMMON_NAME, NameOID.ORGANIZATION_NAME))


def holds_at(certificate: x509.Certificate, moment: datetime) -> bool:
    """Whether the moment (aware) lies within the certificate's time."""
    return certificate.not_valid_before_utc <= moment <= certificate.not_valid_after_utc


def known_through(
    certificate: x509.Certificate, trusted: Sequence[x509.Certificate]
) -> x509.Certificate | None:
    """The trusted certificate that is this one or has signed it, whatever their dates."""
    for root in trusted:
        if root == certificate or _issued(certificate, root):
            return root
    return None


def read_certificates(data: bytes) -> tuple[x509.Certificate, ...]:
    """The certificates of a file in PEM or DER, each once, in order.

    Raises:
        HoldsSecret: there is a private key in it.
        NotACertificate: it holds no certificate, or is far too large for one.
    """
    if len(data) > LARGEST_FILE:
        raise NotACertificate("too large")
    if _SECRET.search(data) or _is_private_der(data):
        raise HoldsSecret("a private key")
    try:
        return tuple(dict.fromkeys(certificates_in(data)))
    except (UnsupportedAlgorithm, TypeError) as problem:
        raise NotACertificate("of an unknown kind") from problem


def as_pem(certificate: x509.Certificate) -> bytes:
    """The certificate as text, as it is kept and handed on."""
    return certificate.public_bytes(serialization.Encoding.PEM)


def _name(of: x509.Name, kinds: Sequence[x509.ObjectIdentifier] = _ORGANISATION_FIRST) -> str:
    for kind in kinds:
        if found := of.get_attributes_for_oid(kind):
            return _one_line(str(found[0].value))
    return ""


def _one_line(words: str) -> str:
    """A name that cannot break out of its line or turn the words around it."""
    return " ".join("".join(c if c.isprintable() else " " for c in words).split())


def _vouches(certificate: x509.Certificate) -> bool:
    try:
        return certificate.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    except (x509.ExtensionNotFound, x509.DuplicateExtension, ValueError):
        return False


def _issued(certificate: x509.Certificate, root: x509.Certificate) -> bool:
    try:
        certificate.verify_directly_issued_by(root)
    except (ValueError, TypeError, InvalidSignature, UnsupportedAlgorithm):
        return False
    return True


def _is_private_der(data: bytes) -> bool:
    if b"-----BEGIN" in data:
        return False
    try:
        serialization.load_der_private_key(data, None)
    except TypeError:
        return True  # one under a passphrase
    except (ValueError, UnsupportedAlgorithm):
        return False
    return True
