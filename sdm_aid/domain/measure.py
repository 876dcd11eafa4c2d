"""A published questionnaire: its wording, owner, licence and scoring rule, as data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Literal, Self

from pydantic import Field, model_validator

from sdm_aid.domain.base import Frozen, Id

Spoken = dict[str, str]
"""The published words by language; a language without words is one without this instrument."""
Rule = Literal["sum", "mean"]
Asked = Literal["you", "pain", "words", "look-again"]
"""Where it is asked: step You, its three pain scales, step In your words, looking again."""


class Choice(Frozen):
    """One answer that can be given, to the letter, and the points it counts."""

    points: int
    text: Spoken


class NumberScale(Frozen):
    """Answers that are whole numbers, each counting itself."""

    low: int
    high: int

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.low >= self.high:
            raise ValueError("the scale's low end must be below its high end")
        return self


class Item(Frozen):
    """One question, to the letter, by language; ``low`` and ``high`` name the ends of a scale.

    ``choice``: the answers to this one question, where they differ from those of the others.
    """

    id: Id
    text: Spoken
    low: Spoken = Field(default_factory=dict)
    high: Spoken = Field(default_factory=dict)
    choice: tuple[Choice, ...] = ()


class Band(Frozen):
    """What the publication calls a score from here up to the next band."""

    at_least: float
    text: Spoken


class ScoreRule(Frozen):
    """How one score follows from the answers; every item of it is needed, none is filled in.

    ``items``: those that count (none named: all). ``reversed``: those counted from the other end.
    ``low`` and ``high``: the ends of the score as published; a rule that cannot reach exactly
    these is refused. ``rescaled``: the sum or mean is stretched so that its range is ``low`` to
    ``high``. ``positive_from``/``positive_to``: from here up (down) the publication calls it a
    positive screen.
    """

    id: Id
    name: Spoken
    rule: Rule
    items: tuple[Id, ...] = ()
    reversed: tuple[Id, ...] = ()
    rescaled: bool = False
    low: float
    high: float
    positive_from: float | None = None
    positive_to: float | None = None
    band: tuple[Band, ...] = ()


class Measure(Frozen):
    """An instrument that the program may show."""

    id: Id
    name: str = Field(min_length=2)
    version: str = Field(min_length=1)
    owner: str = Field(min_length=3)
    licence: str = Field(min_length=3)
    permission: str | None = Field(default=None, min_length=10)
    """A clinic's own instrument: by what permission this clinic uses it."""
    citation: str = Field(min_length=10)
    checked: str | None = None
    """Where the wording and the scoring rule were read."""
    pmid: str | None = None
    recall: str = Field(min_length=2)
    asked: tuple[Asked, ...] = ("you",)
    mood: bool = False
    """A screen for mood: a positive one shows "clinician to follow up", nothing more."""
    lead: Spoken = Field(default_factory=dict)
    scale: NumberScale | None = None
    choice: tuple[Choice, ...] = ()
    item: tuple[Item, ...] = Field(min_length=1)
    score: tuple[ScoreRule, ...] = Field(min_length=1)

    def question(self, item_id: str, language: str) -> str:
        """The published wording of one item.

        Raises:
            KeyError: there is no such item, or no published wording in that language.
        """
        return self.asks(item_id).text[language]

    def asks(self, item_id: str) -> Item:
        """One item.

        Raises:
            KeyError: there is no such item.
        """
        for item in self.item:
            if item.id == item_id:
                return item
        raise KeyError(item_id)

    def choices(self, item: Item) -> tuple[Choice, ...]:
        """The worded answers to an item; none where it is answered with a number."""
        return item.choice or self.choice

    def points(self, item: Item) -> tuple[int, ...]:
        """The points that an answer to the item can count, in the order shown."""
        worded = self.choices(item)
        if worded:
            return tuple(choice.points for choice in worded)
        if self.scale is None:
            return ()
        return tuple(range(self.scale.low, self.scale.high + 1))

    def counted(self, rule: ScoreRule) -> tuple[Item, ...]:
        """The items of a score."""
        return tuple(item for item in self.item if not rule.items or item.id in rule.items)

    def speaks(self, language: str) -> bool:
        """True when every item and every answer has a wording in this language."""
        return all(language in words for words in self._spoken() if words)

    def languages(self) -> tuple[str, ...]:
        """The languages that it has every word in."""
        return tuple(sorted(name for name in self.item[0].text if self.speaks(name)))

    @property
    def conflict_at_or_below(self) -> int | None:
        """SURE: the count of "yes" up to which there is a sign of conflict; None elsewhere."""
        limit = self.score[0].positive_to
        return None if limit is None else int(limit)

    def _spoken(self) -> Iterator[Spoken]:
        yield self.lead
        yield from (choice.text for choice in self.choice)
        for item in self.item:
            yield from (item.text, item.low, item.high)
            yield from (choice.text for choice in item.choice)


def value_of(measure: Measure, rule: ScoreRule, answers: Mapping[str, int]) -> Fraction | None:
    """The score by its published rule; None while an item of it is unanswered."""
    counted = measure.counted(rule)
    if any(item.id not in answers for item in counted):
        return None
    points = [_points(measure, rule, item, answers[item.id]) for item in counted]
    return _stretched(measure, rule, _together(rule, points))


def reach(measure: Measure, rule: ScoreRule) -> tuple[Fraction, Fraction]:
    """The lowest and highest sum or mean that the answers allow, before any stretching."""
    ends = [measure.points(item) for item in measure.counted(rule)]
    low = _together(rule, [min(points) for points in ends])
    return low, _together(rule, [max(points) for points in ends])


def band_of(rule: ScoreRule, value: Fraction) -> Band | None:
    """The published band that a score lies in."""
    return next((band for band in reversed(rule.band) if value >= Fraction(band.at_least)), None)


def is_positive(rule: ScoreRule, value: Fraction) -> bool:
    """Whether the publication calls this a positive screen."""
    from_here, to_here = rule.positive_from, rule.positive_to
    above = from_here is not None and value >= Fraction(from_here)
    return above or (to_here is not None and value <= Fraction(to_here))


def yes_count(measure: Measure, answers: Mapping[str, str | None]) -> int | None:
    """The number of "yes"; None while any item is unanswered (a missing answer is never a "no")."""
    given = [answers.get(item.id) for item in measure.item]
    if any(answer is None for answer in given):
        return None
    return sum(answer == "yes" for answer in given)


def _points(measure: Measure, rule: ScoreRule, item: Item, points: int) -> int:
    if item.id not in rule.reversed:
        return points
    possible = measure.points(item)
    return min(possible) + max(possible) - points


def _together(rule: ScoreRule, points: list[int]) -> Fraction:
    return Fraction(sum(points), len(points) if rule.rule == "mean" else 1)


def _stretched(measure: Measure, rule: ScoreRule, value: Fraction) -> Fraction:
    if not rule.rescaled:
        return value
    low, high = reach(measure, rule)
    share = (value - low) / (high - low)
    return Fraction(rule.low) + share * (Fraction(rule.high) - Fraction(rule.low))
