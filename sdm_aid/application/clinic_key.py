"""Where the clinic's seal lives on this PC, and which other clinics' seals it trusts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sdm_aid.application.whole_file import save
from sdm_aid.documents.seal import keys
from sdm_aid.documents.seal.keys import ClinicKey

if TYPE_CHECKING:
    from cryptography.x509 import Certificate

KEY_FILE = "clinic-seal.key"
CERTIFICATE_FILE = "clinic.pem"
TRUSTED = "trusted"
"""Folder of certificates of other clinics, one file each."""

TIME_SERVER_FILE = "time-server.pem"
"""Certificates whose time stamps this computer believes: those of the clinic's own server."""

SHORTEST_PASSPHRASE = 8


def has_key(home: Path) -> bool:
    """True once this clinic has made its seal."""
    return (home / KEY_FILE).exists()


def make_key(home: Path, clinic: str, passphrase: str, now: datetime) -> ClinicKey:
    """Make the clinic's key, kept encrypted under ``passphrase``, and write its certificate.

    Raises:
        ValueError: no clinic name, or a passphrase shorter than eight characters.
        FileExistsError: there is a key already; it is never overwritten.
        OSError: the folder cannot be written.
    """
    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise ValueError("passphrase too short")
    home.mkdir(parents=True, exist_ok=True)
    key = keys.create(home / KEY_FILE, clinic, passphrase, now)
    save(home / CERTIFICATE_FILE, keys.certificate_pem(key))
    return key


def open_key(home: Path, passphrase: str) -> ClinicKey:
    """Open the clinic's key.

    Raises:
        sdm_aid.documents.seal.keys.WrongPassphrase: try again; nothing is lost.
        sdm_aid.documents.seal.keys.DamagedKey: the file is broken.
        OSError: there is none, or it cannot be read.
    """
    return keys.load(home / KEY_FILE, passphrase)


def trusted_here(home: Path) -> tuple[Certificate, ...]:
    """The certificates this PC trusts: its own, and those in the folder ``trusted``.

    A file there that is no certificate is passed over: it can make nothing trusted.
    """
    own = [home / CERTIFICATE_FILE] if (home / CERTIFICATE_FILE).is_file() else []
    others = sorted((home / TRUSTED).glob("*")) if (home / TRUSTED).is_dir() else []
    found: list[Certificate] = []
    for path in (*own, *others):
        try:
            found += certificates((path,))
        except (OSError, keys.NotACertificate):
            continue
    return tuple(found)


def time_servers_here(home: Path) -> tuple[Certificate, ...]:
    """The certificates of time stamp servers that this PC believes; none where it was told none."""
    path = home / TIME_SERVER_FILE
    try:
        return certificates((path,)) if path.is_file() else ()
    except (OSError, keys.NotACertificate):
        return ()


def certificates(files: Iterable[Path]) -> tuple[Certificate, ...]:
    """The certificates in these files.

    Raises:
        OSError: a file cannot be read.
        sdm_aid.documents.seal.keys.NotACertificate: a file holds none; its text names the file.
    """
    found: list[Certificate] = []
    for path in files:
        try:
            found += keys.certificates_in(path.read_bytes())
        except keys.NotACertificate as problem:
            raise keys.NotACertificate(str(path)) from problem
    return tuple(found)
