"""The one way a visit changes: ``apply(state, action)`` gives the next state and alters nothing."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sdm_aid.domain.actions import Action, SignatureCleared, Signed, StepEntered
from sdm_aid.domain.apply_choice import CHOICE
from sdm_aid.domain.apply_frame import FRAME
from sdm_aid.domain.apply_patient import PATIENT
from sdm_aid.domain.consultation import Consultation
from sdm_aid.domain.refusal import Refused

_HANDLERS: dict[type, Any] = {**FRAME, **PATIENT, **CHOICE}

KEEPS_SIGNATURES = (StepEntered, Signed, SignatureCleared)
"""Everything else changes what was signed, so it takes the signatures off."""


def apply(state: Consultation, action: Action, at: datetime) -> Consultation:
    """The visit after ``action``, said at ``at`` (aware).

    A change after somebody signed takes all signatures off: what was read is no longer what
    stands there. Looking at another step does not.

    Raises:
        Refused: the visit is sealed, or the action breaks a rule of the step (more than ten
            stones, an option the visit does not know); the sentence says which and what to do.
    """
    if state.seal is not None:
        raise Refused("sealed")
    after: Consultation = _HANDLERS[type(action)](state, action, at)
    if not isinstance(action, KEEPS_SIGNATURES) and after.seal is None and after.signatures:
        after = after.evolve(signatures=())
    return after
