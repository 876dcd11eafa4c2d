"""What surrounds the steps of a plan: offered words taken over, the team, further look-agains."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from sdm_aid.domain.actions.frame import TextField
from sdm_aid.domain.base import Frozen, Id
from sdm_aid.domain.team import TeamMember
from sdm_aid.domain.terms import Words


class OfferTaken(Frozen):
    """Words that the content offered were taken over; what is typed later is ``TextWritten``."""

    kind: Literal["offer_taken"] = "offer_taken"
    field: TextField
    offered: Words = Field(min_length=1)
    """What was offered, to the letter."""
    words: Words = Field(min_length=1)
    """What stands in the field from now on: what was typed before, then the offer."""


class TeamMemberSet(Frozen):
    """Somebody on the team (same id again: corrected)."""

    kind: Literal["team_member_set"] = "team_member_set"
    member: TeamMember


class TeamMemberRemoved(Frozen):
    """No longer on the team."""

    kind: Literal["team_member_removed"] = "team_member_removed"
    id: Id


class FurtherLookSet(Frozen):
    """One more day to look again; ``there`` False: taken back."""

    kind: Literal["further_look_set"] = "further_look_set"
    on: date
    there: bool = True
