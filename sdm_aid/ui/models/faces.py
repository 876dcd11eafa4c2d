"""What stands in each cell of the comparison, as blocks and as one sentence for screen readers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, cast

from sdm_aid.domain.harm_panels import row_count, row_units, top_harms
from sdm_aid.domain.positions import disagree, positions_on
from sdm_aid.i18n import _
from sdm_aid.i18n.formats import number
from sdm_aid.ui.models.blocks import Block, Glyph
from sdm_aid.ui.models.figure_blocks import none_seen_blocks, number_blocks
from sdm_aid.wording.cells import different_studies, out_of_every, state_label
from sdm_aid.wording.facts import say
from sdm_aid.wording.harms import HarmWords, harm_words
from sdm_aid.wording.sentence import paragraph
from sdm_aid.wording.table_rows import (
    RowShared,
    harms_apart,
    head_lines,
    more_findings,
    row_shared,
    table_words,
    two_sides,
    who_and_when,
)

if TYPE_CHECKING:
    from sdm_aid.domain.comparison import Column, TableCell, TableRow
    from sdm_aid.domain.harm_panels import HarmLine, OptionHarm
    from sdm_aid.domain.library import DecisionContent
    from sdm_aid.domain.risk import Units

View = Literal["picture", "harms", "source"]


@dataclass(frozen=True, slots=True)
class Face:
    """What a cell shows, what is said of it, and the view that it opens."""

    blocks: tuple[Block, ...]
    name: str
    view: View


@dataclass(frozen=True, slots=True)
class RowFaces:
    """A row: its head, its cells in column order, and the band under it (empty: none)."""

    row: str
    group: str
    head: Face
    cells: tuple[Face, ...]
    band: str
    brief: bool = False
    """Set closely, so that the quick path's rows fit on one screen."""


def question(content: DecisionContent, row_id: str) -> str:
    """The row's question, as people ask it."""
    return say(content, f"rows.{row_id}.question")


def column_name(content: DecisionContent, letter: str) -> str:
    """The name of the treatment in this column."""
    return say(content, f"treatments.{content.treatment_of(letter).id}.name")


def column_names(content: DecisionContent, letters: Sequence[str]) -> list[str]:
    """The names of the treatments in these columns."""
    return [column_name(content, letter) for letter in letters]


def lettered(content: DecisionContent, letter: str) -> str:
    """Letter and name, as screen readers and buttons say them: "C, Needle"."""
    return _("{letter}, {name}").format(letter=letter, name=column_name(content, letter))


def header_face(content: DecisionContent, column: Column, *, brief: bool) -> Face:
    """One line, and why it is not right for this person where that was said.

    ``brief``: a row of the table already tells what happens, so the line would say it twice.
    """
    short = say(content, f"treatments.{column.treatment}.short")
    blocks = [] if brief else [Block("soft", short)]
    against = ""
    if column.not_suitable:
        against = not_right(column.not_suitable)
        blocks.append(Block("strong", against))
    return Face(
        tuple(blocks), paragraph(lettered(content, column.letter), short, against), "picture"
    )


def not_right(reason: str) -> str:
    """The line under a name that stays on the table all the same."""
    return _("Not right for you now, because {reason}").format(reason=reason)


def row_faces(content: DecisionContent, row: TableRow, letters: Sequence[str]) -> RowFaces:
    """Everything a row shows."""
    shared = row_shared(content, row)
    head = _head(content, row, shared)
    apart = row.different_studies
    if row.kind == "harms":
        lines = top_harms(content, letters)
        count = row_count(lines) if lines else None
        cells = _harm_faces(content, row, letters, lines)
        head = _with_count(head, count, row_units(lines))
        apart = harms_apart(lines)
    elif row.kind == "experts":
        cells = tuple(_expert_face(content, row, letter) for letter in letters)
    else:
        cells = tuple(_cell_face(content, row, cell, shared) for cell in row.cells)
    band = different_studies(content, content.decision.row(row.id)) if apart else ""
    return RowFaces(row.id, row.group, head, cells, band)


