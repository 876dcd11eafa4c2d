"""Handing out the stored papers of a signed visit again, byte for byte."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, NamedTuple

from sdm_aid.application.whole_file import save
from sdm_aid.records import papers, visits

if TYPE_CHECKING:
    from pathlib import Path

    from sdm_aid.records.record import Record


class KeptPaper(NamedTuple):
    """A paper that lies in the record: ``plan`` or ``handout``, and its file name."""

    id: str
    kind: str
    name: str


def kept_papers(record: Record, visit: str) -> tuple[KeptPaper, ...]:
    """The papers of a visit, the plan first.

    Raises:
        sdm_aid.records.trouble.RecordTrouble.
    """
    found = [KeptPaper(*one) for one in papers.papers_of(record, visit)]
    return tuple(sorted(found, key=lambda paper: (paper.kind != "plan", paper.kind, paper.name)))


def kept_bytes(record: Record, paper: str) -> bytes:
    """A stored paper to look at.

    Raises:
        sdm_aid.records.trouble.RecordTrouble: not there, damaged.
    """
    return papers.paper(record, paper).data


def note_given(record: Record, visit: str, paper: KeptPaper, data: bytes) -> None:
    """Write down in the visit that a stored paper is handed out: printed, saved or copied.

    Raises:
        sdm_aid.records.trouble.RecordTrouble: not allowed, or it cannot be written.
    """
    record.may("clinician", "administrator")
    digest = hashlib.sha256(data).hexdigest()
    what = {"kind": "paper_given", "paper": paper.kind, "name": paper.name, "sha256": digest}
    visits.note(record, visit, what)


def hand_out(record: Record, visit: str, paper: str, path: Path) -> None:
    """Save a stored paper under ``path`` and note in the visit that it was handed out.

    Raises:
        sdm_aid.records.trouble.RecordTrouble: not allowed, not there, damaged; no file stays.
        OSError: it cannot be written there; nothing was noted.
    """
    record.may("clinician", "administrator")
    kept = papers.paper(record, paper)
    save(path, kept.data)
    try:
        note_given(record, visit, KeptPaper(paper, kept.kind, kept.name), kept.data)
    except BaseException:
        path.unlink(missing_ok=True)  # nothing is given without a line that says so
        raise
