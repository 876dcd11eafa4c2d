"""How the choices line up with what the patient said, row by row: content and state -> words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sdm_aid.domain.alignment import (
    UNKNOWN,
    Fit,
    Standing,
    Turn,
    about_the_same,
    clearly_above,
    fit,
    place,
    ranked,
    share,
    turning_point,
)
from sdm_aid.domain.answers import OwnConcern
from sdm_aid.domain.consultation import Consultation
from sdm_aid.domain.decision import ValueOf, ValueRow
from sdm_aid.domain.evidence import DAYS_PER, Estimate, Fact, Level
from sdm_aid.domain.library import DecisionContent

RowWord = Literal["helps_a_lot", "helps_some", "same", "harder", "not_known"]
Reading = tuple[float, float, float]
"""Low, value, high in the row's own unit."""


@dataclass(frozen=True)
class LinedRow:
    """One row the patient put weight on, with a word for each option in fixed order."""

    row: str
    own: bool
    weight: float
    words: tuple[tuple[str, RowWord], ...]


@dataclass(frozen=True)
class LineUp:
    """The whole picture. ``rows`` biggest weight first; ``clear`` pairs (more, less); no rank.

    ``weights`` empty: nothing said, or everything matters the same; then nothing is computed.
    """

    weights: dict[str, float]
    rows: tuple[LinedRow, ...]
    fits: dict[str, Fit]
    clear: tuple[tuple[str, str], ...]
    turn: Turn | None


def line_up(content: DecisionContent, state: Consultation) -> LineUp:
    """Lay the options beside what the patient said. Nothing is pre-filled, hidden or reordered."""
    letters = tuple(option.letter for option in content.decision.options)
    out = {mark.option for mark in state.not_suitable}
    weights = _weights(state)
    standings = {
        letter: {
            **{row.id: standing(content, row, letter) for row in content.decision.values},
            **{own.id: _own_standing(own, letter) for own in state.matters.own},
        }
        for letter in letters
    }
    in_play = [letter for letter in letters if letter not in out]
    clear = tuple(
        (more, less)
        for more in in_play
        for less in in_play
        if more != less and clearly_above(weights, standings[more], standings[less])
    )
    stones = {stone.row: stone.count for stone in state.matters.stones}
    turn = None
    if stones and state.path == "full" and not clear:
        turn = turning_point(stones, {letter: standings[letter] for letter in in_play})
    return LineUp(
        weights=weights,
        rows=_rows(content, state, weights, letters),
        fits={letter: fit(weights, standings[letter]) for letter in letters},
        clear=clear,
        turn=turn,
    )


def _weights(state: Consultation) -> dict[str, float]:
    if state.matters.stones:
        counts = {stone.row: float(stone.count) for stone in state.matters.stones}
        return share(counts) if len(counts) > 1 else dict.fromkeys(counts, 1.0)
    return ranked(state.matters.top)


def _rows(
    content: DecisionContent,
    state: Consultation,
    weights: dict[str, float],
    letters: tuple[str, ...],
) -> tuple[LinedRow, ...]:
    values = {row.id: row for row in content.decision.values}
    own = {concern.id: concern for concern in state.matters.own}
    named = weights or {stone.row: float(stone.count) for stone in state.matters.stones}
    lined = []
    for row_id, weight in named.items():
        if row_id in values:
            words = tuple((c, word(content, values[row_id], c)) for c in letters)
        elif row_id in own:
            words = tuple((c, _own_word(own[row_id], c)) for c in letters)
        else:
            continue
        lined.append(LinedRow(row_id, row_id in own, weight, words))
    return tuple(sorted(lined, key=lambda row: -row.weight))


def standing(content: DecisionContent, row: ValueRow, letter: str) -> Standing:
    """Where an option stands on a row's fixed range, 0 to 1.

    Unknown where nothing is known, where the certainty is very low (a very uncertain figure may
    not drive anything), and where the options' figures come from different studies.
    """
    value = _value_of(row, letter)
    if not row.comparable:
        return UNKNOWN
    if value.given is not None:
        return Standing(value.given, value.given, value.given)
    reading = _reading(content, row, value)
    if reading is None:
        return UNKNOWN
    placed = [place(x, row.low, row.high, row.better) for x in reading]
    return Standing(min(placed), placed[1], max(placed))


