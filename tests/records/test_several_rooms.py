"""Several rooms on one record: nobody's words are lost, and nobody waits for ever."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from sdm_aid.domain.room import Patient
from sdm_aid.records import erasure, filing, journal, patients, search, server, users, visits
from sdm_aid.records.record import Record
from sdm_aid.records.rows import User, VisitHead
from sdm_aid.records.trouble import Conflict, Missing, NotAllowed, RecordInUse, UnknownUser
from tests.architecture.source import ROOT
from tests.records.conftest import FIRST, PASSPHRASE, QUICK, Room

ROSA = Patient(name="Rosa Müller", born=date(1958, 3, 4), number="A-1207")
OTTO = Patient(name="Otto Quast", born=date(1949, 12, 31), number="B-88")
VISIT = "c" * 32
ENTRIES = 12


def head_by(who: str, at: str = "2026-11-28T10:15:00+00:00") -> VisitHead:
    """How a visit is listed after somebody wrote into it."""
    return VisitHead("knee", "Knee pain", last_at=at, last_who=who)


def begun(record: Record, visit: str = VISIT, patient: Patient = ROSA) -> str:
    """A visit with its first entry; the patient's id."""
    row = patients.add(record, patient)
    visits.begin(record, visit, "visit", row, b'{"begun": 1}', head_by(record.user.name))
    return row.id


def with_bea(room: Room) -> tuple[Record, Record]:
    """The first room, and a second one where somebody else is at work."""
    first = room("first", FIRST.name)
    users.add(first, "Bea Nurse", "clinician", "nurse", PASSPHRASE, QUICK)
    return first, room("second", "Bea Nurse")


