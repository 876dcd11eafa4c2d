"""Brings a record back from a backup, on this or another computer, with a user's passphrase."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from sdm_aid.i18n import _
from sdm_aid.records import header as headers
from sdm_aid.records import keys as key_room
from sdm_aid.records import making, schema, vault
from sdm_aid.records.backup import Progress, check_database
from sdm_aid.records.backup_file import Manifest, read_manifest, sha256_of
from sdm_aid.records.clinic import BACKUPS, read_item, write_item
from sdm_aid.records.disk import new_private_file, put_in_place
from sdm_aid.records.engine import translated
from sdm_aid.records.header import RECOVERY, Header
from sdm_aid.records.keys import Keys
from sdm_aid.records.opening import open_for
from sdm_aid.records.place import Place
from sdm_aid.records.record import Clock, Record
from sdm_aid.records.trouble import BadBackup, NewerRecord, RecordExists, TailCut

_HALF = ".restoring-"


class Restored(NamedTuple):
    """What was brought back. ``cut``: this computer had seen later entries, which are not in it.

    ``aside``: the folder to which the record that stood there was moved.
    """

    manifest: Manifest
    cut: TailCut | None = None
    aside: Path | None = None


def unlock(file: Path, user: str, secret: str) -> tuple[Manifest, Header, Keys]:
    """Open a backup's keys with the passphrase of a user of that time, or with the printed key.

    Raises:
        BadBackup, NewerRecord, UnknownUser, WrongPassphrase, RecordUnwritable.
    """
    manifest = read_manifest(file)
    header = manifest.read_header()
    if manifest.schema > schema.VERSION:
        raise NewerRecord(str(manifest.schema))
    typed = key_room.typed_recovery_key(secret) if user == RECOVERY else secret
    keys = headers.open_slot(header, user, typed)
    if not headers.genuine(manifest.header, keys) or not manifest.genuine(keys):
        raise BadBackup(_("its list of contents was not written by this clinic"))
    return manifest, header, keys


def restore(
    place: Place,
    file: Path,
    user: str,
    secret: str,
    clock: Clock,
    *,
    set_aside: bool = False,
    progress: Progress | None = None,
) -> Restored:
    """Bring the record in ``file`` into the folder of ``place``, embedded, closed.

    It is checked whole before it gets its name; the journal then says that it was brought back.
    ``set_aside``: a record that is there is moved into a folder beside it, never deleted.

    Raises:
        RecordExists: there is a record, and ``set_aside`` was not asked for.
        BadBackup, NewerRecord, UnknownUser, WrongPassphrase, RecordInUse, RecordUnwritable.
    """
    here = Place(place.folder)
    if making.is_whole(here) and not set_aside:
        raise RecordExists(str(here.folder))
    manifest, header, keys = unlock(file, user, secret)
    with translated(str(here.folder)):
        here.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    lock = vault.hold(here)
    try:
        with translated(str(here.folder)):
            aside = _put(here, file, manifest, header, keys, set_aside, progress)
    finally:
        if lock is not None:
            lock.release()
    opened = open_for(here, user, secret, clock)
    done = Restored(manifest, opened.cut, aside)
    try:
        _note(opened.record, done, file)
    finally:
        opened.record.close()
    return done


def _note(record: Record, done: Restored, file: Path) -> None:
    """Into the journal that it was brought back, and into the list of backups what copies lie."""
    made, seq = done.manifest.made, done.manifest.seq
    what: dict[str, object] = {"kind": "restored", "made": made, "seq": seq}
    # the file was listed after it was written, so the list in it does not name it
    copies = [{"name": file.name, "made": made, "seq": seq, "where": str(file.absolute().parent)}]
    if done.cut is not None:
        what["seen"] = seq = done.cut.seen
    if done.aside is not None:
        aside = {"name": done.aside.name, "where": str(done.aside.parent)}
        copies.append({**aside, "made": vault.made_at(record.clock()), "seq": seq})
    with record.writing() as work:
        write_item(work, BACKUPS, [*(read_item(record, work.connection, BACKUPS) or []), *copies])
        work.clinic_event(what)


def _put(
    place: Place,
    file: Path,
    manifest: Manifest,
    header: Header,
    keys: Keys,
    set_aside: bool,
    progress: Progress | None,
) -> Path | None:
    for left in place.folder.glob(f"{_HALF}*"):
        left.unlink(missing_ok=True)
    new = place.folder / f"{_HALF}{os.urandom(4).hex()}.db"
    try:
        _copied(file, manifest, new)
        check_database(new, keys, manifest, progress)
        aside = None
        if set_aside and making.is_whole(place):
            aside = making.put_aside(place, "set-aside")
        making.begin(place)
        vault.write_header(place, header, keys, None)
        put_in_place(new, place.database)
        making.end(place)
    finally:
        with suppress(OSError):
            new.unlink(missing_ok=True)
    return aside


def _copied(file: Path, manifest: Manifest, new: Path) -> None:
    new_private_file(new)
    with new.open("r+b") as target:
        digest = sha256_of(file, manifest.size, target)
        target.flush()
        os.fsync(target.fileno())
    if digest != manifest.sha256:
        raise BadBackup(_("its database was changed"))
