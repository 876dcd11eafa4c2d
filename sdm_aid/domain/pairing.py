"""Two cells of one row side by side: paired only within one body of evidence (D-70)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from sdm_aid.domain.comparison import PictureKind, TableCell, TableRow, same_time, table_row
from sdm_aid.domain.risk import (
    Denominator,
    Frequency,
    IconCounts,
    frequency_of,
    people,
    three_states,
)

if TYPE_CHECKING:
    from sdm_aid.domain.library import DecisionContent

Apart = Literal["", "studies", "time"]


@dataclass(frozen=True, slots=True)
class Panel:
    """One half of the picture view.

    ``counts`` for arrays: with ``paired_arrays`` its fields mean anyway / because / fewer /
    neither; with ``single_array`` the people it happened to stand in ``anyway``, as one group of
    whom nobody can say why.
    """

    cell: TableCell
    kind: PictureKind
    frequency: Frequency | None
    counts: IconCounts | None
    hidden_first: bool
    """L-32: very low certainty; the sentence comes first, the picture behind a tap."""


@dataclass(frozen=True, slots=True)
class Picture:
    """Two cells of one row. ``apart`` says why they may not be lined up; empty: they may."""

    row: str
    denominator: Denominator | None
    left: Panel
    right: Panel
    apart: Apart

    @property
    def together(self) -> bool:
        """Whether both halves show the same people of one body of evidence."""
        return self.apart == ""


def picture(content: DecisionContent, row_id: str, left: str, right: str) -> Picture:
    """Two options side by side in one row: exactly what their evidence allows."""
    row = table_row(content, content.decision.row(row_id), (left, right))
    first, second = _panel(row.cell(left)), _panel(row.cell(right))
    return Picture(row_id, row.denominator, first, second, _apart(first, second))


def pair_for(row: TableRow, letter: str) -> tuple[str, str]:
    """A and the one asked for; for A itself the first that its number may be lined up with."""
    if letter != "A":
        return "A", letter
    group = row.cell("A").evidence_group
    others = [cell for cell in row.cells if cell.option != "A"]
    fitting = [cell for cell in others if group and cell.evidence_group == group]
    return "A", (fitting or others)[0].option


def _panel(cell: TableCell) -> Panel:
    estimate = cell.estimate
    own = frequency_of(estimate, cell.arm) if estimate else None
    return Panel(
        cell=cell,
        kind=cell.picture,
        frequency=own,
        counts=_counts(cell, own),
        hidden_first=estimate is not None and estimate.certainty == "very_low",
    )


def _counts(cell: TableCell, own: Frequency | None) -> IconCounts | None:
    estimate, total = cell.estimate, cell.denominator
    if (
        estimate is None
        or own is None
        or total is None
        or not cell.picture.endswith(("arrays", "array"))
    ):
        return None
    if cell.picture == "paired_arrays" and cell.arm == "treated":
        return three_states(frequency_of(estimate, "control"), own, estimate.better, total)
    count = people(own, total) or 0
    return IconCounts(count, 0, 0, total - count, estimate.better)


def _apart(left: Panel, right: Panel) -> Apart:
    one, two = left.cell.estimate, right.cell.estimate
    if one is None or two is None or not (left.cell.has_number and right.cell.has_number):
        return ""
    if one.evidence_group != two.evidence_group or one.id in two.not_with or two.id in one.not_with:
        return "studies"
    if not same_time(one.horizon, two.horizon):
        return "time"
    if left.cell.arm == "control" and right.counts is not None and left.counts is not None:
        # the people who went without must be the same people in both halves
        without = right.counts.anyway + right.counts.fewer
        if right.kind == "paired_arrays" and without != left.counts.anyway:
            return "studies"
    return ""
