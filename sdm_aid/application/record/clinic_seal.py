"""The clinic's seal in the vault: made with the record, taken over from a file, or an own one.

The private key lies in the record, encrypted with everything of the clinic; no file ever holds it
in the clear. Whoever can open the record can seal with it: no further passphrase is asked for.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from sdm_aid.application.clinic_key import CERTIFICATE_FILE, has_key, open_key
from sdm_aid.application.record.clinic_time_server import believe_here
from sdm_aid.application.whole_file import save
from sdm_aid.documents.seal import keys, own_key
from sdm_aid.documents.seal.keys import ClinicKey
from sdm_aid.records import clinic
from sdm_aid.records.trouble import DamagedRecord

if TYPE_CHECKING:
    from sdm_aid.records.record import Record

ITEM = "seal"
"""The name of the clinic item that holds it."""
_PEM_END = "-----END CERTIFICATE-----"


class SealExists(Exception):
    """The clinic has a seal already; a further one is taken in by ``import_pkcs12`` alone."""


class CannotSeal(keys.KeyProblem):
    """A plan sealed with it for a trial did not pass our own check."""


class SealAbout(NamedTuple):
    """What is shown of a seal: whose, until when, and the fingerprint to compare by voice."""

    clinic: str
    until: datetime
    fingerprint: str
    origin: str
    """``made``, ``file`` (taken over from this computer) or ``own`` (PKCS#12)."""


def seal_key(record: Record) -> ClinicKey | None:
    """The key that plans are sealed with; None where the clinic has none yet.

    Raises:
        sdm_aid.records.trouble.DamagedRecord: what the record holds is no key.
    """
    found = clinic.item(record, ITEM)
    return None if found is None else _key_of(found)


def about(record: Record) -> SealAbout | None:
    """What can be told about the seal; None where there is none."""
    found = clinic.item(record, ITEM)
    if found is None:
        return None
    key = _key_of(found)
    until = key.certificate.not_valid_after_utc
    return SealAbout(key.clinic, until, keys.fingerprint(key.root), str(found.get("origin", "")))


def make_seal(record: Record, clinic_name: str, now: datetime) -> ClinicKey:
    """A new seal in the clinic's name.

    Raises:
        SealExists: there is one; it is never replaced by a made one.
        ValueError: no name.
        NotAllowed: only an administrator.
    """
    record.may("administrator")
    if clinic.item(record, ITEM) is not None:
        raise SealExists
    key = keys.new_key(clinic_name, now)
    _keep(record, key, "made")
    return key


def import_pkcs12(record: Record, data: bytes, passphrase: str) -> ClinicKey:
    """Seal with the clinic's own certificate from now on; what was sealed before stays trusted.

    Raises:
        sdm_aid.documents.seal.keys.KeyProblem: ``wording.seal_trouble`` says each.
        NotAllowed: only an administrator.
    """
    record.may("administrator")
    now = record.clock()
    key = own_key.read_pkcs12(data, passphrase, now)
    _try(key, now)
    _keep(record, key, "own")
    return key


def adopt_file_key(record: Record, home: Path, passphrase: str) -> ClinicKey:
    """Take over the seal that this computer kept in a file before there was a record.

    The file stays where it is, encrypted as it was.

    Raises:
        sdm_aid.documents.seal.keys.WrongPassphrase, DamagedKey, OSError.
        NotAllowed: only an administrator.
    """
    record.may("administrator")
    key = open_key(home, passphrase)
    _keep(record, key, "file")
    return key


def file_key_here(home: Path) -> bool:
    """Whether this computer has a seal in a file."""
    return has_key(home)


def export_certificate(record: Record) -> bytes:
    """The certificates that others need to check plans of this clinic (PEM, newest first).

    Raises:
        LookupError: the clinic has no seal yet.
    """
    found = clinic.item(record, ITEM)
    if found is None:
        raise LookupError(ITEM)
    return "".join(_each([found["root"], *found["former"]])).encode("ascii")


def trust_here(record: Record, home: Path) -> None:
    """Write the public certificates where ``verify`` looks for them on this computer.

    Those of the clinic's time stamp server too. What was trusted there before stays: a plan sealed
    earlier reads as intact as it did.

    Raises:
        OSError: the folder cannot be written.
    """
    believe_here(record, home)
    if clinic.item(record, ITEM) is None:
        return
    path = home / CERTIFICATE_FILE
    there = path.read_text("ascii", "replace") if path.is_file() else ""
    wanted = export_certificate(record).decode("ascii")
    text = "".join(_each([wanted, *_readable(there)]))
    if text != there:
        home.mkdir(parents=True, exist_ok=True)
        save(path, text.encode("ascii"))


def _keep(record: Record, key: ClinicKey, origin: str) -> None:
    before = clinic.item(record, ITEM)
    former = [] if before is None else [before["root"], *before["former"]]
    root = _pem(key.root)
    value = {
        "private": base64.b64encode(own_key.private_bytes(key)).decode("ascii"),
        "certificate": _pem(key.certificate),
        "root": root,
        "former": [each for each in _each(former) if each != root],
        "origin": origin,
    }
    event = {"kind": "seal_set", "origin": origin, "fingerprint": keys.fingerprint(key.root)}
    clinic.put_item(record, ITEM, value, event)


def _key_of(found: Any) -> ClinicKey:
    try:
        private = base64.b64decode(found["private"])
        return own_key.key_from(private, found["certificate"].encode(), found["root"].encode())
    except (KeyError, TypeError, ValueError, AttributeError) as problem:
        raise DamagedRecord(f"clinic {ITEM}") from problem


def _pem(certificate: Any) -> str:
    from cryptography.hazmat.primitives.serialization import Encoding

    data: bytes = certificate.public_bytes(Encoding.PEM)
    return data.decode("ascii")


def _each(texts: Iterable[str]) -> list[str]:
    """Single certificates in PEM, each once, in order."""
    found: dict[str, None] = {}
    for text in texts:
        for part in text.split(_PEM_END)[:-1]:
            start = part.find("-----BEGIN")
            if start >= 0:
                found[f"{part[start:]}{_PEM_END}\n"] = None
    return list(found)


def _readable(text: str) -> list[str]:
    """Those of a file that are certificates: one damaged entry must not hide the others."""
    good = []
    for each in _each([text]):
        try:
            keys.certificates_in(each.encode("ascii", "replace"))
        except keys.NotACertificate:
            continue
        good.append(each)
    return good


def _try(key: ClinicKey, now: datetime) -> None:
    """Seal a sheet with it and check that: an odd certificate is better refused here than later."""
    from sdm_aid.documents import blocks as b
    from sdm_aid.documents.pdf.render import render
    from sdm_aid.documents.seal.seal import SealProblem, seal

    field = b.SealField((b.Run("Seal"),), "Seal")
    sheet = b.Document("Trial", "en", "", "", (), b.Running((), (), "{page}/{pages}"), (field,))
    try:
        seal(render(sheet, now), key, now, "")
    except SealProblem as problem:
        raise CannotSeal(str(problem)) from problem
