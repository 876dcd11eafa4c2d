"""The decisions that come with the program, loaded once, and a short made-up visit on each."""

from __future__ import annotations

from functools import cache

from sdm_aid.application.session import Session
from sdm_aid.content.index import list_decisions
from sdm_aid.content.load import load_decision
from sdm_aid.documents.paper import PaperInput
from sdm_aid.domain import actions as a
from sdm_aid.domain.answers import CellSeen, Outcome
from sdm_aid.domain.consultation import Consultation
from sdm_aid.domain.journal import Journal
from sdm_aid.domain.library import DecisionContent
from sdm_aid.domain.room import Patient
from sdm_aid.paths import resources_dir
from tests.full_visit import SIGNED, STARTED

DECISIONS = tuple(sorted(entry.id for entry in list_decisions(resources_dir(), "en")))
ON_PAPER = 5


@cache
def shipped(name: str) -> DecisionContent:
    """One of them, in English."""
    return load_decision(resources_dir(), name, "en")


def tables(content: DecisionContent) -> list[str]:
    """Letters for tables that together show every column, A in each."""
    rest = [option.letter for option in content.decision.options if option.letter != "A"]
    size = ON_PAPER - 1
    return ["A" + "".join(rest[place : place + size]) for place in range(0, len(rest), size)]


def paper_with(name: str, letters: str) -> PaperInput:
    """The papers of a visit that had these columns on the table and chose the last of them."""
    content = shipped(name)
    begun = Consultation(visit_id="b" * 32, content=content.ref, made_up=True, started=STARTED)
    session = Session(Journal(begun=begun), lambda: STARTED, "clinician")
    session.dispatch(a.PatientNamed(patient=Patient(name="Maria Rossi")))
    session.dispatch(a.StepEntered(step="compare"))
    session.dispatch(a.ColumnsChosen(columns=tuple(letters)))
    row = next(row.id for row in content.decision.rows if row.kind == "harms")
    opened = CellSeen(row=row, option=letters[-1], view="harms")
    session.dispatch(a.CellOpened(cell=opened))
    session.dispatch(a.OutcomeChosen(outcome=Outcome(kind="go_with", option=letters[-1])))
    return PaperInput(content, session.state, SIGNED, "SDM Aid 0.1")
