"""The clinic's signing key: made on first use, kept encrypted under a passphrase in one file.

The file is JSON: an ECDSA P-256 key under AES-256-GCM, whose key comes from the passphrase by
Argon2id, beside its two certificates and a checksum.  The checksum tells a damaged file from a
wrong passphrase.  A root certificate names the clinic; its own key signs the sealing certificate
once and is thrown away.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import tempfile
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.x509.oid import NameOID

_FORMAT = "sdm-aid/clinic-key/1"
_ARGON2 = {"iterations": 6, "lanes": 1, "memory_kib": 24576}
_ARGON2_AT_MOST = {"iterations": 64, "lanes": 16, "memory_kib": 1 << 20}
_YEARS = 20
_NAME_LIMIT = 64
"""Longest name that X.520 allows; counted here in UTF-8 bytes, the strictest reading."""


class KeyProblem(Exception):
    """The clinic key cannot be used."""


class WrongPassphrase(KeyProblem):
    """The file is whole, but this passphrase does not open it."""


class DamagedKey(KeyProblem):
    """The file is not a clinic key, or its bytes have changed."""


class NotACertificate(ValueError):
    """The data hold no X.509 certificate."""


@dataclass(frozen=True, slots=True)
class ClinicKey:
    """An open key; `certificate` seals, `root` is what other PCs are given to trust."""

    private_key: ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey = field(repr=False)
    certificate: x509.Certificate
    root: x509.Certificate

    @property
    def clinic(self) -> str:
        """Name of the clinic as the certificate states it."""
        named = self.certificate.subject
        for kind in (NameOID.ORGANIZATION_NAME, NameOID.COMMON_NAME):
            if found := named.get_attributes_for_oid(kind):
                return str(found[0].value)
        return named.rfc4514_string()


def create(path: Path, clinic: str, passphrase: str, now: datetime) -> ClinicKey:
    """A new key for a clinic, written to `path` readable by its owner alone.

    Raises FileExistsError rather than overwrite a key, ValueError for an empty name or passphrase,
    OSError where the folder cannot be written.
    """
    if not passphrase:
        raise ValueError("a clinic key needs the clinic's name and a passphrase")
    if path.exists():
        raise FileExistsError(f"there is a key at {path} already")
    made = new_key(clinic, now)
    _write(path, _sealed_file(made, passphrase))
    return made


def new_key(clinic: str, now: datetime) -> ClinicKey:
    """A new key for a clinic, in memory alone; raises ValueError for an empty name."""
    name = " ".join("".join(c if c.isprintable() else " " for c in clinic).split())
    if not name:
        raise ValueError("a clinic key needs the clinic's name and a passphrase")
    root_key = ec.generate_private_key(ec.SECP256R1())
    key = ec.generate_private_key(ec.SECP256R1())
    issuer = _name(name, "clinic root")
    root = _certificate(issuer, root_key.public_key(), issuer, root_key, now, authority=True)
    subject = _name(name, "plan seal")
    leaf = _certificate(subject, key.public_key(), issuer, root_key, now, authority=False)
    return ClinicKey(key, leaf, root)


def load(path: Path, passphrase: str) -> ClinicKey:
    """The key in a file.

    Raises WrongPassphrase, DamagedKey, or OSError (FileNotFoundError before first use).
    """
    body = _checked(path.read_bytes())
    try:
        key = _key_from_passphrase(passphrase, base64.b64decode(body["salt"]), body["argon2id"])
        certificates = [x509.load_pem_x509_certificate(p.encode()) for p in body["certificates"]]
        nonce, sealed = base64.b64decode(body["nonce"]), base64.b64decode(body["private_key"])
        plain = AESGCM(key).decrypt(nonce, sealed, _FORMAT.encode())
        private = serialization.load_der_private_key(plain, None)
        leaf, root = certificates
    except InvalidTag:
        raise WrongPassphrase("the passphrase does not open the clinic key") from None
    except (KeyError, TypeError, ValueError) as problem:
        raise DamagedKey(f"the clinic key {path.name} cannot be read") from problem
    if not isinstance(private, ec.EllipticCurvePrivateKey):
        raise DamagedKey(f"the clinic key {path.name} is of another kind")
    return ClinicKey(private, leaf, root)


def certificate_pem(key: ClinicKey) -> bytes:
    """The clinic's root certificate, for other PCs to trust; no secret in it."""
    return key.root.public_bytes(serialization.Encoding.PEM)


