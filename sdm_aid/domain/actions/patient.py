"""What the patient says about goals, pain, values and own words."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from sdm_aid.domain.answers import Tried
from sdm_aid.domain.base import Frozen, Id, Letter
from sdm_aid.domain.terms import Leaning, Mark, Score, SureQuestion, TeachBackResult, Words, YesNo


class GoalToggled(Frozen):
    """A life area picked or let go."""

    kind: Literal["goal_toggled"] = "goal_toggled"
    goal: Id


class RegionToggled(Frozen):
    """A region of the body chart picked or let go."""

    kind: Literal["region_toggled"] = "region_toggled"
    region: Id


class PainRated(Frozen):
    """0 to 10, or None to take it back."""

    kind: Literal["pain_rated"] = "pain_rated"
    which: Literal["now", "average", "worst"]
    score: Score | None


class QualityToggled(Frozen):
    """A word for what the pain is like."""

    kind: Literal["quality_toggled"] = "quality_toggled"
    quality: Id


class TriedSet(Frozen):
    """Something tried (same id again: corrected)."""

    kind: Literal["tried_set"] = "tried_set"
    tried: Tried


class TriedRemoved(Frozen):
    """Entered by mistake."""

    kind: Literal["tried_removed"] = "tried_removed"
    id: Id


class LeaningSaid(Frozen):
    """Which way the patient leans, before or after the line-up."""

    kind: Literal["leaning_said"] = "leaning_said"
    when: Literal["before", "after"]
    leaning: Leaning | None


class StonesPut(Frozen):
    """How many stones lie on this row now; more than ten in all are refused."""

    kind: Literal["stones_put"] = "stones_put"
    row: Id
    count: Annotated[int, Field(ge=0, le=10)]


class TopToggled(Frozen):
    """Quick path: one of up to three rows that matter most."""

    kind: Literal["top_toggled"] = "top_toggled"
    row: Id


class OwnConcernSet(Frozen):
    """Something that matters, in own words (same id again: corrected); empty text removes it."""

    kind: Literal["own_concern_set"] = "own_concern_set"
    id: Id
    text: Words


class OwnConcernMarked(Frozen):
    """How one option bears on an own concern; mark None: taken back."""

    kind: Literal["own_concern_marked"] = "own_concern_marked"
    id: Id
    option: Letter
    mark: Mark | None


class DealBreakerToggled(Frozen):
    """Something the patient would not want at all."""

    kind: Literal["deal_breaker_toggled"] = "deal_breaker_toggled"
    id: Id
    own_words: Words | None = None


class NothingUnwanted(Frozen):
    """Asked: nothing is unwanted (or taken back)."""

    kind: Literal["nothing_unwanted"] = "nothing_unwanted"
    nothing: bool


class LinedUp(Frozen):
    """The line-up was opened."""

    kind: Literal["lined_up"] = "lined_up"


class AdviceWanted(Frozen):
    """I would rather you advise me (or taken back)."""

    kind: Literal["advice_wanted"] = "advice_wanted"
    wanted: bool


class TeachBackNoted(Frozen):
    """How one item went; result None: taken back."""

    kind: Literal["teach_back_noted"] = "teach_back_noted"
    item: Id
    result: TeachBackResult | None
    words: Words | None = None


class SureAnswered(Frozen):
    """One SURE question."""

    kind: Literal["sure_answered"] = "sure_answered"
    question: SureQuestion
    answer: YesNo | None
