"""What the patient says: goals, pain, values, own words, and what comes of it."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from sdm_aid.domain.base import Frozen, Id, Letter
from sdm_aid.domain.team import TeamMember
from sdm_aid.domain.terms import (
    Leaning,
    Mark,
    OutcomeKind,
    Score,
    StepName,
    TeachBackResult,
    Words,
    YesNo,
)

TriedKind = Literal["medicine", "therapy", "procedure", "operation"]


class Tried(Frozen):
    """Something tried before, and what came of it."""

    id: Id
    what: Words
    helped: Literal["yes", "some", "no"] | None = None
    trouble: Words | None = None
    tried_kind: TriedKind | None = None
    treatment: Id | None = None
    """The treatment of the content it was picked as; None where it was written down."""


class You(Frozen):
    """Step 2: goals first, then the pain, then what was tried."""

    goals: tuple[Id, ...] = ()
    goal_words: Words | None = None
    regions: tuple[Id, ...] = ()
    pain_now: Score | None = None
    pain_average: Score | None = None
    pain_worst: Score | None = None
    qualities: tuple[Id, ...] = ()
    quality_words: Words | None = None
    tried: tuple[Tried, ...] = ()


class NotSuitable(Frozen):
    """An option that is not right for this person now; it stays on the table with the reason."""

    option: Letter
    reason: Words


class CellSeen(Frozen):
    """A cell of the table that was opened."""

    row: Id
    option: Letter
    view: Literal["picture", "harms", "source"]


class Question(Frozen):
    """A question somebody asked, and the answer given."""

    id: Id
    step: StepName
    text: Words
    answer: Words | None = None


class Stone(Frozen):
    """How many of the ten stones lie on a row (content row, or own concern by its id)."""

    row: Id
    count: Annotated[int, Field(ge=0, le=10)]


class OwnMark(Frozen):
    """Marked together: does this option help with the concern?"""

    option: Letter
    mark: Mark


class OwnConcern(Frozen):
    """Something that matters in the patient's own words, and how each option bears on it."""

    id: Id
    text: Words
    marks: tuple[OwnMark, ...] = ()


class DealBreaker(Frozen):
    """Something the patient would not want at all (content id or own words)."""

    id: Id
    own_words: Words | None = None


class Matters(Frozen):
    """Step 5: weights, deal-breakers, own words, leaning before and after."""

    leaning_before: Leaning | None = None
    stones: tuple[Stone, ...] = ()
    top: tuple[Id, ...] = Field(default=(), max_length=3)
    """Quick path: up to three rows that matter most, biggest first."""
    own: tuple[OwnConcern, ...] = ()
    deal_breakers: tuple[DealBreaker, ...] = ()
    nothing_unwanted: bool = False
    """Asked, and nothing is unwanted."""
    lined_up: bool = False
    """The line-up was looked at."""
    would_change: Words | None = None
    leaning_after: Leaning | None = None
    rather_be_advised: bool = False

    @property
    def stones_left(self) -> int:
        """How many of the ten stones are still in the hand."""
        return 10 - sum(stone.count for stone in self.stones)


class TeachBack(Frozen):
    """How the patient's own words went for one fact; never right or wrong."""

    item: Id
    result: TeachBackResult
    words: Words | None = None


class Sure(Frozen):
    """The four SURE questions (Legare 2010): yes, no or not asked."""

    sure: YesNo | None = None
    understand: YesNo | None = None
    risk: YesNo | None = None
    encouragement: YesNo | None = None


class Outcome(Frozen):
    """What was agreed or not agreed. All kinds are full outcomes."""

    kind: OutcomeKind
    option: Letter | None = None
    until: date | None = None


class PlanStep(Frozen):
    """One thing to do: what, who, by when (words or a date)."""

    id: Id
    what: Words
    who: Words | None = None
    when: Words | None = None


class Plan(Frozen):
    """Step 8: what happens next."""

    goal: Words | None = None
    target_pain: Score | None = None
    """The pain number, 0 to 10, that the patient would call good enough."""
    steps: tuple[PlanStep, ...] = ()
    hoped: Words | None = None
    """What the patient hopes for or expects, in own words; it stands beside what studies saw."""
    getting_ready: Words | None = None
    the_day: Words | None = None
    """What happens: on the day, or in the weeks it takes."""
    afterwards: Words | None = None
    team: tuple[TeamMember, ...] = ()
    get_help: tuple[Id, ...] | None = None
    """Signs to get help fast, ticked by the clinician; None until chosen (all are offered)."""
    get_help_words: Words | None = None
    look_again: date | None = None
    """The first day to look again; the record's list of looks due goes by it."""
    further_looks: tuple[date, ...] = ()
    """Later ones, in order."""
    stop_rule: Words | None = None
    read_together: bool = False

    @property
    def looks(self) -> tuple[date, ...]:
        """Every day to look again, in order."""
        first = () if self.look_again is None else (self.look_again,)
        return (*first, *self.further_looks)
