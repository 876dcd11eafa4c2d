"""The comparison on paper: table, harms and expert positions as blocks, with the screen's words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sdm_aid.documents.blocks import (
    Block,
    Cell,
    Chip,
    Heading,
    OptionTitle,
    Paragraph,
    Run,
    Table,
    TextRole,
    text_cell,
)
from sdm_aid.documents.paper import option_name, said
from sdm_aid.domain.comparison import ComparisonTable, TableRow
from sdm_aid.domain.library import DecisionContent
from sdm_aid.domain.positions import decision_positions
from sdm_aid.i18n import _
from sdm_aid.wording.cells import CellWords, cell_words, different_studies, out_of_every
from sdm_aid.wording.facts import say
from sdm_aid.wording.harms import HarmWords, panels
from sdm_aid.wording.horizons import horizon_words
from sdm_aid.wording.sources import reference


def comparison_table(
    content: DecisionContent, table: ComparisonTable, kinds: Sequence[str] = ("words", "number")
) -> Table:
    """The rows of these kinds, one column an option on the table; numbers exactly as shown."""
    letters = [column.letter for column in table.columns]
    header = (
        text_cell(_("What people ask"), TextRole.STRONG),
        *(text_cell(option_name(content, letter), TextRole.STRONG) for letter in letters),
    )
    rows = [_row(content, row) for row in table.rows if row.kind in kinds]
    first = 0.2 if len(letters) > 3 else 0.25
    widths = (first, *([(1 - first) / len(letters)] * len(letters)))
    return Table(header, tuple(rows), widths=widths, caption=_("The things we could do"))


def _row(content: DecisionContent, row: TableRow) -> tuple[Cell, ...]:
    source = content.decision.row(row.id)
    cells = {cell.option: cell for cell in source.cells}
    words = [
        cell_words(content, cells[cell.option], denominator=row.denominator) for cell in row.cells
    ]
    own_time = row.horizon is None
    return (Cell(tuple(_head(content, row))), *(_cell(cell, own_time) for cell in words))


def _head(content: DecisionContent, row: TableRow) -> Iterator[Block]:
    yield Paragraph((Run(content.words(f"rows.{row.id}.question"), strong=True),))
    if row.denominator is not None:
        yield Paragraph((Run(out_of_every(row.denominator)),), TextRole.SMALL)
    if row.horizon is not None:
        yield Paragraph((Run(horizon_words(row.horizon)),), TextRole.SMALL)
    if row.different_studies:
        band = different_studies(content, content.decision.row(row.id))
        plain = _("These numbers come from different studies. They can't be lined up.")
        yield Paragraph((Run(band or plain),), TextRole.SMALL)


def _cell(words: CellWords, own_time: bool) -> Cell:
    return Cell(tuple(_cell_blocks(words, own_time)))


def _cell_blocks(words: CellWords, own_time: bool) -> Iterator[Block]:
    figure = words.figure
    if figure is not None:
        yield Paragraph((Run(figure.headline, strong=True),))
        for line in (figure.outcome, figure.complement, figure.range):
            if line and figure.known:
                yield Paragraph((Run(line),), TextRole.SMALL)
        if own_time and figure.horizon:
            yield Paragraph((Run(figure.horizon),), TextRole.SMALL)
        for line in (figure.comparator, figure.acute, figure.certainty.words):
            if line:
                yield Paragraph((Run(line),), TextRole.SMALL)
        for more in words.more:
            yield Paragraph((Run(more.alt),), TextRole.SMALL)
    elif words.state != "words":
        yield Paragraph((Run(words.label, strong=True),))
    if words.text:
        yield Paragraph((Run(words.text),))


def harms_of(content: DecisionContent, letter: str, level: int = 3) -> tuple[Block, ...]:
    """What could go wrong with one option: a table for each denominator, nothing left out."""
    blocks: list[Block] = []
    treatment = content.treatment_of(letter).id
    offered = content.decision.harm_panels
    for panel in panels(content, treatment, offered):
        rows = tuple(_harm_row(line) for line in panel.lines)
        header = tuple(
            text_cell(title, TextRole.STRONG)
            for title in (panel.heading, _("How many"), _("How bad, how long"), _("What we do"))
        )
        blocks.append(Table(header, rows, widths=(0.24, 0.26, 0.26, 0.24), caption=panel.heading))
    if not blocks:
        return ()
    name = content.words(f"treatments.{treatment}.name")
    return (OptionTitle(letter, name, level), *blocks)


def _harm_row(line: HarmWords) -> tuple[Cell, ...]:
    if line.figure is None:
        many: tuple[Block, ...] = (Paragraph((Run(line.label, strong=True),)),)
    else:
        figure = line.figure
        parts = (figure.complement, figure.range, figure.horizon, figure.certainty.words)
        small = tuple(Paragraph((Run(part),), TextRole.SMALL) for part in parts if part)
        many = (Paragraph((Run(figure.headline, strong=True),)), *small)
    bad = tuple(
        Paragraph((Run(part),), TextRole.SMALL)
        for part in (line.how_bad, line.when, line.how_long, line.undone)
        if part
    )
    name: tuple[Block, ...] = (Paragraph((Run(line.name, strong=True),)),)
    if line.note:
        name = (*name, Paragraph((Run(line.note),), TextRole.SMALL))
    do = (Paragraph((Run(line.what_we_do),), TextRole.SMALL),) if line.what_we_do else ()
    return (Cell(name), Cell(many), Cell(bad), Cell(do))


def experts(content: DecisionContent, level: int = 3) -> tuple[Block, ...]:
    """What bodies of experts say, both sides, who and why; nothing where none is on file."""
    blocks: list[Block] = []
    for position in decision_positions(content):
        prefix = f"evidence.{position.id}"
        who = say(content, f"{prefix}.who")
        blocks.append(
            Paragraph(
                (
                    Run(f"{who} ({position.year}): ", strong=True),
                    Run(say(content, f"{prefix}.says")),
                )
            )
        )
        because = say(content, f"{prefix}.because", "")
        if because:
            blocks.append(Paragraph((Run(because),), TextRole.SOFT))
    if not blocks:
        return ()
    return (Heading(level, _("What experts say")), *blocks)


def source_list(content: DecisionContent, estimates: Sequence[str]) -> tuple[Block, ...]:
    """The sources of these figures, each once, in the order they were met."""
    ids = dict.fromkeys(content.estimates[name].source for name in estimates)
    for position in decision_positions(content):
        ids.setdefault(position.source)
    return tuple(
        Paragraph((Run(f"{place}. "), Run(reference(content.sources[source]))), TextRole.SMALL)
        for place, source in enumerate(ids, start=1)
    )


def shown_estimates(content: DecisionContent, table: ComparisonTable) -> tuple[str, ...]:
    """Every figure that the table, its harms and the natural course show, in that order."""
    found: dict[str, None] = {}
    letters = [column.letter for column in table.columns]
    for row in table.rows:
        for cell in content.decision.row(row.id).cells:
            if cell.option in letters:
                found.update(dict.fromkeys(cell.estimates))
    for letter in letters:
        for harm in content.treatment_of(letter).harms:
            if harm.estimate:
                found[harm.estimate] = None
    found.update(dict.fromkeys(content.decision.natural_course))
    return tuple(found)


def chip(words: str) -> tuple[Block, ...]:
    """A comparator chip, or nothing."""
    return (Chip(words),) if words else ()


def reason_line(letter: str, content: DecisionContent, reason: str) -> Paragraph:
    """An option that was named and is not right for this person now, with the reason."""
    return Paragraph(
        (
            Run(option_name(content, letter), strong=True),
            Run(": " + _("not right for you now, because") + " "),
            said(reason),
        )
    )
