"""The comparison table as a value: content + state -> what may be shown beside what.

Nothing here sorts, ranks or completes: rows and columns keep the order of the content (D-72, D-90)
and a picture is what its estimate allows. Two cells side by side: :mod:`sdm_aid.domain.pairing`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from sdm_aid.domain.picture_kind import PictureKind as PictureKind
from sdm_aid.domain.picture_kind import picture_kind as picture_kind
from sdm_aid.domain.positions import conflicts_of, conflicts_on
from sdm_aid.domain.risk import (
    Denominator,
    Frequency,
    Units,
    frequency_of,
    row_denominator,
    units_of,
)

if TYPE_CHECKING:
    from sdm_aid.domain.consultation import Consultation
    from sdm_aid.domain.decision import Cell, Row
    from sdm_aid.domain.evidence import Estimate, Horizon
    from sdm_aid.domain.library import DecisionContent
    from sdm_aid.domain.prices import PriceList
    from sdm_aid.domain.treatment import CellState

MOST_COLUMNS = 5
"""A and four chosen ones; the others stand by as tabs."""
QUICK_COLUMNS = 3
QUICK_ROWS = 7
TIME_TOLERANCE = 0.25
"""L-05: times within a quarter of each other count as the same time."""


@dataclass(frozen=True, slots=True)
class Column:
    """One thing we could do, as it stands on the table."""

    letter: str
    treatment: str
    not_suitable: str | None
    """"Not right for you, because ..."; the column stays (None: nothing said against it)."""


@dataclass(frozen=True, slots=True)
class TableCell:
    """What stands where a row meets a column; ``estimate`` is the cell's own number."""

    row: str
    option: str
    state: CellState
    estimate: Estimate | None
    further: tuple[Estimate, ...]
    arm: Literal["treated", "control"]
    text: str | None
    said_by: str | None
    denominator: Denominator | None
    picture: PictureKind
    own_time: bool
    """Its time differs from the row's other figures: it wears its own clock chip (D-07)."""
    conflicts: tuple[str, ...]
    """Conflicts among experts that this cell's figures are part of."""

    @property
    def counts(self) -> bool:
        """Whether its number is a share of people."""
        return self.has_number and self.estimate is not None and self.estimate.per is not None

    @property
    def evidence_group(self) -> str | None:
        """The body of evidence its number comes from; None where it holds no number."""
        return self.estimate.evidence_group if self.estimate and self.has_number else None

    @property
    def has_number(self) -> bool:
        """Whether a number stands in the cell (a finding in words is none)."""
        return self.estimate is not None and self.estimate.has_number


@dataclass(frozen=True, slots=True)
class TableRow:
    """One question people ask, with a cell for each column shown, in column order."""

    id: str
    group: str
    kind: Literal["words", "number", "harms", "experts"]
    cells: tuple[TableCell, ...]
    denominator: Denominator | None
    """D-02: one for all options, over every column of the content, so that it never jumps."""
    horizon: Horizon | None
    """The time all its figures share; None where there is none or they differ."""
    different_studies: bool
    """D-70: its numbers can't be lined up against each other."""
    shows_certainty: bool
    """D-30: on every number of the row (always, where it has one)."""
    counted: Units = "people"
    """What its numbers count, over every column of the content."""
    prices: PriceList | None = None
    """The clinic's price list, on the cost row alone."""

    @property
    def counts_shown(self) -> bool:
        """Whether a column on the table holds a share of people."""
        return any(cell.counts for cell in self.cells)

    def cell(self, letter: str) -> TableCell:
        """The cell in this column.

        Raises:
            KeyError: the column is not on the table.
        """
        for cell in self.cells:
            if cell.option == letter:
                return cell
        raise KeyError(letter)


@dataclass(frozen=True, slots=True)
class ComparisonTable:
    """What step 4 shows: columns on the table, columns standing by, rows."""

    columns: tuple[Column, ...]
    standby: tuple[Column, ...]
    rows: tuple[TableRow, ...]

    def row(self, row_id: str) -> TableRow:
        """The row with this id.

        Raises:
            KeyError: the table has no such row.
        """
        for row in self.rows:
            if row.id == row_id:
                return row
        raise KeyError(row_id)


def shown_letters(content: DecisionContent, state: Consultation, fit: int) -> tuple[str, ...]:
    """The letters on the table: A and the chosen ones, in the content's order.

    Nothing chosen: the first that fit (quick path: those the content marks, three at most).
    """
    options = content.decision.options
    quick = state.path == "quick"
    most = most_columns(state)
    chosen = [one.letter for one in options if one.letter in state.columns and one.letter != "A"]
    if chosen:
        return ("A", *chosen[: most - 1])
    offered = [option.letter for option in options if option.quick or not quick]
    return tuple(offered[: max(2, min(most, fit))])


