"""What is said in the rest of the assessment: answers, lists, questionnaires."""

from __future__ import annotations

from typing import Literal

from sdm_aid.domain.assessment import Line, ListName, Question
from sdm_aid.domain.base import Frozen, Id
from sdm_aid.domain.measure_taken import MeasureTaken
from sdm_aid.domain.terms import Words


class AssessmentPicked(Frozen):
    """An answer to one question picked or let go."""

    kind: Literal["assessment_picked"] = "assessment_picked"
    question: Question
    answer: Id


class AssessmentWritten(Frozen):
    """Own words to one question; None takes them back."""

    kind: Literal["assessment_written"] = "assessment_written"
    question: Question
    words: Words | None


class ListLineSet(Frozen):
    """A medicine, allergy or illness (same id again: corrected)."""

    kind: Literal["list_line_set"] = "list_line_set"
    name: ListName
    line: Line


class ListLineRemoved(Frozen):
    """Entered by mistake."""

    kind: Literal["list_line_removed"] = "list_line_removed"
    name: ListName
    id: Id


class ListNothing(Frozen):
    """Asked: there is none (or taken back); a list with entries stays as it is."""

    kind: Literal["list_nothing"] = "list_nothing"
    name: ListName
    nothing: bool


class MeasureSet(Frozen):
    """A questionnaire as it stands after one more answer or words; with neither it is let go."""

    kind: Literal["measure_set"] = "measure_set"
    taken: MeasureTaken
