"""Things to check first on the plan: what was asked, planned, and not yet talked about."""

from __future__ import annotations

from sdm_aid.documents.plan import build_plan
from sdm_aid.domain import actions as a
from sdm_aid.domain.answers import Outcome
from tests.documents.paper_text import paper_of, text_of
from tests.full_visit import a_session

ASKED = (
    a.FactToggled(question="blood-thinners", choice="apixaban"),
    a.FactToggled(question="diabetes", choice="insulin"),
    a.FactToggled(question="age-falls", choice="fallen"),
    a.NoneOfTheseFacts(question="kidneys", none=True),
    a.TopicMarked(topic="bleeding", how="plan", words="Dr Lee decides by Friday"),
    a.TopicMarked(topic="age-falls", how="not_apply", words="the stairs are mended"),
)


def printed(*done: a.Action) -> str:
    return text_of(build_plan(paper_of(a_session(*done, whole=False))))


def test_facts_topics_plans_and_what_was_not_talked_about_stand_on_the_plan() -> None:
    plan = printed(*ASKED)
    for words in (
        "Do you take a blood thinner? apixaban.",
        "Do your kidneys work less well? none of these.",
        "Bleeding more easily: a plan was made: Dr Lee decides by Friday",
        "Age and falls: does not apply, because: the stairs are mended",
        "Getting ready, Bleeding more easily: Dr Lee decides by Friday",
        "Diabetes and steroids: not yet talked about",
        "To check first: Diabetes and steroids.",
    ):
        assert words in plan
    assert "To check first: Bleeding" not in plan


def test_nobody_gets_ready_for_a_treatment_that_was_not_chosen() -> None:
    for option, begins in (
        ("C", "Getting ready, "),
        ("B", "Planned for another choice than this one, "),
    ):
        outcome = a.OutcomeChosen(outcome=Outcome(kind="go_with", option=option))
        plan = printed(*ASKED, outcome)
        assert f"{begins}Bleeding more easily: Dr Lee decides by Friday" in plan
        assert plan.count("Bleeding more easily: Dr Lee decides by Friday") == 1


def test_what_is_planned_about_medicines_taken_now_holds_whatever_is_chosen() -> None:
    taken = a.FactToggled(question="pain-medicines", choice="nsaid")
    outcome = a.OutcomeChosen(outcome=Outcome(kind="go_with", option="B"))
    plan = printed(*ASKED, taken, outcome)
    assert "Getting ready, Bleeding more easily: Dr Lee decides by Friday" in plan


def test_two_answers_that_cannot_both_be_right_are_told_on_the_plan() -> None:
    both = (ASKED[0], a.FactToggled(question="kidneys", choice="reduced"))
    assert "Please keep one" not in printed(*both)
    assert "Please keep one" in printed(*both, a.FactToggled(question="kidneys", choice="severe"))


def test_a_visit_without_facts_prints_nothing_of_it() -> None:
    plan = printed()
    assert "check first" not in plan.lower()
    assert "Asked first" not in plan