def certificates_in(data: bytes) -> tuple[x509.Certificate, ...]:
    """The certificates of a PEM or DER file; raises NotACertificate."""
    try:
        if b"-----BEGIN" in data:
            return tuple(x509.load_pem_x509_certificates(data))
        return (x509.load_der_x509_certificate(data),)
    except ValueError as problem:
        raise NotACertificate("the file holds no certificate") from problem


def pem_of(certificates: Iterable[x509.Certificate]) -> str:
    """Certificates one after the other in PEM."""
    each = [one.public_bytes(serialization.Encoding.PEM) for one in certificates]
    return b"".join(each).decode("ascii")


def fingerprint(certificate: x509.Certificate) -> str:
    """SHA-256 of the certificate in groups of four, to compare by voice."""
    digest = certificate.fingerprint(hashes.SHA256()).hex().upper()
    return " ".join(digest[i : i + 4] for i in range(0, len(digest), 4))


def _name(clinic: str, purpose: str) -> x509.Name:
    common = f"{_short(clinic, _NAME_LIMIT - 1 - len(purpose))} {purpose}"
    return x509.Name(
        [
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, _short(clinic, _NAME_LIMIT)),
            x509.NameAttribute(NameOID.COMMON_NAME, common),
        ]
    )


def _short(text: str, limit: int) -> str:
    """As many whole characters as fit in `limit` bytes."""
    return text.encode("utf-8")[:limit].decode("utf-8", errors="ignore").rstrip()


def _certificate(
    subject: x509.Name,
    public: ec.EllipticCurvePublicKey,
    issuer: x509.Name,
    issuer_key: ec.EllipticCurvePrivateKey,
    now: datetime,
    *,
    authority: bool,
) -> x509.Certificate:
    usage = x509.KeyUsage(
        digital_signature=not authority,
        content_commitment=not authority,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=authority,
        crl_sign=authority,
        encipher_only=False,
        decipher_only=False,
    )
    authority_key = x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key.public_key())
    builder = (
        x509.CertificateBuilder(issuer, subject, public)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))  # clocks of two PCs differ
        .not_valid_after(now + timedelta(days=365.25 * _YEARS))
        .add_extension(x509.BasicConstraints(authority, 0 if authority else None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
        .add_extension(authority_key, critical=False)
        .add_extension(usage, critical=True)
    )
    return builder.sign(issuer_key, hashes.SHA256())


def _key_from_passphrase(passphrase: str, salt: bytes, cost: dict[str, int]) -> bytes:
    if any(not 0 < cost[name] <= most for name, most in _ARGON2_AT_MOST.items()):
        raise ValueError("cost of the passphrase out of range")
    derivation = Argon2id(
        salt=salt,
        length=32,
        iterations=cost["iterations"],
        lanes=cost["lanes"],
        memory_cost=cost["memory_kib"],
    )
    return derivation.derive(unicodedata.normalize("NFC", passphrase).encode("utf-8"))


def _sealed_file(made: ClinicKey, passphrase: str) -> bytes:
    salt, nonce = os.urandom(16), os.urandom(12)
    plain = made.private_key.private_bytes(
        serialization.Encoding.DER,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    key = _key_from_passphrase(passphrase, salt, _ARGON2)
    pem = serialization.Encoding.PEM
    body: dict[str, Any] = {
        "format": _FORMAT,
        "argon2id": _ARGON2,
        "salt": base64.b64encode(salt).decode(),
        "nonce": base64.b64encode(nonce).decode(),
        "private_key": base64.b64encode(
            AESGCM(key).encrypt(nonce, plain, _FORMAT.encode())
        ).decode(),
        "certificates": [each.public_bytes(pem).decode() for each in (made.certificate, made.root)],
    }
    body["sha256"] = _checksum(body)
    return json.dumps(body, indent=1, sort_keys=True).encode() + b"\n"


def _checksum(body: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()


def _checked(data: bytes) -> dict[str, Any]:
    """The fields of a key file whose checksum holds."""
    try:
        body = json.loads(data)
        claimed = body.pop("sha256")
        whole = body["format"] == _FORMAT and claimed == _checksum(body)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as problem:
        raise DamagedKey("the file is not a clinic key") from problem
    if not whole:
        raise DamagedKey("the clinic key has been damaged")
    return dict(body)


def _write(path: Path, data: bytes) -> None:
    """All or nothing: a new file beside it takes the name once it is safely on disk."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")  # made 0600
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
