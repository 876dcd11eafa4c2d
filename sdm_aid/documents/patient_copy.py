"""The readable copy of all data of a patient: details, the record's history, every visit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from sdm_aid.documents.blocks import (
    Block,
    Box,
    BoxRole,
    Cell,
    Direction,
    Document,
    Heading,
    KeyValues,
    Paragraph,
    Run,
    Running,
    Table,
    TextRole,
    TextSize,
    text_cell,
)
from sdm_aid.documents.paper import local, said, soft
from sdm_aid.i18n import _, current_language, direction, formats
from sdm_aid.wording.direction import on_its_own

_WIDTHS = (0.2, 0.2, 0.6)


@dataclass(frozen=True, slots=True)
class CopiedLine:
    """One line of a history: when (aware), who, what; ``note``: that it was taken back."""

    at: datetime
    who: str
    words: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class CopiedPaper:
    """A sealed paper that lies beside the copy: its file name and SHA-256."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class CopiedVisit:
    """One visit or look again. ``rows``: what is known of it as (label, words)."""

    title: str
    rows: tuple[tuple[str, str], ...]
    lines: tuple[CopiedLine, ...]
    papers: tuple[CopiedPaper, ...] = ()


@dataclass(frozen=True, slots=True)
class CopiedPatient:
    """All that the paper says. ``identifiers``: what tells this patient from every other."""

    name: str
    identifiers: tuple[str, ...]
    rows: tuple[tuple[str, str], ...]
    lines: tuple[CopiedLine, ...]
    visits: tuple[CopiedVisit, ...]
    made: datetime
    by: str
    program: str
    data_file: str
    """Name of the file for machines that lies beside it."""


def build_patient_copy(patient: CopiedPatient) -> Document:
    """The copy as neutral blocks; the same input gives the same document."""
    made = formats.date_and_time(local(patient.made))
    given = _("Given on {when} by {name}").format(when=made, name=on_its_own(patient.by))
    title = _("A copy of all your data")
    return Document(
        title=title,
        language=current_language(),
        author=patient.program,
        subject=title,
        header_lines=(on_its_own(patient.name), given),
        running=Running(patient.identifiers, (title, made), _("Page {page} of {pages}")),
        blocks=(*_about(patient), *_record(patient), *_visits(patient)),
        direction=Direction(direction()),
        text_size=TextSize.COMPACT,
    )


def with_note(document: Document, note: str) -> Document:
    """The same paper with a note at its top."""
    return replace(document, blocks=(Box(BoxRole.SOFT, (soft(note),)), *document.blocks))


def _about(patient: CopiedPatient) -> Iterator[Block]:
    words = _(
        "This is everything the clinic keeps about you in this program. The same lies beside it "
        "for machines in {file}, with the sealed papers as they were sealed."
    )
    yield soft(words.format(file=patient.data_file))
    yield Heading(2, _("Your details"))
    yield _pairs(patient.rows)


def _record(patient: CopiedPatient) -> Iterator[Block]:
    yield Heading(2, _("What happened to your record"))
    yield _table(patient.lines)


def _visits(patient: CopiedPatient) -> Iterator[Block]:
    yield Heading(2, _("Your visits"))
    if not patient.visits:
        yield soft(_("There are none."))
    for visit in patient.visits:
        yield Heading(3, visit.title)
        yield _pairs(visit.rows)
        for paper in visit.papers:
            form = _("Sealed paper beside this copy: {name} (SHA-256 {hash})")
            words = form.format(name=paper.name, hash=paper.sha256)
            yield Paragraph((Run(words),), TextRole.DETAIL)
        yield _table(visit.lines)


def _pairs(rows: tuple[tuple[str, str], ...]) -> Block:
    return KeyValues(tuple((label, (said(words),)) for label, words in rows))


def _table(lines: tuple[CopiedLine, ...]) -> Block:
    heads = (_("When"), _("Who"), _("What"))
    return Table(
        header=tuple(text_cell(head) for head in heads),
        rows=tuple(_row(line) for line in lines),
        row_head=False,
        widths=_WIDTHS,
        caption=_("What happened, oldest first"),
    )


def _row(line: CopiedLine) -> tuple[Cell, ...]:
    role = TextRole.DETAIL
    what = [said(line.words)]
    if line.note:
        what.append(Run(f" ({line.note})", soft=True))
    when = formats.date_and_time(local(line.at))
    return (
        text_cell(when, role),
        text_cell(line.who, role, isolated=True),
        Cell((Paragraph(tuple(what), role),)),
    )
