"""Writing a visit to ``visit.json`` and reading it back: the state and the journal it came from."""

from __future__ import annotations

from typing import Literal

from pydantic import ValidationError

from sdm_aid.domain.base import Frozen
from sdm_aid.domain.consultation import SCHEMA, Consultation
from sdm_aid.domain.journal import Journal, replay
from sdm_aid.domain.refusal import Refused
from sdm_aid.domain.signing import RecordHead


class VisitFile(Frozen):
    """What stands in ``visit.json``."""

    schema_id: Literal["sdm-aid.visit/1"] = SCHEMA
    program: str
    state: Consultation
    journal: Journal
    record: RecordHead | None = None
    """Where the clinic's record stood; None: the visit did not come out of one."""


class UnreadableVisit(ValueError):
    """The file is not a visit of ours, or is damaged; the text says which in one sentence."""


def to_json(journal: Journal, program: str, record: RecordHead | None = None) -> bytes:
    """The visit as UTF-8 JSON; the same journal gives the same bytes."""
    file = VisitFile(program=program, state=replay(journal), journal=journal, record=record)
    return file.model_dump_json(indent=1).encode("utf-8")


def from_json(data: bytes, name: str = "visit.json") -> VisitFile:
    """Read a visit and check that its journal leads to its state.

    Raises:
        UnreadableVisit: not JSON of this form, or state and journal disagree.
    """
    try:
        file = VisitFile.model_validate_json(data)
        state = replay(file.journal)
    except (ValidationError, Refused, UnicodeDecodeError) as problem:
        first = problem.errors()[0] if isinstance(problem, ValidationError) else None
        where = ".".join(str(part) for part in first["loc"]) if first and first["loc"] else "start"
        raise UnreadableVisit(
            f"{name} is not a visit that this program can read (first trouble at: {where}). "
            "Open another file, or the copy attached to the sealed plan."
        ) from problem
    if state != file.state:
        raise UnreadableVisit(
            f"{name}: the journal does not lead to the state that stands beside it, so the file "
            "was changed. Open the copy attached to the sealed plan."
        )
    return file
