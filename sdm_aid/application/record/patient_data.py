"""Everything the record holds about one patient, read and decrypted, as plain values."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sdm_aid.application.record.entries import journal_of
from sdm_aid.application.record.look_history import looks_of
from sdm_aid.domain.journal import replay
from sdm_aid.records import filing, papers, patients, visits

if TYPE_CHECKING:
    from sdm_aid.domain.consultation import Consultation
    from sdm_aid.records.papers import NewPaper
    from sdm_aid.records.record import Record
    from sdm_aid.records.rows import Event, PatientRow
    from sdm_aid.records.visits import StoredVisit

FORM = "sdm-aid.patient-copy/1"


@dataclass(frozen=True)
class DataOfVisit:
    """A visit or look again with all that lies in the record of it."""

    stored: StoredVisit
    events: tuple[Event, ...]
    papers: tuple[NewPaper, ...]
    state: Consultation | None
    """How it stands; None for a look again."""


@dataclass(frozen=True)
class PatientData:
    """A patient, the doubles merged into them, and all visits, oldest first."""

    patient: PatientRow
    doubles: tuple[PatientRow, ...]
    events: tuple[Event, ...]
    visits: tuple[DataOfVisit, ...]


def read_patient_data(record: Record, patient: str) -> PatientData:
    """All data of a patient; runs off the GUI thread.

    Raises:
        sdm_aid.records.trouble.RecordTrouble: the patient is not there, was erased, or something
            of theirs is damaged: half of somebody's data is not given as all of it.
    """
    row = patients.read(record, patient)
    events = list(patients.history(record, patient))
    doubles = []
    for event in tuple(events):
        if event.what.get("kind") == "patient_merged":
            double = patients.read(record, str(event.what["double"]))
            doubles.append(double)
            events += patients.history(record, double.id)
    found = [_visit(record, visit) for visit in filing.filed_under(record, patient)]
    found.sort(key=lambda one: one.stored.row.head.started)
    events.sort(key=lambda event: event.seq)
    return PatientData(row, tuple(doubles), tuple(events), tuple(found))


def as_json(data: PatientData, program: str, made: str, by: str, files: dict[int, str]) -> bytes:
    """The copy for machines, UTF-8; ``files``: the file name of each paper by ``id(paper)``."""
    whole = {
        "form": FORM,
        "program": program,
        "made": made,
        "by": by,
        "patient": _details(data.patient),
        "doubles": [_details(row) for row in data.doubles],
        "history": [_event(event) for event in data.events],
        "visits": [_visit_json(one, files) for one in data.visits],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1).encode("utf-8", "surrogatepass")


def _visit(record: Record, visit: str) -> DataOfVisit:
    stored = visits.read(record, visit)
    kept = tuple(papers.paper(record, one) for one, *_rest in papers.papers_of(record, visit))
    state = None
    if stored.row.kind == "visit":
        state = replay(journal_of(stored.bodies, visit))
    else:
        looks_of(stored.bodies, visit)  # a damaged one is refused here, not copied
    return DataOfVisit(stored, tuple(visits.visit_events(record, visit)), kept, state)


def _visit_json(one: DataOfVisit, files: dict[int, str]) -> dict[str, Any]:
    row = one.stored.row
    begun, *entries = (json.loads(body) for body in one.stored.bodies)
    told: dict[str, Any] = {
        "id": row.id,
        "kind": row.kind,
        "listed": row.head._asdict(),
        "begun": begun,
        "entries": entries,
        "events": [_event(event) for event in one.events],
        "papers": [
            {
                "kind": paper.kind,
                "name": paper.name,
                "sha256": hashlib.sha256(paper.data).hexdigest(),
                "file": files[id(paper)],
            }
            for paper in one.papers
        ],
    }
    if one.state is not None:
        told["state"] = one.state.model_dump(mode="json")
    return told


def _details(row: PatientRow) -> dict[str, str]:
    return {"id": row.id, "name": row.name, "born": row.born, "number": row.number}


def _event(event: Event) -> dict[str, Any]:
    return {"at": event.at.isoformat(), "who": event.who, "what": event.what}
