"""A second copy of the program, a clock that was set back, a folder that takes no writing."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from multiprocessing.connection import Connection
from pathlib import Path

from sdm_aid.records import backup, journal
from sdm_aid.records.opening import open_for
from sdm_aid.records.place import Place
from sdm_aid.records.trouble import RecordInUse, RecordUnwritable
from tests.faults import script
from tests.faults.killing import READY, killed


def second_copy(folder: Path) -> str:
    """Another process on the same record is refused, and let in once the first was killed."""
    record = script.a_record(folder)
    refused = killed(entering, (folder,), 10.0)
    assert refused.told == ["RecordInUse"], refused.told
    record.close()
    let_in = killed(entering, (folder,), 0.3)
    assert let_in.told[:1] == ["in"], let_in.told
    open_for(Place(folder), script.FIRST.name, script.PASSPHRASE, script.now).record.close()
    return "second copy refused; let in after the first ended, also after it was killed"


def entering(told: Connection, folder: Path) -> None:
    """Tries to open the record and stays in it."""
    try:
        open_for(Place(folder), script.FIRST.name, script.PASSPHRASE, script.now)
    except RecordInUse as problem:
        told.send(type(problem).__name__)
        return
    told.send("in")
    told.send(READY)
    told.poll(60)


def clock_back(folder: Path) -> str:
    """A clock that stands before the last entry is told; what is written then still holds."""
    record = script.a_record(folder)
    script.begin(record, "4" * 32)
    record.close()
    early = lambda: script.now() - timedelta(days=400)  # noqa: E731
    opened = open_for(Place(folder), script.FIRST.name, script.PASSPHRASE, early)
    assert opened.clock_back, "a clock 400 days back was not told"
    script.begin(opened.record, "5" * 32)
    report = journal.verify(opened.record)
    opened.record.close()
    assert report.broken is None
    return f"clock set back is told ({opened.clock_back[:16]}); the chain holds over it"


def read_only(folder: Path) -> str:
    """A folder that takes no writing: opening, setting up, backing up each say so."""
    script.a_record(folder / "record").close()
    before = {path: path.read_bytes() for path in (folder / "record").iterdir()}
    (folder / "usb").mkdir()
    with as_anybody():
        (folder / "usb").chmod(0o500)
        _refused(lambda: script.a_record(folder / "usb" / "record"))
        record = open_for(
            Place(folder / "record"), script.FIRST.name, script.PASSPHRASE, script.now
        ).record
        _refused(lambda: backup.make(record, folder / "usb" / "a.sdmbackup"))
        record.close()
        for path in (folder / "record").iterdir():
            path.chmod(0o400)
        (folder / "record").chmod(0o500)
        before = {path: path.read_bytes() for path in (folder / "record").iterdir()}
        _refused(
            lambda: open_for(
                Place(folder / "record"), script.FIRST.name, script.PASSPHRASE, script.now
            )
        )
        after = {path: path.read_bytes() for path in (folder / "record").iterdir()}
        (folder / "record").chmod(0o700)
        (folder / "usb").chmod(0o700)
        for path in (folder / "record").iterdir():
            path.chmod(0o600)
    assert before == after, "something was written"
    return "read-only folders: RecordUnwritable each time, nothing written"


def _refused(work: object) -> None:
    assert callable(work)
    try:
        work()
    except RecordUnwritable as problem:
        full = problem.full
    else:
        raise AssertionError("a folder that takes no writing was written")
    assert not full, "told as a full disk"


@contextmanager
def as_anybody() -> Iterator[None]:
    """Root may write anywhere: on Linux this thread gives that right away meanwhile."""
    if sys.platform != "linux" or os.geteuid() != 0:
        yield
        return
    libc = ctypes.CDLL(None, use_errno=True)
    head = (ctypes.c_uint32 * 2)(0x20080522, 0)
    sets = (ctypes.c_uint32 * 6)()
    assert libc.capget(head, sets) == 0
    effective = sets[0]
    sets[0] = effective & ~0b110  # without DAC_OVERRIDE and DAC_READ_SEARCH
    assert libc.capset(head, sets) == 0
    try:
        yield
    finally:
        sets[0] = effective
        assert libc.capset(head, sets) == 0
