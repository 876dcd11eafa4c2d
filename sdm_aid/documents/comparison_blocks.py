"""The comparison on paper: question by question, with the screen's words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sdm_aid.documents.blocks import (
    Block,
    Heading,
    KeepTogether,
    MarkedItem,
    MarkedList,
    Paragraph,
    Run,
    TextRole,
)
from sdm_aid.documents.figure_lines import (
    Shared,
    SourceNumbers,
    figure_runs,
    in_common,
    mostly,
    unless,
)
from sdm_aid.documents.paper import option_name, said
from sdm_aid.domain.comparison import ComparisonTable, TableRow
from sdm_aid.domain.library import DecisionContent
from sdm_aid.drawing.letter_disc import letter_disc
from sdm_aid.i18n import _, ngettext
from sdm_aid.i18n.formats import number
from sdm_aid.wording.cells import CellWords, cell_words, out_of_every
from sdm_aid.wording.facts import say
from sdm_aid.wording.figure import FigureWords
from sdm_aid.wording.sentence import sentence

DISC = 1.05
"""Height of a letter's disc in lines of its text."""
_LETTER = 0.78
"""Size of the letter in its disc, so that it is no smaller than the text beside it."""


def words_lists(
    content: DecisionContent, table: ComparisonTable, groups: Sequence[str], level: int
) -> tuple[Block, ...]:
    """The rows of these groups that need no number: letters, and what holds for each."""
    found: list[Block] = []
    for row in table.rows:
        if row.kind == "words" and row.group in groups:
            each = [(letter, (_plain(words.text),)) for letter, words in _cells(content, row)]
            question = Heading(level, content.words(f"rows.{row.id}.question"))
            found += [question, lettered_list(each)]
    return tuple(found)


def number_lists(
    content: DecisionContent,
    table: ComparisonTable,
    level: int,
    role: TextRole = TextRole.BODY,
    numbers: SourceNumbers | None = None,
    *,
    first_only: bool = False,
    notes: bool = False,
) -> tuple[Block, ...]:
    """Every number of the table: the question with what most share, then letter by letter.

    ``notes``: with what the row's own head says on the screen.

    ``first_only``: a cell's further findings are counted, as on the screen, not told.
    """
    rows = [(row, list(_cells(content, row))) for row in table.rows if row.kind == "number"]
    every = [
        figure for _row, cells in rows for _letter, words in cells for figure in _figures(words)
    ]
    common = Shared(certainty=mostly(every).certainty)
    blocks: list[Block] = []
    if common.words():
        blocks.append(Paragraph((Run(unless(common), soft=True),), TextRole.DETAIL))
    for row, cells in rows:
        blocks += _row(content, row, cells, level, common, role, numbers, first_only, notes)
    return tuple(blocks)


def _row(
    content: DecisionContent,
    row: TableRow,
    cells: Sequence[tuple[str, CellWords]],
    level: int,
    common: Shared,
    role: TextRole,
    numbers: SourceNumbers | None,
    first_only: bool,
    notes: bool,
) -> list[Block]:
    """A question with what its figures share, and each letter's figures."""
    figures = [figure for _letter, words in cells for figure in _figures(words)]
    own, scored = in_common(figures), any(figure.scale for figure in figures)
    shared = replace(own, certainty=common.certainty)
    each = [
        (letter, (Paragraph(runs, role),))
        for letter, words in cells
        for runs in _cell_lines(content, words, shared, numbers, first_only)
    ]
    question = Heading(level, content.words(f"rows.{row.id}.question"))
    listing = lettered_list(each)
    first = MarkedList(listing.items[:1], listing.height)
    about = _about(content, row, own, notes, scored=scored)
    blocks: list[Block] = [KeepTogether((question, *about, first))]
    if len(listing.items) > 1:
        blocks.append(MarkedList(listing.items[1:], listing.height))
    return blocks


def lettered_list(each: Iterable[tuple[str, tuple[Paragraph, ...]]]) -> MarkedList:
    """Words beside their letters; letters of which the same is said stand together."""
    letters: dict[tuple[Paragraph, ...], list[str]] = {}
    for letter, paragraphs in each:
        letters.setdefault(paragraphs, []).append(letter)
    return MarkedList(
        tuple(
            MarkedItem(tuple(letter_disc(letter, share=_LETTER) for letter in own), paragraphs)
            for paragraphs, own in letters.items()
        ),
        DISC,
    )


def _about(
    content: DecisionContent, row: TableRow, own: Shared, with_notes: bool, *, scored: bool
) -> tuple[Block, ...]:
    """Out of how many, what all share, and what the row's own head says on the screen."""
    shown = row.denominator is not None and row.counts_shown
    notes = [_out_of(row, row.denominator, scored=scored)] if shown and row.denominator else []
    notes += replace(own, certainty="").words()
    if row.different_studies:
        notes.append(_("different studies, not to be lined up"))
    parts = [sentence("; ".join(notes))] if notes else []
    ends: tuple[str, ...] = ("different", "note") if row.different_studies else ("note",)
    ends = ends if with_notes else ()
    parts += [told for end in ends if (told := say(content, f"rows.{row.id}.{end}", ""))]
    if not parts:
        return ()
    return (Paragraph((Run(" ".join(parts), soft=True),), TextRole.DETAIL),)


def _out_of(row: TableRow, denominator: int, *, scored: bool) -> str:
    """Out of how many; where averages stand in the row too, for the counts alone."""
    frame = out_of_every(denominator, row.counted)
    return _("{frame}, where people are counted").format(frame=frame) if scored else frame


def _figures(words: CellWords) -> tuple[FigureWords, ...]:
    return () if words.figure is None else (words.figure, *words.more)


def _cell_lines(
    content: DecisionContent,
    words: CellWords,
    shared: Shared,
    numbers: SourceNumbers | None,
    first_only: bool,
) -> list[tuple[Run, ...]]:
    """A line for each figure of a cell; its own sentence ends the last one."""
    if words.figure is None:
        if words.state == "words":
            return [(Run(words.text),)]
        label = Run(sentence(words.label), strong=True)
        return [(label, Run(f" {words.text}" if words.text else ""))]
    found = [figure_runs(content, figure, shared, numbers) for figure in _figures(words)]
    own: list[Run] = [Run(words.text)] if words.text else []
    if first_only and words.more:
        more = len(words.more)
        line = ngettext("and {n} more finding", "and {n} more findings", more)
        found = found[:1]
        own.append(Run(f"{' ' if own else ''}({line.format(n=number(more))})", soft=True))
    if own:
        found.append(tuple(own))
    return found


def _cells(content: DecisionContent, row: TableRow) -> Iterator[tuple[str, CellWords]]:
    source = {cell.option: cell for cell in content.decision.row(row.id).cells}
    for cell in row.cells:
        words = cell_words(
            content, source[cell.option], denominator=row.denominator, prices=row.prices
        )
        yield cell.option, words


def reason_line(letter: str, content: DecisionContent, reason: str) -> Paragraph:
    """An option that was named and is not right for this person now, with the reason."""
    name = Run(option_name(content, letter), strong=True)
    return Paragraph((name, Run(": " + _("not right for you now, because") + " "), said(reason)))


def _plain(words: str) -> Paragraph:
    return Paragraph((Run(words),))
