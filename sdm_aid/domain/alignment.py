"""How far things line up with what a person said matters: weights, intervals, ties; never a winner.

A plain linear additive model on fixed, author-set ranges, always as an interval. What is not known
spans the whole range and counts against certainty, not against the option.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random

DRAWS = 2000
CLEAR_GAP = 0.15
CLEAR_SHARE = 0.90
WEIGHT_WOBBLE = 0.2
KNOWN_ENOUGH = 0.6


@dataclass(frozen=True)
class Standing:
    """Where an option stands on a row, 0 (worst plausible) to 1 (best); ``mid`` None: not known."""

    low: float
    mid: float | None
    high: float

    @property
    def known(self) -> bool:
        """True where a figure or a fact stands behind it."""
        return self.mid is not None


UNKNOWN = Standing(0.0, None, 1.0)


@dataclass(frozen=True)
class Fit:
    """An option's interval over all weighted rows, and the share of the weight that is known."""

    low: float
    mid: float
    high: float
    known_share: float

    @property
    def shown(self) -> bool:
        """False where too much is not known to draw anything."""
        return self.known_share >= KNOWN_ENOUGH


def share(points: Mapping[str, float]) -> dict[str, float]:
    """Weights that sum to 1 from stones or ratings; empty where nothing was said or all are equal.

    All rows equal says nothing about what matters more: nothing may be computed from it.
    """
    total = sum(points.values())
    if total <= 0 or (len(points) > 1 and len(set(points.values())) == 1):
        return {}
    return {row: value / total for row, value in points.items()}


def ranked(rows: Sequence[str]) -> dict[str, float]:
    """Rank-order-centroid weights of rows named biggest first: w_k = (1/K) sum_{t=k..K} 1/t."""
    count = len(rows)
    return {
        row: sum(1 / t for t in range(k, count + 1)) / count for k, row in enumerate(rows, start=1)
    }


def best_worst(counts: Mapping[str, int]) -> dict[str, float]:
    """Weights from best-minus-worst counts: (b - min b) / sum(b - min b)."""
    least = min(counts.values(), default=0)
    return share({row: float(count - least) for row, count in counts.items()})


def place(value: float, low: float, high: float, better: str) -> float:
    """``value`` on the fixed range ``low`` to ``high`` as 0 to 1; 1 is best (``better`` higher or
    lower). The range is the author's, never rescaled to the options on the screen."""
    at = min(1.0, max(0.0, (value - low) / (high - low)))
    return at if better == "higher" else 1 - at


def fit(weights: Mapping[str, float], standings: Mapping[str, Standing]) -> Fit:
    """One option's interval: F = sum of w times v, unknown rows spanning 0 to 1 (midpoint 0.5)."""
    low = mid = high = known = 0.0
    for row, weight in weights.items():
        standing = standings.get(row, UNKNOWN)
        low += weight * standing.low
        high += weight * standing.high
        mid += weight * (0.5 if standing.mid is None else standing.mid)
        known += weight if standing.known else 0.0
    return Fit(low, mid, high, known)


def _draw(standing: Standing, chance: Random) -> float:
    if standing.mid is None:
        return chance.random()
    return chance.triangular(standing.low, standing.high, standing.mid)


def win_share(
    weights: Mapping[str, float],
    first: Mapping[str, Standing],
    second: Mapping[str, Standing],
    draws: int = DRAWS,
) -> float:
    """In which share of draws ``first`` lies above ``second`` (values from their intervals,
    weights wobbling by 20 %). The chance is seeded: the same input gives the same answer."""
    chance = Random(2000)
    wins = 0
    for _ in range(draws):
        above = 0.0
        for row, weight in weights.items():
            wobbled = weight * chance.uniform(1 - WEIGHT_WOBBLE, 1 + WEIGHT_WOBBLE)
            gap = _draw(first.get(row, UNKNOWN), chance) - _draw(second.get(row, UNKNOWN), chance)
            above += wobbled * gap
        wins += above > 0
    return wins / draws


def clearly_above(
    weights: Mapping[str, float],
    first: Mapping[str, Standing],
    second: Mapping[str, Standing],
) -> bool:
    """True only where ``first`` lines up clearly more than ``second``.

    Either the intervals do not touch, or the midpoints lie 0.15 or more apart and that holds in at
    least 90 % of the draws. Where too much is unknown nothing is clear.
    """
    one, two = fit(weights, first), fit(weights, second)
    if not (weights and one.shown and two.shown):
        return False
    if one.low > two.high:
        return True
    if one.mid - two.mid < CLEAR_GAP:
        return False
    return win_share(weights, first, second) >= CLEAR_SHARE


def about_the_same(
    first: tuple[float, float, float], second: tuple[float, float, float], mid: float
) -> bool:
    """The tie rule for two values (low, value, high) in the row's own unit: nearer than the
    smallest difference that matters, or ranges that overlap by more than half of the narrower."""
    if abs(first[1] - second[1]) < mid:
        return True
    overlap = min(first[2], second[2]) - max(first[0], second[0])
    narrower = min(first[2] - first[0], second[2] - second[0])
    return narrower > 0 and overlap > narrower / 2


@dataclass(frozen=True)
class Turn:
    """The smallest change of one row's stones that swaps the top two options."""

    row: str
    stones: int
    was: int


def turning_point(
    stones: Mapping[str, int], standings: Mapping[str, Mapping[str, Standing]], most: int = 30
) -> Turn | None:
    """Which single row, given more or fewer stones, would swap the two options now on top.

    ``standings`` by option, then row. None where no count from 0 to ``most`` swaps them.
    """
    weights = share(stones)
    order = sorted(standings, key=lambda option: -fit(weights, standings[option]).mid)
    if not weights or len(order) < 2:
        return None
    top, second = order[0], order[1]
    found: list[Turn] = []
    for row, was in stones.items():
        for count in sorted(range(most + 1), key=lambda n: abs(n - was)):
            changed = share({**stones, row: count})
            if not changed:
                continue
            if fit(changed, standings[second]).mid > fit(changed, standings[top]).mid:
                found.append(Turn(row, count, was))
                break
    return min(found, key=lambda turn: abs(turn.stones - turn.was), default=None)
