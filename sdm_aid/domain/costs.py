"""What others published about costs: a fee, a list price, the result of a study; never ours."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, Self

from pydantic import Field, model_validator

from sdm_aid.domain.base import Frozen, Id
from sdm_aid.domain.prices import Currency
from sdm_aid.domain.twice import twice

CostBasis = Literal[
    "fee_scale",
    "hospital_rate",
    "average_paid",
    "claims",
    "list_price",
    "consumer_guide",
    "estimate",
    "news",
    "worked_out",
    "cost_study",
    "trial",
    "model",
    "charge",
    "threshold",
    "ratio",
]
"""What kind of figure it is; ``threshold`` and ``ratio`` are no prices."""

NO_PRICES: tuple[CostBasis, ...] = ("charge", "model", "ratio", "threshold", "trial")
"""Kinds that say nothing about what one person would pay: the clinician's drawer alone."""


class CostAmount(Frozen):
    """One figure: ``low`` alone, a range, or ``high`` alone ("at most"). Below zero: a saving.

    ``of``: which of several it is; its words are under ``costs.<id>.of_<key>``.
    """

    of: Id | None = None
    low: Decimal | None = None
    high: Decimal | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.low is None and self.high is None:
            raise ValueError("an amount needs low, high or both")
        if self.low is not None and self.high is not None and self.high < self.low:
            raise ValueError("low end above high end")
        return self


class PublishedCost(Frozen):
    """A published figure about money. Words: ``costs.<id>.name|who`` (``note``, ``of_<key>``).

    With ``shown = "clinician"`` all its words begin with ``drawer_`` and stand in the drawer
    alone. ``price_year`` None: the source does not state it.
    """

    id: Id
    treatments: tuple[Id, ...]
    test: Id | None = None
    """A test that is no treatment of any decision, such as a scan."""
    only_in: tuple[Id, ...] = ()
    """The decisions it belongs to, where it is about one part of the body; empty: all."""
    shown: Literal["patient", "clinician"]
    basis: CostBasis
    amounts: tuple[CostAmount, ...] = Field(min_length=1)
    unit: Literal["money", "percent"] = "money"
    currency: Currency | None = None
    price_year: int | None = None
    country: str
    code: str | None = None
    """What the payer calls it."""
    derived: str | None = None
    """How it was worked out, where the source does not print it."""
    citation: str = Field(min_length=4)
    source_year: int | None = None
    doi: str | None = None
    url: str | None = None
    missing: tuple[str, ...] = ()
    """What of the reference could not be verified."""
    place: str = Field(min_length=4)
    """Where it was read."""
    printable: bool = True
    """False: that address is not fit to be printed."""
    quote: str = Field(min_length=2)

    @model_validator(mode="after")
    def _complete(self) -> Self:
        if (self.unit == "money") != (self.currency is not None):
            raise ValueError("money, and only money, has a currency")
        if not self.treatments and self.test is None:
            raise ValueError("a cost belongs to a treatment or to a test")
        if self.doi is None and self.url is None:
            raise ValueError("a source needs doi or url")
        if twice(amount.of or "" for amount in self.amounts) is not None:
            raise ValueError("several amounts need different words (of)")
        if self.shown == "patient" and (self.basis in NO_PRICES or self.unit != "money"):
            raise ValueError(f"'{self.basis}' is no price: show it to the clinician alone")
        if self.shown == "patient" and any((a.low or a.high or 0) < 0 for a in self.amounts):
            raise ValueError("a change in cost is no price: show it to the clinician alone")
        return self

    def belongs_to(self, decision: str, treatment: str) -> bool:
        """Whether it is about this treatment as this decision means it."""
        return treatment in self.treatments and (not self.only_in or decision in self.only_in)


class CostFile(Frozen):
    """A file of ``resources/costs``."""

    cost: tuple[PublishedCost, ...] = ()
