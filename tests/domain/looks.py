"""A sealed visit and looks again at it, to start from."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from sdm_aid.domain.answers import Plan, You
from sdm_aid.domain.consultation import Consultation
from sdm_aid.domain.course import VisitScores
from sdm_aid.domain.follow_up import FollowUp
from sdm_aid.domain.signing import Seal
from tests.domain.visits import NOON, a_visit

SEAL = Seal(at=NOON + timedelta(minutes=30), sha256="e" * 64, file_name="plan.pdf")


def a_sealed_visit(
    average: int | None = 7, now: int | None = None, target: int | None = None, **plan: Any
) -> Consultation:
    """Signed and sealed at noon, with these scores."""
    return a_visit(
        you=You(pain_average=average, pain_now=now),
        plan=Plan(target_pain=target, **plan),
        seal=SEAL,
    )


def a_look(number: int = 1, days: float = 42, **answers: Any) -> FollowUp:
    """A look again some days later; nothing is answered but what is given."""
    return FollowUp(
        id=f"{number:032x}",
        about="a" * 32,
        at=NOON + timedelta(days=days),
        who="Dr A. Okafor",
        **answers,
    )


def another_visit(days: float, **scores: Any) -> VisitScores:
    """Another visit of the same patient."""
    return VisitScores(visit_id="b" * 32, at=NOON + timedelta(days=days), **scores)
