"""The real decision in English, loaded once, and a visit that is ready to be signed."""

from __future__ import annotations

from sdm_aid.domain.answers import Outcome
from sdm_aid.domain.consultation import Consultation
from sdm_aid.domain.library import DecisionContent
from tests.domain.visits import a_named_visit
from tests.shipped.once import loaded


def the_content() -> DecisionContent:
    """Leg pain from the back."""
    return loaded("sciatica")


def a_visit_about_it(**changes: object) -> Consultation:
    """Patient and clinician are named; nothing was said yet."""
    return a_named_visit().evolve(content=the_content().ref, **changes)


def a_visit_to_sign(**changes: object) -> Consultation:
    """The table was looked at, an outcome was chosen and the plan was read together."""
    outcome = Outcome(kind="go_with", option="C")
    begun = a_visit_about_it(outcome=outcome, visited=("start", "compare", "sign"))
    return begun.evolve(plan=begun.plan.evolve(read_together=True)).evolve(**changes)
