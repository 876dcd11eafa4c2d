"""Giving a patient a copy of all their data: one file to read, one for machines, the papers."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from functools import lru_cache
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, NamedTuple

from sdm_aid.application.record.history import Line, event_line, lines_of
from sdm_aid.application.record.patient_data import (
    DataOfVisit,
    PatientData,
    as_json,
    read_patient_data,
)
from sdm_aid.application.whole_file import save_together
from sdm_aid.documents.patient_copy import (
    CopiedLine,
    CopiedPaper,
    CopiedPatient,
    CopiedVisit,
    build_patient_copy,
    with_note,
)
from sdm_aid.i18n import _, current_language
from sdm_aid.i18n.formats import date_short
from sdm_aid.records import patients
from sdm_aid.wording.filed import identifiers, moment_whole, moved_note, patient_name
from sdm_aid.wording.outcomes import outcome_recorded

if TYPE_CHECKING:
    from datetime import datetime

    from sdm_aid.application.ports import Progress
    from sdm_aid.domain.library import DecisionContent
    from sdm_aid.records.record import Record
    from sdm_aid.records.rows import PatientRow


class CopyGiven(NamedTuple):
    """What was written: the readable copy, the one for machines, the sealed papers."""

    paper: Path
    data: Path
    papers: tuple[Path, ...]


def give_copy(
    record: Record, patient: str, folder: Path, resources: Path, progress: Progress
) -> CopyGiven:
    """Write a copy of all data of a patient into ``folder``, whole or not at all, and note it.

    File names carry the moment and no name. The files are not encrypted: whoever asks says so.
    Runs off the GUI thread.

    Raises:
        sdm_aid.records.trouble.RecordTrouble: not allowed, not there, damaged; nothing is written.
        OSError: the folder cannot be written; nothing is left there.
    """
    record.may("clinician", "administrator")
    progress(_("Reading the patient’s data"))
    data, now = read_patient_data(record, patient), record.clock()
    stem = _free_stem(folder, f"patient-copy-{now.astimezone():%Y-%m-%d-%H%M}")
    paper, machine = folder / f"{stem}.pdf", folder / f"{stem}.json"
    names = _paper_names(data, stem)
    progress(_("Writing the copy"))
    files = {
        folder / names[id(sealed)]: sealed.data for one in data.visits for sealed in one.papers
    }
    given = CopyGiven(paper, machine, tuple(files))
    files[machine] = as_json(data, _program(), now.isoformat(), record.user.name, names)
    files[paper] = _pdf(data, record.user.name, now, machine.name, names, resources)
    progress(_("Saving"))
    _save_and_note(record, patient, files)
    return given


class _NotSaved(Exception):
    """The folder takes no file; the record would call it trouble of its own."""


def _save_and_note(record: Record, patient: str, files: dict[Path, bytes]) -> None:
    """All files and the line in the journal, or neither."""
    try:
        with record.writing() as work:
            patients.event_within(work, patient, {"kind": "copy_given", "files": len(files)})
            try:
                save_together(files)
            except OSError as problem:
                raise _NotSaved from problem
    except BaseException as problem:
        for path in files:
            with suppress(OSError):
                path.unlink(missing_ok=True)
        if isinstance(problem, _NotSaved) and problem.__cause__ is not None:
            raise problem.__cause__ from None
        raise


def _free_stem(folder: Path, stem: str) -> str:
    """A beginning of names that no file in the folder has yet."""
    taken = {path.name for path in folder.iterdir()}
    number, free = 1, stem
    while any(name.startswith((f"{free}.", f"{free}-")) for name in taken):
        number += 1
        free = f"{stem}-{number}"
    return free


def _paper_names(data: PatientData, stem: str) -> dict[int, str]:
    """A file name for each sealed paper, by ``id(paper)``; two of one name stay apart."""
    names: dict[int, str] = {}
    for one in data.visits:
        for paper in one.papers:
            suffix = PurePath(paper.name).suffix or ".pdf"
            names[id(paper)] = f"{stem}-{len(names) + 1}-{paper.kind}{suffix}"
    return names


def _pdf(
    data: PatientData,
    by: str,
    now: datetime,
    data_file: str,
    names: dict[int, str],
    resources: Path,
) -> bytes:
    from sdm_aid.documents.pdf.render import render, unprintable

    row = data.patient
    known = identifiers(row.born, row.number)
    copied = CopiedPatient(
        name=patient_name(row.name),
        identifiers=(patient_name(row.name), *known.split(" · ")),
        rows=_details(row, data.doubles),
        lines=tuple(_copied(event_line(event)) for event in data.events),
        visits=tuple(_visit(one, names, resources) for one in data.visits),
        made=now,
        by=by,
        program=_program(),
        data_file=data_file,
    )
    document = build_patient_copy(copied)
    if unprintable(document):
        document = with_note(document, _stand_ins_note(data_file))
    return render(document, now, replace_unprintable=True)


def _stand_ins_note(data_file: str) -> str:
    words = _(
        "Our print does not have all the letters that were typed. The numbers of such characters "
        "stand in brackets in their place; as typed they are in {file}."
    )
    return words.format(file=data_file)


def _details(row: PatientRow, doubles: tuple[PatientRow, ...]) -> tuple[tuple[str, str], ...]:
    born = row.birth_date
    rows = [
        (_("Name"), patient_name(row.name)),
        (_("Date of birth"), date_short(born) if born else _("not known")),
        (_("Number"), row.number or _("not known")),
    ]
    for double in doubles:
        known = [patient_name(double.name), identifiers(double.born, double.number)]
        rows.append((_("Double merged into this record"), ", ".join(filter(None, known))))
    return tuple(rows)


def _visit(one: DataOfVisit, names: dict[int, str], resources: Path) -> CopiedVisit:
    row, head = one.stored.row, one.stored.row.head
    content = None
    if head.decision:
        content = content_of(resources, head.decision, current_language())
    lines = [*lines_of(one.stored, content), *(event_line(event) for event in one.events)]
    lines.sort(key=lambda line: line.at)
    title = head.title or head.decision or _("A visit")
    if row.kind == "follow_up":
        title = _("Look again: {title}").format(title=title)
    papers = tuple(
        CopiedPaper(names[id(paper)], hashlib.sha256(paper.data).hexdigest())
        for paper in one.papers
    )
    return CopiedVisit(title, _rows(one, content), tuple(map(_copied, lines)), papers)


def _rows(one: DataOfVisit, content: DecisionContent | None) -> tuple[tuple[str, str], ...]:
    from sdm_aid.wording.history_names import Names

    head = one.stored.row.head
    rows = [(_("Begun"), moment_whole(head.started))]
    if head.sealed:
        rows.append((_("Sealed"), moment_whole(head.sealed)))
    if head.status in ("discarded", "withdrawn"):
        put = _("Discarded") if head.status == "discarded" else _("Withdrawn")
        rows.append((put, head.why or "–"))
    if head.moved:
        rows.append((_("Moved"), moved_note(head.moved, head.moved_why)))
    outcome = one.state.outcome if one.state is not None else None
    if outcome is not None:
        option = Names(content, one.state).option(outcome.option) if outcome.option else ""
        words = outcome_recorded(outcome.kind, option, outcome.until)
        rows.append((_("What was agreed"), words))
    return tuple(rows)


def _copied(line: Line) -> CopiedLine:
    notes = {"taken_back": _("taken back later"), "set_aside": _("set aside: it does not count")}
    return CopiedLine(line.at, line.who, line.words, notes.get(line.fate, ""))


def content_of(resources: Path, decision: str, language: str) -> DecisionContent | None:
    """The content that names the ids of a visit; None where it is gone or cannot be read."""
    return _load(resources, decision, language)


@lru_cache(maxsize=4)
def _load(resources: Path, decision: str, language: str) -> DecisionContent | None:
    from sdm_aid.content.load import load_decision
    from sdm_aid.content.problem import ContentError

    for wanted in dict.fromkeys((language, "en")):
        with suppress(ContentError, OSError):
            return load_decision(resources, decision, wanted)
    return None


def _program() -> str:
    from sdm_aid.application.export_plan import PROGRAM

    return PROGRAM
