"""Looking again at a signed plan: what it is looked at with, when it is due, the next version."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from sdm_aid.application.session import Clock
from sdm_aid.domain.answers import Tried, You
from sdm_aid.domain.assessment import Assessment
from sdm_aid.domain.consultation import Consultation
from sdm_aid.domain.course import Course, VisitScores, course
from sdm_aid.domain.follow_up import AGREED, FollowUp
from sdm_aid.domain.governance import SignOff
from sdm_aid.domain.library import DecisionContent
from sdm_aid.domain.prices import PriceList
from sdm_aid.domain.signing import Follows
from sdm_aid.domain.treatment import Treatment
from sdm_aid.wording.facts import say

EARLY = timedelta(days=14)
"""A look again this much before its day, or half the wait where that is less, still counts."""
NOT_ASKED_OF_A_PERSON = ("no_effect", "death_or_paralysis")
"""Harm kinds that the list leaves out: the goal asks for the first, nobody ticks the second."""
LASTING = ("allergies", "illnesses")
"""Lists of the assessment that a new version of a plan takes over, to be looked at again."""
Helped = Literal["yes", "some", "no"]


@dataclass(frozen=True)
class LookBack:
    """What a look again is held with. ``going_on``: one that was begun, or None for a new one."""

    signed: Consultation
    content: DecisionContent
    clock: Clock
    who: str
    earlier: tuple[FollowUp, ...] = ()
    visits: tuple[VisitScores, ...] = ()
    """Other visits of the patient, before and after."""
    going_on: FollowUp | None = None

    def begin(self) -> FollowUp:
        """The look again to go on with, or a new one with nothing answered."""
        if self.going_on is not None:
            return self.going_on
        return FollowUp(
            id=secrets.token_hex(16), about=self.signed.visit_id, at=self.clock(), who=self.who
        )

    def course_with(self, follow_up: FollowUp) -> Course:
        """The course as it stands with this look again."""
        return course(self.signed, (*self.earlier, follow_up), self.visits)


@dataclass(frozen=True, slots=True)
class Due:
    """When a look again is due; ``days`` from today, negative once it has passed."""

    on: date
    days: int

    @property
    def overdue(self) -> bool:
        """True after the day."""
        return self.days < 0


def due(
    signed: Consultation,
    follow_ups: Iterable[FollowUp],
    visits: Iterable[VisitScores],
    today: date,
) -> Due | None:
    """When this signed visit is to be looked at again; None where nothing is open.

    Nothing is open without a day in the plan, after a done look again on that day, later or shortly
    before, and once a newer visit of the patient was signed: its plan takes over.
    """
    on = signed.plan.look_again
    if on is None or signed.seal is None:
        return None
    sealed = _day(signed.seal.at)
    if any(
        one.signed and one.at > signed.started for one in visits if one.visit_id != signed.visit_id
    ):
        return None
    counts_from = on - min(EARLY, max(timedelta(0), on - sealed) / 2)
    for look in follow_ups:
        if look.done and look.about == signed.visit_id and _day(look.at) >= counts_from:
            return None
    return Due(on, (on - today).days)


def agreed_treatment(signed: Consultation, content: DecisionContent) -> Treatment | None:
    """The treatment that was agreed; None where the outcome names none that this content knows."""
    outcome = signed.outcome
    letters = {option.letter for option in content.decision.options}
    if outcome is None or outcome.option not in letters:
        return None
    return content.treatment_of(outcome.option)


def harms_to_ask(signed: Consultation, content: DecisionContent) -> tuple[tuple[str, str], ...]:
    """What could go wrong with what was agreed, to tick: (id, name) in the order of the content."""
    treatment = agreed_treatment(signed, content)
    if treatment is None:
        return ()
    return tuple(
        (harm.id, say(content, f"treatments.{treatment.id}.harms.{harm.id}.name"))
        for harm in treatment.harms
        if harm.state != "not_applicable"
        and harm.severity != "death"
        and harm.kind not in NOT_ASKED_OF_A_PERSON
    )


def next_version(
    signed: Consultation,
    content: DecisionContent,
    follow_up: FollowUp,
    plan_sha256: str,
    clock: Clock,
    *,
    sign_off: SignOff | None = None,
    prices: PriceList | None = None,
) -> Consultation:
    """A new visit that follows a signed one: people, goals, today's pain; the rest is asked anew.

    Raises:
        ValueError: the visit is not sealed, or the look again is about another one.
    """
    if signed.seal is None:
        raise ValueError("a new version follows a sealed plan")
    if follow_up.about != signed.visit_id:
        raise ValueError("this look again is about another visit")
    return Consultation(
        visit_id=secrets.token_hex(16),
        content=content.ref,
        sign_off=sign_off,
        made_up=signed.made_up,
        follows=Follows(visit_id=signed.visit_id, sealed_at=signed.seal.at, sha256=plan_sha256),
        started=clock(),
        path=signed.path,
        prices=None if prices is None else prices.only(content.treatments),
        clinic=signed.clinic,
        patient=signed.patient,
        clinician=signed.clinician,
        genes=signed.genes,  # a person's genes stay as they are
        assessment=_lasting(signed),
        you=_today(signed, content, follow_up),
    )


def _today(signed: Consultation, content: DecisionContent, follow_up: FollowUp) -> You:
    """The goals as they were, the pain as it is, what was agreed among what was tried."""
    return You(
        goals=signed.you.goals,
        goal_words=signed.plan.goal or signed.you.goal_words,
        pain_now=follow_up.pain_now,
        pain_average=follow_up.pain_average,
        pain_worst=follow_up.pain_worst,
        tried=(*signed.you.tried, *_tried(signed, content, follow_up)),
    )


def _lasting(signed: Consultation) -> Assessment:
    """What seldom goes away and must not be lost in silence; all else is asked anew."""
    kept = tuple(one for one in signed.assessment.lists if one.name in LASTING)
    return Assessment(lists=kept)


def helped(follow_up: FollowUp) -> Helped | None:
    """Whether it helped, only where the patient's two answers say so and do not differ."""
    by_grade: dict[str, Helped] = {
        "very_much_improved": "yes",
        "much_improved": "yes",
        "minimally_improved": "some",
        "no_change": "no",
        "minimally_worse": "no",
        "much_worse": "no",
        "very_much_worse": "no",
    }
    by_goal: dict[str, Helped] = {"reached": "yes", "partly": "some"}
    said = {by_grade.get(follow_up.pgic or ""), by_goal.get(follow_up.goal or "")} - {None}
    return said.pop() if len(said) == 1 else None


def _tried(
    signed: Consultation, content: DecisionContent, follow_up: FollowUp
) -> tuple[Tried, ...]:
    """What was agreed as something tried, unless it is nothing new or was never begun."""
    treatment = agreed_treatment(signed, content)
    doing = follow_up.doing_of(AGREED)
    never = doing is not None and doing.state == "not_started"
    if treatment is None or treatment.nothing_new or never:
        return ()
    used = {one.id for one in signed.you.tried}
    number = next(n for n in range(1, len(used) + 2) if f"t{n}" not in used)
    names = dict(harms_to_ask(signed, content))
    trouble = [
        "; ".join(part for part in (names.get(one.harm or ""), one.words) if part)
        for one in follow_up.harms
    ]
    return (
        Tried(
            id=f"t{number}",
            what=say(content, f"treatments.{treatment.id}.name"),
            helped=helped(follow_up),
            trouble="; ".join(part for part in trouble if part)[:20_000] or None,
        ),
    )


def _day(moment: datetime) -> date:
    return moment.astimezone().date()
