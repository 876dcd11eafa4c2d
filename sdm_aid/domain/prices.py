"""What things cost: the clinic's own price list, and prices that others published.

Money is ``Decimal``, never a float. A price of the clinic and a published one are two kinds of
value, so that neither can be taken for the other; nothing here converts or inflates.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from sdm_aid.domain.base import Frozen, Id
from sdm_aid.domain.twice import twice

MOST = Decimal(999_999_999)
"""The largest sum that a list takes; more is a slip of the hand."""
MOST_TIMES = 366
"""Times, visits and days off within a year."""
NOTE_LENGTH = 300
PRICE_UNITS: tuple[PriceUnit, ...] = ("visit", "injection", "treatment", "month", "course")
"""What one price is for, in the order in which it is offered."""

PriceUnit = Literal["visit", "injection", "treatment", "month", "course"]
Amount = Annotated[Decimal, Field(ge=0, le=MOST, allow_inf_nan=False, decimal_places=3)]
Count = Annotated[int, Field(ge=0, le=MOST_TIMES)]
Note = Annotated[str, StringConstraints(min_length=1, max_length=NOTE_LENGTH)]
Currency = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
"""ISO 4217, which says whose dollar it is."""

_WHOLE = frozenset({"CLP", "ISK", "JPY", "KRW", "PYG", "UGX", "VND", "XAF", "XOF", "XPF"})
_THOUSANDTHS = frozenset({"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"})


def decimals_of(currency: str) -> int:
    """How many decimals a sum in this currency has (ISO 4217)."""
    if currency in _WHOLE:
        return 0
    return 3 if currency in _THOUSANDTHS else 2


class Price(Frozen):
    """What this clinic says that one treatment costs. None: not given."""

    treatment: Id
    price: Amount | None = None
    """What the patient pays each time."""
    insurer: Amount | None = None
    """What the insurer pays each time, besides."""
    each: PriceUnit = "visit"
    times: Annotated[int, Field(ge=1, le=MOST_TIMES)] | None = None
    """How many times within a year."""
    visits: Count | None = None
    """Ways to the clinic within a year."""
    days_off: Count | None = None
    """Days away from work and other duties within a year."""
    extra: Amount | None = None
    """What comes besides for each visit, such as travel."""
    extra_for: Note | None = None
    approval: bool = False
    """The insurer has to approve it beforehand."""
    ask_insurer: bool = False
    note: Note | None = None

    @property
    def empty(self) -> bool:
        """Whether the clinic said nothing about it."""
        return self == Price(treatment=self.treatment, each=self.each)


class PriceList(Frozen):
    """The clinic's prices as they stood on one day, in one currency."""

    currency: Currency
    dated: date
    prices: tuple[Price, ...] = ()

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        double = twice(price.treatment for price in self.prices)
        if double is not None:
            raise ValueError(f"two prices for the treatment '{double}'")
        return self

    def of(self, treatment: str) -> Price | None:
        """What is said about one treatment; None where nothing is."""
        for price in self.prices:
            if price.treatment == treatment and not price.empty:
                return price
        return None

    def only(self, treatments: Iterable[str]) -> PriceList | None:
        """The part about these treatments, in their order; None where there is nothing."""
        found = tuple(price for name in dict.fromkeys(treatments) if (price := self.of(name)))
        return self.evolve(prices=found) if found else None

    def with_price(self, price: Price) -> PriceList:
        """The list with this entry in the place of the former one about the same treatment."""
        others = tuple(one for one in self.prices if one.treatment != price.treatment)
        blank = price == Price(treatment=price.treatment)
        return self.evolve(prices=others if blank else (*others, price))
