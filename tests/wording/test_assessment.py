"""The history tells what was said in the rest of the assessment; the summary says it briefly."""

from __future__ import annotations

import pytest

from sdm_aid.content.measures import load_measure
from sdm_aid.domain import actions as a
from sdm_aid.domain.assessment import Line, Listed
from sdm_aid.domain.course import course
from sdm_aid.paths import resources_dir
from sdm_aid.wording.assessment_said import said_in, tried_before
from sdm_aid.wording.course import peg_line, plot_alt
from sdm_aid.wording.history import told
from tests.assessment_actions import taken
from tests.domain.looks import a_look, a_sealed_visit
from tests.domain.visits import a_visit

PHQ = load_measure(resources_dir(), "phq-4")
PEG = load_measure(resources_dir(), "peg")
TOLD: dict[str, a.Action] = {
    "Since when, picked or let go: One to five years": a.AssessmentPicked(
        question="since", answer="years"
    ),
    "Spreading, in own words: “to the foot”": a.AssessmentWritten(
        question="spread", words="to the foot"
    ),
    "Sleep, in own words: taken back": a.AssessmentWritten(question="sleep", words=None),
    "Medicines now: “Amlodipine”": a.ListLineSet(
        name="medicines", line=Line(id="l1", words="Amlodipine")
    ),
    "Allergies: No allergies known": a.ListNothing(name="allergies", nothing=True),
    "Allergies: taken back": a.ListNothing(name="allergies", nothing=False),
    "Other illnesses, removed: l1": a.ListLineRemoved(name="illnesses", id="l1"),
    "PHQ-4: Screening score: GAD-2 3 (from 0 to 6). 2 of 4 answered, “see in May”": a.MeasureSet(
        taken=taken(PHQ, 2, 1, reading="see in May")
    ),
    "PHQ-4: taken back": a.MeasureSet(taken=taken(PHQ)),
}


@pytest.mark.parametrize("sentence", TOLD)
def test_each_action_is_told_with_its_values(sentence: str) -> None:
    assert told(TOLD[sentence]) == sentence


def test_with_the_visit_before_it_picked_and_let_go_are_told_apart() -> None:
    action = a.AssessmentPicked(question="since", answer="years")
    assert told(action, before=a_visit()) == "Since when picked: One to five years"


def test_a_removed_entry_is_told_by_its_words() -> None:
    state = a_visit()
    lists = (Listed(name="illnesses", lines=(Line(id="l1", words="asthma"),)),)
    before = state.evolve(assessment=state.assessment.evolve(lists=lists))
    action = a.ListLineRemoved(name="illnesses", id="l1")
    assert told(action, before=before) == "Other illnesses, removed: “asthma”"
    assert said_in("illnesses", before.assessment) == "Other illnesses: asthma"
    assert said_in("medicines", before.assessment) == ""


def test_long_trouble_is_shown_in_brief() -> None:
    from sdm_aid.domain.answers import Tried

    line = tried_before(Tried(id="t1", what="x", helped="no", trouble="y" * 500))
    assert line.startswith("You tried this: did not help. Trouble: “yyy")
    assert len(line) < 200


def test_the_course_speaks_of_the_first_visits_peg() -> None:
    visit = a_sealed_visit()
    asked = visit.evolve(assessment=visit.assessment.evolve(measured=(taken(PEG, 6, 6, 5),)))
    found = course(asked, [a_look(1, 10, peg={"pain": 3, "enjoyment": 3, "activity": 3})])
    assert "about 6 out of 10 on" in peg_line(found)
    assert "about 3 on" in peg_line(found)
    assert "PEG about 6" in plot_alt(found)
