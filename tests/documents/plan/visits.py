"""Visits about any decision for tests of the plan: begun, quick, whole, and with much typed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sdm_aid.application.session import Session
from sdm_aid.content.genes import load_genes
from sdm_aid.content.measures import load_measure
from sdm_aid.documents.paper import PaperInput
from sdm_aid.domain import actions as a
from sdm_aid.domain.answers import CellSeen, Outcome, PlanStep, Tried
from sdm_aid.domain.assessment import OFFERED, Line
from sdm_aid.domain.consultation import Consultation
from sdm_aid.domain.genes import GeneResult
from sdm_aid.domain.journal import Journal
from sdm_aid.domain.library import DecisionContent
from sdm_aid.domain.room import Clinic, Clinician, Patient, Present
from sdm_aid.domain.team import TeamMember
from sdm_aid.paths import resources_dir
from tests.assessment_actions import taken
from tests.full_visit import SIGNED, STARTED, signed
from tests.shipped.once import loaded

PROGRAM = "SDM Aid 0.1"


def visit(decision: str, *more: a.Action, quick: bool = False) -> PaperInput:
    """A visit about a decision as the clinic holds it: asked, compared, agreed and signed."""
    content = loaded(decision)
    begun = Consultation(visit_id="e" * 32, content=content.ref, started=STARTED, made_up=True)
    session = Session(Journal(begun=begun), lambda: SIGNED, who="Dr A. Okafor")
    for action in (a.PathChosen(path="quick" if quick else "full"), *_held(content, quick), *more):
        session.dispatch(action)
    genes = load_genes(resources_dir(), "en") if session.state.genes.entered else None
    return PaperInput(content, session.state, SIGNED, PROGRAM, genes=genes)


def choice(content: DecisionContent) -> str:
    """What these visits choose: the third thing we could do."""
    return content.decision.options[2].letter


def _held(content: DecisionContent, quick: bool) -> Iterable[a.Action]:
    decision, letter = content.decision, choice(content)
    clinic = Clinic(name="Riverside Pain Clinic", phone="555 0100", out_of_hours="555 0199")
    yield a.ClinicNamed(clinic=clinic)
    yield a.PatientNamed(patient=Patient(name="Maria Rossi", born=date(1974, 5, 4), number="10482"))
    yield a.ClinicianNamed(clinician=Clinician(name="Dr A. Okafor", role="Pain physician"))
    yield a.PresentAdded(present=Present(id="p1", name="Luca Rossi", role="family"))
    yield a.NoRedFlags(none_of_these=True)
    yield a.TextWritten(field="goal_words", words="walk twenty minutes to work")
    yield a.PainRated(which="average", score=7)
    yield a.StepEntered(step="understand")
    yield a.StepEntered(step="compare")
    counted = next(row.id for row in decision.rows if row.kind == "number")
    yield a.CellOpened(cell=CellSeen(row=counted, option=letter, view="picture"))
    if not quick:
        harms = next(row.id for row in decision.rows if row.kind == "harms")
        yield a.CellOpened(cell=CellSeen(row=harms, option=letter, view="harms"))
        yield a.StonesPut(row=decision.values[0].id, count=5)
        yield a.StonesPut(row=decision.values[-1].id, count=3)
        yield a.LeaningSaid(when="before", leaning="unsure")
    yield a.QuestionAsked(id="q1", step="compare", text="Can I go on working with this?")
    yield a.QuestionAnswered(id="q1", answer="Yes, as far as you can.")
    yield a.LeaningSaid(when="after", leaning=letter)
    for item in decision.teach_back[: 1 if quick else 2]:
        yield a.TeachBackNoted(item=item.id, result="said", words="It may help for a while.")
    yield a.SureAnswered(question="sure", answer="yes")
    yield a.OutcomeChosen(outcome=Outcome(kind="go_with", option=letter))
    yield a.TextWritten(field="patient_reason", words="I want to walk to work again.")
    yield a.TextWritten(field="plan_goal", words="walk twenty minutes to work")
    yield a.PlanStepSet(step=PlanStep(id="s1", what="Book it", who="Clinic", when="by 28 Nov"))
    yield a.LookAgainSet(on=date(2027, 1, 15))
    yield a.TextWritten(field="stop_rule", words="the pain is no better after six weeks")
    yield a.ReadTogether(done=True)
    yield signed("patient", "Maria Rossi")
    yield signed("clinician", "Dr A. Okafor")


def much(content: DecisionContent) -> tuple[a.Action, ...]:
    """Something in every place where something can be typed, as a thorough visit has it."""
    peg, phq = (load_measure(resources_dir(), name) for name in ("peg", "phq-4"))
    return (
        *(
            a.AssessmentPicked(question=question, answer=offered[0])
            for question, offered in OFFERED.items()
        ),
        a.AssessmentWritten(question="better", words="a warm bath in the evening"),
        a.ListLineSet(name="medicines", line=Line(id="l1", words="Amlodipine 5 mg")),
        a.ListLineSet(name="medicines", line=Line(id="l2", words="Apixaban 5 mg twice a day")),
        a.ListNothing(name="allergies", nothing=True),
        a.MeasureSet(taken=taken(peg, 6, 6, 5)),
        a.MeasureSet(taken=taken(phq, 2, 1, 0, 1, reading="worry, see again in May")),
        a.TriedSet(tried=Tried(id="t1", what="Ibuprofen", helped="some", trouble="heartburn")),
        a.TriedSet(tried=Tried(id="t2", what="Massage", helped="no")),
        a.GeneResultSet(result=GeneResult(gene="cyp2d6", result="poor")),
        *_to_check(content),
        *_planned(),
    )


def _to_check(content: DecisionContent) -> Iterable[a.Action]:
    """The first answer to each of the first questions, and what became of the first topics."""
    for question in content.check_first.questions[:4]:
        yield a.FactToggled(question=question.id, choice=question.choices[0].id)
    for topic in content.check_first.topics[:3]:
        yield a.TopicMarked(topic=topic.id, how="talked", words="Dr Lee is asked by Friday")


def _planned() -> Iterable[a.Action]:
    for n, what in enumerate(("Start walking each day", "Ring the family doctor", "Write down"), 2):
        yield a.PlanStepSet(step=PlanStep(id=f"s{n}", what=what, who="Maria", when="this week"))
    for field, words in (
        ("getting_ready", "Eat nothing for six hours before."),
        ("the_day", "You lie down for half an hour."),
        ("afterwards", "Somebody takes you home."),
        ("clinician_view", "I would do the same."),
        ("hoped", "sleep through the night"),
        ("would_change", "if I could not work any more"),
    ):
        yield a.TextWritten.model_validate({"field": field, "words": words})
    nurse = TeamMember(id="m1", role="Nurse", name="J. Lind", does="calls you", phone="555 0101")
    yield a.TeamMemberSet(member=nurse)
    yield a.FurtherLookSet(on=date(2027, 4, 15))
    yield a.QuestionAsked(id="q2", step="words", text="Who looks after my dog?")
    yield a.SignatureCleared(party="patient")
    yield signed(
        "representative", "Luca Rossi", relation="husband", why="she cannot hold a pen today"
    )
    yield signed("interpreter", "Ana Lima")
