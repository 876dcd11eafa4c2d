"""Who stands behind the content of a visit, and who used it past its last day."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import AwareDatetime, Field

from sdm_aid.domain.base import Frozen
from sdm_aid.domain.terms import Words

Freshness = Literal["current", "review_due", "expired"]


class SignOff(Frozen):
    """A named clinician of the clinic has read a decision whole and stands behind it.

    ``digest``: of the content that was read (``ContentRef.digest``). Other content, though it bears
    the same name and version, is not signed off.
    """

    name: str = Field(min_length=1)
    role: str = Field(min_length=1)
    on: date
    digest: str = Field(pattern=r"^[0-9a-f]{64}$")

    def holds_for(self, digest: str) -> bool:
        """Whether it was this content that was read."""
        return self.digest == digest


class ExpiredUse(Frozen):
    """Content past its last day was opened all the same: who took that on, why and when.

    ``digest`` and ``expires``: of the content that was taken on, and its last day. Visits saved
    before these were kept have neither.
    """

    name: Words = Field(min_length=1)
    reason: Words = Field(min_length=1)
    at: AwareDatetime
    digest: str | None = Field(default=None, pattern=r"^[0-9a-f]{64}$")
    expires: date | None = None

    def holds_for(self, digest: str, expires: date) -> bool:
        """Whether it is this content, with this last day, that was taken on.

        Where the visit does not say which content it was, it can only have been content that was
        past its last day at that time.
        """
        if self.digest is None:
            return self.at.date() > expires
        return self.digest == digest


def freshness(review_due: date, expires: date, today: date) -> Freshness:
    """Whether content is past the day of its next look or past its last day; both days count."""
    if today > expires:
        return "expired"
    return "review_due" if today > review_due else "current"
