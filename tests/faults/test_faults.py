"""The campaign of ``dev.py faults`` in small: a few kills, a few bits, every kind of trouble."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from sdm_aid.records import visits
from sdm_aid.records.opening import open_for
from sdm_aid.records.place import Place
from tests.faults import damage, other_kills, script, single, space, stolen, visit_kills
from tests.faults.reading import Reading, wrong


def test_what_was_acknowledged_survives_kills(tmp_path: Path) -> None:
    tally = visit_kills.campaign(tmp_path / "record", 10, random.Random(4))
    assert tally.kills == 10
    assert tally.acknowledged > 0
    assert stolen.readable(tmp_path, script.SECRETS) == []


def test_kills_elsewhere_leave_nothing_half_made(tmp_path: Path) -> None:
    seen = other_kills.campaign(tmp_path, 1, random.Random(5), entries=9)
    assert seen.total() == 5


def test_changed_bits_and_cut_files_are_refused_or_read_as_written(tmp_path: Path) -> None:
    pristine = damage.Pristine(tmp_path)
    seen = damage.flips(pristine, random.Random(6), 3) + damage.cuts(pristine, random.Random(6), 1)
    told = {
        "record.db-wal gone:": "TailCut",
        "record.db gone:": "NoRecord on opening",
        "record.db emptied:": "NoRecord on opening",
        "vault.json alone": "DamagedHeader on opening",
        "backup cut:": "BadBackup on restoring",
    }
    for what, outcome in told.items():
        assert {each for each in seen if each.startswith(what)} == {f"{what} {outcome}"}


@pytest.mark.parametrize(
    ("told", "values"),
    [
        ([], {"visit": "changed"}),
        ([], {}),
        (["DamagedRecord"], {"visit": "changed"}),
        (["TailCut"], {"visit": "changed"}),
    ],
)
def test_the_comparison_itself_sees_wrong_data(told: list[str], values: dict[str, object]) -> None:
    assert wrong(Reading({"visit": "as written"}, []), Reading(values, told))


def test_the_search_for_readable_text_finds_it(tmp_path: Path) -> None:
    """What makes the other tests worth something: plain, in base 64, in hexadecimal, in a name."""
    spellings = list(stolen.spellings(script.NAME))
    for number, spelt in enumerate(spellings):
        (tmp_path / f"file-{number}").write_bytes(b"\x00\xff" + spelt + b"\x01")
    found = stolen.readable(tmp_path, [script.NAME])
    assert {each.rsplit(" ", 1)[1] for each in found} == {
        f"file-{number}" for number in range(len(spellings))
    }


def test_a_full_disk_takes_nothing_away(tmp_path: Path) -> None:
    said = space.full_disk(tmp_path)
    assert "full after" in said or "nothing more after" in said


def test_a_limit_takes_nothing_away(tmp_path: Path) -> None:
    assert "there" in space.limited(tmp_path)


def test_a_second_copy_is_refused(tmp_path: Path) -> None:
    assert "refused" in single.second_copy(tmp_path / "record")


def test_a_clock_set_back_is_told(tmp_path: Path) -> None:
    assert "told" in single.clock_back(tmp_path / "record")


def test_a_folder_that_takes_no_writing_is_told(tmp_path: Path) -> None:
    assert "RecordUnwritable" in single.read_only(tmp_path)


def test_nothing_of_a_patient_is_readable_in_mid_visit(tmp_path: Path) -> None:
    """Also in the log, in what a backup leaves, and in what a crash leaves of one."""
    pristine = damage.Pristine(tmp_path)
    record = open_for(
        Place(tmp_path / "closed"), script.FIRST.name, script.PASSPHRASE, script.now
    ).record
    try:
        for number in range(40, 60):
            head = visits.row_of(record, "1" * 32).head
            bodies = [f'"{script.NAME} {script.GOAL} {number}"'.encode()]
            visits.append(record, "1" * 32, damage.ENTRIES + 1 + number - 40, bodies, head)
        files = {path.name for path in (tmp_path / "closed").iterdir()}
        assert {"record.db", "record.db-wal", "record.db-shm", "vault.json"} <= files
        shutil.copy(pristine.backup, tmp_path / "closed" / ".a.sdmbackup.0000.new")
        assert stolen.readable(tmp_path, script.SECRETS) == []
    finally:
        record.close()
