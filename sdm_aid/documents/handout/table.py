"""The table: the questions that need no number, one column a thing we could do.

A question stands over its answers, so that these have the whole width.
"""

from __future__ import annotations

from sdm_aid.documents.blocks import Block, Cell, Heading, Paragraph, Run, Table, text_cell
from sdm_aid.documents.paper import PaperInput, option_name
from sdm_aid.domain.comparison import ComparisonTable, TableRow
from sdm_aid.domain.library import DecisionContent
from sdm_aid.i18n import _
from sdm_aid.wording.costs import row_note
from sdm_aid.wording.table_rows import table_words


def side_by_side(paper: PaperInput, table: ComparisonTable) -> tuple[Block, ...]:
    """What each asks, costs and leaves open, in the words of the screen."""
    content = paper.content
    rows = tuple(_row(content, row) for row in table.rows if row.kind == "words")
    if not rows:
        return ()
    names = (option_name(content, column.letter) for column in table.columns)
    header = (text_cell(""), *(text_cell(name) for name in names))
    made = Table(header, rows, caption=_("The things we could do, side by side"), head_above=True)
    return (Heading(2, _("Side by side")), made)


def _row(content: DecisionContent, row: TableRow) -> tuple[Cell, ...]:
    question = Run(content.words(f"rows.{row.id}.question"), strong=True)
    note = row_note(content, content.decision.row(row.id), row.prices)
    head = (question, Run(" " + note, soft=True)) if note else (question,)
    cells = (text_cell(table_words(content, row, cell).text) for cell in row.cells)
    return (Cell((Paragraph(head),)), *cells)
