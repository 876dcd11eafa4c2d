"""What can be said to change a visit: each class is one fact, past tense, frozen."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from sdm_aid.domain.actions.assessment import (
    AssessmentPicked,
    AssessmentWritten,
    ListLineRemoved,
    ListLineSet,
    ListNothing,
    MeasureSet,
)
from sdm_aid.domain.actions.check_first import FactToggled, NoneOfTheseFacts, TopicMarked
from sdm_aid.domain.actions.choice import (
    CellOpened,
    ColumnsChosen,
    GetHelpChosen,
    LookAgainSet,
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
from sdm_aid.domain.actions.frame import (
    BreakTaken,
    CapacityConcern,
    ClinicianNamed,
    ClinicNamed,
    ExpiredContentUsed,
    NoRedFlags,
    PathChosen,
    PatientNamed,
    PresentAdded,
    PresentRemoved,
    QuestionAnswered,
    QuestionAsked,
    QuestionRemoved,
    RedFlagAnswered,
    Redone,
    RoutedOut,
    SetAside,
    StepEntered,
    StepSkipped,
    TextWritten,
    Undone,
)
from sdm_aid.domain.actions.genes import GeneReportWritten, GeneResultSet
from sdm_aid.domain.actions.patient import (
    AdviceWanted,
    DealBreakerToggled,
    GoalToggled,
    LeaningSaid,
    LinedUp,
    NothingUnwanted,
    OwnConcernMarked,
    OwnConcernSet,
    PainRated,
    QualityToggled,
    RegionToggled,
    StonesPut,
    SureAnswered,
    TeachBackNoted,
    TopToggled,
    TriedRemoved,
    TriedSet,
)
from sdm_aid.domain.actions.plan import (
    FurtherLookSet,
    OfferTaken,
    TeamMemberRemoved,
    TeamMemberSet,
)

Action = Annotated[
    StepEntered
    | ExpiredContentUsed
    | StepSkipped
    | PathChosen
    | ClinicNamed
    | PatientNamed
    | ClinicianNamed
    | PresentAdded
    | PresentRemoved
    | RedFlagAnswered
    | NoRedFlags
    | RoutedOut
    | CapacityConcern
    | TextWritten
    | BreakTaken
    | QuestionAsked
    | QuestionAnswered
    | QuestionRemoved
    | GoalToggled
    | RegionToggled
    | PainRated
    | QualityToggled
    | TriedSet
    | TriedRemoved
    | AssessmentPicked
    | AssessmentWritten
    | ListLineRemoved
    | ListLineSet
    | ListNothing
    | MeasureSet
    | FactToggled
    | NoneOfTheseFacts
    | TopicMarked
    | GeneResultSet
    | GeneReportWritten
    | LeaningSaid
    | StonesPut
    | TopToggled
    | OwnConcernSet
    | OwnConcernMarked
    | DealBreakerToggled
    | NothingUnwanted
    | LinedUp
    | AdviceWanted
    | TeachBackNoted
    | SureAnswered
    | OptionUnsuitable
    | ColumnsChosen
    | CellOpened
    | OutcomeChosen
    | PlanStepSet
    | PlanStepRemoved
    | GetHelpChosen
    | TargetPainSet
    | LookAgainSet
    | FurtherLookSet
    | OfferTaken
    | TeamMemberSet
    | TeamMemberRemoved
    | ReadTogether
    | Signed
    | SignatureCleared
    | Sealed,
    Field(discriminator="kind"),
]
"""Anything `apply` accepts."""

Recorded = Annotated[Action | Undone | Redone | SetAside, Field(discriminator="kind")]
"""Anything the journal holds."""

__all__ = [
    "Action",
    "AdviceWanted",
    "AssessmentPicked",
    "AssessmentWritten",
    "BreakTaken",
    "CapacityConcern",
    "CellOpened",
    "ClinicNamed",
    "ClinicianNamed",
    "ColumnsChosen",
    "DealBreakerToggled",
    "ExpiredContentUsed",
    "FactToggled",
    "FurtherLookSet",
    "GeneReportWritten",
    "GeneResultSet",
    "GetHelpChosen",
    "GoalToggled",
    "LeaningSaid",
    "LinedUp",
    "ListLineRemoved",
    "ListLineSet",
    "ListNothing",
    "LookAgainSet",
    "MeasureSet",
    "NoRedFlags",
    "NoneOfTheseFacts",
    "NothingUnwanted",
    "OfferTaken",
    "OptionUnsuitable",
    "OutcomeChosen",
    "OwnConcernMarked",
    "OwnConcernSet",
    "PainRated",
    "PathChosen",
    "PatientNamed",
    "PlanStepRemoved",
    "PlanStepSet",
    "PresentAdded",
    "PresentRemoved",
    "QualityToggled",
    "QuestionAnswered",
    "QuestionAsked",
    "QuestionRemoved",
    "ReadTogether",
    "Recorded",
    "RedFlagAnswered",
    "Redone",
    "RegionToggled",
    "RoutedOut",
    "Sealed",
    "SetAside",
    "SignatureCleared",
    "Signed",
    "StepEntered",
    "StepSkipped",
    "StonesPut",
    "SureAnswered",
    "TargetPainSet",
    "TeachBackNoted",
    "TeamMemberRemoved",
    "TeamMemberSet",
    "TextWritten",
    "TopToggled",
    "TopicMarked",
    "TriedRemoved",
    "TriedSet",
    "Undone",
]
