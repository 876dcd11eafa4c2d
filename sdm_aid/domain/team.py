"""Who is on the team of a plan, and who does what."""

from __future__ import annotations

from sdm_aid.domain.base import Frozen, Id
from sdm_aid.domain.terms import Words


class TeamMember(Frozen):
    """One person or role; only the role has to be said."""

    id: Id
    role: Words
    name: Words | None = None
    does: Words | None = None
    phone: Words | None = None