def word(content: DecisionContent, row: ValueRow, letter: str) -> RowWord:
    """The word for one option on one row, against "nothing new" (column A).

    Rows of one body of evidence or of plain facts compare the two values; rows from different
    studies say what each study found against its own comparison, which is never lined up.
    """
    value, base = _value_of(row, letter), _value_of(row, "A")
    if value.given is not None and base.given is not None:
        return _gain_word(value.given - base.given, 0.25, 1.0)
    here = _reading(content, row, value)
    if here is None:
        return "not_known"
    if not row.comparable:
        if value.arm not in ("difference", "none"):
            return "not_known"
        return _gain_word(here[1], row.mid, row.high - row.low)
    there = _reading(content, row, base)
    if there is None:
        return "not_known"
    if letter != "A" and about_the_same(here, there, row.mid):
        return "same"
    gain = here[1] - there[1] if row.better == "higher" else there[1] - here[1]
    return _gain_word(gain, row.mid, row.high - row.low)


def _gain_word(gain: float, mid: float, whole: float) -> RowWord:
    if abs(gain) < mid:
        return "same"
    if gain < 0:
        return "harder"
    return "helps_a_lot" if gain >= whole / 2 else "helps_some"


def _value_of(row: ValueRow, letter: str) -> ValueOf:
    found = next((value for value in row.options if value.option == letter), None)
    return found or ValueOf(option=letter, arm="treated", unknown=True)


def _reading(content: DecisionContent, row: ValueRow, value: ValueOf) -> Reading | None:
    if value.arm == "none":
        return (0.0, 0.0, 0.0)
    if value.fact is not None:
        return _of_fact(content.facts[value.fact], row)
    if value.estimate is not None:
        return _of_estimate(content.estimates[value.estimate], row, value.arm)
    if value.given is not None:
        at = row.low + value.given * (row.high - row.low)
        at = at if row.better == "higher" else row.high - value.given * (row.high - row.low)
        return (at, at, at)
    return None


def _of_fact(fact: Fact, row: ValueRow) -> Reading:
    factor = 1.0
    if fact.unit in DAYS_PER and row.unit in DAYS_PER:
        factor = DAYS_PER[fact.unit] / DAYS_PER[row.unit]
    low = fact.low * factor
    high = (fact.high if fact.high is not None else fact.low) * factor
    return (low, (low + high) / 2, high)


def _of_estimate(estimate: Estimate, row: ValueRow, arm: str) -> Reading | None:
    if estimate.certainty == "very_low":
        return None
    level = {
        "treated": estimate.treated,
        "control": estimate.control,
        "difference": estimate.difference,
    }[arm]
    if level is None:
        return None
    return _scaled(level, estimate, row, arm)


def _scaled(level: Level, estimate: Estimate, row: ValueRow, arm: str) -> Reading | None:
    """In people or points out of 100; a difference counts in the good direction.

    Where no interval was published the value may lie as far off as the smallest difference that
    matters; a published range without a value has no middle and stays unknown.
    """
    if level.value is None:
        return None
    if estimate.scale is not None:
        span = estimate.scale.high - estimate.scale.low
        factor, origin = 100 / span, 0.0 if arm == "difference" else estimate.scale.low
    else:
        factor, origin = 100 / (estimate.per or 100), 0.0
    if arm == "difference" and estimate.better == "lower":
        factor = -factor
    low = level.low if level.low is not None else None
    high = level.high if level.high is not None else None
    at = (level.value - origin) * factor
    if low is None or high is None:
        return (at - row.mid, at, at + row.mid)
    ends = sorted(((low - origin) * factor, (high - origin) * factor))
    return (ends[0], at, ends[1])


_OWN_STANDING: dict[str, Standing] = {
    "helps": Standing(1.0, 1.0, 1.0),
    "same": Standing(0.5, 0.5, 0.5),
    "harder": Standing(0.0, 0.0, 0.0),
    "not_known": UNKNOWN,
}
_OWN_WORD: dict[str, RowWord] = {
    "helps": "helps_some",
    "same": "same",
    "harder": "harder",
    "not_known": "not_known",
}


def _own_mark(concern: OwnConcern, letter: str) -> str:
    return next((mark.mark for mark in concern.marks if mark.option == letter), "not_known")


def _own_standing(concern: OwnConcern, letter: str) -> Standing:
    return _OWN_STANDING[_own_mark(concern, letter)]


def _own_word(concern: OwnConcern, letter: str) -> RowWord:
    return _OWN_WORD[_own_mark(concern, letter)]
