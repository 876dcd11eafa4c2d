"""A whole made-up visit as its actions, for tests of paper and records."""

from __future__ import annotations

import math
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from sdm_aid.application.session import Session
from sdm_aid.domain import actions as a
from sdm_aid.domain.answers import CellSeen, Outcome, PlanStep, Tried
from sdm_aid.domain.consultation import Consultation
from sdm_aid.domain.journal import Journal
from sdm_aid.domain.library import DecisionContent
from sdm_aid.domain.room import Clinic, Clinician, Patient, Present
from sdm_aid.domain.signing import Point, Signature, Stroke
from tests.shipped.once import loaded

STARTED = datetime(2026, 11, 21, 10, 30, tzinfo=UTC)
SIGNED = STARTED + timedelta(minutes=27)


def the_content() -> DecisionContent:
    """The shipped decision, in English."""
    return loaded("sciatica")


def ink(waves: int = 5) -> tuple[Stroke, ...]:
    """A signature-like line of growing pressure."""
    points = tuple(
        Point(
            x=0.1 + 0.007 * n,
            y=0.12 + 0.06 * math.sin(n / (3 + n / 40)) / (1 + n / 80),
            pressure=min(1.0, 0.3 + n / 200),
            ms=8 * n,
        )
        for n in range(20 * waves)
    )
    return (Stroke(points=points),)


def signed(party: str, name: str, method: str = "drawn", **more: object) -> a.Signed:
    """One party's closing of the visit."""
    strokes = ink() if method in ("drawn", "mark") else ()
    fields = {"party": party, "method": method, "name": name, "at": SIGNED, "strokes": strokes}
    return a.Signed(signature=Signature.model_validate({**fields, **more}))


def spoken() -> Iterable[a.Action]:
    """What was said before the plan."""
    yield a.ClinicNamed(
        clinic=Clinic(name="Riverside Pain Clinic", phone="555 0100", out_of_hours="555 0199")
    )
    yield a.PatientNamed(patient=Patient(name="Maria Rossi", born=date(1974, 5, 4), number="10482"))
    yield a.ClinicianNamed(clinician=Clinician(name="Dr A. Okafor", role="Pain physician"))
    yield a.PresentAdded(present=Present(id="p1", name="Luca Rossi", role="family"))
    yield a.NoRedFlags(none_of_these=True)
    yield a.TextWritten(field="goal_words", words="walk 20 minutes to work")
    yield a.GoalToggled(goal="walking")
    yield a.PainRated(which="average", score=7)
    yield a.QualityToggled(quality="shooting")
    yield a.TriedSet(tried=Tried(id="t1", what="Ibuprofen", helped="some", trouble="heartburn"))
    yield a.StepEntered(step="understand")
    yield a.StepEntered(step="compare")
    yield a.CellOpened(cell=CellSeen(row="recovered-year", option="D", view="picture"))
    yield a.QuestionAsked(id="q1", step="compare", text="Can I drive after the injection?")
    yield a.QuestionAnswered(id="q1", answer="Not until the day after.")
    yield a.LeaningSaid(when="before", leaning="unsure")
    yield a.StonesPut(row=the_content().decision.values[0].id, count=5)
    yield a.StonesPut(row=the_content().decision.values[-1].id, count=3)
    yield a.OwnConcernSet(id="own-1", text="My daughter's wedding in May")
    yield a.StonesPut(row="own-1", count=2)
    yield a.LinedUp()
    yield a.LeaningSaid(when="after", leaning="C")
    yield a.TeachBackNoted(
        item=the_content().decision.teach_back[0].id,
        result="said",
        words="It may help for a few weeks, not for good.",
    )
    for question in ("sure", "understand", "risk", "encouragement"):
        yield a.SureAnswered(question=question, answer="yes")


def agreed() -> Iterable[a.Action]:
    """The outcome, the plan and the signatures."""
    yield a.OutcomeChosen(outcome=Outcome(kind="go_with", option="C"))
    yield a.TextWritten(field="patient_reason", words="I want to walk to work again.")
    yield a.TextWritten(field="plan_goal", words="walk 20 minutes to work")
    yield a.PlanStepSet(
        step=PlanStep(id="s1", what="Book the injection", who="Pain clinic", when="by 28 Nov")
    )
    yield a.PlanStepSet(step=PlanStep(id="s2", what="Start walking each day", who="Maria"))
    yield a.TextWritten(field="stop_rule", words="leg pain is not better after 6 weeks")
    yield a.LookAgainSet(on=date(2027, 1, 15))
    yield a.ReadTogether(done=True)
    yield signed("patient", "Maria Rossi")
    yield signed("clinician", "Dr A. Okafor")


def a_session(*more: a.Action, whole: bool = True) -> Session:
    """The visit as a session; ``whole`` False: begun, nothing said."""
    content = the_content()
    begun = Consultation(visit_id="c" * 32, content=content.ref, started=STARTED, made_up=True)
    session = Session(Journal(begun=begun), lambda: SIGNED, who="Dr A. Okafor")
    for action in (*spoken(), *agreed()) if whole else ():
        session.dispatch(action)
    for action in more:
        session.dispatch(action)
    return session


def a_quick_session(*more: a.Action) -> Session:
    """The quick way: three that matter most, one teach-back question, an outcome, a plan."""
    kept = (
        a.ClinicNamed,
        a.PatientNamed,
        a.ClinicianNamed,
        a.NoRedFlags,
        a.StepEntered,
        a.TeachBackNoted,
        a.OutcomeChosen,
        a.PlanStepSet,
        a.LookAgainSet,
        a.ReadTogether,
        a.Signed,
    )
    top = [a.TopToggled(row=row.id) for row in the_content().decision.values[:3]]
    said = [action for action in spoken() if isinstance(action, kept)]
    done = [action for action in agreed() if isinstance(action, kept)]
    reason = a.TextWritten(field="patient_reason", words="I want to walk to work again.")
    actions = (a.PathChosen(path="quick"), *said, *top, reason, *done, *more)
    return a_session(*actions, whole=False)