def _head(content: DecisionContent, row: TableRow, shared: RowShared) -> Face:
    asked = question(content, row.id)
    soft = head_lines(content, row, shared)
    blocks = (Block("strong", asked), *(Block("soft", line) for line in soft))
    return Face(blocks, paragraph(asked, *soft), "picture")


def _with_count(head: Face, count: int | None, counted: Units) -> Face:
    if count is None:
        return head
    line = out_of_every(count, counted)
    blocks = (head.blocks[0], Block("soft", line), *head.blocks[1:])
    return Face(blocks, paragraph(head.name, line), head.view)


def named(content: DecisionContent, row_id: str, letter: str, said: str) -> str:
    """The whole sentence of a cell: its row, its column, what stands there."""
    return _("{question} {option}: {said}").format(
        question=question(content, row_id), option=lettered(content, letter), said=said
    )


def _cell_face(content: DecisionContent, row: TableRow, cell: TableCell, shared: RowShared) -> Face:
    words = table_words(content, row, cell)
    blocks: list[Block] = []
    if words.figure is not None and cell.state == "estimate":
        blocks += number_blocks(
            cell,
            words.figure,
            counted_above=bool(shared.outcome),
            scale_above=bool(shared.scale),
        )
    elif words.figure is not None:
        blocks += none_seen_blocks(words.figure)
    elif cell.state != "words":
        blocks.append(Block("state", words.label, glyph=cast(Glyph, cell.state)))
    if words.text:
        blocks += [Block("gap")] if blocks else []
        blocks += [Block("text", line) for line in words.lines]
    if words.more:
        blocks.append(Block("soft", more_findings(len(words.more))))
    if cell.conflicts:
        blocks.append(Block("experts", _("Experts disagree")))
    if words.figure is not None:
        drawn = cell.picture != "words" and words.figure.known
        blocks.append(Block("link", _("See picture") if drawn else _("Look closer")))
    return Face(tuple(blocks), named(content, row.id, cell.option, words.alt), "picture")


def _harm_faces(
    content: DecisionContent, row: TableRow, letters: Sequence[str], lines: Sequence[HarmLine]
) -> tuple[Face, ...]:
    count = row_count(lines) if lines else None
    return tuple(
        _harm_face(content, row, letter, [line.entries[place] for line in lines], count)
        for place, letter in enumerate(letters)
    )


def _harm_face(
    content: DecisionContent,
    row: TableRow,
    letter: str,
    entries: Sequence[OptionHarm | None],
    count: int | None,
) -> Face:
    blocks: list[Block] = []
    for entry in entries:
        if entry is None:
            continue
        treatment = content.treatments[entry.treatment]
        words = harm_words(content, treatment, entry.harm, denominator=count)
        blocks.append(_harm_line(words))
    if not blocks:
        blocks.append(Block("state", state_label("no_figure"), glyph="no_figure"))
    said = paragraph(*(f"{block.text} {block.tail}" for block in blocks))
    blocks.append(Block("link", _("See all")))
    return Face(tuple(blocks), named(content, row.id, letter, said), "harms")


def _harm_line(words: HarmWords) -> Block:
    if words.figure is not None:
        counts = "; ".join(part for part in (words.figure.short, words.figure.beside) if part)
        return Block("pair", _("{name}:").format(name=words.name), tail=counts)
    return Block("text", _("{name}: {state}").format(name=words.name, state=words.label))


def _expert_face(content: DecisionContent, row: TableRow, letter: str) -> Face:
    positions = positions_on(content, letter)
    blocks: list[Block] = []
    if disagree(positions):
        blocks.append(Block("experts", _("Experts disagree")))
    for position in two_sides(positions):
        blocks.append(Block("strong", who_and_when(content, position)))
        blocks.append(Block("text", say(content, f"evidence.{position.id}.says")))
    if not positions:
        blocks.append(Block("text", _("We hold no statement by experts on this.")))
    said = paragraph(*(block.text for block in blocks))
    if positions:
        more = _("See all {n}").format(n=number(len(positions)))
        blocks.append(Block("link", more if len(positions) > 2 else _("See why")))
    return Face(tuple(blocks), named(content, row.id, letter, said), "source")
