"""The rest of the assessment on the plan: printed where told, with its source; else nothing."""

from __future__ import annotations

import pytest

from sdm_aid.content.measures import load_measure
from sdm_aid.documents.paper import PaperInput
from sdm_aid.documents.plan import build_plan
from sdm_aid.domain import actions as a
from sdm_aid.domain.answers import Tried
from sdm_aid.domain.assessment import Line
from sdm_aid.paths import resources_dir
from tests.assessment_actions import taken
from tests.documents.paper_text import text_of
from tests.full_visit import SIGNED, a_session, the_content

PHQ = load_measure(resources_dir(), "phq-4")
PEG = load_measure(resources_dir(), "peg")


def plan(*done: a.Action) -> str:
    state = a_session(*done).state
    return text_of(build_plan(PaperInput(the_content(), state, SIGNED, "SDM Aid 0.1")))


def test_nothing_of_it_stands_where_nothing_was_told() -> None:
    text = plan()
    for words in ("Since when", "Medicines now", "Allergies", "Short questionnaires", "Screening"):
        assert words not in text


def test_answers_and_lists_are_printed_in_words() -> None:
    text = plan(
        a.AssessmentPicked(question="since", answer="years"),
        a.AssessmentPicked(question="spread", answer="spreads"),
        a.AssessmentWritten(question="spread", words="down to the foot"),
        a.AssessmentPicked(question="worse", answer="sitting"),
        a.AssessmentPicked(question="worse", answer="touch"),
        a.ListLineSet(name="medicines", line=Line(id="l1", words="Amlodipine")),
        a.ListLineSet(name="medicines", line=Line(id="l2", words="Paracetamol")),
        a.ListNothing(name="allergies", nothing=True),
        a.TriedSet(tried=Tried(id="t9", what="Massage", helped="some", tried_kind="therapy")),
    )
    for words in (
        "Since when One to five years",
        "Spreading Spreads from there; “down to the foot”",
        "Worse with Sitting, Touch",
        "Medicines now Amlodipine; Paracetamol",
        "Allergies asked, and none named",
        "Massage (therapy, helped a little)",
    ):
        assert words in text
    assert "Other illnesses" not in text


def test_a_questionnaire_is_printed_with_score_window_owner_and_reading() -> None:
    text = plan(
        a.MeasureSet(taken=taken(PHQ, 2, 1, 0, 1, reading="worry, see again in May")),
        a.MeasureSet(taken=taken(PEG, 6, 6, 5)),
    )
    for words in (
        "PHQ-4: Screening score: PHQ-4 4 (from 0 to 12), GAD-2 3 (from 0 to 6), PHQ-2 1",
        "Clinician to follow up.",
        "worry, see again in May",
        "Time asked about: last 2 weeks",
        "Löwe B. An ultra-brief screening scale",
        "Screening score: PEG 5.7 (from 0 to 10).",
        "Owner: E. E. Krebs",
        "in the clinician’s words: not written down",
    ):
        assert words in text
    assert PHQ.item[0].text["en"] not in text


@pytest.mark.parametrize(
    ("points", "follow_up"),
    [((1, 1, 1, 1), False), ((0, 0, 2, 1), True), ((2, 1), True), ((2, None, 3), False)],
)
def test_only_a_positive_mood_screen_is_for_the_clinician(
    points: tuple[int | None, ...], follow_up: bool
) -> None:
    text = plan(a.MeasureSet(taken=taken(PHQ, *points)))
    assert ("Clinician to follow up." in text) is follow_up
    assert not [band for band in ("mild", "moderate", "severe") if f" {band} " in text]
