"""An own certificate out of a PKCS#12 file, a clinic's or a clinician's, if it can sign plans."""

from __future__ import annotations

from datetime import datetime

from asn1crypto import pkcs12 as asn1_pkcs12
from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import pkcs12

from sdm_aid.documents.seal.keys import ClinicKey, KeyProblem, WrongPassphrase

LARGEST_FILE = 1 << 20
"""Bytes; a PKCS#12 file holds a key and a few certificates."""
_CURVES = (ec.SECP256R1, ec.SECP384R1, ec.SECP521R1)
_LEAST_RSA = 2048


class NotPkcs12(KeyProblem):
    """The file is no PKCS#12 file, or its bytes have changed."""


class NoKeyInside(KeyProblem):
    """The file holds certificates only, or a key without its certificate."""


class KindOfKey(KeyProblem):
    """A key that plans are not sealed with: neither RSA from 2048 bits on nor a NIST curve."""


class OutOfTime(KeyProblem):
    """The certificate has run out, or does not hold yet."""

    def __init__(self, begins: datetime, ends: datetime, now: datetime) -> None:
        super().__init__(f"valid from {begins.isoformat()} to {ends.isoformat()}")
        self.begins, self.ends = begins, ends
        self.early = now < begins


class NotForSigning(KeyProblem):
    """The certificate's key usage leaves out signing (nonRepudiation and digitalSignature)."""


def read_pkcs12(data: bytes, passphrase: str, now: datetime) -> ClinicKey:
    """The key and certificate of a PKCS#12 file (.p12, .pfx).

    The certificate itself is what others are given to trust: a plan carries one certificate only,
    so that nobody would find the way from it to an authority.

    Raises:
        NotPkcs12, WrongPassphrase, NoKeyInside, KindOfKey, OutOfTime, NotForSigning.
    """
    if len(data) > LARGEST_FILE:
        raise NotPkcs12("too large")
    try:
        version = asn1_pkcs12.Pfx.load(data, strict=True)["version"].native
    except (ValueError, TypeError) as problem:
        raise NotPkcs12("not a PKCS#12 file") from problem
    if version != "v3":
        raise NotPkcs12(f"version {version}")
    try:
        key, certificate, _others = pkcs12.load_key_and_certificates(data, passphrase.encode())
    except ValueError as problem:
        # the format does not tell a wrong passphrase from bytes changed inside
        raise WrongPassphrase("the passphrase does not open the file") from problem
    except UnsupportedAlgorithm as problem:
        raise NotPkcs12(str(problem)) from problem
    if key is None or certificate is None:
        raise NoKeyInside("no key with a certificate")
    if not isinstance(key, ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey):
        raise KindOfKey(type(key).__name__)
    check_own(certificate, now)
    if key.public_key() != certificate.public_key():
        raise NoKeyInside("a key of another certificate")
    return ClinicKey(key, certificate, certificate)


def private_bytes(key: ClinicKey) -> bytes:
    """The private key as unencrypted PKCS#8; for what encrypts it next, never for a file."""
    return key.private_key.private_bytes(
        serialization.Encoding.DER,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )


def key_from(private: bytes, certificate: bytes, root: bytes) -> ClinicKey:
    """The key again out of :func:`private_bytes` and two certificates in PEM.

    Raises:
        ValueError: they are not what was written.
    """
    key = serialization.load_der_private_key(private, None)
    if not isinstance(key, ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey):
        raise ValueError("a key of another kind")
    return ClinicKey(
        key, x509.load_pem_x509_certificate(certificate), x509.load_pem_x509_certificate(root)
    )


def check_own(certificate: x509.Certificate, now: datetime) -> None:
    """Whether one can sign with it today: of a file as of a card.

    Raises:
        KindOfKey, OutOfTime, NotForSigning.
    """
    if not _strong(certificate):
        raise KindOfKey("public key")
    begins, ends = certificate.not_valid_before_utc, certificate.not_valid_after_utc
    if not begins <= now <= ends:
        raise OutOfTime(begins, ends, now)
    try:
        usage = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    except x509.ExtensionNotFound:
        return  # no limit set
    if not (usage.content_commitment or usage.digital_signature):
        raise NotForSigning("key usage")


def _strong(certificate: x509.Certificate) -> bool:
    try:
        key = certificate.public_key()
    except (ValueError, UnsupportedAlgorithm):  # a curve that the library does not know
        return False
    if isinstance(key, rsa.RSAPublicKey):
        return key.key_size >= _LEAST_RSA
    return isinstance(key, ec.EllipticCurvePublicKey) and isinstance(key.curve, _CURVES)
