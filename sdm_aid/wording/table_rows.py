"""What the head of a row of the table says, and what its cells say in few words.

Screen and paper lay it out; what stands in it is decided here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sdm_aid.domain.positions import disagree
from sdm_aid.i18n import _, ngettext
from sdm_aid.i18n.formats import number
from sdm_aid.wording.cells import CellWords, cell_words, out_of_every
from sdm_aid.wording.costs import row_note
from sdm_aid.wording.facts import say
from sdm_aid.wording.horizons import horizon_words
from sdm_aid.wording.points import scale_line
from sdm_aid.wording.sentence import sentence

if TYPE_CHECKING:
    from sdm_aid.domain.comparison import TableCell, TableRow
    from sdm_aid.domain.evidence import Estimate, Position
    from sdm_aid.domain.harm_panels import HarmLine
    from sdm_aid.domain.library import DecisionContent


@dataclass(frozen=True, slots=True)
class RowShared:
    """What the figures of a row have in common stands once, in the row's head; empty: nothing."""

    outcome: str
    scale: str


def row_shared(content: DecisionContent, row: TableRow) -> RowShared:
    """The outcome that all numbers of a row count, and the ends of their scale."""
    numbers = [c.estimate for c in row.cells if c.estimate is not None and c.has_number]
    outcomes = {_counted_as(content, one) for one in numbers} if len(numbers) > 1 else set()
    scales = {scale_line(content, one) for one in numbers}
    return RowShared(
        outcomes.pop() if len(outcomes) == 1 else "", scales.pop() if len(scales) == 1 else ""
    )


def _counted_as(content: DecisionContent, estimate: Estimate) -> str:
    """What a figure counts: "How many say they have recovered", or the name of the outcome."""
    did = say(content, f"evidence.{estimate.id}.did", "")
    if did:
        return _("How many {did}").format(did=did)
    return say(content, f"evidence.{estimate.id}.outcome")


def head_lines(content: DecisionContent, row: TableRow, shared: RowShared) -> tuple[str, ...]:
    """Under a row's question: out of how many and by when, what is counted, the scale, the note."""
    count = when = ""
    if row.denominator is not None and row.counts_shown:
        count = out_of_every(row.denominator, row.counted)
    if row.horizon is not None and row.shows_certainty:
        when = horizon_words(row.horizon)
    note = row_note(content, content.decision.row(row.id), row.prices)
    parts = [part for part in (count, when) if part]
    lines = [sentence(_(", ").join(parts)).rstrip(".")] if parts else []
    lines += [sentence(line).rstrip(".") for line in (shared.outcome, shared.scale) if line]
    return (*lines, note) if note else tuple(lines)


def table_words(content: DecisionContent, row: TableRow, cell: TableCell) -> CellWords:
    """The words of one cell, counted out of the row's denominator."""
    source = next(one for one in content.decision.row(row.id).cells if one.option == cell.option)
    return cell_words(content, source, denominator=row.denominator, prices=row.prices)


def more_findings(count: int) -> str:
    """That a cell holds further findings, which open with it."""
    return ngettext("and {n} more finding", "and {n} more findings", count).format(n=number(count))


def harms_apart(lines: Sequence[HarmLine]) -> bool:
    """Whether some line sets numbers of different studies beside each other."""
    for line in lines:
        figures = [entry.estimate for entry in line.entries if entry is not None]
        if len({figure.evidence_group for figure in figures if figure is not None}) > 1:
            return True
    return False


def two_sides(positions: Sequence[Position]) -> Sequence[Position]:
    """Two to show: one of each side where they disagree, else the first two."""
    first = next((p for p in positions if p.conflict is not None), None)
    if first is None or not disagree(positions):
        return positions[:2]
    sides = [p for p in positions if p.conflict == first.conflict and p.stance != first.stance]
    return (first, *sides[:1]) if sides else positions[:2]


def who_and_when(content: DecisionContent, position: Position) -> str:
    """The body of experts and the year in which it said so."""
    who = say(content, f"evidence.{position.id}.who")
    return _("{who} ({year})").format(who=who, year=position.year)