def together(*works: Callable[[], None]) -> None:
    """Run all of them at the same time; what one of them raised is raised."""
    problems: list[BaseException] = []

    def run(work: Callable[[], None]) -> None:
        try:
            work()
        except BaseException as problem:  # noqa: BLE001 - told by the thread that waits
            problems.append(problem)

    threads = [threading.Thread(target=run, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert problems == []


def check_whole(record: Record) -> int:
    """The chain holds from the first entry to the last; how many there are."""
    report = journal.verify(record)
    assert (report.broken, report.missing_tail, report.miscounted) == (None, 0, ())
    return report.entries


def test_the_second_room_is_told_who_wrote_and_when(room: Room) -> None:
    first, second = with_bea(room)
    begun(first)
    here, there = visits.read(first, VISIT), visits.read(second, VISIT)
    visits.append(second, VISIT, there.row.version, [b'{"n": "Bea"}'], head_by("Bea Nurse"))
    with pytest.raises(Conflict) as told:
        visits.append(first, VISIT, here.row.version, [b'{"n": "Ada"}'], head_by(FIRST.name))
    assert (told.value.who, told.value.at.isoformat()) == ("Bea Nurse", "2026-11-28T10:15:00+00:00")
    assert (told.value.base, told.value.found) == (1, 2)
    theirs = visits.read(first, VISIT)
    assert theirs.bodies[1:] == (b'{"n": "Bea"}',)
    visits.append(first, VISIT, theirs.row.version, [b'{"n": "Ada"}'], head_by(FIRST.name))
    assert visits.read(second, VISIT).bodies[1:] == (b'{"n": "Bea"}', b'{"n": "Ada"}')
    check_whole(second)


def test_rooms_that_write_at_once_leave_one_chain_without_a_gap(room: Room, tmp_path: Path) -> None:
    first = room("first", FIRST.name)
    ids = ["1" * 32, "2" * 32, "3" * 32]
    for visit in ids:
        begun(first, visit)
    before = check_whole(first)
    command = [sys.executable, "-m", "tests.records.further_room", first.place.address]
    others = [
        subprocess.Popen(
            [*command, str(tmp_path / visit), visit, str(ENTRIES)], cwd=ROOT, stderr=subprocess.PIPE
        )
        for visit in ids[:2]
    ]
    for number in range(1, ENTRIES + 1):
        visits.append(first, ids[2], number, [b"{}"], head_by(FIRST.name))
    for other in others:
        _out, words = other.communicate(timeout=60)
        assert other.returncode == 0, words.decode()
    assert check_whole(first) == before + 3 * ENTRIES
    assert [visits.read(first, visit).row.version for visit in ids] == [ENTRIES + 1] * 3


def test_rooms_that_file_to_and_fro_do_not_wait_for_each_other_for_ever(room: Room) -> None:
    first, second = with_bea(room)
    rosa, otto = begun(first, "1" * 32, ROSA), begun(first, "2" * 32, OTTO)

    def to_and_fro(record: Record, visit: str, to: str, back: str) -> Callable[[], None]:
        def work() -> None:
            for _time in range(4):
                filing.move(record, visit, to, "wrong chart")
                filing.move(record, visit, back, "it was right")

        return work

    together(to_and_fro(first, "1" * 32, otto, rosa), to_and_fro(second, "2" * 32, rosa, otto))
    check_whole(first)
    assert visits.read(second, "1" * 32).row.patient == rosa


def test_a_room_that_holds_the_record_too_long_is_told_from_a_broken_one(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server, "WAIT_MS", 200)
    first, second = with_bea(room)
    begun(first)
    with first.writing(), pytest.raises(RecordInUse):
        visits.append(second, VISIT, 1, [b"{}"], head_by("Bea Nurse"))
    assert visits.append(second, VISIT, 1, [b"{}"], head_by("Bea Nurse")) == 2


def test_the_list_brings_in_what_the_other_room_did(room: Room) -> None:
    first, second = with_bea(room)
    index = search.load(second)
    rosa = begun(first)
    assert search.refresh(second, index)
    (hit,) = index.search("muller")
    assert [visit.id for visit in hit.visits] == [VISIT]
    patients.correct(first, hit.patient, ROSA.evolve(name="Rosa Maria Müller"))
    visits.append(first, VISIT, 1, [b"{}"], head_by(FIRST.name)._replace(status="signed"))
    assert search.refresh(second, index)
    (hit,) = index.search("maria")
    assert hit.visits[0].head.status == "signed"
    erasure.erase(first, rosa, "asked for")
    assert search.refresh(second, index)
    assert index.search("maria") == ()
    with pytest.raises(Missing):
        visits.read(second, VISIT)  # the key it had in memory opens nothing any more


def test_the_list_follows_doubles_merged_in_the_other_room(room: Room) -> None:
    first, second = with_bea(room)
    double, kept = begun(first), patients.add(first, OTTO).id
    index = search.load(second)
    patients.merge(first, kept, double)
    assert search.refresh(second, index)
    assert [visit.id for visit in index.visits_of(kept)] == [VISIT]
    assert index.search("rosa") == ()


def test_a_visit_moved_by_the_other_room_is_written_to_where_it_is_now(room: Room) -> None:
    first, second = with_bea(room)
    begun(first)
    otto = patients.add(first, OTTO).id
    visits.append(second, VISIT, 1, [b'{"n": 1}'], head_by("Bea Nurse"))
    filing.move(first, VISIT, otto, "wrong chart")
    visits.append(second, VISIT, 2, [b'{"n": 2}'], head_by("Bea Nurse"))
    erasure.erase(first, otto, "asked for")
    with pytest.raises(Missing):
        visits.append(second, VISIT, 3, [b'{"n": 3}'], head_by("Bea Nurse"))
    check_whole(first)


def test_a_user_removed_in_another_room_writes_nothing_more(room: Room) -> None:
    first, second = with_bea(room)
    begun(second)
    users.remove(first, second.user.id)
    with pytest.raises(UnknownUser):
        visits.append(second, VISIT, 1, [b"{}"], head_by("Bea Nurse"))
    assert visits.read(first, VISIT).row.version == 1
    with pytest.raises(UnknownUser):
        room("third", "Bea Nurse")


def test_a_role_changed_in_another_room_holds_from_the_next_word(room: Room) -> None:
    first, second = with_bea(room)
    begun(second)
    users.change(first, second.user.id, "reader", "nurse")
    with pytest.raises(NotAllowed):
        visits.append(second, VISIT, 1, [b"{}"], head_by("Bea Nurse"))
    assert second.user._replace(id="") == User("", "Bea Nurse", "reader", "nurse")
    visits.note(second, VISIT, {"kind": "opened"})  # what a reader may do goes on
    users.change(first, second.user.id, "administrator", "head nurse")
    visits.note(second, VISIT, {"kind": "opened"})
    assert second.user._replace(id="") == User("", "Bea Nurse", "administrator", "head nurse")
    assert visits.append(second, VISIT, 1, [b"{}"], head_by("Bea Nurse")) == 2


def test_users_of_all_rooms_stand_in_one_header(room: Room) -> None:
    first, second = with_bea(room)
    users.set_passphrase(second, second.user.id, "a passphrase of her own", QUICK)
    users.add(first, "Cem Doctor", "clinician", "", PASSPHRASE, QUICK)
    third = room("third", "Cem Doctor")
    assert [user.name for user in users.everyone(third)] == [
        "Ada Attending", "Bea Nurse", "Cem Doctor",
    ]  # fmt: skip
