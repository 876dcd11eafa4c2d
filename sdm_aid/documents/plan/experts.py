"""What the table showed of what bodies of experts say: each statement once, with its letters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sdm_aid.documents.blocks import (
    Block,
    Heading,
    KeepTogether,
    Newspaper,
    Paragraph,
    Run,
    TextRole,
)
from sdm_aid.documents.comparison_blocks import lettered_list
from sdm_aid.documents.plan.opened import Opened
from sdm_aid.domain.comparison import ComparisonTable, TableRow
from sdm_aid.domain.evidence import Position
from sdm_aid.domain.library import DecisionContent
from sdm_aid.domain.positions import disagree, positions_on
from sdm_aid.i18n import _
from sdm_aid.i18n.formats import number
from sdm_aid.wording.facts import say
from sdm_aid.wording.table_rows import head_lines, row_shared, two_sides, who_and_when

ByLetter = Mapping[str, Sequence[Position]]
"""Statements on each column of the table."""


def experts_shown(
    content: DecisionContent, table: ComparisonTable, opened: Opened, *, quick: bool
) -> tuple[Block, ...]:
    """The row of the table that asks what experts say; nothing where it has none.

    ``quick``: the short form of the table tells how many there are, not what they say.
    """
    row = next((row for row in table.rows if row.kind == "experts"), None)
    if row is None:
        return ()
    every = {column.letter: positions_on(content, column.letter) for column in table.columns}
    shown = {letter: () if quick else two_sides(found) for letter, found in every.items()}
    told = tuple(_told(content, row, every, shown, opened))
    asked = say(content, f"rows.{row.id}.question")
    if quick:
        return (Paragraph((Run(f"{asked} ", strong=True), *told), TextRole.DETAIL),)
    head = KeepTogether((Heading(3, asked), Paragraph(told)))
    return (Newspaper((head, *_statements(content, shown)), dense=True),)


def _told(
    content: DecisionContent, row: TableRow, every: ByLetter, shown: ByLetter, opened: Opened
) -> Iterator[Run]:
    """On what they disagree, on what there is none, and what stood behind."""
    # "All sides stand here" is true of the screen, where a press brings them: so it is quoted
    if lines := head_lines(content, row, row_shared(content, row)):
        words = _("On the screen: “{words}”").format(words=" ".join(lines))
        yield Run(words + " ", soft=True)
    against = [letter for letter, found in every.items() if disagree(found)]
    if against:
        words = _("Experts disagree on {letters}.").format(letters=", ".join(against))
        yield Run(words + " ", strong=True)
    if none := [letter for letter, found in every.items() if not found]:
        yield Run(_("We hold no statement on {letters}.").format(letters=", ".join(none)) + " ")
    behind = {
        letter: _("{letter} ({n})").format(letter=letter, n=number(len(found) - len(shown[letter])))
        for letter, found in every.items()
        if len(found) > len(shown[letter])
    }
    seen = [words for at, words in behind.items() if (row.id, at, "source") in opened]
    closed = [words for at, words in behind.items() if (row.id, at, "source") not in opened]
    if seen:
        yield Run(_("More, opened: see below: {letters}.").format(letters=", ".join(seen)) + " ")
    if closed:
        words = _("Not opened, in the handout: {letters}.").format(letters=", ".join(closed))
        yield Run(words, soft=True)


def _statements(content: DecisionContent, shown: ByLetter) -> tuple[Block, ...]:
    """Each statement by the letters that showed it."""
    letters: dict[str, list[str]] = {}
    told: dict[str, Paragraph] = {}
    for letter, found in shown.items():
        for position in found:
            letters.setdefault(position.id, []).append(letter)
            who = Run(who_and_when(content, position) + ": ", strong=True)
            says = Run(say(content, f"evidence.{position.id}.says"))
            told[position.id] = Paragraph((who, says))
    each = [(letter, (told[name],)) for name, own in letters.items() for letter in own]
    return (lettered_list(each),) if each else ()
