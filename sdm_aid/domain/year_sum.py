"""A year's cost out of the clinic's own numbers, with how it adds up; free of pydantic."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sdm_aid.domain.prices import Price


@dataclass(frozen=True, slots=True)
class Part:
    """One line of a sum: how many times how much."""

    count: int
    amount: Decimal

    @property
    def total(self) -> Decimal:
        """Their product."""
        return self.count * self.amount


@dataclass(frozen=True, slots=True)
class YearSum:
    """What a year costs the patient, with how it adds up; from the clinic's own numbers alone."""

    price: Part
    extra: Part | None

    @property
    def total(self) -> Decimal:
        """All of it."""
        return self.price.total + (self.extra.total if self.extra else Decimal(0))


def year_sum(price: Price) -> YearSum | None:
    """The sum over a year; None where a number is missing or there is nothing to add up."""
    if price.price is None or price.times is None:
        return None
    ways = price.times if price.visits is None else price.visits
    extra = Part(ways, price.extra) if price.extra and ways else None
    if price.times == 1 and extra is None:
        return None
    return YearSum(Part(price.times, price.price), extra)
