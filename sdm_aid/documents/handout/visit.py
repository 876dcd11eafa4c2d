"""The handout of a visit, for the patient alone: what was looked at, and what was said."""

from __future__ import annotations

from sdm_aid.documents.blocks import Block, Direction, Document, PageSize, TextSize
from sdm_aid.documents.handout.body import looked_at
from sdm_aid.documents.handout.closing import made_by
from sdm_aid.documents.handout.findings import more_findings
from sdm_aid.documents.handout.opening import (
    get_help_early,
    going_on,
    past_its_day,
    things_we_could_do,
    what_it_is,
)
from sdm_aid.documents.handout.own import own_words, questions
from sdm_aid.documents.handout.sources import Sources, source_list
from sdm_aid.documents.paper import PaperInput, running
from sdm_aid.domain.comparison import ComparisonTable, comparison, table_row
from sdm_aid.i18n import _, direction, formats
from sdm_aid.wording.direction import on_its_own


def build_handout(
    paper: PaperInput,
    size: TextSize = TextSize.STANDARD,
    page: PageSize = PageSize.A4,
) -> Document:
    """The paper to take home as neutral blocks; ``size``: standard or large print."""
    content, state = paper.content, paper.state
    lines = []
    if state.patient.name:
        lines.append(_("For {name}").format(name=on_its_own(state.patient.name)))
    lines.append(formats.date_long(paper.now.date()))
    return Document(
        title=content.words("title"),
        language=content.ref.language,
        author=state.clinic.name or paper.program,
        subject=content.words("question"),
        header_lines=tuple(lines),
        running=running(paper, _("Handout")),
        blocks=_blocks(paper, size),
        direction=Direction(direction()),
        page_size=page,
        text_size=size,
    )


def _blocks(paper: PaperInput, size: TextSize) -> tuple[Block, ...]:
    """What a frightened person looks for stands at the top; where numbers come from, at the end."""
    table = _table(paper)
    sources = Sources(paper.content, table)
    return (
        *what_it_is(),
        *past_its_day(paper),
        *get_help_early(paper, size),
        *going_on(paper),
        *things_we_could_do(paper, table),
        *looked_at(paper, table, sources, size),
        *own_words(paper),
        *questions(paper),
        *more_findings(paper.content, table, sources.numbers),
        *made_by(paper),
        *source_list(sources, visit=True),
    )


def _table(paper: PaperInput) -> ComparisonTable:
    """The table as it stood on the screen, and in it always what was agreed on.

    Nobody goes home with a choice whose harms stand on none of their papers.
    """
    content, state = paper.content, paper.state
    table = comparison(content, state)
    agreed_on = state.outcome.option if state.outcome is not None else None
    added = tuple(column for column in table.standby if column.letter == agreed_on)
    if not added:
        return table
    columns = tuple(sorted((*table.columns, *added), key=lambda column: column.letter))
    letters = [column.letter for column in columns]
    rows = (content.decision.row(row.id) for row in table.rows)
    return ComparisonTable(
        columns=columns,
        standby=tuple(column for column in table.standby if column not in added),
        rows=tuple(table_row(content, row, letters, state.prices) for row in rows),
    )
