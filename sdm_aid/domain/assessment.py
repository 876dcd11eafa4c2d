"""The rest of the assessment in step You: about the pain, about the days, lists, questionnaires.

Nothing here is read by anything that shows, orders or leaves out what could be done: it is written
down, shown again and printed.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, Self

from pydantic import Field, model_validator

from sdm_aid.domain.base import Frozen, Id
from sdm_aid.domain.measure_taken import MeasureTaken
from sdm_aid.domain.terms import Words
from sdm_aid.domain.twice import twice

Question = Literal[
    "spread", "side", "since", "better", "worse", "sleep", "mood", "work", "care", "home"
]
ListName = Literal["medicines", "allergies", "illnesses"]

ABOUT_PAIN: tuple[Question, ...] = ("spread", "side", "since", "better", "worse")
ABOUT_DAYS: tuple[Question, ...] = ("sleep", "mood", "work", "care", "home")
LISTS: tuple[ListName, ...] = ("medicines", "allergies", "illnesses")

OFFERED: Mapping[Question, tuple[str, ...]] = MappingProxyType(
    {
        "spread": ("stays", "spreads", "moves", "all-over"),
        "side": ("left", "right", "both", "middle"),
        "since": ("weeks", "months", "years", "many-years"),
        "better": ("rest", "lying", "moving", "warmth", "cold", "medicine", "thoughts", "nothing"),
        "worse": ("sitting", "standing", "walking", "bending", "lying", "touch", "cold", "stress"),
        "sleep": ("well", "falling-asleep", "waking", "early"),
        "mood": ("good", "up-and-down", "low", "worried", "irritable"),
        "work": ("as-before", "less", "off-sick", "stopped", "none"),
        "care": ("children", "adult", "cared-for", "nobody"),
        "home": ("alone", "partner", "children", "others"),
    }
)  # fmt: skip
"""The answers to pick from, in the order shown; own words stand beside each."""

ONE_ONLY: frozenset[Question] = frozenset({"spread", "side", "since", "work"})
"""Questions with one answer: picking another lets the first go."""


class Told(Frozen):
    """What was said to one question."""

    question: Question
    picked: tuple[Id, ...] = ()
    words: Words | None = None


class Line(Frozen):
    """One entry of a list, in words."""

    id: Id
    words: Words = Field(min_length=1)


class Listed(Frozen):
    """A list in the patient's or clinician's words; ``nothing``: asked, and there is none."""

    name: ListName
    lines: tuple[Line, ...] = ()
    nothing: bool = False

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        if self.nothing and self.lines:
            raise ValueError("a list with entries cannot be said to be empty")
        return self


class Assessment(Frozen):
    """What was said beyond goals, place, strength and kind of the pain; most of it may be None."""

    told: tuple[Told, ...] = ()
    lists: tuple[Listed, ...] = ()
    measured: tuple[MeasureTaken, ...] = ()

    @model_validator(mode="after")
    def _once_each(self) -> Self:
        for what, names in (
            ("the question", [one.question for one in self.told]),
            ("the list", [one.name for one in self.lists]),
            ("the questionnaire", [one.measure.id for one in self.measured]),
        ):
            same = twice(names)
            if same is not None:
                raise ValueError(f"twice in the assessment: {what} '{same}'")
        return self

    def answer(self, question: Question) -> Told:
        """What was said to a question; empty where it was not asked."""
        found = next((one for one in self.told if one.question == question), None)
        return found or Told(question=question)

    def listed(self, name: ListName) -> Listed:
        """A list; empty where it was not asked for."""
        return next((one for one in self.lists if one.name == name), None) or Listed(name=name)

    def taken(self, measure: str) -> MeasureTaken | None:
        """What was answered to a questionnaire."""
        return next((one for one in self.measured if one.measure.id == measure), None)
