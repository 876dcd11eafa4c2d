"""The decisions that come with the program, loaded once, and a short made-up visit on each."""

from __future__ import annotations

from sdm_aid.application.session import Session
from sdm_aid.content.index import list_decisions
from sdm_aid.content.toml_file import read_toml
from sdm_aid.documents.paper import PaperInput
from sdm_aid.domain import actions as a
from sdm_aid.domain.answers import CellSeen, Outcome
from sdm_aid.domain.consultation import Consultation
from sdm_aid.domain.journal import Journal
from sdm_aid.domain.library import DecisionContent
from sdm_aid.domain.room import Patient
from sdm_aid.paths import resources_dir
from tests.full_visit import SIGNED, STARTED
from tests.shipped.once import loaded

DECISIONS = tuple(sorted(entry.id for entry in list_decisions(resources_dir(), "en")))
ON_PAPER = 5


def shipped(name: str) -> DecisionContent:
    """One of them, in English."""
    return loaded(name)


def tables(name: str) -> list[str]:
    """Letters for tables that together show every column, A in each."""
    options = read_toml(resources_dir(), f"decisions/{name}.toml")["options"]
    rest = [option["letter"] for option in options if option["letter"] != "A"]
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
