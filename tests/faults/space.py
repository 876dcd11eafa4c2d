"""A disk that takes nothing more: what was acknowledged is there, and with room it goes on.

As root on Linux the disk is a file system of a few megabytes in memory; elsewhere a limit on the
size of a file (RLIMIT_FSIZE) stands in for it, in a process of its own.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from pathlib import Path

from sdm_aid.application.record.entries import journal_of
from sdm_aid.records import backup, visits
from sdm_aid.records.opening import open_for
from sdm_aid.records.place import Place
from sdm_aid.records.record import Record
from sdm_aid.records.trouble import RecordTrouble, RecordUnwritable
from tests.faults import script
from tests.faults.killing import READY, killed

VISIT = "3" * 32


@contextmanager
def small_disk(at: Path, kilobytes: int) -> Iterator[bool]:
    """A file system of its own at ``at``; False where this user may not mount one."""
    at.mkdir(parents=True, exist_ok=True)
    options = f"size={kilobytes}k"
    mounted = sys.platform == "linux" and os.geteuid() == 0 and not subprocess.run(
        ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(at)], check=False, capture_output=True
    ).returncode  # fmt: skip
    try:
        yield mounted
    finally:
        if mounted:
            subprocess.run(["umount", "-l", str(at)], check=True)


def full_disk(folder: Path) -> str:
    """Fill a small disk in mid-visit, try a backup onto it, make room, go on.

    Raises:
        AssertionError: something acknowledged is gone, or the trouble was told as another.
    """
    with small_disk(folder / "disk", 4_000) as mounted:
        if not mounted:
            return limited(folder)
        place, ballast = Place(folder / "disk" / "record"), folder / "disk" / "ballast"
        ballast.write_bytes(bytes(1_500_000))
        record = script.a_record(place.folder)
        troubles: list[object] = []
        kept = _until_full(record, troubles, ballast)
        assert isinstance(troubles[0], RecordUnwritable), repr(troubles[0])
        assert troubles[0].full, repr(troubles[0])
        record.close()
        found = _entries(place)
        assert found >= kept, f"{kept} acknowledged, {found} found"
        _no_half_backup(place, folder / "disk")
        return f"small disk: full after {kept} entries, then room; {found} there; no half backup"


def _until_full(record: Record, troubles: list[object], ballast: Path) -> int:
    """Say things until nothing more is taken, make room, wait for what was waiting."""
    news_came, kept = threading.Event(), [0]

    def news(kind: str, what: object) -> None:
        if kind == "kept":
            kept[0] = int(str(what))
        else:
            troubles.append(what)
        news_came.set()

    begun = script.begin(record, VISIT)
    bodies = visits.read(record, VISIT).bodies
    said = 0
    for number in script.going_on(record, journal_of(bodies, begun.visit_id), news):
        news_came.wait(30)
        news_came.clear()
        said = number
        if troubles:
            break
    at_first = kept[0]
    ballast.unlink()
    while kept[0] < said:
        assert news_came.wait(60), "nothing is taken after room was made"
        news_came.clear()
    assert kept[0] > at_first
    return kept[0]


def _no_half_backup(place: Place, disk: Path) -> None:
    record = _open(place)
    (disk / "ballast").write_bytes(bytes(max(0, shutil.disk_usage(disk).free - 100_000)))
    try:
        backup.make(record, disk / "a.sdmbackup")
    except RecordUnwritable as problem:
        full = problem.full
    else:
        full = False
    finally:
        (disk / "ballast").unlink()
        record.close()
    assert full, "a backup onto a full disk was not refused as that"
    assert not list(disk.glob("*.sdmbackup")) + list(disk.glob(".*.new"))


def limited(folder: Path) -> str:
    """The same with a limit on the size of a file instead of a small disk."""
    if sys.platform == "win32":
        return "no small disk and no limit on this system: nothing was tried"
    place = Place(folder / "limited")
    script.a_record(place.folder).close()
    blow = killed(until_limit, (place.folder, 900_000), 60.0)
    assert not blow.trouble, blow.trouble
    kept = max(each for each in blow.told if isinstance(each, int))
    troubles = [each for each in blow.told if isinstance(each, str)]
    assert [each.split()[0] for each in troubles] == ["RecordUnwritable"], troubles
    found = _entries(place)
    assert found == kept, f"{kept} acknowledged, {found} found"
    return f"limit of a file's size: nothing more after {kept} entries; {found} there"


def until_limit(told: Connection, folder: Path, size: int) -> None:
    """A process whose files may not grow: writes until that is told."""
    import resource

    record = _open(Place(folder))
    script.begin(record, VISIT)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    told.send(READY)
    head = visits.row_of(record, VISIT).head
    for number in range(1, 10_000):
        try:
            visits.append(record, VISIT, number, [b'"x"' * 9_000], head)
        except RecordTrouble as problem:
            told.send(f"{type(problem).__name__} {'full' if getattr(problem, 'full', 0) else ''}")
            return
        told.send(number)


def _entries(place: Place) -> int:
    record = _open(place)
    try:
        return len(visits.read(record, VISIT).bodies) - 1
    finally:
        record.close()


def _open(place: Place) -> Record:
    opened = open_for(place, script.FIRST.name, script.PASSPHRASE, script.now)
    assert opened.broken is None
    assert opened.cut is None
    return opened.record
