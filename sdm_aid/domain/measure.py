"""A published questionnaire: its wording, owner, licence and scoring rule, as data."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from pydantic import Field

from sdm_aid.domain.base import Frozen, Id


class Item(Frozen):
    """One question, to the letter, by language; ``low`` and ``high`` name the ends of a scale."""

    id: Id
    text: dict[str, str]
    low: dict[str, str] = Field(default_factory=dict)
    high: dict[str, str] = Field(default_factory=dict)


class Measure(Frozen):
    """An instrument that the program may show.

    ``scoring`` ``yes-count``: the number of "yes" answers, all items needed; for SURE 4 means no
    decisional conflict, 3 or less is a sign of it (Legare 2010). ``mean``: of all items, all
    needed; :class:`sdm_aid.domain.follow_up.Peg` computes it.
    """

    id: Id
    name: str
    owner: str = Field(min_length=3)
    licence: str = Field(min_length=3)
    citation: str = Field(min_length=10)
    pmid: str | None = None
    recall: str
    scoring: Literal["yes-count", "mean"]
    answers: tuple[str, ...]
    conflict_at_or_below: int | None = None
    item: tuple[Item, ...] = Field(min_length=1)

    def question(self, item_id: str, language: str) -> str:
        """The published wording of one item.

        Raises:
            KeyError: there is no such item, or no published wording in that language.
        """
        for item in self.item:
            if item.id == item_id:
                return item.text[language]
        raise KeyError(item_id)

    def speaks(self, language: str) -> bool:
        """True when every item has a wording in this language."""
        return all(
            language in words
            for item in self.item
            for words in (item.text, *(ends for ends in (item.low, item.high) if ends))
        )


def yes_count(measure: Measure, answers: Mapping[str, str | None]) -> int | None:
    """The score; None while any item is unanswered (a missing answer is never a "no")."""
    given = [answers.get(item.id) for item in measure.item]
    if any(answer is None for answer in given):
        return None
    return sum(answer == "yes" for answer in given)
