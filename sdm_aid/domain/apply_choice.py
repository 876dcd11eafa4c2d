"""How the table, the outcome, the plan, the signatures and the seal change a visit."""

from __future__ import annotations

from datetime import datetime
from operator import attrgetter
from typing import Any

from sdm_aid.domain.actions import (
    CellOpened,
    ColumnsChosen,
    GetHelpChosen,
    OptionUnsuitable,
    OutcomeChosen,
    PlanStepRemoved,
    PlanStepSet,
    ReadTogether,
    Sealed,
    SignatureCleared,
    Signed,
    TargetPainSet,
)
from sdm_aid.domain.answers import NotSuitable
from sdm_aid.domain.collection import put, without
from sdm_aid.domain.consultation import Consultation
from sdm_aid.domain.readiness import missing
from sdm_aid.domain.refusal import Refused


def _plan(state: Consultation, **changes: Any) -> Consultation:
    return state.evolve(plan=state.plan.evolve(**changes))


def _option_unsuitable(state: Consultation, action: OptionUnsuitable, at: datetime) -> Consultation:
    if not action.reason:
        kept = without(state.not_suitable, action.option, attrgetter("option"))
        return state.evolve(not_suitable=kept)
    mark = NotSuitable(option=action.option, reason=action.reason)
    return state.evolve(not_suitable=put(state.not_suitable, mark, attrgetter("option")))


def _columns_chosen(state: Consultation, action: ColumnsChosen, at: datetime) -> Consultation:
    return state.evolve(columns=tuple(sorted(set(action.columns))))


def _cell_opened(state: Consultation, action: CellOpened, at: datetime) -> Consultation:
    if action.cell in state.seen:
        return state
    return state.evolve(seen=(*state.seen, action.cell))


def _outcome_chosen(state: Consultation, action: OutcomeChosen, at: datetime) -> Consultation:
    return state.evolve(outcome=action.outcome)


def _plan_step_set(state: Consultation, action: PlanStepSet, at: datetime) -> Consultation:
    return _plan(state, steps=put(state.plan.steps, action.step, attrgetter("id")))


def _plan_step_removed(state: Consultation, action: PlanStepRemoved, at: datetime) -> Consultation:
    return _plan(state, steps=without(state.plan.steps, action.id, attrgetter("id")))


def _get_help_chosen(state: Consultation, action: GetHelpChosen, at: datetime) -> Consultation:
    return _plan(state, get_help=action.signs)


def _target_pain_set(state: Consultation, action: TargetPainSet, at: datetime) -> Consultation:
    return _plan(state, target_pain=action.score)


def _read_together(state: Consultation, action: ReadTogether, at: datetime) -> Consultation:
    return _plan(state, read_together=action.done)


def _signed(state: Consultation, action: Signed, at: datetime) -> Consultation:
    signatures = put(state.signatures, action.signature, attrgetter("party"))
    return state.evolve(signatures=signatures)


def _signature_cleared(state: Consultation, action: SignatureCleared, at: datetime) -> Consultation:
    return state.evolve(signatures=without(state.signatures, action.party, attrgetter("party")))


def _sealed(state: Consultation, action: Sealed, at: datetime) -> Consultation:
    if missing(state):
        raise Refused("not_ready_to_seal")
    return state.evolve(seal=action.seal)


CHOICE: dict[type, Any] = {
    OptionUnsuitable: _option_unsuitable,
    ColumnsChosen: _columns_chosen,
    CellOpened: _cell_opened,
    OutcomeChosen: _outcome_chosen,
    PlanStepSet: _plan_step_set,
    PlanStepRemoved: _plan_step_removed,
    GetHelpChosen: _get_help_chosen,
    TargetPainSet: _target_pain_set,
    ReadTogether: _read_together,
    Signed: _signed,
    SignatureCleared: _signature_cleared,
    Sealed: _sealed,
}
