"""What studies found: the first finding of every cell of the table, then, further down, the others.

Question by question and letter by letter. What all figures of a question share is said once over
them; the rest stands at each number: out of how many, by when, compared with what, how sure.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sdm_aid.documents.blocks import Block, Heading, KeepTogether, Newspaper, Paragraph, Run
from sdm_aid.documents.comparison_blocks import first_apart, lettered_list
from sdm_aid.documents.figure_lines import (
    Shared,
    SourceNumbers,
    figure_runs,
    in_common,
    mostly,
    unless,
)
from sdm_aid.documents.paper import section
from sdm_aid.domain.comparison import ComparisonTable, TableCell, TableRow
from sdm_aid.domain.library import DecisionContent
from sdm_aid.i18n import _
from sdm_aid.wording import table_rows
from sdm_aid.wording.cells import CellWords, out_of_every
from sdm_aid.wording.facts import say
from sdm_aid.wording.figure import FigureWords
from sdm_aid.wording.sentence import sentence

_Told = list[tuple[TableCell, CellWords]]


def what_studies_found(
    content: DecisionContent, table: ComparisonTable, numbers: SourceNumbers
) -> tuple[Block, ...]:
    """The rows that hold numbers, as on the screen: how many more there are is said."""
    rows = _number_rows(content, table)
    common = Shared(
        certainty=mostly(one for _row, cells in rows for one in _first(cells)).certainty
    )
    blocks: list[Block] = [_soft(unless(common))] if common.words() else []
    for row, cells in rows:
        blocks += _question(content, row, cells, common, numbers)
    return section(_("What studies found"), blocks)


def more_findings(
    content: DecisionContent, table: ComparisonTable, numbers: SourceNumbers
) -> tuple[Block, ...]:
    """Every finding that the rows only count, under its question."""
    rows = _number_rows(content, table)
    every = [one for _row, cells in rows for _cell, words in cells for one in words.more]
    common = Shared(certainty=mostly(every).certainty)
    inside: list[Block] = []
    for row, cells in rows:
        scale = in_common(one for _cell, words in cells for one in words.more).scale
        shared = replace(common, scale=scale)
        lines = [
            (cell.option, (Paragraph(figure_runs(content, figure, shared, numbers)),))
            for cell, words in cells
            for figure in words.more
        ]
        if lines:
            asked = Heading(3, content.words(f"rows.{row.id}.question"))
            points = _soft(sentence(Shared(scale=scale).words()[0])) if scale else None
            head = (asked, points) if points else (asked,)
            first, *rest = first_apart(lettered_list(lines))
            inside += [KeepTogether((*head, first)), *rest]
    if not inside:
        return ()
    about = (_soft(unless(common)),) if common.words() else ()
    return section(_("More of what studies found"), (*about, Newspaper(tuple(inside))))


def _number_rows(content: DecisionContent, table: ComparisonTable) -> list[tuple[TableRow, _Told]]:
    return [
        (row, [(cell, table_rows.table_words(content, row, cell)) for cell in row.cells])
        for row in table.rows
        if row.kind == "number"
    ]


def _first(cells: _Told) -> Iterator[FigureWords]:
    """The findings that lead their cells."""
    return (words.figure for _cell, words in cells if words.figure is not None)


def _question(
    content: DecisionContent, row: TableRow, cells: _Told, common: Shared, numbers: SourceNumbers
) -> Iterator[Block]:
    """A question with what its figures share over the whole width; its findings in columns."""
    figures = list(_first(cells))
    own = in_common(figures)
    shared = replace(own, certainty=common.certainty)
    each = [
        (cell.option, (Paragraph(tuple(_said(content, cell, words, shared, numbers))),))
        for cell, words in cells
    ]
    scored = any(figure.scale for figure in figures)
    question = Heading(3, content.words(f"rows.{row.id}.question"))
    yield question
    yield from _about(content, row, own, scored=scored)
    yield Newspaper((lettered_list(each),))


def _about(
    content: DecisionContent, row: TableRow, own: Shared, *, scored: bool
) -> tuple[Block, ...]:
    """Out of how many, what all share, and what the row's own head says on the screen."""
    notes = []
    if row.denominator is not None and row.counts_shown:
        frame = out_of_every(row.denominator, row.counted)
        counted = _("{frame}, where people are counted").format(frame=frame)
        notes.append(counted if scored else frame)
    notes += replace(own, certainty="").words()
    if row.different_studies:
        notes.append(_("different studies, not to be lined up"))
    parts = [sentence("; ".join(notes))] if notes else []
    ends: tuple[str, ...] = ("different", "note") if row.different_studies else ("note",)
    parts += [told for end in ends if (told := say(content, f"rows.{row.id}.{end}", ""))]
    return (_soft(" ".join(parts)),) if parts else ()


def _said(
    content: DecisionContent,
    cell: TableCell,
    words: CellWords,
    shared: Shared,
    numbers: SourceNumbers,
) -> Iterator[Run]:
    """A cell: its finding, its own sentence, that experts disagree, how many more there are."""
    before = ""
    if words.figure is not None:
        yield from figure_runs(content, words.figure, shared, numbers)
        before = " "
    elif words.state != "words":
        yield Run(sentence(words.label), strong=True)
        before = " "
    if words.text:
        yield Run(before + words.text)
    if cell.conflicts:
        yield Run(" " + sentence(_("Experts disagree")), strong=True)
    if words.more:
        more = sentence(table_rows.more_findings(len(words.more)))
        yield Run(f" {more}", soft=True)


def _soft(words: str) -> Paragraph:
    return Paragraph((Run(words, soft=True),))
