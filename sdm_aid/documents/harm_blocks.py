"""What could go wrong on paper: every line of every option, short on the plan, whole at home."""

from __future__ import annotations

from sdm_aid.documents.blocks import Block, Heading, KeepTogether, Paragraph, Run, TextRole
from sdm_aid.documents.paper import option_name
from sdm_aid.domain.library import DecisionContent
from sdm_aid.wording.harms import HarmPanel, HarmWords, panels


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


def harms_whole(content: DecisionContent, letter: str, level: int = 4) -> tuple[Block, ...]:
    """Panels by denominator: did and did not, how bad, how long, what we do; a paragraph each."""
    blocks: list[Block] = []
    for panel in _panels(content, letter):
        first, *others = (_whole(line) for line in panel.lines)
        blocks += [KeepTogether((Heading(level, panel.heading), first)), *others]
    return tuple(blocks)


def _panels(content: DecisionContent, letter: str) -> tuple[HarmPanel, ...]:
    return panels(content, content.treatment_of(letter).id, content.decision.harm_panels)


def _whole(line: HarmWords) -> Paragraph:
    if line.figure is None:
        counted = [line.label]
    else:
        figure = line.figure
        counted = [figure.headline, figure.complement, figure.range, figure.horizon]
        counted.append(figure.certainty.words)
    many = "; ".join(part for part in counted if part)
    about = " ".join(
        part if part.endswith(".") else f"{part[:1].upper()}{part[1:]}."
        for part in (line.how_bad, line.how_long, line.undone, line.what_we_do, line.note)
        if part
    )
    return Paragraph(
        (Run(line.name + ": ", strong=True), Run(many + ". "), Run(about, soft=True)),
    )
