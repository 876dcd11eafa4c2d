"""Backups of the clinic's record: made while the program runs, listed, remembered, brought back."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from sdm_aid.application.record.backup_list import ITEM, Listed, listed, listed_from
from sdm_aid.i18n import _
from sdm_aid.i18n.formats import date_and_time

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sdm_aid.application.ports import Progress
    from sdm_aid.application.record.desk import Desk
    from sdm_aid.application.session import Clock
    from sdm_aid.records.place import Place
    from sdm_aid.records.record import Record
    from sdm_aid.records.restore import Restored

OLD = timedelta(days=7)
"""After this a new backup is asked for."""


def file_name(clinic: str, now: datetime) -> str:
    """What a backup is called unless somebody says otherwise; no two of one second are the same."""
    from sdm_aid.records.backup_file import SUFFIX

    plain = re.sub(r"[^\w-]+", "-", clinic).strip("-")[:40] or "record"
    return f"{plain}-{now:%Y-%m-%d-%H%M%S}{SUFFIX}"


def back_up(record: Record, to: Path, progress: Progress | None = None) -> Listed:
    """Write a backup to the file ``to``, or under a name of its own into the folder ``to``.

    Runs off the GUI thread. It was read back whole when this returns, and is listed.

    Raises:
        FileExistsError: the file is there already.
        sdm_aid.records.trouble.RecordTrouble.
    """
    from sdm_aid.records.backup import make
    from sdm_aid.records.vault import read_header

    if to.is_dir():
        to = to / file_name(read_header(record.place).clinic, record.clock())
    manifest = make(record, to, _steps(progress, _("Copying and checking the record")))
    return listed(record, to, manifest)


def backups(desk: Desk) -> tuple[Listed, ...]:
    """All backups the record lists, the oldest first; whether they are still there is not known."""
    from sdm_aid.records.clinic import item

    return tuple(listed_from(entry) for entry in item(desk.record, ITEM) or ())


def last_backup(desk: Desk) -> Listed | None:
    """The latest backup; None where none was made."""
    made = backups(desk)
    return max(made, key=lambda each: each.made) if made else None


def backup_reminder(desk: Desk, now: datetime) -> str:
    """A sentence where the last backup is older than a week, or none was made; else empty."""
    if not desk.index.visits:
        return ""
    last = last_backup(desk)
    if last is None:
        return _("No backup of this record was made yet. Make one, and keep it in another place.")
    if now - last.made <= OLD:
        return ""
    return _(
        "The last backup is from {time}. Make a new one, and keep it in another place."
    ).format(time=date_and_time(last.made.astimezone()))


def names_in(file: Path) -> tuple[str, ...]:
    """Who can open a backup, by name; the printed key of that day always can.

    Raises:
        BadBackup, NewerRecord, RecordUnwritable: it is no backup of ours, or cannot be read.
    """
    from sdm_aid.records.backup_file import read_manifest
    from sdm_aid.records.header import RECOVERY

    slots = read_manifest(file).read_header().slots
    return tuple(sorted(slot.name for slot in slots if slot.id != RECOVERY))


def restore(
    place: Place,
    file: Path,
    user: str,
    secret: str,
    clock: Clock,
    *,
    set_aside: bool = False,
    progress: Progress | None = None,
) -> tuple[Restored, tuple[str, ...]]:
    """Bring a record back from a backup; what was brought back, and what to say about it.

    Runs off the GUI thread. ``user``: a name of that time, or ``recovery`` with the printed key.

    Raises:
        sdm_aid.records.trouble.RecordTrouble.
    """
    from sdm_aid.records.restore import restore as bring_back

    told = _steps(progress, _("Checking the backup"))
    done = bring_back(place, file, user, secret, clock, set_aside=set_aside, progress=told)
    return done, restored_sentences(done)


def restored_sentences(done: Restored) -> tuple[str, ...]:
    """From when it is; whether later entries are missing; where what stood there went."""
    made = datetime.fromisoformat(done.manifest.made)
    said = [
        _(
            "The record of {clinic} is back as it was on {time} (visits in it: {count}). What was "
            "entered later is not in it. Passphrases are those of that day. Patients erased since "
            "then are in it again: erase them again."
        ).format(
            clinic=done.manifest.clinic,
            time=date_and_time(made.astimezone()),
            count=done.manifest.counts.get("visits", 0),
        )
    ]
    if done.cut is not None:
        said.append(
            _(
                "This computer had seen {seen} entries, the backup holds {found}: the later ones "
                "are not in it."
            ).format(seen=done.cut.seen, found=done.cut.found)
        )
    if done.manifest.broken:
        said.append(
            _(
                "Its journal did not hold at entry {number} already when the backup was made."
            ).format(number=done.manifest.broken)
        )
    if done.aside is not None:
        said.append(_("The record that stood here lies in {folder}.").format(folder=done.aside))
    return tuple(said)


def _steps(progress: Progress | None, words: str) -> Callable[[int, int], None] | None:
    if progress is None:
        return None
    last = -1

    def told(done: int, of: int) -> None:
        nonlocal last
        part = 100 * done // of if of else 100
        if part != last:
            last = part
            progress(f"{words} ({part} %)")

    return told
