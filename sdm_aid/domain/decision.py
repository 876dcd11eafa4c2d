"""A decision: the things we could do, the questions people ask, the figure in each cell."""

from __future__ import annotations

from datetime import date
from typing import Literal, Self

from pydantic import Field, model_validator

from sdm_aid.domain.base import Frozen, Id, Letter
from sdm_aid.domain.treatment import CellState

RowGroup = Literal["involve", "better", "wrong", "ask", "cost", "change", "experts"]


class Option(Frozen):
    """One column: its letter and treatment, in fixed order, least to most invasive (D-90)."""

    letter: Letter
    treatment: Id
    quick: bool = True
    """Shown on the quick path (at most three)."""


class Cell(Frozen):
    """What stands where a row meets a column.

    ``estimates``: the first is the cell's number, further ones are named below it.
    ``arm``: which group of the first estimate this column is ("control" for the people who went
    without, in the same study). ``text``: key of a sentence, alone (``words``) or beside a figure.
    """

    option: Letter
    state: CellState
    estimates: tuple[Id, ...] = ()
    arm: Literal["treated", "control"] = "treated"
    text: str | None = None
    said_by: Id | None = None

    @model_validator(mode="after")
    def _state_fits(self) -> Self:
        if (self.state in ("estimate", "none_seen")) != bool(self.estimates):
            raise ValueError("a cell with a figure, and only that, names its estimates")
        if self.state == "words" and not self.text:
            raise ValueError("a cell of words needs its text key")
        if self.state == "not_counted" and self.said_by is None:
            raise ValueError("'not counted in studies' needs a source that says so (said_by)")
        return self


class Row(Frozen):
    """One question people ask. Words: ``rows.<id>.question|short`` (and ``note``)."""

    id: Id
    group: RowGroup
    kind: Literal["words", "number", "harms", "experts"]
    quick: bool = True
    comparable: bool = True
    """False: the cells come from different studies; ``rows.<id>.different`` may say more (D-70)."""
    cells: tuple[Cell, ...] = ()


class ValueOf(Frozen):
    """Where one option stands on a value row: an estimate's arm or difference, a fact, or given.

    ``unknown`` is a full answer: nobody knows.
    """

    option: Letter
    estimate: Id | None = None
    arm: Literal["treated", "control", "difference", "none"] = "treated"
    """"difference": as published, or between both arms of the study. "none": no difference to
    "nothing new" by definition, value 0 (column A of a difference)."""
    fact: Id | None = None
    given: float | None = None
    """A value that needs no study (A takes no operation): 0 or 1 on the row's own range."""
    unknown: bool = False
    finding: Literal["same", "better", "worse"] | None = None
    """What the estimate found, in words, against what it was compared with."""
    disputed: bool = False
    """Bodies of experts conflict on this, so no word is read from any one figure."""

    @model_validator(mode="after")
    def _one_origin(self) -> Self:
        origins = [
            self.estimate is not None,
            self.fact is not None,
            self.given is not None,
            self.unknown,
            self.arm == "none",
        ]
        if sum(origins) != 1:
            raise ValueError("name exactly one of estimate, fact, given, unknown or arm = 'none'")
        if self.finding is not None and self.estimate is None:
            raise ValueError("a finding needs the estimate that says so")
        if self.disputed and self.estimate is None and not self.unknown:
            raise ValueError("only an estimate, or what nobody knows, can be disputed")
        return self


