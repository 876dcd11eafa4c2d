"""What was answered and marked in a visit about things to check first."""

from __future__ import annotations

from typing import Literal

from sdm_aid.domain.base import Frozen, Id
from sdm_aid.domain.terms import Words

TopicMarkKind = Literal["talked", "plan", "not_apply"]


class FactAnswer(Frozen):
    """The answer to one question: choices, or none of these; a question without one: not asked."""

    question: Id
    choices: tuple[Id, ...] = ()
    none: bool = False


class TopicMark(Frozen):
    """What became of a topic: talked about, a plan made (words), does not apply (because ...)."""

    topic: Id
    how: TopicMarkKind
    words: Words | None = None


class CheckedFirst(Frozen):
    """Step 2, check first: answers in the order given, and what became of each topic."""

    answers: tuple[FactAnswer, ...] = ()
    marks: tuple[TopicMark, ...] = ()

    def answer(self, question: str) -> FactAnswer | None:
        """The answer to this question; None: not asked."""
        return next((one for one in self.answers if one.question == question), None)

    def mark(self, topic: str) -> TopicMark | None:
        """What became of this topic; None: not yet talked about."""
        return next((one for one in self.marks if one.topic == topic), None)