def most_columns(state: Consultation) -> int:
    """How many columns may stand on the table at once."""
    return QUICK_COLUMNS if state.path == "quick" else MOST_COLUMNS


def comparison(
    content: DecisionContent, state: Consultation, fit: int = MOST_COLUMNS
) -> ComparisonTable:
    """The table for this visit; ``fit``: how many columns have room where none were chosen."""
    letters = shown_letters(content, state, fit)
    reasons = {mark.option: mark.reason for mark in state.not_suitable}
    columns = [
        Column(option.letter, option.treatment, reasons.get(option.letter))
        for option in content.decision.options
    ]
    rows = list(content.decision.rows)
    if state.path == "quick":
        rows = [row for row in rows if row.quick][:QUICK_ROWS]
    return ComparisonTable(
        columns=tuple(column for column in columns if column.letter in letters),
        standby=tuple(column for column in columns if column.letter not in letters),
        rows=tuple(table_row(content, row, letters, state.prices) for row in rows),
    )


def table_row(
    content: DecisionContent, row: Row, letters: Sequence[str], prices: PriceList | None = None
) -> TableRow:
    """One row for these columns; denominator and time are taken over all columns."""
    figures = [content.estimates[cell.estimates[0]] for cell in row.cells if cell.estimates]
    numbers = [figure for figure in figures if figure.has_number]
    denominator = row_denominator(_shares(content, row)) if _counts_people(numbers) else None
    horizon = _shared_time(numbers) if len(numbers) > 1 else None
    cells = tuple(
        _table_cell(content, row, cell, denominator, horizon is None and len(numbers) > 0)
        for cell in row.cells
        if cell.option in letters
    )
    return TableRow(
        id=row.id,
        group=row.group,
        kind=row.kind,
        cells=cells,
        denominator=denominator,
        horizon=horizon,
        different_studies=_different(row, cells),
        shows_certainty=any(cell.has_number for cell in cells),
        counted=units_of(numbers),
        prices=prices if row.group == "cost" else None,
    )


def _table_cell(
    content: DecisionContent, row: Row, cell: Cell, denominator: Denominator | None, own_time: bool
) -> TableCell:
    figures = [content.estimates[name] for name in cell.estimates]
    first = figures[0] if figures else None
    conflicts = [name for figure in figures for name in conflicts_of(content, figure)]
    if cell.arm == "control":
        conflicts = []  # the dispute is about what the other group had
    elif row.group == "better" and any(figure.has_number for figure in figures[:1]):
        conflicts += [name for name in conflicts_on(content, cell.option) if name not in conflicts]
    return TableCell(
        row=row.id,
        option=cell.option,
        state=cell.state,
        estimate=first,
        further=tuple(figures[1:]),
        arm=cell.arm,
        text=cell.text,
        said_by=cell.said_by,
        denominator=denominator,
        picture=picture_kind(first, cell.arm, denominator),
        own_time=own_time and first is not None and first.has_number,
        conflicts=tuple(dict.fromkeys(conflicts)),
    )


def same_time(one: Horizon, two: Horizon) -> bool:
    """Whether two figures hold for the same time, within a quarter (L-05)."""
    if one.days is None or two.days is None:
        return one == two
    return abs(one.days - two.days) <= TIME_TOLERANCE * max(one.days, two.days)


def _shared_time(figures: Sequence[Estimate]) -> Horizon | None:
    times = [figure.horizon for figure in figures]
    if not times or any(time != times[0] for time in times):
        return None
    return times[0]


def _different(row: Row, cells: Sequence[TableCell]) -> bool:
    figures = [cell.estimate for cell in cells if cell.estimate and cell.has_number]
    if len(figures) < 2:
        return False
    ids = {figure.id for figure in figures}
    return (
        not row.comparable
        or len({figure.evidence_group for figure in figures}) > 1
        or any(ids.intersection(figure.not_with) for figure in figures)
    )


def _shares(content: DecisionContent, row: Row) -> Iterable[Frequency]:
    """Every group of people the row tells of: both arms of all its figures."""
    arms: tuple[Literal["treated", "control"], ...] = ("treated", "control")
    for cell in row.cells:
        for name in cell.estimates:
            for arm in arms:
                share = frequency_of(content.estimates[name], arm)
                if share is not None:
                    yield share


def _counts_people(figures: Iterable[Estimate]) -> bool:
    return any(figure.shape.startswith("frequency") for figure in figures)
