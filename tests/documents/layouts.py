"""Every paper of every decision in every layout, for checks of the whole matrix.

`every_layout` makes each document when it is asked for it; nothing is rendered here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from sdm_aid.application.session import Session
from sdm_aid.documents.blocks import Document, PageSize, TextSize
from sdm_aid.documents.handout import build_handout, build_take_home
from sdm_aid.documents.handout.take_home import TakeHome
from sdm_aid.documents.paper import PaperInput
from sdm_aid.documents.plan import build_plan
from sdm_aid.domain import actions as a
from sdm_aid.domain.answers import CellSeen, Outcome, PlanStep
from sdm_aid.domain.consultation import Consultation
from sdm_aid.domain.journal import Journal
from sdm_aid.domain.library import DecisionContent
from sdm_aid.domain.room import Clinic, Clinician, Patient
from sdm_aid.paths import resources_dir
from tests.full_visit import SIGNED, STARTED, signed
from tests.shipped.once import list_decisions, loaded

NAME = "Maria Rossi"
ARABIC = "مريم الخطيب"
PROGRAM = "SDM Aid 0.1"
CLINIC = Clinic(name="Riverside Pain Clinic", phone="555 0100", out_of_hours="555 0199")


def decisions() -> tuple[str, ...]:
    """The ids of all decisions that come with the program."""
    return tuple(entry.id for entry in list_decisions(resources_dir(), "en"))


def every_layout(names: Sequence[str] | None = None) -> Iterator[tuple[str, Document]]:
    """Name and document of every paper in every layout; ``names``: of these decisions alone."""
    for decision in decisions() if names is None else names:
        content = loaded(decision)
        for layout, make in LAYOUTS.items():
            yield f"{decision}-{layout}", make(content)


def paper_about(content: DecisionContent, name: str = NAME, *, quick: bool = False) -> PaperInput:
    """What a paper is made from after a whole visit about any decision."""
    return PaperInput(content, visit_about(content, name, quick=quick), SIGNED, PROGRAM)


def visit_about(content: DecisionContent, name: str, *, quick: bool = False) -> Consultation:
    """A made-up visit about any decision, closed and signed."""
    begun = Consultation(visit_id="d" * 32, content=content.ref, started=STARTED, made_up=True)
    session = Session(Journal(begun=begun), lambda: SIGNED, who="Dr A. Okafor")
    for action in _said(content, name, quick=quick):
        session.dispatch(action)
    return session.state


def _said(content: DecisionContent, name: str, *, quick: bool) -> Iterable[a.Action]:
    decision = content.decision
    last = decision.options[-1].letter
    counted = next(row.id for row in decision.rows if row.kind == "number")
    if quick:
        yield a.PathChosen(path="quick")
    yield a.ClinicNamed(clinic=CLINIC)
    yield a.PatientNamed(patient=Patient(name=name, born=date(1974, 5, 4), number="10482"))
    yield a.ClinicianNamed(clinician=Clinician(name="Dr A. Okafor", role="Pain physician"))
    yield a.NoRedFlags(none_of_these=True)
    yield a.TextWritten(field="goal_words", words="walk 20 minutes to work")
    yield a.StepEntered(step="compare")
    yield a.CellOpened(cell=CellSeen(row=counted, option=last, view="picture"))
    yield a.QuestionAsked(id="q1", step="compare", text="Can I go on working?")
    yield a.QuestionAnswered(id="q1", answer="Yes, as far as you can.")
    if not quick:
        yield a.StonesPut(row=decision.values[0].id, count=6)
        yield a.OwnConcernSet(id="own-1", text="My daughter's wedding in May")
    yield a.LeaningSaid(when="after", leaning=last)
    yield a.TeachBackNoted(item=decision.teach_back[0].id, result="said", words="As I said.")
    yield a.OutcomeChosen(outcome=Outcome(kind="go_with", option=last))
    yield a.TextWritten(field="patient_reason", words="I want to walk to work again.")
    yield a.PlanStepSet(step=PlanStep(id="s1", what="Book it", who="Pain clinic", when="by 28 Nov"))
    yield a.LookAgainSet(on=date(2027, 1, 15))
    yield a.ReadTogether(done=True)
    yield signed("patient", name)
    yield signed("clinician", "Dr A. Okafor")


def _plan(
    content: DecisionContent, page: PageSize = PageSize.A4, *, quick: bool = False
) -> Document:
    return replace(build_plan(paper_about(content, quick=quick)), page_size=page)


def _handout(
    content: DecisionContent,
    size: TextSize = TextSize.STANDARD,
    page: PageSize = PageSize.A4,
    name: str = NAME,
) -> Document:
    return build_handout(paper_about(content, name), size, page)


def _empty(
    content: DecisionContent, size: TextSize = TextSize.STANDARD, page: PageSize = PageSize.A4
) -> Document:
    return build_take_home(TakeHome(content, SIGNED, PROGRAM, CLINIC), size, page)


LAYOUTS: dict[str, Callable[[DecisionContent], Document]] = {
    "plan": _plan,
    "plan-letter": lambda content: _plan(content, PageSize.LETTER),
    "plan-quick": lambda content: _plan(content, quick=True),
    "plan-arabic": lambda content: build_plan(paper_about(content, ARABIC)),
    "handout": _handout,
    "handout-letter": lambda content: _handout(content, page=PageSize.LETTER),
    "handout-large": lambda content: _handout(content, TextSize.LARGE),
    "handout-large-letter": lambda content: _handout(content, TextSize.LARGE, PageSize.LETTER),
    "handout-arabic": lambda content: _handout(content, name=ARABIC),
    "empty": _empty,
    "empty-large-letter": lambda content: _empty(content, TextSize.LARGE, PageSize.LETTER),
}
"""How each paper of a decision is made."""
