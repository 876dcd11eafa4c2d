"""``kill -9`` while a record is set up, copied, brought back, migrated, or given users."""

from __future__ import annotations

import random
import shutil
from collections import Counter
from multiprocessing.connection import Connection
from pathlib import Path

from sdm_aid.application.record.migrating import copy_before
from sdm_aid.records import backup, header, journal, making, users
from sdm_aid.records.opening import Opened, open_for
from sdm_aid.records.place import Place
from sdm_aid.records.restore import restore
from tests.faults import script
from tests.faults.damage import Pristine
from tests.faults.earlier import make_earlier
from tests.faults.killing import READY, killed

WITHIN = {"set up": 0.2, "backup": 0.8, "restore": 1.0, "migration": 0.8, "users": 0.1}
"""Seconds within which the blow falls: a little longer than the work takes."""


def campaign(folder: Path, each: int, chance: random.Random, entries: int = 120) -> Counter[str]:
    """Kill each of them ``each`` times; how it stood afterwards.

    Raises:
        AssertionError: it stood half made.
    """
    folder.mkdir(parents=True, exist_ok=True)
    pristine = Pristine(folder / "pristine", entries)
    seen: Counter[str] = Counter()
    for number in range(each):
        for what, (work, name) in _WORK.items():
            after = chance.uniform(0, WITHIN[what])
            seen[f"{what}: {work(pristine, folder / f'{name}-{number}', after)}"] += 1
            shutil.rmtree(folder / f"{name}-{number}")
    return seen


def _set_up(_pristine: Pristine, folder: Path, after: float) -> str:
    blow = killed(set_up, (folder,), after)
    place = Place(folder)
    if making.is_whole(place):
        _open(place).record.close()
        return "there"
    assert "done" not in blow.told, "a record that was set up is gone"
    script.a_record(folder).close()  # the next attempt goes through
    _open(place).record.close()
    return "not there, made at the next try"


def set_up(told: Connection, folder: Path) -> None:
    """Killed while it sets up a record."""
    told.send(READY)
    record = script.a_record(folder)
    told.send("done")
    record.close()


def _backup(pristine: Pristine, to: Path, after: float) -> str:
    shutil.copytree(pristine.folder / "closed", to / "record")
    file = to / "a.sdmbackup"
    blow = killed(back_up, (to / "record", file), after)
    opened = _open(Place(to / "record"))
    try:
        assert not journal.verify(opened.record).broken
        if file.exists():
            backup.check(file, opened.record.keys)
            return "there and whole"
        assert "done" not in blow.told
        return "not there"
    finally:
        opened.record.close()


def back_up(told: Connection, folder: Path, file: Path) -> None:
    """Killed while it copies the record."""
    record = _open(Place(folder)).record
    told.send(READY)
    backup.make(record, file)
    told.send("done")


def _restore(pristine: Pristine, folder: Path, after: float) -> str:
    blow = killed(bring_back, (folder, pristine.backup), after)
    place = Place(folder)
    outcome = "there"
    if not making.is_whole(place):
        assert "done" not in blow.told
        bring_back(None, folder, pristine.backup)
        outcome = "not there, back at the next try"
    opened = _open(place)
    assert not journal.verify(opened.record).broken
    opened.record.close()
    left = [path.name for path in folder.iterdir() if path.name.startswith(".restoring")]
    assert not left or outcome == "there", left
    return outcome


def bring_back(told: Connection | None, folder: Path, file: Path) -> None:
    """Killed while it brings a record back."""
    if told is not None:
        told.send(READY)
    restore(Place(folder), file, script.FIRST.name, script.PASSPHRASE, script.now)
    if told is not None:
        told.send("done")


def _migration(pristine: Pristine, folder: Path, after: float) -> str:
    shutil.copytree(pristine.folder / "closed", folder)
    place = Place(folder)
    data = (folder / "vault.json").read_bytes()
    keys = header.open_slot(header.from_bytes(data), script.FIRST.name, script.PASSPHRASE)
    make_earlier(place, keys, 1)
    killed(migrating, (folder,), after)
    opened = open_for(
        place, script.FIRST.name, script.PASSPHRASE, script.now, copy_before(place, script.now)
    )
    try:
        report = journal.verify(opened.record)
        assert not report.broken
        assert not report.miscounted
        for copy in folder.glob("*.sdmbackup"):
            assert backup.check(copy, opened.record.keys).schema == 1
        return f"now migrated, {len(list(folder.glob('*.sdmbackup')))} copies beside it"
    finally:
        opened.record.close()


def migrating(told: Connection, folder: Path) -> None:
    """Killed while it brings a record of version 1 up to date."""
    place = Place(folder)
    told.send(READY)
    before = copy_before(place, script.now)
    open_for(place, script.FIRST.name, script.PASSPHRASE, script.now, before).record.close()


def _users(pristine: Pristine, folder: Path, after: float) -> str:
    shutil.copytree(pristine.folder / "closed", folder)
    blow = killed(adding, (folder,), after)
    place = Place(folder)
    record = _open(place).record
    names = {user.name for user in users.everyone(record)}
    assert set(blow.told) <= names
    further = users.add(record, "Name 1" if "Name 1" not in names else "Other", "reader", "", "p")
    record.close()
    for name in (*blow.told, further.name):
        phrase = f"phrase of {name}" if name in blow.told else "p"
        open_for(place, name, phrase, script.now).record.close()
    return "all that were acknowledged can open it"


def adding(told: Connection, folder: Path) -> None:
    """Killed while it adds users."""
    record = _open(Place(folder)).record
    told.send(READY)
    for number in range(1, 1000):
        name = f"Name {number}"
        users.add(record, name, "reader", "", f"phrase of {name}", script.QUICK)
        told.send(name)


def _open(place: Place) -> Opened:
    opened = open_for(place, script.FIRST.name, script.PASSPHRASE, script.now)
    assert opened.broken is None
    assert opened.cut is None
    return opened


_WORK = {
    "set up": (_set_up, "new"),
    "backup": (_backup, "copies"),
    "restore": (_restore, "back"),
    "migration": (_migration, "old"),
    "users": (_users, "users"),
}
