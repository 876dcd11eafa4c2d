"""The comparison on paper: what studies found, question by question, with the screen's words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sdm_aid.documents.blocks import (
    Block,
    Cell,
    Heading,
    KeepTogether,
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
from sdm_aid.wording.cells import CellWords, cell_words, out_of_every
from sdm_aid.wording.facts import say
from sdm_aid.wording.figure import FigureWords
from sdm_aid.wording.horizons import horizon_words
from sdm_aid.wording.sources import reference

SMALL = TextRole.SMALL


def words_table(content: DecisionContent, table: ComparisonTable) -> Table:
    """The rows that need no number, one column an option on the table."""
    letters = [column.letter for column in table.columns]
    header = (
        text_cell(_("What people ask"), TextRole.STRONG),
        *(text_cell(option_name(content, letter), TextRole.STRONG) for letter in letters),
    )
    rows = []
    for row in table.rows:
        if row.kind == "words":
            head = Cell((Paragraph((Run(content.words(f"rows.{row.id}.question"), strong=True),)),))
            rows.append(
                (head, *(Cell((_small(words.text),)) for _c, words in _cells(content, row)))
            )
    first = 0.16 if len(letters) > 3 else 0.22
    widths = (first, *([(1 - first) / len(letters)] * len(letters)))
    return Table(header, tuple(rows), widths=widths, caption=_("The things we could do"))


def words_lines(
    content: DecisionContent, table: ComparisonTable, groups: Sequence[str]
) -> tuple[Block, ...]:
    """The rows of these groups that need no number, one paragraph a question, for the record."""
    found = []
    for row in table.rows:
        if row.kind != "words" or row.group not in groups:
            continue
        runs = [Run(content.words(f"rows.{row.id}.question") + "  ", strong=True)]
        for letter, words in _cells(content, row):
            runs += [Run(f"{letter}  ", strong=True), Run(words.text + "  ")]
        found.append(Paragraph(tuple(runs), SMALL))
    return tuple(found)


def number_lines(content: DecisionContent, table: ComparisonTable) -> tuple[Block, ...]:
    """The same in short lines for the record: the letter, the number, all that belongs to it."""
    blocks: list[Block] = []
    for row in table.rows:
        if row.kind != "number":
            continue
        lines: list[Block] = [_question_line(content, row)]
        for letter, words in _cells(content, row):
            lines += _letter_lines(letter, words, own_time=row.horizon is None)
        blocks += [KeepTogether(tuple(lines[:2])), *lines[2:]]
    return tuple(blocks)


def _question_line(content: DecisionContent, row: TableRow) -> Paragraph:
    notes = []
    if row.denominator is not None:
        notes.append(out_of_every(row.denominator))
    if row.horizon is not None:
        notes.append(horizon_words(row.horizon))
    if row.different_studies:
        notes.append(_("different studies, not to be lined up"))
    question = Run(content.words(f"rows.{row.id}.question"), strong=True)
    about = Run("  " + "; ".join(notes) if notes else "", soft=True)
    return Paragraph((question, about))


def _letter_lines(letter: str, words: CellWords, own_time: bool) -> list[Block]:
    mark = Run(f"{letter}  ", strong=True)
    if words.figure is None:
        label = "" if words.state == "words" else words.label
        return [Paragraph((mark, Run(label, strong=True), Run("  "), Run(words.text)), SMALL)]
    first = figure_line(words.figure, own_time).runs
    lines: list[Block] = [Paragraph((mark, *first), SMALL)]
    for more in words.more:
        lines.append(Paragraph((Run(f"{letter}  "), *figure_line(more, own_time=True).runs), SMALL))
    return lines


def _cells(content: DecisionContent, row: TableRow) -> Iterator[tuple[str, CellWords]]:
    source = {cell.option: cell for cell in content.decision.row(row.id).cells}
    for cell in row.cells:
        words = cell_words(content, source[cell.option], denominator=row.denominator)
        yield cell.option, words


def figure_line(figure: FigureWords, own_time: bool) -> Paragraph:
    """A number with all that belongs to it, on one line: both frames, other group, how sure."""
    small = [
        figure.outcome if figure.known else "",
        figure.complement,
        figure.range,
        figure.other,
        figure.horizon if own_time else "",
        figure.comparator,
        figure.acute,
        figure.certainty.words if figure.known else "",
    ]
    parts = "; ".join(part for part in small if part)
    lead = figure.headline
    line = (
        (Run(lead, strong=True), Run("  "), Run(parts + ".", soft=True))
        if parts
        else (Run(lead, strong=True),)
    )
    return Paragraph(line)


def experts(content: DecisionContent, level: int = 3) -> tuple[Block, ...]:
    """What bodies of experts say, both sides, who and why; nothing where none is on file."""
    blocks: list[Block] = []
    for position in decision_positions(content):
        prefix = f"evidence.{position.id}"
        who = _("{who} ({year}):").format(who=say(content, f"{prefix}.who"), year=position.year)
        says = say(content, f"{prefix}.says")
        because = say(content, f"{prefix}.because", "")
        runs = (Run(who, strong=True), Run(" " + says), Run(" " + because, soft=True))
        blocks.append(Paragraph(runs, SMALL))
    if not blocks:
        return ()
    return (Heading(level, _("What experts say")), *blocks)


def source_list(content: DecisionContent, estimates: Sequence[str]) -> tuple[Block, ...]:
    """The sources of these figures, each once, in the order they were met."""
    ids = dict.fromkeys(content.estimates[name].source for name in estimates)
    for position in decision_positions(content):
        ids.setdefault(position.source)
    return tuple(
        _small(f"{place}. {reference(content.sources[source])}")
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


def reason_line(letter: str, content: DecisionContent, reason: str) -> Paragraph:
    """An option that was named and is not right for this person now, with the reason."""
    name = Run(option_name(content, letter), strong=True)
    return Paragraph((name, Run(": " + _("not right for you now, because") + " "), said(reason)))


def _small(words: str) -> Paragraph:
    return Paragraph((Run(words),), SMALL)
