"""Whom this computer trusts: other clinics for their seals, clinicians for their own signatures.

One certificate a file, in a folder for each kind. A clinician's certificate makes no seal trusted.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from sdm_aid.application.clinic_key import CERTIFICATE_FILE, TRUSTED
from sdm_aid.application.whole_file import save
from sdm_aid.documents.seal.certificates import (
    LARGEST_FILE,
    CertificateFacts,
    HoldsSecret,
    as_pem,
    facts,
    read_certificates,
)
from sdm_aid.documents.seal.keys import NotACertificate
from sdm_aid.i18n import _

if TYPE_CHECKING:
    from cryptography.x509 import Certificate

Kind = Literal["clinic", "clinician"]

CLINICIANS = "trusted-clinicians"
"""Folder of certificates of clinicians, beside that of clinics."""
_FOLDERS: dict[Kind, str] = {"clinic": TRUSTED, "clinician": CLINICIANS}
_LONGEST_NAME = 40
MOST_IN_A_FILE = 10
"""A clinic hands on its own, old and new; a computer's list of authorities holds a hundred."""


class BadCertificateFile(ValueError):
    """The file cannot be taken for a clinic's certificate; the text is one sentence."""


@dataclass(frozen=True, slots=True)
class TrustedClinic:
    """One certificate that is trusted. ``id`` names it to the command and to :func:`forget`."""

    id: str
    facts: CertificateFacts
    kind: Kind = "clinic"


def trusted_clinics(home: Path) -> tuple[TrustedClinic, ...]:
    """Who is trusted beside this clinic itself, by name; what is no certificate is passed over.

    Raises:
        OSError: the folder cannot be read.
    """
    found = [
        TrustedClinic(path.name, facts(each), kind)
        for kind in _FOLDERS
        for path, each in _held(home, kind)
    ]
    return tuple(sorted(found, key=lambda one: (one.kind, one.facts.name.casefold(), one.id)))


def clinicians_here(home: Path) -> tuple[Certificate, ...]:
    """The certificates of clinicians whose own signatures are trusted.

    Raises:
        OSError: the folder cannot be read.
    """
    return tuple(each for _path, each in _held(home, "clinician"))


def own_certificates(home: Path) -> tuple[CertificateFacts, ...]:
    """The certificate of this clinic, newest first; empty before it has a seal."""
    try:
        return tuple(facts(each) for each in read_certificates(own_certificate_file(home)))
    except (OSError, ValueError):
        return ()


def own_certificate_file(home: Path) -> bytes:
    """The file to give to other clinics; no secret is in it.

    Raises:
        OSError: there is none yet, or it cannot be read.
    """
    return (home / CERTIFICATE_FILE).read_bytes()


def read_certificate_file(path: Path) -> tuple[Certificate, ...]:
    """The certificates of a .pem, .cer, .crt or .der file that somebody brought.

    Raises:
        BadCertificateFile: its text says in one sentence what is wrong.
    """
    name = path.name or str(path)
    try:
        found = read_certificates(_start_of(path))
    except HoldsSecret as problem:
        words = _(
            "{file} holds a secret key, which nobody should give away. Ask the clinic for its "
            "certificate alone."
        )
        raise BadCertificateFile(words.format(file=name)) from problem
    except NotACertificate as problem:
        words = _("{file} holds no certificate. Ask the clinic for its clinic.pem.")
        raise BadCertificateFile(words.format(file=name)) from problem
    except OSError as problem:
        words = _("{file} cannot be read. Check that it is there, then try again.")
        raise BadCertificateFile(words.format(file=name)) from problem
    if len(found) > MOST_IN_A_FILE:
        words = _("{file} holds more certificates than a clinic has. Ask it for its clinic.pem.")
        raise BadCertificateFile(words.format(file=name))
    return found


def trust(home: Path, certificate: Certificate, kind: Kind = "clinic") -> TrustedClinic:
    """Trust the clinic or clinician of a certificate from now on; the same twice is kept once.

    Raises:
        OSError: the folder cannot be written; nothing was changed.
    """
    held = facts(certificate)
    folder = home / _FOLDERS[kind]
    for one in trusted_clinics(home):
        if (one.kind, one.facts.fingerprint) == (kind, held.fingerprint):
            return one
    folder.mkdir(parents=True, exist_ok=True)
    name = f"{_plain_name(held.name)}-{held.fingerprint.replace(' ', '')[:12].lower()}.pem"
    save(folder / name, as_pem(certificate))
    return TrustedClinic(name, held, kind)


def forget(home: Path, name: str, kind: Kind = "clinic") -> None:
    """Trust a clinic or clinician no longer; ``name``: an id of :func:`trusted_clinics`.

    Raises:
        LookupError: nobody is trusted under that name.
        OSError: the file cannot be taken away.
    """
    path = next((path for path in _files(home, kind) if path.name == name), None)
    if path is None:
        raise LookupError(name)
    path.unlink()


def _held(home: Path, kind: Kind) -> Iterator[tuple[Path, Certificate]]:
    for path in _files(home, kind):
        try:
            held = read_certificates(_start_of(path))
        except (OSError, ValueError):
            continue
        for each in held:
            yield path, each


def _files(home: Path, kind: Kind) -> list[Path]:
    folder = home / _FOLDERS[kind]
    if not folder.is_dir():
        return []
    return sorted(each for each in folder.iterdir() if each.is_file())


def _start_of(path: Path) -> bytes:
    """As much of the file as a certificate could fill, and one byte more."""
    if path.exists() and not path.is_file():
        raise NotACertificate(str(path))  # a folder; or a pipe, which never ends
    with path.open("rb") as opened:
        return opened.read(LARGEST_FILE + 1)


def _plain_name(name: str) -> str:
    """Letters that every file system takes."""
    flat = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^a-z0-9]+", "-", flat.lower()).strip("-")[:_LONGEST_NAME] or "clinic"
