"""Steps, people and warning signs: what changes the frame of a visit."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from sdm_aid.domain.base import Frozen, Id
from sdm_aid.domain.room import Clinic, Clinician, Patient, Present
from sdm_aid.domain.terms import StepName, Words, YesNo

TextField = Literal[
    "aim",
    "goal_words",
    "quality_words",
    "would_change",
    "patient_reason",
    "clinician_view",
    "plan_goal",
    "hoped",
    "getting_ready",
    "the_day",
    "afterwards",
    "get_help_words",
    "stop_rule",
]


class StepEntered(Frozen):
    """The page of this step is on the screen."""

    kind: Literal["step_entered"] = "step_entered"
    step: StepName


class StepSkipped(Frozen):
    """The step was passed over; it prints as "not discussed" unless something was said there."""

    kind: Literal["step_skipped"] = "step_skipped"
    step: StepName


class ExpiredContentUsed(Frozen):
    """The content is past its last day; somebody opens it all the same and says why.

    ``digest`` and ``expires`` say which content; other content has to be taken on anew.
    """

    kind: Literal["expired_content_used"] = "expired_content_used"
    name: Words = Field(min_length=1)
    reason: Words = Field(min_length=1)
    digest: str | None = Field(default=None, pattern=r"^[0-9a-f]{64}$")
    expires: date | None = None


class PathChosen(Frozen):
    """Quick or full; nothing entered is lost by changing."""

    kind: Literal["path_chosen"] = "path_chosen"
    path: Literal["full", "quick"]


class ClinicNamed(Frozen):
    """The clinic and its numbers."""

    kind: Literal["clinic_named"] = "clinic_named"
    clinic: Clinic


class PatientNamed(Frozen):
    """The patient's name and identifiers.

    ``from_record``: the clinic's record says so, since it was corrected there or the visit was
    filed under somebody else; undo does not take that back.
    """

    kind: Literal["patient_named"] = "patient_named"
    patient: Patient
    from_record: bool = False


class ClinicianNamed(Frozen):
    """The clinician's name and role."""

    kind: Literal["clinician_named"] = "clinician_named"
    clinician: Clinician


class PresentAdded(Frozen):
    """Somebody else is in the room (same id again: corrected)."""

    kind: Literal["present_added"] = "present_added"
    present: Present


class PresentRemoved(Frozen):
    """Entered by mistake, or has left."""

    kind: Literal["present_removed"] = "present_removed"
    id: Id


class RedFlagAnswered(Frozen):
    """One warning sign: yes, no, or taken back (None)."""

    kind: Literal["red_flag_answered"] = "red_flag_answered"
    flag: Id
    answer: YesNo | None


class NoRedFlags(Frozen):
    """Asked together: none of the signs (or taken back)."""

    kind: Literal["no_red_flags"] = "no_red_flags"
    none_of_these: bool


class RoutedOut(Frozen):
    """A warning sign led out of the tool; False: the clinician decided to go on."""

    kind: Literal["routed_out"] = "routed_out"
    out: bool


class CapacityConcern(Frozen):
    """The clinician's concern about capacity, in words; None: no concern."""

    kind: Literal["capacity_concern"] = "capacity_concern"
    words: Words | None


class TextWritten(Frozen):
    """Words in one of the visit's text fields; None clears it."""

    kind: Literal["text_written"] = "text_written"
    field: TextField
    words: Words | None


class BreakTaken(Frozen):
    """The patient asked for a break."""

    kind: Literal["break_taken"] = "break_taken"


class QuestionAsked(Frozen):
    """A question, at a step (same id again: corrected)."""

    kind: Literal["question_asked"] = "question_asked"
    id: Id
    step: StepName
    text: Words


class QuestionAnswered(Frozen):
    """The answer given to a question."""

    kind: Literal["question_answered"] = "question_answered"
    id: Id
    answer: Words | None


class QuestionRemoved(Frozen):
    """Entered by mistake."""

    kind: Literal["question_removed"] = "question_removed"
    id: Id


class Undone(Frozen):
    """The last action that stands was taken back."""

    kind: Literal["undone"] = "undone"


class Redone(Frozen):
    """The last action taken back stands again."""

    kind: Literal["redone"] = "redone"


class SetAside(Frozen):
    """Entries that do not count: of two versions written at once in two rooms one was kept.

    ``first`` and ``last``: numbers of the entries, both included. They stay in the journal.
    """

    kind: Literal["set_aside"] = "set_aside"
    first: int = Field(ge=1)
    last: int = Field(ge=1)
