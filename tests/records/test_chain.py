"""The chain of the journal: every change, gap and addition is found where it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdm_aid.records.chain import Break, Row, first_break, link
from sdm_aid.records.header import Head

KEY = b"k" * 32


def a_chain(bodies: list[bytes]) -> list[Row]:
    """Entries of two subjects, linked."""
    rows, before = [], bytes(32)
    for seq, body in enumerate(bodies, start=1):
        place = (seq, "visit", f"subject {seq % 2}", seq // 2)
        before = link(KEY, before, *place, body)
        rows.append(Row(*place, body, before))
    return rows


bodies = st.lists(st.binary(max_size=30), min_size=1, max_size=12)


@given(bodies)
def test_a_chain_as_written_holds(written: list[bytes]) -> None:
    rows = a_chain(written)
    assert first_break(KEY, Head(), rows) == (Head(len(rows), rows[-1].hash), None)
    middle = len(rows) // 2
    if middle:
        start = Head(middle, rows[middle - 1].hash)
        assert first_break(KEY, start, rows[middle:])[1] is None


@given(bodies, st.data())
def test_any_change_is_found_at_its_entry(written: list[bytes], data: st.DataObject) -> None:
    rows = a_chain(written)
    at = data.draw(st.integers(0, len(rows) - 1))
    row = rows[at]
    changed = data.draw(
        st.sampled_from(
            [
                row._replace(body=row.body + b"x"),
                row._replace(kind="clinic"),
                row._replace(subject=row.subject + "1"),
                row._replace(number=row.number + 1),
                row._replace(hash=bytes(32)),
            ]
        )
    )
    rows[at] = changed
    reached, broken = first_break(KEY, Head(), rows)
    assert reached.seq == at
    assert broken == Break(row.seq, changed.kind, changed.subject, changed.number, "changed")


@given(st.lists(st.binary(max_size=9), min_size=3, max_size=9), st.data())
def test_an_entry_taken_out_is_found(written: list[bytes], data: st.DataObject) -> None:
    rows = a_chain(written)
    gone = data.draw(st.integers(0, len(rows) - 2))
    del rows[gone]
    _reached, broken = first_break(KEY, Head(), rows)
    assert broken is not None
    assert (broken.seq, broken.how) == (gone + 1, "missing")


def test_two_entries_that_changed_places_are_found() -> None:
    rows = a_chain([b"one", b"two", b"three"])
    first, second = rows[0], rows[1]
    rows[0] = first._replace(body=second.body, hash=second.hash)
    rows[1] = second._replace(body=first.body, hash=first.hash)
    broken = first_break(KEY, Head(), rows)[1]
    assert broken is not None
    assert broken.seq == 1


@pytest.mark.parametrize("other", [b"l" * 32, bytes(32)])
def test_without_the_key_no_chain_can_be_made(other: bytes) -> None:
    broken = first_break(other, Head(), a_chain([b"one"]))[1]
    assert broken is not None
    assert broken.how == "changed"


def test_kind_and_subject_do_not_run_together() -> None:
    one = link(KEY, bytes(32), 1, "visit", "a1", 2, b"")
    assert one != link(KEY, bytes(32), 1, "visit", "a", 12, b"")
    assert one != link(KEY, bytes(32), 1, "visita", "1", 2, b"")
