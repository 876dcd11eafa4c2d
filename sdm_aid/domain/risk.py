"""Figures as whole people: denominators, rounding, bounds, three-state pictures, scores on 0-100.

Pure arithmetic on proportions (0 to 1). Rules D-08 to D-10, D-12, S-06 and section 2 of the rules
for showing risk. Nothing here fills in a missing arm: without both published points there is no
three-state picture.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from sdm_aid.domain.evidence import Better, Estimate, Level, Scale

Denominator = Literal[100, 1000, 10000, 100000]
DENOMINATORS: tuple[Denominator, ...] = (100, 1000, 10000, 100000)
Units = Literal["people", "procedures", "mixed"]
"""What the figures of a row or a panel count."""
EuBand = Literal["very_common", "common", "uncommon", "rare", "very_rare"]

WIDE_INTERVAL = 0.10
"""D-09: an interval wider than 10 out of 100 makes the point coarse."""
COARSE_STEPS = 20
"""D-09: a coarse point is one of 20 steps, that is to the nearest 5 out of 100."""
_TOLERANCE = 1e-9


@dataclass(frozen=True, slots=True)
class Frequency:
    """A share of people, 0 to 1: a published point, an interval round it, or only a range."""

    point: float | None
    low: float | None = None
    high: float | None = None

    def __post_init__(self) -> None:
        given = [part for part in (self.point, self.low, self.high) if part is not None]
        if not given or any(part < 0 or part > 1 for part in given):
            raise ValueError("a frequency is a share of people between 0 and 1")
        if (self.low is None) != (self.high is None):
            raise ValueError("an interval needs both ends")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError("low end above high end")
        if self.point is None and self.low is None:
            raise ValueError("a frequency needs a point or a range")

    @property
    def smallest(self) -> float:
        """What must still be at least one person: the point, else the low end unless it is 0."""
        if self.point is not None:
            return self.point
        return self.low or self.high or 0.0

    @property
    def is_wide(self) -> bool:
        """Whether the interval spans more than 10 out of 100 (D-09)."""
        if self.low is None or self.high is None:
            return False
        return self.high - self.low > WIDE_INTERVAL + _TOLERANCE


@dataclass(frozen=True, slots=True)
class IconCounts:
    """People of a picture; the four counts sum to the denominator.

    ``anyway``: it happens with and without the treatment; ``added``: it happens because of the
    treatment; ``fewer``: it would have happened, the treatment prevents it; ``neither``: it does
    not happen. ``better`` says whether the event is what people hope for.
    """

    anyway: int
    added: int
    fewer: int
    neither: int
    better: Better

    @property
    def total(self) -> int:
        """Everybody in the picture."""
        return self.anyway + self.added + self.fewer + self.neither


def units_of(figures: Iterable[Estimate]) -> Units:
    """What these figures count; those that count nothing have no say."""
    found = {figure.counted for figure in figures if figure.shape.startswith("frequency")}
    if len(found) > 1:
        return "mixed"
    return found.pop() if found else "people"


def half_up(value: float) -> int:
    """The nearest whole number; halves go away from zero, so that no direction is favoured."""
    whole = math.floor(abs(value) + 0.5 + _TOLERANCE)
    return -whole if value < 0 else whole


def frequency_of(estimate: Estimate, arm: Literal["treated", "control"]) -> Frequency | None:
    """The share of one arm; None where the source does not have that arm as people."""
    level = estimate.treated if arm == "treated" else estimate.control
    if estimate.shape != "frequency" or estimate.per is None or level is None:
        return None
    return share(level, estimate.per)


def share(level: Level, per: int) -> Frequency:
    """A level counted out of ``per`` people as a share."""
    low = None if level.low is None else level.low / per
    high = None if level.high is None else level.high / per
    return Frequency(None if level.value is None else level.value / per, low, high)


def row_denominator(points: Iterable[Frequency]) -> Denominator:
    """The smallest denominator at which the rarest non-zero figure is at least one person (D-02).

    A row of zeros, or an empty one, counts out of 100; what is rarer than 1 out of 100,000 too
    stays at 100,000 and is worded "fewer than 1".
    """
    smallest = [figure.smallest for figure in points if figure.smallest > 0]
    if not smallest:
        return 100
    for denominator in DENOMINATORS:
        if min(smallest) * denominator >= 1 - _TOLERANCE:
            return denominator
    return DENOMINATORS[-1]


def people(frequency: Frequency, denominator: int) -> int | None:
    """Whole people out of ``denominator``; None where only a range was published.

    The complement is always ``denominator - people``. D-09: with an interval wider than 10 out of
    100 the point goes to the nearest 5 out of 100, unless that would leave the interval or turn
    some people into none or all.
    """
    if frequency.point is None:
        return None
    exact = half_up(frequency.point * denominator)
    if not frequency.is_wide:
        return exact
    step = max(1, denominator // COARSE_STEPS)
    coarse = half_up(frequency.point * denominator / step) * step
    ends = interval(frequency, denominator)
    inside = ends is None or ends[0] <= coarse <= ends[1]
    return coarse if inside and 0 < coarse < denominator else exact


def difference_in_people(value: float, low: float | None, high: float | None, d: int) -> int:
    """A difference of shares (-1 to 1) in whole people out of ``d``, without its sign.

    D-09 holds for it as for a share: with an interval wider than 10 out of 100 it goes to the
    nearest 5 out of 100, unless that would leave the interval or turn some people into none.
    """
    exact = half_up(abs(value) * d)
    if low is None or high is None or high - low <= WIDE_INTERVAL + _TOLERANCE:
        return exact
    step = max(1, d // COARSE_STEPS)
    coarse = half_up(abs(value) * d / step) * step
    ends = sorted(half_up(end * d) for end in (low, high))
    inside = ends[0] <= (coarse if value >= 0 else -coarse) <= ends[1]
    return coarse if inside and coarse > 0 else exact


def interval(frequency: Frequency, denominator: int) -> tuple[int, int] | None:
    """Both ends in whole people; None where the source gives no interval."""
    if frequency.low is None or frequency.high is None:
        return None
    return half_up(frequency.low * denominator), half_up(frequency.high * denominator)


def is_below_one(frequency: Frequency, denominator: int) -> bool:
    """Whether it happens, but to less than one person out of ``denominator``."""
    return frequency.point is not None and 0 < frequency.point * denominator < 1 - _TOLERANCE


def is_almost_all(frequency: Frequency, denominator: int) -> bool:
    """Whether it rounds to everybody although the source says not quite everybody."""
    if frequency.point is None or frequency.point >= 1:
        return False
    return people(frequency, denominator) == denominator


def zero_upper_bound(total: int) -> float:
    """Upper 95 % bound of the share when none of ``total`` people had it: 1 - 0.05^(1/n) (D-10).

    Raises:
        ValueError: nobody was counted.
    """
    if total < 1:
        raise ValueError("nobody was counted")
    return 1.0 - float(0.05 ** (1.0 / total))


def bound_in_people(bound: float, at_least: int = 100) -> tuple[int, int]:
    """An upper bound as ``(people, denominator)``, rounded up so that it never reassures."""
    fitting = [d for d in DENOMINATORS if d >= at_least and bound * d >= 1 - _TOLERANCE]
    denominator = fitting[0] if fitting else DENOMINATORS[-1]
    return min(denominator, math.ceil(bound * denominator - _TOLERANCE)), denominator


def three_states(
    control: Frequency | None, treated: Frequency | None, better: Better, denominator: int
) -> IconCounts | None:
    """Anyway, because of the treatment, fewer, neither; None unless both arms have a point.

    With c and t people: ``anyway = min(c, t)``, ``added = max(t - c, 0)``,
    ``fewer = max(c - t, 0)``, ``neither`` the rest; the counts are those of the sentences.
    """
    without = None if control is None else people(control, denominator)
    with_it = None if treated is None else people(treated, denominator)
    if without is None or with_it is None:
        return None
    return IconCounts(
        anyway=min(without, with_it),
        added=max(with_it - without, 0),
        fewer=max(without - with_it, 0),
        neither=denominator - max(without, with_it),
        better=better,
    )


def to_hundred(level: float, scale: Scale) -> float:
    """A score on its scale as a place from 0 to 100, keeping the scale's direction."""
    return (level - scale.low) / (scale.high - scale.low) * 100


def difference_to_hundred(points: float, scale: Scale) -> float:
    """A distance between two scores, or a change, in points out of 100."""
    return points / (scale.high - scale.low) * 100


def number_needed(control: Frequency | None, treated: Frequency | None) -> int | None:
    """Number needed to treat (or harm), rounded up; None without both points or a difference.

    For the clinician's drawer only (D-60).
    """
    if control is None or treated is None or control.point is None or treated.point is None:
        return None
    difference = abs(treated.point - control.point)
    return None if difference < _TOLERANCE else math.ceil(1 / difference - _TOLERANCE)


_EU_BANDS: dict[EuBand, tuple[float, float]] = {
    "very_common": (0.1, 1.0),
    "common": (0.01, 0.1),
    "uncommon": (0.001, 0.01),
    "rare": (0.0001, 0.001),
    "very_rare": (0.0, 0.0001),
}


def eu_band(band: EuBand) -> Frequency:
    """The range behind a leaflet's band word (S-06): the word itself is never shown (D-12)."""
    low, high = _EU_BANDS[band]
    return Frequency(None, low, high)
