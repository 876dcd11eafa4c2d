"""``kill -9`` at random moments of a visit: whatever was acknowledged as saved is found again."""

from __future__ import annotations

import random
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from sdm_aid.application.record.desk import Desk
from sdm_aid.application.record.entries import journal_of
from sdm_aid.application.record.kept_visits import read_kept
from sdm_aid.domain.journal import replay
from sdm_aid.records import checking, journal, papers, visits
from sdm_aid.records.opening import open_for
from sdm_aid.records.place import Place
from sdm_aid.records.search import Index
from sdm_aid.records.trouble import Missing
from tests.faults import script
from tests.faults.killing import READY, killed

WITHIN = 0.25
"""Seconds after the first acknowledgement within which the blow falls; each fourth falls anywhere
from the start of the process on."""
VISIT_LENGTH = 250
"""Entries after which a new visit is begun, so that reading back stays quick."""


@dataclass
class Tally:
    """What a campaign saw."""

    kills: int = 0
    acknowledged: int = 0
    beyond: int = 0
    """Entries found that the blow kept from being acknowledged."""
    early: int = 0
    """Blows before the first acknowledgement of their process."""
    papers: int = 0
    visits: int = 1


def campaign(folder: Path, kills: int, chance: random.Random) -> Tally:
    """Kill ``kills`` times and check after each.

    Raises:
        AssertionError: something acknowledged is gone, or what is read is not what was said.
    """
    script.a_record(folder).close()
    tally, visit, entries = Tally(), _visit(1), 0
    for number in range(kills):
        if entries > VISIT_LENGTH:
            tally.visits += 1
            visit, entries = _visit(tally.visits), 0
        after = chance.uniform(0, WITHIN) if number % 4 else -chance.uniform(0.005, 4 * WITHIN)
        blow = killed(play, (folder, visit), after)
        assert not blow.trouble, blow.trouble
        assert not blow.finished, "the visit ended by itself"
        acknowledged = [kept for kept in blow.told if isinstance(kept, int)]
        last = max(acknowledged, default=entries)
        found = check(folder, visit, last, tally, whole=number % 10 == 9 or number == kills - 1)
        tally.kills += 1
        tally.early += not acknowledged
        tally.acknowledged += last - entries
        tally.beyond += found - last
        entries = found
    return tally


def play(told: Connection, folder: Path, visit: str) -> None:
    """The process that is killed: opens the record, goes on with the visit, tells what is kept."""
    opened = open_for(Place(folder), script.FIRST.name, script.PASSPHRASE, script.now)
    record = opened.record
    try:
        kept = read_kept(Desk(record, Index(), script.now), visit)
        journal_so_far = kept.journal
    except Missing:
        script.begin(record, visit)
        journal_so_far = journal_of(visits.read(record, visit).bodies, visit)

    first = [READY]

    def news(kind: str, what: object) -> None:
        told.send(what if kind == "kept" else ("trouble", f"{kind} {what!r}"))
        if first:
            told.send(first.pop())

    keeping = script.going_on(record, journal_so_far, news)
    for number in keeping:
        if number % 16 == 0:  # a hand needs time too: let the writer come after
            while not told.closed and _behind(record, visit, number):
                pass


def check(folder: Path, visit: str, last: int, tally: Tally, *, whole: bool) -> int:
    """Open the record after a blow; how many entries the visit has."""
    opened = open_for(Place(folder), script.FIRST.name, script.PASSPHRASE, script.now)
    record = opened.record
    try:
        assert opened.broken is None, opened.broken
        assert opened.cut is None, opened.cut
        try:
            kept = read_kept(Desk(record, Index(), script.now), visit)
        except Missing:
            assert last == 0, f"the visit is gone, {last} entries were acknowledged"
            return 0
        found = len(kept.journal.entries)
        assert found >= last, f"{last} entries acknowledged, {found} found"
        for entry in kept.journal.entries:
            assert entry.action == script.said(entry.number), f"entry {entry.number} is another"
        replay(kept.journal)
        assert kept.place == "" or kept.place.startswith("field-")
        names = {name for _id, _kind, name in papers.papers_of(record, visit)}
        wanted = {f"plan-{n}.pdf" for n in range(1, found + 1) if script.paper_of(n)}
        assert names == wanted, "papers and entries do not go together"
        if whole:
            tally.papers += len(names)
            report = journal.verify(record)
            assert report.broken is None
            assert not report.missing_tail
            assert not report.miscounted
            assert not checking.damaged_pages(record)
            assert not checking.damaged_rows(record)
        return found
    finally:
        record.close()


def _behind(record: object, visit: str, number: int) -> bool:
    from sdm_aid.records.record import Record

    assert isinstance(record, Record)
    return visits.row_of(record, visit).version - 1 < number - 8


def _visit(number: int) -> str:
    return f"{number:032x}"
