"""Changed bits, cut files, lost files: refused in words, or read exactly as it was written."""

from __future__ import annotations

import random
import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from sdm_aid.records import backup, clinic, visits
from sdm_aid.records.opening import open_for
from sdm_aid.records.place import Place
from sdm_aid.records.record import Record
from sdm_aid.records.restore import restore
from sdm_aid.records.rows import VisitHead
from sdm_aid.records.trouble import RecordTrouble
from tests.faults import script
from tests.faults.reading import Reading, read_folder, wrong

FILES = ("record.db", "record.db-wal", "record.db-shm", "vault.json", "record.head")
ENTRIES = 24


class Pristine:
    """A record as it lies on the disk: while it is open (with its log), closed, and backed up."""

    def __init__(self, folder: Path, entries: int = ENTRIES) -> None:
        self.folder, self.work = folder, folder / "work"
        record = script.a_record(folder / "made")
        clinic.put_item(record, "seal", {"pem": "x" * 200}, {"kind": "seal_made"})
        script.begin(record, "1" * 32)
        record.close()  # what follows stands in the log only
        named = script.FIRST.name, script.PASSPHRASE
        record = open_for(Place(folder / "made"), *named, script.now).record
        _say(record, "1" * 32, 1, entries)
        script.begin(record, "2" * 32)
        _say(record, "2" * 32, 1, entries // 3)
        shutil.copytree(folder / "made", folder / "open")
        self.backup = folder / "a.sdmbackup"
        backup.make(record, self.backup)
        record.close()
        shutil.copytree(folder / "made", folder / "closed")
        self.original = {state: self.reading(state) for state in ("open", "closed")}

    def reading(self, state: str, harm: Callable[[Path], None] | None = None) -> Reading:
        """Everything in a copy of the record, after ``harm`` was done to the copy."""
        shutil.rmtree(self.work, ignore_errors=True)
        shutil.copytree(self.folder / state, self.work)
        (self.work / "record.lock").unlink(missing_ok=True)
        if harm is not None:
            harm(self.work)
        return read_folder(self.work)

    def restored(self, harm: Callable[[Path], None]) -> Reading:
        """Everything in a record brought back from a copy of the backup that was harmed."""
        file = self.folder / "harmed.sdmbackup"
        shutil.copy(self.backup, file)
        harm(file)
        shutil.rmtree(self.work, ignore_errors=True)
        try:
            restore(Place(self.work), file, script.FIRST.name, script.PASSPHRASE, script.now)
        except RecordTrouble as problem:
            assert not (self.work / "record.db").exists(), "a bad backup got the record's name"
            return Reading({}, [f"{type(problem).__name__} on restoring"])
        return read_folder(self.work)


def flips(pristine: Pristine, chance: random.Random, each: int) -> Counter[str]:
    """``each`` flipped bits in each file of the record, open and closed, and in the backup.

    Raises:
        AssertionError: something wrong was shown as right.
    """
    seen: Counter[str] = Counter()
    for state, name in _targets(pristine):
        for _turn in range(each):
            note = _flip(chance)
            after = pristine.reading(state, _to(name, note))
            seen[f"{name} {_outcome(pristine.original[state], after, name)}"] += 1
    for _turn in range(each):
        after = pristine.reading("closed", _without_spare(_flip(chance)))
        seen[f"vault.json alone {_outcome(pristine.original['closed'], after, 'vault.json')}"] += 1
    for _turn in range(2 * each):
        after = pristine.restored(_flip(chance))
        seen[f"backup {_restored(pristine, after)}"] += 1
    return seen


def cuts(pristine: Pristine, chance: random.Random, each: int) -> Counter[str]:
    """Files cut at random places, emptied, deleted."""
    seen: Counter[str] = Counter()
    for state, name in _targets(pristine):
        size = (pristine.folder / state / name).stat().st_size
        harms = [_cut(chance.randrange(size)) for _turn in range(each)] if size else []
        for how, harm in [*(("cut", h) for h in harms), ("emptied", _cut(0)), ("gone", _gone)]:
            after = pristine.reading(state, _to(name, harm))
            outcome = _outcome(pristine.original[state], after, f"{name} {how}")
            seen[f"{name} {how}: {outcome}"] += 1
    size = pristine.backup.stat().st_size
    for at in [0, *(chance.randrange(size) for _turn in range(2 * each))]:
        seen[f"backup cut: {_restored(pristine, pristine.restored(_cut(at)))}"] += 1
    return seen


def _restored(pristine: Pristine, after: Reading) -> str:
    """The journal of a restored record says so: besides that it is what was backed up."""
    before = dict(pristine.original["open"].values)
    now = Reading({**after.values, "chain": before["chain"]} if after.values else {}, after.told)
    return _outcome(Reading(before, []), now, "backup")


def _outcome(original: Reading, after: Reading, what: str) -> str:
    mistakes = wrong(original, after)
    assert not mistakes, f"{what}: shown as right and is not: {mistakes[:3]} (told: {after.told})"
    return ", ".join(sorted(set(after.told))) or "read exactly as written"


def _targets(pristine: Pristine) -> list[tuple[str, str]]:
    return [
        (state, name) for state in ("open", "closed") for name in FILES
        if (pristine.folder / state / name).exists()
    ]  # fmt: skip


def _flip(chance: random.Random) -> Callable[[Path], None]:
    where, bit = chance.random(), 1 << chance.randrange(8)

    def flip(path: Path) -> None:
        data = bytearray(path.read_bytes())
        data[int(where * len(data))] ^= bit
        path.write_bytes(data)

    return flip


def _to(name: str, harm: Callable[[Path], None]) -> Callable[[Path], None]:
    return lambda folder: harm(folder / name)


def _without_spare(harm: Callable[[Path], None]) -> Callable[[Path], None]:
    def both(folder: Path) -> None:
        (folder / "vault.json.spare").unlink()
        harm(folder / "vault.json")

    return both


def _cut(at: int) -> Callable[[Path], None]:
    def cut(path: Path) -> None:
        path.write_bytes(path.read_bytes()[:at])

    return cut


def _gone(path: Path) -> None:
    path.unlink()


def _say(record: Record, visit: str, first: int, count: int) -> None:
    for number in range(first, first + count):
        paper = script.paper_of(number)
        body = f'{{"n":{number},"words":"{script.GOAL}"}}'.encode()
        head = VisitHead(title="Sciatica", step=f"step {number}")
        visits.append(record, visit, number, [body], head, papers=[paper] if paper else [])
