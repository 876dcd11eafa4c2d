"""What is on the table, what was agreed, and how it was signed."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from sdm_aid.domain.answers import CellSeen, Outcome, PlanStep
from sdm_aid.domain.base import Frozen, Id, Letter
from sdm_aid.domain.signing import Seal, Signature
from sdm_aid.domain.terms import Party, Score, Words


class OptionUnsuitable(Frozen):
    """Not right for this person now, because; None: taken back."""

    kind: Literal["option_unsuitable"] = "option_unsuitable"
    option: Letter
    reason: Words | None


class ColumnsChosen(Frozen):
    """Which columns stand on the table."""

    kind: Literal["columns_chosen"] = "columns_chosen"
    columns: tuple[Letter, ...] = Field(min_length=1)


class CellOpened(Frozen):
    """A cell was looked at closely."""

    kind: Literal["cell_opened"] = "cell_opened"
    cell: CellSeen


class OutcomeChosen(Frozen):
    """What was agreed or not agreed; None: taken back."""

    kind: Literal["outcome_chosen"] = "outcome_chosen"
    outcome: Outcome | None


class PlanStepSet(Frozen):
    """One thing to do (same id again: corrected)."""

    kind: Literal["plan_step_set"] = "plan_step_set"
    step: PlanStep


class PlanStepRemoved(Frozen):
    """No longer to do."""

    kind: Literal["plan_step_removed"] = "plan_step_removed"
    id: Id


class GetHelpChosen(Frozen):
    """The signs that stand in the get-help-fast box."""

    kind: Literal["get_help_chosen"] = "get_help_chosen"
    signs: tuple[Id, ...]


class TargetPainSet(Frozen):
    """The pain number that would be good enough; None: taken back."""

    kind: Literal["target_pain_set"] = "target_pain_set"
    score: Score | None


class LookAgainSet(Frozen):
    """When to look again; None: taken back."""

    kind: Literal["look_again_set"] = "look_again_set"
    on: date | None


class ReadTogether(Frozen):
    """The plan was read together (or taken back)."""

    kind: Literal["read_together"] = "read_together"
    done: bool


class Signed(Frozen):
    """One party signed, made a mark, agreed aloud, or said no."""

    kind: Literal["signed"] = "signed"
    signature: Signature


class SignatureCleared(Frozen):
    """Cleared before sealing."""

    kind: Literal["signature_cleared"] = "signature_cleared"
    party: Party


class Sealed(Frozen):
    """The plan was written and sealed; after this nothing else is accepted."""

    kind: Literal["sealed"] = "sealed"
    seal: Seal
