"""The real decision in English, loaded once, and a visit that is ready to be signed."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from sdm_aid.content.load import load_decision
from sdm_aid.domain.answers import Outcome
from sdm_aid.domain.consultation import Consultation
from sdm_aid.domain.library import DecisionContent
from tests.domain.visits import a_named_visit

RESOURCES = Path(__file__).parents[3] / "resources"


@lru_cache(maxsize=1)
def the_content() -> DecisionContent:
    """Leg pain from the back."""
    return load_decision(RESOURCES, "sciatica", "en")


def a_visit_about_it(**changes: object) -> Consultation:
    """Patient and clinician are named; nothing was said yet."""
    return a_named_visit().evolve(content=the_content().ref, **changes)


def a_visit_to_sign(**changes: object) -> Consultation:
    """The table was looked at, an outcome was chosen and the plan was read together."""
    outcome = Outcome(kind="go_with", option="C")
    begun = a_visit_about_it(outcome=outcome, visited=("start", "compare", "sign"))
    return begun.evolve(plan=begun.plan.evolve(read_together=True)).evolve(**changes)
