"""What could go wrong: the same panels for everything on the table, and nothing left out.

A panel counts out of one number of people, with a line for each thing that could happen: how bad it
is, how many it happened to and how many not. What nobody has counted is named, the grave first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sdm_aid.documents.blocks import (
    Block,
    Cell,
    Newspaper,
    OptionTitle,
    Paragraph,
    Run,
    Table,
    text_cell,
)
from sdm_aid.documents.figure_lines import Shared, SourceNumbers
from sdm_aid.documents.harm_blocks import before_harms, counted_runs, harms_shared, how_bad
from sdm_aid.documents.paper import PaperInput, section
from sdm_aid.domain.comparison import ComparisonTable
from sdm_aid.domain.library import DecisionContent
from sdm_aid.i18n import _
from sdm_aid.wording.facts import say
from sdm_aid.wording.harms import HarmPanel, HarmWords, panels


def what_could_go_wrong(
    paper: PaperInput, table: ComparisonTable, numbers: SourceNumbers
) -> tuple[Block, ...]:
    """Every harm of everything on the table."""
    content = paper.content
    letters = [column.letter for column in table.columns]
    shared = harms_shared(content, letters)
    row = next((row.id for row in table.rows if row.kind == "harms"), "")
    note = say(content, f"rows.{row}.note", "") if row else ""
    told = (Paragraph((Run(note),)),) if note else ()
    each = [block for letter in letters for block in option_harms(content, letter, shared, numbers)]
    inside = (*told, before_harms(shared), Newspaper(tuple(each))) if each else ()
    return section(_("What could go wrong?"), inside)


def option_harms(
    content: DecisionContent, letter: str, shared: Shared, numbers: SourceNumbers
) -> tuple[Block, ...]:
    """One thing we could do: its panels by how many people they count."""
    treatment = content.treatment_of(letter).id
    title = OptionTitle(letter, content.words(f"treatments.{treatment}.name"), 3)
    found = panels(content, treatment, content.decision.harm_panels)
    made = [_panel(content, letter, panel, shared, numbers) for panel in found]
    nothing = Paragraph((Run(_("The content lists nothing for this one.")),))
    return (title, *(made or (nothing,)))


def _panel(
    content: DecisionContent, letter: str, panel: HarmPanel, shared: Shared, numbers: SourceNumbers
) -> Table:
    """Its head names the letter too: a panel may go on where the title is a page behind."""
    counted = [line for line in panel.lines if line.figure is not None]
    rows = [_counted(content, line, shared, numbers) for line in counted]
    rows += _uncounted(line for line in panel.lines if line.figure is None)
    cells = tuple((Cell((Paragraph(runs),)),) for runs in rows)
    heading = _("{letter}. {name}").format(letter=letter, name=panel.heading)
    return Table((text_cell(heading),), cells, row_head=False, caption=heading)


def _counted(
    content: DecisionContent, line: HarmWords, shared: Shared, numbers: SourceNumbers
) -> tuple[Run, ...]:
    """What could happen and how bad it is; how many it happened to, and how many not."""
    count = counted_runs(content, line, shared, numbers)
    note = (Run(f" {line.note}", soft=True),) if line.note else ()
    return (*_named(line), Run(": "), *count, *note)


def _named(line: HarmWords) -> tuple[Run, ...]:
    bad = how_bad(line)
    return (Run(line.name), Run(bad, soft=True)) if bad else (Run(line.name),)


def _uncounted(lines: Iterable[HarmWords]) -> Iterator[tuple[Run, ...]]:
    """Under what it means that there is no number: everything that could happen, and how bad."""
    by_label: dict[str, list[HarmWords]] = {}
    for line in lines:
        by_label.setdefault(line.label, []).append(line)
    for label, own in by_label.items():
        runs = [Run(f"{label}:", strong=True)]
        for line in own:
            end = "." if line is own[-1] or line.note else ";"
            runs += [Run(" "), *_named(line), Run(end)]
            runs += [Run(f" {line.note}", soft=True)] if line.note else []
        yield tuple(runs)
