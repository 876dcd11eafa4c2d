"""What could go wrong on paper: every line of every option, short on the plan, whole at home."""

from __future__ import annotations

from sdm_aid.documents.blocks import Block, Cell, Paragraph, Run, Table, TextRole, text_cell
from sdm_aid.documents.paper import option_name
from sdm_aid.domain.library import DecisionContent
from sdm_aid.i18n import _
from sdm_aid.wording.harms import HarmPanel, HarmWords, panels


def harms_short(content: DecisionContent, letter: str) -> Table:
    """One line a harm: name, how many, how bad. Nothing is left out, rare and grave included."""
    header = (
        text_cell(option_name(content, letter), TextRole.STRONG),
        text_cell(_("How many"), TextRole.STRONG),
        text_cell(_("How bad"), TextRole.STRONG),
    )
    rows = tuple(_short(line) for panel in _panels(content, letter) for line in panel.lines)
    caption = _("What could go wrong with {option}").format(option=option_name(content, letter))
    return Table(header, rows, widths=(0.42, 0.33, 0.25), caption=caption)


def harms_line(content: DecisionContent, letter: str) -> Paragraph:
    """Every harm of an option in one paragraph, for the record: name, how many, how bad."""
    runs = [Run(option_name(content, letter) + ": ", strong=True)]
    for panel in _panels(content, letter):
        for line in panel.lines:
            many = line.label if line.figure is None else line.figure.short
            bad = f" ({line.how_bad})" if line.how_bad else ""
            runs += [Run(line.name + " "), Run(many, strong=line.figure is not None)]
            runs.append(Run(bad + "; ", soft=True))
    return Paragraph((*runs[:-1], Run(runs[-1].text.rstrip("; ") + ".", soft=True)), TextRole.SMALL)


def harms_whole(content: DecisionContent, letter: str) -> tuple[Block, ...]:
    """A table for each denominator: did and did not, how bad, how long, what we do."""
    return tuple(_panel(panel) for panel in _panels(content, letter))


def _panels(content: DecisionContent, letter: str) -> tuple[HarmPanel, ...]:
    return panels(content, content.treatment_of(letter).id, content.decision.harm_panels)


def _short(line: HarmWords) -> tuple[Cell, ...]:
    many = line.label if line.figure is None else line.figure.short
    if line.figure is not None and line.figure.horizon:
        many = f"{many}, {line.figure.horizon}"
    small = TextRole.SMALL
    return (text_cell(line.name, small), text_cell(many, small), text_cell(line.how_bad, small))


def _panel(panel: HarmPanel) -> Table:
    header = tuple(
        text_cell(title, TextRole.STRONG)
        for title in (panel.heading, _("How many"), _("How bad, how long"), _("What we do"))
    )
    rows = tuple(_whole(line) for line in panel.lines)
    return Table(header, rows, widths=(0.24, 0.28, 0.26, 0.22), caption=panel.heading)


def _whole(line: HarmWords) -> tuple[Cell, ...]:
    if line.figure is None:
        many: tuple[str, ...] = ()
        lead = line.label
    else:
        figure = line.figure
        lead = figure.headline
        many = (figure.complement, figure.range, figure.horizon, figure.certainty.words)
    bad = (line.how_bad, line.when, line.how_long, line.undone)
    return (
        Cell((Paragraph((Run(line.name, strong=True),)), *_lines(line.note))),
        Cell((Paragraph((Run(lead, strong=True),)), *_lines(*many))),
        Cell(_lines(*bad) or _lines("–")),
        Cell(_lines(line.what_we_do) or _lines("–")),
    )


def _lines(*parts: str) -> tuple[Block, ...]:
    return tuple(Paragraph((Run(part),), TextRole.SMALL) for part in parts if part)
