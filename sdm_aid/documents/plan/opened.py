"""What was opened from the table and looked at closely: figures, harms and experts, in full."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sdm_aid.documents.blocks import (
    Block,
    Heading,
    KeepTogether,
    OptionTitle,
    Paragraph,
    Run,
)
from sdm_aid.documents.comparison_blocks import first_apart, lettered_list
from sdm_aid.documents.figure_lines import Shared, figure_runs
from sdm_aid.documents.harm_blocks import before_harms, harms_brief, harms_shared
from sdm_aid.documents.paper import option_name
from sdm_aid.domain.comparison import ComparisonTable, TableRow, table_row
from sdm_aid.domain.consultation import Consultation
from sdm_aid.domain.library import DecisionContent
from sdm_aid.domain.positions import positions_on
from sdm_aid.i18n import _
from sdm_aid.wording.facts import say
from sdm_aid.wording.table_rows import table_words, who_and_when

Opened = frozenset[tuple[str, str, str]]
"""Row, letter and view of every cell that was opened."""
LEVEL = 4


def opened_cells(state: Consultation) -> Opened:
    """Every cell that was opened in this visit."""
    return frozenset((one.row, one.option, one.view) for one in state.seen)


def opened_blocks(
    content: DecisionContent, state: Consultation, opened: Opened
) -> tuple[Block, ...]:
    """Every figure, list of harms and set of statements that was opened; nothing where none was.

    Also of what made room for another column or question later on: it was looked at all the same.
    """
    letters = [option.letter for option in content.decision.options]
    rows = [table_row(content, row, letters, state.prices) for row in content.decision.rows]
    blocks: list[Block] = []
    for row in rows:
        blocks += _figures(content, row, opened)
    harms = {row.id for row in rows if row.kind == "harms"}
    blocks += _harms(content, [each for each in letters if _seen(opened, harms, each, "harms")])
    experts = {row.id for row in rows if row.kind == "experts"}
    for letter in letters:
        if _seen(opened, experts, letter, "source"):
            blocks += _experts(content, letter)
    return (*blocks, *_sources(content, rows, opened))


def harms_not_opened(
    table: ComparisonTable, opened: Opened, agreed_on: str | None
) -> tuple[str, ...]:
    """Letters whose whole list of harms was not looked at: of the table, and what was agreed on."""
    harms = {row.id for row in table.rows if row.kind == "harms"}
    letters = {column.letter for column in table.columns} if harms else set()
    letters |= {agreed_on} if agreed_on else set()
    return tuple(sorted(each for each in letters if not _seen(opened, harms, each, "harms")))


def _seen(opened: Opened, rows: set[str], letter: str, view: str) -> bool:
    return any((row, letter, view) in opened for row in rows)


def _figures(content: DecisionContent, row: TableRow, opened: Opened) -> Iterator[Block]:
    """The cells of a row that were opened, each with all of its findings."""
    each = []
    for cell in row.cells:
        words = table_words(content, row, cell)
        if (row.id, cell.option, "picture") in opened and words.figure is not None:
            for figure in (words.figure, *words.more):
                runs = figure_runs(content, figure, Shared())
                each.append((cell.option, (Paragraph(runs),)))
    if each:
        asked = Heading(LEVEL, say(content, f"rows.{row.id}.question"))
        first, *rest = first_apart(lettered_list(each))
        yield KeepTogether((asked, first))
        yield from rest


def _harms(content: DecisionContent, letters: list[str]) -> tuple[Block, ...]:
    """All that could go wrong with what was opened."""
    if not letters:
        return ()
    shared = harms_shared(content, letters)
    lists = (harms_brief(content, letter, LEVEL, shared) for letter in letters)
    heading = KeepTogether((Heading(LEVEL, _("What could go wrong")), before_harms(shared)))
    return (heading, *(block for blocks in lists for block in blocks))


def _experts(content: DecisionContent, letter: str) -> Iterator[Block]:
    """What each body of experts says of one thing we could do, and why."""
    name = content.words(f"treatments.{content.treatment_of(letter).id}.name")
    told = []
    for position in positions_on(content, letter):
        prefix = f"evidence.{position.id}"
        who = Run(who_and_when(content, position) + ": ", strong=True)
        says = Run(say(content, f"{prefix}.says") + " ")
        told.append(Paragraph((who, says, Run(say(content, f"{prefix}.because", ""), soft=True))))
    title = OptionTitle(letter, _("What experts say: {option}").format(option=name), LEVEL)
    yield KeepTogether((title, *told[:1]))
    yield from told[1:]


def _sources(content: DecisionContent, rows: Iterable[TableRow], opened: Opened) -> Iterator[Block]:
    """Of which numbers it was looked at where they come from."""
    named = [
        _("{question} {option}").format(
            question=say(content, f"rows.{row.id}.question"),
            option=option_name(content, cell.option),
        )
        for row in rows
        for cell in row.cells
        if row.kind != "experts" and (row.id, cell.option, "source") in opened
    ]
    if named:
        label = Run(_("Looked at where it comes from:") + " ", strong=True)
        yield Paragraph((label, Run("; ".join(named) + ".")))
