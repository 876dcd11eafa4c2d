"""What makes a questionnaire's scoring rule unusable: found before anybody is asked anything."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from sdm_aid.domain.measure import Item, Measure, ScoreRule, reach
from sdm_aid.domain.twice import twice

MOST_ANSWERS = 21
"""Buttons that one question may have on the screen."""


@dataclass(frozen=True, slots=True)
class RuleFault:
    """One fault: the field, what is wrong, what to do about it."""

    field: str
    what: str
    remedy: str


def rule_faults(measure: Measure) -> tuple[RuleFault, ...]:
    """Everything that keeps a score from being what it says; nothing where it can be used."""
    asked = (*_ids(measure), *_answers(measure))
    if asked:
        return asked
    return tuple(fault for rule in measure.score for fault in _score(measure, rule))


def _ids(measure: Measure) -> Iterator[RuleFault]:
    for field, ids in (
        ("item", [item.id for item in measure.item]),
        ("score", [rule.id for rule in measure.score]),
    ):
        same = twice(ids)
        if same is not None:
            what = f'the id "{same}" is used twice'
            yield RuleFault(f'{field} "{same}" id', what, "Give each its own id")


def _answers(measure: Measure) -> Iterator[RuleFault]:
    if measure.scale is not None and measure.choice:
        what = "there are both a scale of numbers and worded answers"
        yield RuleFault("scale", what, "Keep one of the two")
    for item in measure.item:
        points = measure.points(item)
        if len(points) > MOST_ANSWERS:
            what = f"more than {MOST_ANSWERS} answers can be given"
            yield RuleFault(_at(item), what, "Such a scale cannot be shown: ask it on paper")
        elif len(points) < 2:
            what = "fewer than two answers can be given"
            yield RuleFault(_at(item), what, "Add [[choice]] entries or a [scale]")
        elif len(set(points)) == 1:
            yield RuleFault(_at(item), "every answer counts the same", "Correct the points")
        elif twice([str(number) for number in points]) is not None:
            what = "two answers count the same points, so a record could not tell them apart"
            yield RuleFault(_at(item), what, "Give each answer its own points")


def _score(measure: Measure, rule: ScoreRule) -> Iterator[RuleFault]:
    known = {item.id for item in measure.item}
    named = (("items", rule.items), ("reversed", rule.reversed))
    for field, ids in named:
        for name in ids:
            if name not in known:
                what = f'there is no item "{name}"'
                yield RuleFault(_of(rule, field), what, "Correct the name or add the item")
        if (same := twice(ids)) is not None:
            yield RuleFault(_of(rule, field), f'"{same}" stands twice', "Remove one of the two")
    counted = {item.id for item in measure.counted(rule)}
    for name in rule.reversed:
        if name in known and name not in counted:
            what = f'"{name}" is counted from the other end but does not count'
            yield RuleFault(_of(rule, "reversed"), what, "Add it to items or remove it here")
    if set(rule.items) <= known:
        yield from _ends(measure, rule)
    yield from _thresholds(rule)


def _ends(measure: Measure, rule: ScoreRule) -> Iterator[RuleFault]:
    if rule.low >= rule.high:
        what = "the low end must be below the high end"
        yield RuleFault(_of(rule, "low"), what, "Correct low or high")
        return
    if rule.rescaled:
        return
    low, high = reach(measure, rule)
    for field, said, reached in (("low", rule.low, low), ("high", rule.high, high)):
        if Fraction(said) != reached:
            ends = _plain(said), _plain(reached)
            what = "the score is said to end at {}, but the answers reach {}".format(*ends)
            remedy = "Correct the rule, the points of the answers, or this end"
            yield RuleFault(_of(rule, field), what, remedy)


def _thresholds(rule: ScoreRule) -> Iterator[RuleFault]:
    for field, limit in (
        ("positive_from", rule.positive_from),
        ("positive_to", rule.positive_to),
    ):
        if limit is not None and not rule.low <= limit <= rule.high:
            what = f"{_plain(limit)} lies outside the score"
            remedy = f"Write a number from {_plain(rule.low)} to {_plain(rule.high)}"
            yield RuleFault(_of(rule, field), what, remedy)
    if rule.positive_from is not None and rule.positive_to is not None:
        what = "a screen is positive from a number up or down, not both"
        yield RuleFault(_of(rule, "positive_to"), what, "Keep one of the two")
    starts = [band.at_least for band in rule.band]
    if starts != sorted(set(starts)):
        what = "the bands do not rise"
        yield RuleFault(_of(rule, "band"), what, "Put them in order, each above the one before")
    for start in starts:
        if not rule.low <= start <= rule.high:
            what = f"a band begins at {_plain(start)}, outside the score"
            yield RuleFault(_of(rule, "band"), what, "Correct at_least")
    if starts and starts[0] != rule.low:
        what = f"the first band leaves out scores below {_plain(starts[0])}"
        yield RuleFault(_of(rule, "band"), what, f"Begin at {_plain(rule.low)}")


def _at(item: Item) -> str:
    return f'item "{item.id}"'


def _of(rule: ScoreRule, field: str) -> str:
    return f'score "{rule.id}" {field}'


def _plain(number: float | Fraction) -> str:
    exact = Fraction(number).limit_denominator(1000)
    return str(exact.numerator) if exact.denominator == 1 else f"{float(exact):.4g}"
