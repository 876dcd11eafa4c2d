"""The table as it stood on the screen: questions as rows, what we could do as columns.

A cell says what the screen's cell says, in the same words; what a row's figures share stands once
in its head, and the ends of the commonest scale once above the table.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sdm_aid.documents.blocks import (
    Block,
    Cell,
    KeepTogether,
    MarkedList,
    Newspaper,
    Paragraph,
    Run,
    Table,
    TextRole,
    text_cell,
)
from sdm_aid.documents.comparison_blocks import lettered_list
from sdm_aid.documents.paper import option_name
from sdm_aid.documents.plan.opened import Opened
from sdm_aid.domain.comparison import ComparisonTable, TableCell, TableRow
from sdm_aid.domain.harm_panels import HarmLine, row_count, row_units, top_harms
from sdm_aid.domain.library import DecisionContent
from sdm_aid.i18n import _
from sdm_aid.i18n.formats import number
from sdm_aid.wording.cells import different_studies_line, out_of_every, state_label
from sdm_aid.wording.facts import say
from sdm_aid.wording.figure import FigureWords
from sdm_aid.wording.harms import HarmWords, harm_words
from sdm_aid.wording.sentence import paragraph, sentence
from sdm_aid.wording.table_rows import (
    RowShared,
    harms_apart,
    head_lines,
    row_shared,
    table_words,
)

Lines = tuple[tuple[Run, ...], ...]
"""What a cell says, line by line."""


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A question with what its figures share, and its cells in the order of the columns."""

    head: Paragraph
    cells: tuple[Lines, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """What the table is made from; `scale` and `sure` are said once above it (empty: nowhere)."""

    content: DecisionContent
    table: ComparisonTable
    opened: Opened
    scale: str
    sure: str
    quick: bool

    @property
    def letters(self) -> list[str]:
        """The columns, in order."""
        return [column.letter for column in self.table.columns]


def shown_table(
    content: DecisionContent,
    table: ComparisonTable,
    opened: Opened,
    *,
    quick: bool,
    close: bool = False,
) -> tuple[Block, ...]:
    """How to read the table, then the table; ``quick``: it stood in its short form.

    ``close``: as a list of what each cell says by its letter, which takes half of the room.
    """
    scale, sure = _common_scale(content, table), _common_certainty(content, table)
    shown = Shown(content, table, opened, scale, sure, quick)
    rows = [_row(shown, row) for row in table.rows if row.kind != "experts"]
    if close:
        names = "; ".join(option_name(content, letter) for letter in shown.letters) + "."
        listed = (block for row in rows for block in _listed(row, shown.letters))
        return (_key(shown), Newspaper((Paragraph((Run(names),)), *listed), dense=True))
    count = len(shown.letters)
    header = ("", *(option_name(content, each) for each in shown.letters))
    caption = _("The things we could do, side by side, as on the screen")
    return (
        _key(shown),
        Table(
            tuple(text_cell(words) for words in header),
            tuple((Cell((row.head,)), *(_filled(lines) for lines in row.cells)) for row in rows),
            widths=(1 / count,) * count,
            caption=caption,
            dense=True,
            head_above=True,
        ),
    )


def _filled(lines: Lines) -> Cell:
    return Cell(tuple(Paragraph(line) for line in lines))


def _listed(row: ShownRow, letters: Sequence[str]) -> Iterator[Block]:
    """A question with what holds for all, then each letter; letters of the same words together."""
    each = [
        (letter, (Paragraph(_one_after_another(lines)),))
        for letter, lines in zip(letters, row.cells, strict=True)
    ]
    listing = lettered_list(each)
    yield KeepTogether((row.head, MarkedList(listing.items[:1], listing.height)))
    if len(listing.items) > 1:
        yield MarkedList(listing.items[1:], listing.height)


def _one_after_another(lines: Lines) -> tuple[Run, ...]:
    """Lines as one paragraph, a space between two."""
    runs: list[Run] = []
    for line in lines:
        runs += [*([Run(" ")] if runs else []), *line]
    return tuple(runs)


def _key(shown: Shown) -> Paragraph:
    """What holds for the whole table."""
    scale = _("Scores: {scale}, where a row does not say otherwise.").format(scale=shown.scale)
    sure = _("How sure, where a finding does not say: {sure}.").format(sure=shown.sure)
    apart = _("Where it says “different studies”:") + " " + different_studies_line()
    words = [
        _(
            "As on the screen; what stood behind a cell (“2 more”) is in the handout, and below "
            "where it was opened."
        ),
        scale if shown.scale else "",
        sure if shown.sure else "",
        apart if any(row.different_studies for row in shown.table.rows) else "",
    ]
    return Paragraph((Run(" ".join(filter(None, words)), soft=True),), TextRole.DETAIL)


def _common_certainty(content: DecisionContent, table: ComparisonTable) -> str:
    """How sure anyone is of most findings in the cells; empty where no answer holds for most."""
    cells = (table_words(content, row, cell) for row in table.rows for cell in row.cells)
    counts = Counter(w.figure.certainty.words for w in cells if w.figure and w.figure.known)
    commonest, times = counts.most_common(1)[0] if counts else ("", 0)
    return commonest if times > 2 and 2 * times > counts.total() else ""


def _common_scale(content: DecisionContent, table: ComparisonTable) -> str:
    """The ends of the scale that most rows with scores share; empty where no two do."""
    counts = Counter(row_shared(content, row).scale for row in table.rows)
    counts.pop("", None)
    commonest, times = counts.most_common(1)[0] if counts else ("", 0)
    return commonest if times > 1 else ""


def _row(shown: Shown, row: TableRow) -> ShownRow:
    content = shown.content
    shared = row_shared(content, row)
    scale = "" if shared.scale == shown.scale else shared.scale
    notes = list(head_lines(content, row, replace(shared, scale=scale)))
    apart = row.different_studies
    if row.kind == "harms":
        lines = top_harms(content, shown.letters)
        if lines:
            notes.insert(0, out_of_every(row_count(lines), row_units(lines)))
        apart = harms_apart(lines)
        cells = tuple(_harms(shown, row, lines, place) for place in range(len(shown.letters)))
    else:
        cells = tuple(_cell(shown, row, cell, shared) for cell in row.cells)
    if apart:
        notes.append(_("different studies"))
        notes.append("" if shown.quick else say(content, f"rows.{row.id}.different", ""))
    asked = Run(say(content, f"rows.{row.id}.question"), strong=True)
    about = paragraph(*notes)
    head = (asked, Run(f" {about}", soft=True)) if about else (asked,)
    return ShownRow(Paragraph(head), cells)


def _cell(shown: Shown, row: TableRow, cell: TableCell, shared: RowShared) -> Lines:
    words = table_words(shown.content, row, cell)
    lines: list[tuple[Run, ...]] = []
    if words.figure is not None:
        lines += _figure(shown, cell, words.figure, shared)
    elif cell.state != "words":
        lines.append((Run(sentence(words.label), strong=True),))
    text = " ".join(words.lines)
    if text:
        lines.append((Run(text),))
    if cell.conflicts:
        lines.append((Run(sentence(_("Experts disagree")), strong=True),))
    if words.more:
        lines = _ended(lines, _behind(shown, len(words.more), (row.id, cell.option, "picture")))
    return tuple(lines)


def _ended(lines: list[tuple[Run, ...]], words: str) -> list[tuple[Run, ...]]:
    """The lines with soft words at the end of the last one."""
    *before, last = lines or [()]
    return [*before, (*last, Run(f" {words}" if last else words, soft=True))]


def _behind(shown: Shown, count: int, place: tuple[str, str, str]) -> str:
    """How many more stand behind a cell, and where they stand here if they were opened."""
    form = _("({n} more, below)") if place in shown.opened else _("({n} more)")
    return form.format(n=number(count)).replace(" ", "\u00a0")


def _figure(
    shown: Shown, cell: TableCell, figure: FigureWords, shared: RowShared
) -> Iterator[tuple[Run, ...]]:
    """The number by itself, then what belongs to it."""
    if cell.state != "estimate":
        yield (Run(sentence(figure.headline), strong=True),)
        rest = [figure.range, figure.comparator]
    else:
        lead = figure.short if figure.known else figure.headline
        yield (Run(sentence(lead), strong=figure.known),)
        rest = list(_around(cell, figure, shared))
    if figure.certainty.words != shown.sure:
        rest.append(figure.certainty.words)
    if about := sentence("; ".join(part for part in rest if part)):
        yield (Run(about, soft=True),)


def _around(cell: TableCell, figure: FigureWords, shared: RowShared) -> Iterator[str]:
    estimate = cell.estimate
    if figure.known and cell.has_number and not shared.outcome:
        yield figure.outcome
    yield figure.complement
    yield figure.beside
    if cell.has_number and estimate is not None and estimate.scale and not shared.scale:
        yield _("on a scale of 0 to 100")
    mixed = estimate is not None and estimate.comparator.mixed
    # the other group's number names what it was compared with
    yield "" if figure.beside and not mixed else figure.short_chip
    yield figure.horizon if cell.own_time else ""
    yield figure.acute
    yield figure.differs


def _harms(shown: Shown, row: TableRow, lines: Sequence[HarmLine], place: int) -> Lines:
    """The few lines of the row, and how many more there are."""
    content, letter = shown.content, shown.letters[place]
    entries = [entry for line in lines if (entry := line.entries[place]) is not None]
    count = row_count(lines) if lines else None
    harms = [
        harm_words(content, content.treatments[one.treatment], one.harm, denominator=count)
        for one in entries
    ]
    told = [_counted(words) for words in harms if words.figure is not None]
    told += _uncounted(harms)
    if not told:
        told.append((Run(sentence(state_label("no_figure")), strong=True),))
    if more := len(content.treatment_of(letter).harms) - len(entries):
        told = _ended(told, _behind(shown, more, (row.id, letter, "harms")))
    return tuple(told)


def _counted(words: HarmWords) -> tuple[Run, ...]:
    assert words.figure is not None
    beside = f"; {words.figure.beside}." if words.figure.beside else "."
    return (Run(f"{words.name}: "), Run(words.figure.short, strong=True), Run(beside, soft=True))


def _uncounted(harms: Sequence[HarmWords]) -> Iterator[tuple[Run, ...]]:
    """Harms that nobody holds a number for, by what that means."""
    names: dict[str, list[str]] = {}
    for words in harms:
        if words.figure is None:
            names.setdefault(words.label, []).append(words.name)
    for label, own in names.items():
        yield (Run(f"{label}: ", strong=True), Run("; ".join(own) + "."))
