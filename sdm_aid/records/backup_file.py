"""The form of a backup: an encrypted database in one file, and at its end what belongs with it.

The file begins with ``SDMAIDBK`` (it stands where SQLCipher keeps its salt), so that it is known by
its first bytes; then the database; then the manifest, its SHA-256, its length and the format.
Because the manifest comes last, a file that was cut short is never taken for a whole one.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import os
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, BinaryIO

from sdm_aid.i18n import _
from sdm_aid.records import header as headers
from sdm_aid.records.header import Head, Header
from sdm_aid.records.keys import Keys
from sdm_aid.records.trouble import BadBackup, DamagedHeader, NewerRecord, RecordUnwritable

MAGIC = b"SDMAIDBK"
SUFFIX = ".sdmbackup"
_FORMATS = b"sdm-aid.backup/"
_FORMAT = _FORMATS + b"1"
_END = 32 + 8 + len(_FORMAT)
"""SHA-256 of the manifest, its length, the format."""
_LARGEST = 4 * 1024 * 1024
"""No manifest comes near: a damaged length must not eat the memory."""
_PIECE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup says about itself. ``made``: ISO moment; ``seq`` and ``hash``: the journal's
    head; ``counts``: rows by table; ``size`` and ``sha256``: of the database in it; ``broken``: the
    entry at which the journal did not hold already when it was copied (0: it held)."""

    made: str
    clinic: str
    vault: str
    schema: int
    seq: int
    hash: str
    counts: dict[str, int]
    size: int
    sha256: str
    header: bytes
    broken: int = 0
    mac: str = ""

    @property
    def head(self) -> Head:
        """The last entry in it."""
        return Head(self.seq, bytes.fromhex(self.hash))

    def read_header(self) -> Header:
        """The header with the wrapped keys.

        Raises:
            BadBackup, NewerRecord.
        """
        try:
            return headers.from_bytes(self.header)
        except DamagedHeader as problem:
            raise BadBackup(_("its keys are damaged")) from problem

    def signed(self, keys: Keys) -> Manifest:
        """The same with a keyed hash: only somebody who could open the record could write it."""
        return replace(self, mac=self._mac(keys))

    def genuine(self, keys: Keys) -> bool:
        """Whether the keyed hash holds."""
        return hmac.compare_digest(self.mac, self._mac(keys))

    def _mac(self, keys: Keys) -> str:
        plain = json.dumps(_fields(replace(self, mac="")), sort_keys=True).encode()
        return hmac.new(keys.chain, b"backup " + plain, hashlib.sha256).hexdigest()


def finish(path: Path, manifest: Manifest) -> None:
    """Append the manifest to the database in ``path`` and see that all of it is on the disk.

    Raises:
        OSError: the disk takes no more.
    """
    said = json.dumps(_fields(manifest), ensure_ascii=False, sort_keys=True).encode()
    end = hashlib.sha256(said).digest() + len(said).to_bytes(8, "big") + _FORMAT
    with path.open("r+b") as file:
        file.seek(0, os.SEEK_END)
        file.write(said + end)
        file.flush()
        os.fsync(file.fileno())


def read_manifest(path: Path) -> Manifest:
    """What the file says about itself, read without a key.

    Raises:
        BadBackup: no backup of ours, or damaged; the text says which part.
        NewerRecord: made by a newer version of the program.
        RecordUnwritable: the file cannot be read.
    """
    try:
        with path.open("rb") as file:
            return _read(file, path.stat().st_size)
    except FileNotFoundError:
        raise BadBackup(_("there is no such file")) from None
    except IsADirectoryError:
        raise BadBackup(_("it is a folder")) from None
    except OSError as problem:
        raise RecordUnwritable(full=False, where=str(path)) from problem


def sha256_of(path: Path, size: int, also: BinaryIO | None = None) -> str:
    """The SHA-256 of the first ``size`` bytes, which are written to ``also`` on the way.

    Raises:
        OSError.
    """
    hashed, left = hashlib.sha256(), size
    with path.open("rb") as file:
        while left and (piece := file.read(min(_PIECE, left))):
            hashed.update(piece)
            left -= len(piece)
            if also is not None:
                also.write(piece)
    return hashed.hexdigest()


def _read(file: BinaryIO, size: int) -> Manifest:
    if file.read(len(MAGIC)) != MAGIC:
        raise BadBackup(_("it does not begin like one"))
    if size < len(MAGIC) + _END:
        raise BadBackup(_("its end is missing"))
    file.seek(size - _END)
    end = file.read(_END)
    digest, length, form = end[:32], int.from_bytes(end[32:40], "big"), end[40:]
    if form != _FORMAT:
        if form.startswith(_FORMATS) and form[len(_FORMATS) :].isdigit():
            raise NewerRecord(form.decode("ascii"))
        raise BadBackup(_("its end is missing"))
    if length > min(_LARGEST, size - len(MAGIC) - _END):
        raise BadBackup(_("its list of contents is damaged"))
    file.seek(size - _END - length)
    said = file.read(length)
    if hashlib.sha256(said).digest() != digest:
        raise BadBackup(_("its list of contents is damaged"))
    manifest = _from_fields(said)
    if manifest.size != size - _END - length:
        raise BadBackup(_("its database is not as long as it says"))
    return manifest


def _fields(manifest: Manifest) -> dict[str, Any]:
    return {**asdict(manifest), "header": base64.b64encode(manifest.header).decode("ascii")}


def _from_fields(said: bytes) -> Manifest:
    try:
        fields = json.loads(said)
        header = base64.b64decode(fields.pop("header"), validate=True)
        manifest = Manifest(**fields, header=header)
        bytes.fromhex(manifest.hash)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as problem:
        raise BadBackup(_("its list of contents is damaged")) from problem
    return manifest
