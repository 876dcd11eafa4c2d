"""How the choices line up with what the patient said, row by row: content and state -> words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
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
from sdm_aid.domain.library import DecisionContent
from sdm_aid.domain.positions import disputed
from sdm_aid.domain.reading import Reading, reading

RowWord = Literal["as_now", "helps_a_lot", "helps_some", "same", "harder", "not_known", "disputed"]
YARDSTICK = "A"
"""The column of nothing new, which every word of the others is compared with."""
MOSTLY = 0.2
"""A row that makes up so much of the distance between two options is named."""


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
    behind: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """For each option that lines up less: the rows that put it there, the strongest first."""


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
        behind={
            less: _behind(weights, standings[less], [standings[m] for m, o in clear if o == less])
            for less in dict.fromkeys(less for _more, less in clear)
        },
    )


def _behind(
    weights: Mapping[str, float],
    less: Mapping[str, Standing],
    more: Iterable[Mapping[str, Standing]],
) -> tuple[str, ...]:
    """The rows, known for both, that hold an option back against those that line up more."""
    pull: dict[str, float] = {}
    for other in more:
        for row, weight in weights.items():
            here, there = less.get(row, UNKNOWN).mid, other.get(row, UNKNOWN).mid
            if here is not None and there is not None and there > here:
                pull[row] = pull.get(row, 0.0) + weight * (there - here)
    named = [row for row, size in pull.items() if size >= MOSTLY * sum(pull.values())]
    return tuple(sorted(named, key=lambda row: -pull[row]))


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
    if not row.comparable or value.finding is not None or _is_disputed(content, value):
        return UNKNOWN
    if value.given is not None:
        return Standing(value.given, value.given, value.given)
    found = reading(content, row, value)
    if found is None or found[1] is None:
        return UNKNOWN
    low, mid, high = (
        place(x, row.low, row.high, row.better) for x in (found[0], found[1], found[2])
    )
    return Standing(min(low, mid, high), mid, max(low, mid, high))


def word(content: DecisionContent, row: ValueRow, letter: str) -> RowWord:
    """The word for one option on one row, against "nothing new" (column A, which is "as now").

    Rows of one body of evidence or of plain facts compare the two values; rows from different
    studies say what each study found against its own comparison, which is never lined up. Of a
    published range both ends must say the same word.
    """
    if letter == YARDSTICK:
        return "as_now"
    value, base = _value_of(row, letter), _value_of(row, YARDSTICK)
    if _is_disputed(content, value):
        return "disputed"
    if value.finding is not None and value.estimate is not None:
        weak = content.estimates[value.estimate].certainty == "very_low"
        return "not_known" if weak else _FOUND[value.finding]
    if value.given is not None and base.given is not None:
        return _gain_word(value.given - base.given, 0.25, 1.0)
    here = reading(content, row, value)
    if here is None:
        return "not_known"
    if row.comparable:
        there = reading(content, row, base)
        return "not_known" if there is None else _compared(row, here, there)
    if value.arm not in ("difference", "none"):
        return "not_known"
    return _agreed(_gain_word(gain, row.mid, row.high - row.low) for gain in _said(here))


def _is_disputed(content: DecisionContent, value: ValueOf) -> bool:
    if value.disputed or value.estimate is None:
        return value.disputed
    return disputed(content, content.estimates[value.estimate])


def _said(values: Reading) -> tuple[float, ...]:
    """The value; where only a range was published both of its ends."""
    return (values[0], values[2]) if values[1] is None else (values[1],)


def _compared(row: ValueRow, here: Reading, there: Reading) -> RowWord:
    if here[1] is not None and there[1] is not None:
        one, other = (here[0], here[1], here[2]), (there[0], there[1], there[2])
        if about_the_same(one, other, row.mid):
            return "same"
    sign = 1 if row.better == "higher" else -1
    gains = (sign * (x - y) for x in _said(here) for y in _said(there))
    return _agreed(_gain_word(gain, row.mid, row.high - row.low) for gain in gains)


def _agreed(words: Iterable[RowWord]) -> RowWord:
    found = set(words)
    return found.pop() if len(found) == 1 else "not_known"


def _gain_word(gain: float, mid: float, whole: float) -> RowWord:
    if abs(gain) < mid:
        return "same"
    if gain < 0:
        return "harder"
    return "helps_a_lot" if gain >= whole / 2 else "helps_some"


def _value_of(row: ValueRow, letter: str) -> ValueOf:
    found = next((value for value in row.options if value.option == letter), None)
    return found or ValueOf(option=letter, arm="treated", unknown=True)


_FOUND: dict[str, RowWord] = {"same": "same", "better": "helps_some", "worse": "harder"}
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
