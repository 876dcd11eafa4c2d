"""The parts a published figure is measured in: by when, how many or how much, on which scale."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from sdm_aid.domain.base import Frozen, Id

TimeUnit = Literal["minutes", "hours", "days", "weeks", "months", "years"]

DAYS_PER: dict[str, float] = {
    "minutes": 1 / 1440,
    "hours": 1 / 24,
    "days": 1.0,
    "weeks": 7.0,
    "months": 30.4375,
    "years": 365.25,
}


class Horizon(Frozen):
    """By when a figure holds. ``by``/``within``: ``value``; ``between``: ``value`` to ``upper``."""

    relation: Literal["by", "within", "between", "after", "over", "during_procedure", "not_stated"]
    value: float | None = Field(default=None, gt=0)
    upper: float | None = Field(default=None, gt=0)
    unit: TimeUnit | None = None

    @model_validator(mode="after")
    def _complete(self) -> Self:
        timed = self.relation not in ("during_procedure", "not_stated")
        if timed and (self.value is None or self.unit is None):
            raise ValueError(f"a horizon '{self.relation}' needs value and unit")
        if (self.relation == "between") != (self.upper is not None):
            raise ValueError("'between', and only 'between', has an upper end")
        return self

    @property
    def days(self) -> float | None:
        """The later end in days; None where no time is known."""
        if self.value is None or self.unit is None:
            return None
        return (self.upper or self.value) * DAYS_PER[self.unit]


class Level(Frozen):
    """The value of one group of people (an arm), or of a difference between two.

    Units: people out of ``Estimate.per`` for frequencies, points on ``Estimate.scale`` for scores.
    ``value`` None with ``low`` and ``high`` set is a published range: nobody may take its middle.
    """

    value: float | None = None
    low: float | None = None
    high: float | None = None
    interval: Literal["ci95", "range"] | None = None
    events: int | None = Field(default=None, ge=0)
    total: int | None = Field(default=None, gt=0)
    baseline: float | None = None
    """The level at the start, where the estimate is about a course."""

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        both = self.low is not None and self.high is not None
        if (self.low is None) != (self.high is None):
            raise ValueError("an interval needs both ends")
        if both != (self.interval is not None):
            raise ValueError("say whether low and high are a 'ci95' or a 'range'")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError("low end above high end")
        if self.value is None and not both:
            raise ValueError("a level needs a value or a range")
        return self


class Scale(Frozen):
    """A score's scale and the smallest change most people notice on it."""

    low: float
    high: float
    name: str | None = None
    worse: Literal["higher", "lower"] = "higher"
    smallest_change: float | None = Field(default=None, gt=0)
    smallest_change_source: Id | None = None
    smallest_change_on: Literal["line", "number", "questions"] | None = None
    """The kind of score that smallest change was found for: marked on a line, said as a number,
    or added up from questions. Each kind has its own, though all are shown from 0 to 100."""

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.low >= self.high:
            raise ValueError("the scale's low end must be below its high end")
        if (self.smallest_change is None) != (self.smallest_change_source is None):
            raise ValueError("the smallest change and its source go together")
        if self.smallest_change is None and self.smallest_change_on is not None:
            raise ValueError("there is no smallest change to say the kind of score for")
        return self
