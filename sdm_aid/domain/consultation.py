"""The state of a visit: one frozen value that says all that was said, asked, chosen and signed."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AwareDatetime, Field

from sdm_aid.domain.answers import (
    CellSeen,
    Matters,
    NotSuitable,
    Outcome,
    Plan,
    Question,
    Sure,
    TeachBack,
    You,
)
from sdm_aid.domain.assessment import Assessment
from sdm_aid.domain.base import Frozen, Letter
from sdm_aid.domain.checked_first import CheckedFirst
from sdm_aid.domain.genes import Genes
from sdm_aid.domain.governance import ExpiredUse, SignOff
from sdm_aid.domain.library import ContentRef
from sdm_aid.domain.prices import PriceList
from sdm_aid.domain.room import Clinic, Clinician, Patient, Present, RedFlag
from sdm_aid.domain.signing import Follows, Seal, Signature
from sdm_aid.domain.terms import Party, StepName, Words

SCHEMA: Literal["sdm-aid.visit/1"] = "sdm-aid.visit/1"
"""Names the form of ``visit.json``; a reader refuses what it does not know."""


class Consultation(Frozen):
    """All of one visit. A sealed visit is never altered: a change is a new version."""

    schema_id: Literal["sdm-aid.visit/1"] = SCHEMA
    visit_id: str = Field(pattern=r"^[0-9a-f]{32}$")
    content: ContentRef
    sign_off: SignOff | None = None
    """Who stood behind the content when the visit began; it holds for that digest alone."""
    expired_use: ExpiredUse | None = None
    """Set before anything else is done where the content was past its last day."""
    made_up: bool = False
    """A demonstration with a made-up patient; every page says so."""
    follows: Follows | None = None
    """Set where this visit makes a new version of a signed plan."""
    started: AwareDatetime
    path: Literal["full", "quick"] = "full"
    step: StepName = "start"
    visited: tuple[StepName, ...] = ("start",)
    skipped: tuple[StepName, ...] = ()
    clinic: Clinic = Clinic()
    patient: Patient = Patient()
    clinician: Clinician = Clinician()
    present: tuple[Present, ...] = ()
    aim: Words | None = None
    red_flags: tuple[RedFlag, ...] = ()
    no_red_flags: bool = False
    """Asked together, and none of the signs is there."""
    routed_out: AwareDatetime | None = None
    """When a warning sign led out of the tool; the clinician may decide to go on."""
    capacity_concern: Words | None = None
    prices: PriceList | None = None
    """The part of the clinic's price list that this visit is about, as it stood when it began."""
    you: You = You()
    assessment: Assessment = Assessment()
    """The rest of step You: about the pain and the days, lists, questionnaires."""
    genes: Genes = Genes()
    """A laboratory's report on genes; most visits have none."""
    check_first: CheckedFirst = CheckedFirst()
    """Facts that bring up things to check first, and what became of each topic."""
    not_suitable: tuple[NotSuitable, ...] = ()
    columns: tuple[Letter, ...] = ()
    """The columns on the table; empty until chosen: the first columns of the content are shown."""
    seen: tuple[CellSeen, ...] = ()
    questions: tuple[Question, ...] = ()
    breaks: Annotated[int, Field(ge=0)] = 0
    matters: Matters = Matters()
    teach_back: tuple[TeachBack, ...] = ()
    sure: Sure = Sure()
    outcome: Outcome | None = None
    patient_reason: Words | None = None
    clinician_view: Words | None = None
    plan: Plan = Plan()
    signatures: tuple[Signature, ...] = ()
    seal: Seal | None = None

    def signature(self, party: Party) -> Signature | None:
        """The signature (or the no) of this party, if given."""
        return next((s for s in self.signatures if s.party == party), None)
