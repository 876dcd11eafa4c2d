"""Checking the clinic's record whole: its chain, its rows, its file, and the plans that name it."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

if TYPE_CHECKING:
    from sdm_aid.records.chain import Break
    from sdm_aid.records.header import Head
    from sdm_aid.records.journal import ChainReport
    from sdm_aid.records.opening import Opened
    from sdm_aid.records.record import Record
    from sdm_aid.records.rows import VisitHead
    from sdm_aid.records.trouble import TailCut

Held = Literal["held", "not_held", "names_none", "changed", "no_plan"]


class PlanFound(NamedTuple):
    """A sealed plan against the journal. ``head``: what it names; ``known``: its seal is known."""

    file: Path
    held: Held
    head: Head | None = None
    known: bool = True


class About(NamedTuple):
    """What a broken entry is about, as far as it can still be read."""

    kind: str
    subject: str
    number: int
    head: VisitHead | None = None


class Findings(NamedTuple):
    """What the check found. ``rows``: that are not what was written; ``pages``: of the file."""

    chain: ChainReport
    about: About | None
    cut: TailCut | None
    rows: tuple[str, ...]
    pages: tuple[str, ...]
    plans: tuple[PlanFound, ...]

    @property
    def whole(self) -> bool:
        """Whether nothing was changed, cut away or damaged."""
        chain = self.chain
        journal = chain.broken is None and not chain.missing_tail and not chain.miscounted
        plans = all(plan.held not in ("not_held", "changed") for plan in self.plans)
        return journal and plans and not (self.cut or self.rows or self.pages)

    @property
    def code(self) -> int:
        """The exit code: 0 whole, 1 not, 2 a plan that is none."""
        if not self.whole:
            return 1
        return 2 if any(plan.held == "no_plan" for plan in self.plans) else 0


def verify(
    opened: Opened,
    plans: Sequence[Path],
    home: Path,
    progress: Callable[[int, int], None] | None = None,
) -> Findings:
    """Walk the whole record; takes seconds for each million entries.

    Raises:
        OSError: a plan cannot be read.
        RecordTrouble: the record cannot be read.
    """
    from sdm_aid.records import checking, journal, projected

    record = opened.record
    pages = checking.damaged_pages(record)
    chain = journal.verify(record, progress)
    about = None if chain.broken is None else _about(record, chain.broken)
    found = tuple(_plan(record, file, home) for file in plans)
    damaged = checking.damaged_rows(record)
    stray = tuple(row for row in projected.stray_rows(record) if row not in damaged)
    return Findings(chain, about, opened.cut, (*damaged, *stray), pages, found)


def _about(record: Record, broken: Break) -> About | None:
    from sdm_aid.records import visits
    from sdm_aid.records.trouble import RecordTrouble

    if not broken.kind:
        return None
    head = None
    if broken.kind in ("visit", "visit_event", "follow_up"):
        try:
            head = visits.row_of(record, broken.subject).head
        except RecordTrouble:
            head = None  # erased, or damaged as well: then its number has to do
    return About(broken.kind, broken.subject, broken.number, head)


def _plan(record: Record, file: Path, home: Path) -> PlanFound:
    from sdm_aid.application.check_plan import TooLarge, check_plan_file
    from sdm_aid.documents.seal.verdict import Status
    from sdm_aid.records import journal

    try:
        verdict = check_plan_file(file, (), home)
    except TooLarge:
        return PlanFound(file, "no_plan")
    if verdict.status is Status.CHANGED:
        return PlanFound(file, "changed")
    if verdict.visit is None:
        return PlanFound(file, "no_plan")
    known, head = verdict.status is Status.INTACT, _named(verdict.visit)
    if head is None:
        return PlanFound(file, "names_none", None, known)
    return PlanFound(file, "held" if journal.holds(record, head) else "not_held", head, known)


def _named(visit: bytes) -> Head | None:
    """The head that a visit file names; visits from before there was a record name none."""
    from sdm_aid.records.header import Head

    try:
        named = json.loads(visit)["record"]
        return Head(int(named["seq"]), bytes.fromhex(named["hash"]))
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def as_json(found: Findings) -> str:
    """For a machine."""
    chain = found.chain
    told: dict[str, Any] = {
        "whole": found.whole,
        "exit_code": found.code,
        "entries": chain.entries,
        "head": {"seq": chain.head.seq, "hash": chain.head.hash.hex()},
        "broken": None if chain.broken is None else chain.broken._asdict(),
        "missing_at_the_end": chain.missing_tail,
        "seen_before": None if found.cut is None else found.cut.seen,
        "visits_miscounted": list(chain.miscounted),
        "rows_damaged": list(found.rows),
        "pages_damaged": list(found.pages),
        "plans": [
            {"file": str(plan.file), "held": plan.held, "seal_known": plan.known}
            for plan in found.plans
        ],
    }
    return json.dumps(told, ensure_ascii=False, indent=2)
