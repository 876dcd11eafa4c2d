"""Looking again at a signed plan: today's scores, the goal, what happened, what is still done."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal, Self

from pydantic import AwareDatetime, Field, model_validator

from sdm_aid.domain.base import Frozen, Id
from sdm_aid.domain.terms import Score, Words, YesNo
from sdm_aid.domain.twice import twice

GoalReached = Literal["reached", "partly", "not_yet", "changed"]
DoingState = Literal["still", "stopped", "finished", "not_started"]
Pgic = Literal[
    "very_much_improved",
    "much_improved",
    "minimally_improved",
    "no_change",
    "minimally_worse",
    "much_worse",
    "very_much_worse",
]
"""Patient Global Impression of Change, seven grades (Guy 1976; Farrar 2001, Pain 94:149-58)."""

AGREED = "agreed"
"""In :class:`Doing`: what was agreed as a whole, beside the steps of the plan."""


class Peg(Frozen):
    """The PEG: three answers of 0 to 10 (Krebs 2009, J Gen Intern Med 24(6):733-8)."""

    pain: Score | None = None
    enjoyment: Score | None = None
    activity: Score | None = None

    @property
    def score(self) -> Fraction | None:
        """The mean of the three; None while any is missing."""
        if self.pain is None or self.enjoyment is None or self.activity is None:
            return None
        return Fraction(self.pain + self.enjoyment + self.activity, 3)


class Happened(Frozen):
    """Something unwanted that happened: one of the content's harms, or told in own words."""

    id: Id
    harm: Id | None = None
    """The harm of the agreed treatment in the content; None where only told in words."""
    words: Words | None = None
    still_there: YesNo | None = None
    got_help: YesNo | None = None

    @model_validator(mode="after")
    def _says_what(self) -> Self:
        if self.harm is None and not (self.words and self.words.strip()):
            raise ValueError("name the harm, or say in words what happened")
        return self


class Doing(Frozen):
    """Whether a step of the plan (by its id), or what was agreed (``agreed``), is still done."""

    id: Id
    state: DoingState | None = None
    why: Words | None = None


class FollowUp(Frozen):
    """One look at how it went. Not asked or not answered is None, never 0 and never "no"."""

    id: str = Field(pattern=r"^[0-9a-f]{32}$")
    about: str = Field(pattern=r"^[0-9a-f]{32}$")
    """The visit whose signed plan is looked at."""
    at: AwareDatetime
    who: str = Field(min_length=1)
    pain_now: Score | None = None
    pain_average: Score | None = None
    pain_worst: Score | None = None
    peg: Peg = Peg()
    pgic: Pgic | None = None
    goal: GoalReached | None = None
    goal_words: Words | None = None
    harms: tuple[Happened, ...] = ()
    none_happened: bool = False
    """Asked, and nothing of the kind happened."""
    doing: tuple[Doing, ...] = ()
    notes: Words | None = None
    done: bool = False

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        if self.harms and self.none_happened:
            raise ValueError("something happened and nothing happened cannot both stand")
        for what, ids in (
            ("two entries of what happened are called", [one.id for one in self.harms]),
            ("twice in what happened: the harm", [one.harm for one in self.harms if one.harm]),
            ("two entries of what is done are called", [one.id for one in self.doing]),
        ):
            found = twice(ids)
            if found is not None:
                raise ValueError(f"{what} '{found}'")
        return self

    @property
    def says_something(self) -> bool:
        """True when at least one question was answered."""
        bare = FollowUp(id=self.id, about=self.about, at=self.at, who=self.who, done=self.done)
        return self != bare

    def doing_of(self, name: str) -> Doing | None:
        """What was said of one step, or of what was agreed."""
        return next((one for one in self.doing if one.id == name), None)