class ValueRow(Frozen):
    """A row of "What matters to you": its fixed range and where each option stands on it.

    ``low``/``high``: the worst and best plausible value a patient would call so, author-set, never
    taken from the options on screen. Words: ``values.<id>.name|swing``.
    ``comparable`` False: the options' figures come from different studies, so the row shows words
    and counts as unknown in every interval.
    """

    id: Id
    concept: Id
    """No two rows measure the same concept (V-08)."""
    side: Literal["benefit", "burden"]
    row: Id
    """The comparison row it belongs to."""
    better: Literal["higher", "lower"]
    low: float
    high: float
    mid: float = Field(gt=0)
    """Differences smaller than this read "about the same"."""
    unit: Literal["people", "points", "days", "weeks", "months", "money", "feature"] = "people"
    """What low, high and mid count: people out of 100, points out of 100, time, money, or 0/1."""
    range_source: str = Field(min_length=3)
    comparable: bool = True
    options: tuple[ValueOf, ...]


class TeachBackItem(Frozen):
    """A fact that must be right; ``row`` is where to look again.

    Words: ``teach_back.<id>.ask|listen_for``.
    """

    id: Id
    row: Id
    quick: bool = False


class Waiver(Frozen):
    """A named person accepts one warning of the content check (never an error), and says why."""

    rule: str = Field(pattern=r"^[A-Z]+-\d{2}[a-z]?$")
    key: str = Field(min_length=1)
    """The key the warning names, whole."""
    reason: str = Field(min_length=10)
    by: str = Field(min_length=3)
    on: date


class Decision(Frozen):
    """One decision, by reference only.

    Words: ``title``, ``question``, ``condition``, ``going_on.*``, ``nothing_new``,
    ``for_whom``, ``rows.*``, ``values.*``, ``deal_breakers.*``, ``teach_back.*``,
    ``red_flags.*``, ``get_help.*``, ``funding``, ``authors``, ``conflicts_of_interest``,
    ``update_policy``.
    """

    id: Id
    version: str = Field(pattern=r"^\d{4}\.\d{2}(\.\d+)?$")
    languages: tuple[str, ...] = Field(min_length=1)
    compiled: date
    evidence_to: date
    review_due: date
    expires: date
    reviewed: Literal["not_reviewed"] = "not_reviewed"
    options: tuple[Option, ...] = Field(min_length=2, max_length=10)
    rows: tuple[Row, ...] = Field(min_length=1)
    natural_course: tuple[Id, ...] = ()
    """Estimates shown as "what tends to happen with nothing new" (D-80)."""
    positions: tuple[Id, ...] = ()
    values: tuple[ValueRow, ...] = Field(default=(), max_length=7)
    deal_breakers: tuple[Id, ...] = ()
    teach_back: tuple[TeachBackItem, ...] = ()
    red_flags: tuple[Id, ...] = ()
    get_help: tuple[Id, ...] = ()
    """Signs that hold whatever is chosen; text keys under ``get_help``."""
    evidence_files: tuple[Id, ...] = ()
    """Topics of ``resources/evidence`` that hold the figures named here; nothing else is opened."""
    waiver: tuple[Waiver, ...] = ()
    harm_panels: tuple[Literal[100, 1000, 10000, 100000], ...] = (100, 1000, 10000, 100000)

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        letters = [option.letter for option in self.options]
        if letters != [chr(ord("A") + n) for n in range(len(letters))]:
            raise ValueError("options are lettered A, B, C ... in order")
        if not self.compiled <= self.review_due <= self.expires:
            raise ValueError("compiled, review-due and expiry date must follow each other")
        if self.evidence_to > self.compiled:
            raise ValueError("evidence cannot be newer than the day the content was compiled")
        for row in self.rows:
            if row.kind in ("words", "number") and [c.option for c in row.cells] != letters:
                raise ValueError(f"row '{row.id}' needs one cell for each option, in order")
        return self

    def option(self, letter: str) -> Option:
        """The option with this letter.

        Raises:
            KeyError: the decision has no such option.
        """
        for option in self.options:
            if option.letter == letter:
                return option
        raise KeyError(letter)

    def row(self, row_id: str) -> Row:
        """The row with this id.

        Raises:
            KeyError: the decision has no such row.
        """
        for row in self.rows:
            if row.id == row_id:
                return row
        raise KeyError(row_id)
