"""Entries of two rooms: what is set aside does not count, and stays in the journal."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from sdm_aid.domain import actions as a
from sdm_aid.domain.journal import Entry, Journal, heard, replay
from tests.full_visit import STARTED, a_session

BEGUN = a_session(whole=False).journal.begun
SCORES = st.lists(st.sampled_from(["rate", "undo", "redo"]), max_size=8)


def _entries(kinds: list[str], start: int, shift: int) -> tuple[Entry, ...]:
    made: list[Entry] = []
    for number, kind in enumerate(kinds, start=start):
        action: a.Recorded = (
            a.PainRated(which="now", score=(number + shift) % 11)
            if kind == "rate"
            else a.Undone()
            if kind == "undo"
            else a.Redone()
        )
        made.append(Entry(number=number, at=STARTED, who="Dr A", action=action))
    return tuple(made)


def _aside(number: int, first: int, last: int) -> Entry:
    action = a.SetAside(first=first, last=last)
    return Entry(number=number, at=STARTED, who="Dr A", action=action)


@settings(max_examples=60)
@given(SCORES, SCORES, SCORES)
def test_setting_theirs_aside_leads_to_mine(
    base: list[str], theirs: list[str], mine: list[str]
) -> None:
    """Whatever they said, undid or redid: with it set aside the visit is as if only mine was."""
    first = _entries(base, 1, 0)
    there = _entries(theirs, len(base) + 1, 3)
    own = _entries(mine, len(base) + 1, 5)
    alone = replay(Journal(begun=BEGUN, entries=(*first, *own)))
    after = len(base) + len(theirs)
    both = (
        *first,
        *there,
        _aside(after + 1, len(base) + 1, max(after, len(base) + 1)),
        *_renumbered(own, after + 2),
    )
    if theirs:
        assert replay(Journal(begun=BEGUN, entries=both)) == alone


def test_setting_aside_can_itself_be_set_aside() -> None:
    """The last word counts: what was set aside by an entry that is set aside counts again."""
    said = _entries(["rate"], 1, 0)
    entries = (*said, _aside(2, 1, 1), _aside(3, 2, 2))
    assert heard(entries) == said
    assert heard(entries[:2]) == ()


def _renumbered(entries: tuple[Entry, ...], start: int) -> tuple[Entry, ...]:
    return tuple(e.evolve(number=n) for n, e in enumerate(entries, start=start))
