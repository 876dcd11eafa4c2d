"""The whole journal: what the walk finds, what a sealed plan names, what this computer had seen."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from sdm_aid.records import checking, journal, seen, trouble, visits
from sdm_aid.records.header import Head
from sdm_aid.records.keys import Keys
from sdm_aid.records.opening import Opened, open_for
from sdm_aid.records.place import Place
from sdm_aid.records.record import Record
from sdm_aid.records.rows import VisitHead
from tests.records.conftest import FIRST, PASSPHRASE, SteppingClock, made

VISIT = "d" * 32
HEAD = VisitHead("knee", "Knee pain", "2026-11-28T09:00:00+00:00")


@pytest.fixture
def written(tmp_path: Path, clock: SteppingClock) -> Iterator[Record]:
    """A record on this computer with a visit of nine entries, open."""
    record = made(Place(tmp_path / "record"), clock)
    visits.begin(record, VISIT, "visit", None, b"{}", HEAD)
    for number in range(1, 9):
        visits.append(record, VISIT, number, [b'{"n": %d}' % number], HEAD)
    yield record
    record.close()


def behind_our_back(record: Record, *statements: str) -> None:
    """Change the tables as somebody does who has the key and knows the schema."""
    with record.engine.begin() as connection:
        for name in ("journal_no_update", "journal_no_delete"):
            connection.execute(text(f"DROP TRIGGER IF EXISTS {name}"))
        for statement in statements:
            connection.execute(text(statement))


def opened(record: Record, clock: SteppingClock, checked: int = 10_000) -> Opened:
    """The same record, closed and opened."""
    record.close()
    again = open_for(record.place, FIRST.name, PASSPHRASE, clock, checked=checked)
    again.record.close()
    return again


def test_a_record_as_written_is_whole(written: Record) -> None:
    walked: list[tuple[int, int]] = []
    report = journal.verify(written, lambda done, of: walked.append((done, of)))
    assert report.broken is None
    assert (report.missing_tail, report.miscounted) == (0, ())
    assert report.head == written.head()
    assert walked[-1] == (report.entries, report.entries)
    assert checking.damaged_rows(written) == ()
    assert checking.damaged_pages(written) == ()


@pytest.mark.parametrize(
    ("harm", "seq", "how"),
    [
        ("UPDATE journal SET body = zeroblob(40) WHERE seq = 6", 6, "changed"),
        ("UPDATE journal SET number = 99 WHERE seq = 6", 6, "changed"),
        ("DELETE FROM journal WHERE seq = 7", 7, "missing"),
        ("UPDATE journal SET body = 'words' WHERE seq = 6", 6, "changed"),
        ("UPDATE chain_head SET hash = x'00'", 12, "changed"),
        ("UPDATE chain_head SET seq = 9", 10, "added"),
    ],
)
def test_the_walk_says_where_it_breaks(written: Record, harm: str, seq: int, how: str) -> None:
    behind_our_back(written, harm)
    broken = journal.verify(written).broken
    assert broken is not None
    assert (broken.seq, broken.how) == (seq, how)
    if seq < 9:
        assert (broken.kind, broken.subject) == ("visit", VISIT)


def test_opening_tells_a_broken_tail(written: Record, clock: SteppingClock) -> None:
    behind_our_back(written, "UPDATE journal SET hash = x'00' WHERE seq = 10")
    broken = opened(written, clock).broken
    assert broken is not None
    assert broken.seq == 10


def test_opening_checks_the_last_entries_only(written: Record, clock: SteppingClock) -> None:
    behind_our_back(written, "UPDATE journal SET body = x'00' WHERE seq = 4")
    assert opened(written, clock, checked=3).broken is None
    assert opened(written, clock, checked=100).broken is not None


def cut(record: Record, last: int) -> None:
    """Cut the journal after an entry, so well that the chain itself holds."""
    behind_our_back(
        record,
        f"DELETE FROM journal WHERE seq > {last}",
        f"UPDATE chain_head SET seq = {last}, hash = (SELECT hash FROM journal WHERE seq = {last})",
        f"UPDATE visits SET version = {last - 3}",
    )


def test_a_cut_tail_is_told_by_what_this_computer_saw(
    written: Record, clock: SteppingClock
) -> None:
    cut(written, 8)
    assert journal.verify(written).broken is None, "the chain alone cannot tell"
    found = opened(written, clock).cut
    assert found is not None
    assert (found.seen, found.found) == (12, 8)


def test_a_cut_tail_is_told_by_the_header_on_another_computer(
    written: Record, clock: SteppingClock, tmp_path: Path
) -> None:
    written.note_head()
    cut(written, 8)
    elsewhere = Place(tmp_path / "elsewhere")
    shutil.copytree(written.place.folder, elsewhere.folder)
    elsewhere.seen.unlink()
    again = open_for(elsewhere, FIRST.name, PASSPHRASE, clock)
    again.record.close()
    assert again.cut is not None


def test_a_plan_names_an_entry_that_is_there(written: Record) -> None:
    head = written.head()
    visits.append(written, VISIT, 9, [b"{}"], HEAD)
    assert journal.holds(written, head)
    assert not journal.holds(written, Head(head.seq, bytes(32)))
    assert not journal.holds(written, Head(999, head.hash))


def test_counts_that_do_not_fit_are_named(written: Record) -> None:
    behind_our_back(written, "UPDATE visits SET version = version + 1")
    assert journal.verify(written).miscounted == (VISIT,)
    behind_our_back(written, "DELETE FROM visits")
    assert journal.verify(written).miscounted == (VISIT,), "its entries are there, it is not listed"


@pytest.mark.parametrize(
    ("harm", "named"),
    [
        ("UPDATE visits SET head = zeroblob(60)", f"visit head {VISIT}"),
        ("UPDATE visits SET wrapped_key = zeroblob(60)", f"visit key {VISIT}"),
        ("UPDATE users SET body = zeroblob(60)", f"user {FIRST.id}"),
        ("UPDATE patients SET body = zeroblob(60)", "patient "),
        ("DELETE FROM patients", f"visits {VISIT}"),
    ],
)
def test_rows_that_were_changed_are_named(written: Record, harm: str, named: str) -> None:
    behind_our_back(written, harm)
    damaged = checking.damaged_rows(written)
    assert damaged
    assert all(each.startswith(named) for each in damaged)


def at(place: int) -> Callable[[bytes], bytes]:
    return lambda data: data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]


@pytest.mark.parametrize("harm", [at(0), at(30), at(90), at(-2), lambda d: d[:50], lambda _d: b""])
def test_a_damaged_note_of_what_was_seen_counts_as_none(
    tmp_path: Path, harm: Callable[[bytes], bytes]
) -> None:
    place, keys, head = Place(tmp_path), Keys(b"k" * 32), Head(12, b"h" * 32)
    seen.note(place, keys, "v", head)
    assert seen.last(place, keys, "v") == head
    assert seen.last(place, keys, "another record") is None
    assert seen.last(place, Keys(b"l" * 32), "v") is None
    place.seen.write_bytes(harm(place.seen.read_bytes()))
    assert seen.last(place, keys, "v") is None


def test_what_was_seen_is_noted_at_each_commit(written: Record) -> None:
    assert seen.last(written.place, written.keys, written.vault) == written.head()
    visits.append(written, VISIT, 9, [b"{}"], HEAD)
    assert seen.last(written.place, written.keys, written.vault) == written.head()


def test_one_damaged_page_spoils_nothing_else(written: Record, clock: SteppingClock) -> None:
    """A connection that met it sees every page as damaged; the next one must not."""
    place, other = written.place, "e" * 32
    visits.append(written, VISIT, 9, [b'"x"' * 40_000], HEAD)
    visits.begin(written, other, "visit", None, b"{}", HEAD)
    visits.append(written, other, 1, [b'{"n": 1}'], HEAD)
    written.close()
    data = bytearray(place.database.read_bytes())
    page = len(data) // 4096 // 2 + 4  # within the long entry, which takes most of the file
    data[page * 4096 + 50] ^= 1
    place.database.write_bytes(bytes(data))
    again = open_for(place, FIRST.name, PASSPHRASE, clock)
    record = again.record
    assert again.broken is not None
    assert again.broken.how == "unreadable"
    for _turn in range(3):
        with pytest.raises(trouble.DamagedRecord):
            visits.read(record, VISIT)
        assert visits.read(record, other).bodies == (b"{}", b'{"n": 1}')
        with pytest.raises(trouble.DamagedRecord):
            read_while_writing(record, VISIT)
    report = journal.verify(record)
    assert report.broken is not None
    assert (report.broken.seq, report.broken.how) == (13, "unreadable")
    assert len(checking.damaged_pages(record)) == 1
    assert checking.damaged_rows(record) == ()
    assert visits.append(record, other, 2, [b'{"n": 2}'], HEAD) == 3
    record.close()


def read_while_writing(record: Record, visit: str) -> None:
    with record.writing() as work:
        key, _patient = record.visit_key(work.connection, visit)
        journal.plain_bodies(work.connection, key, "visit", visit)
