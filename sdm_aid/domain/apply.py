"""The one way a visit changes: ``apply(state, action)`` gives the next state and alters nothing."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sdm_aid.domain.actions import (
    Action,
    BreakTaken,
    ReadTogether,
    Sealed,
    SignatureCleared,
    Signed,
    StepEntered,
)
from sdm_aid.domain.apply_assessment import ASSESSMENT
from sdm_aid.domain.apply_check_first import CHECK_FIRST
from sdm_aid.domain.apply_choice import CHOICE
from sdm_aid.domain.apply_frame import FRAME
from sdm_aid.domain.apply_genes import GENES
from sdm_aid.domain.apply_patient import PATIENT
from sdm_aid.domain.apply_plan import PLAN
from sdm_aid.domain.consultation import Consultation
from sdm_aid.domain.refusal import Refused

_HANDLERS: dict[type, Any] = {
    **FRAME,
    **CHECK_FIRST,
    **PATIENT,
    **CHOICE,
    **GENES,
    **PLAN,
    **ASSESSMENT,
}

CHANGES_NOTHING_WRITTEN = (StepEntered, BreakTaken, Signed, SignatureCleared, Sealed)
"""Everything else changes what was read and signed."""


def apply(state: Consultation, action: Action, at: datetime) -> Consultation:
    """The visit after ``action``, said at ``at`` (aware).

    A change after the plan was read or signed takes both back: what was read is no longer what
    stands there. Looking at another step does not.

    Raises:
        Refused: the visit is sealed, or the action breaks a rule of the step (more than ten
            stones, an option the visit does not know); the sentence says which and what to do.
    """
    if state.seal is not None:
        raise Refused("sealed")
    after: Consultation = _HANDLERS[type(action)](state, action, at)
    if isinstance(action, CHANGES_NOTHING_WRITTEN):
        return after
    if after.signatures:
        after = after.evolve(signatures=())
    if after.plan.read_together and not isinstance(action, ReadTogether):
        after = after.evolve(plan=after.plan.evolve(read_together=False))
    return after
