"""What is said about things to check first: facts about the person, and what became of a topic."""

from __future__ import annotations

from typing import Literal

from sdm_aid.domain.base import Frozen, Id
from sdm_aid.domain.checked_first import TopicMarkKind
from sdm_aid.domain.terms import Words


class FactToggled(Frozen):
    """An answer to a question picked or let go."""

    kind: Literal["fact_toggled"] = "fact_toggled"
    question: Id
    choice: Id


class NoneOfTheseFacts(Frozen):
    """Asked: none of these (or taken back); refused while an answer is picked."""

    kind: Literal["none_of_these_facts"] = "none_of_these_facts"
    question: Id
    none: bool


class TopicMarked(Frozen):
    """What became of a topic; how None: taken back."""

    kind: Literal["topic_marked"] = "topic_marked"
    topic: Id
    how: TopicMarkKind | None
    words: Words | None = None
