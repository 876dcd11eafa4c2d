"""Whom it comes from: what bodies of experts say, and the list of sources."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from sdm_aid.documents.blocks import Block, Heading, Paragraph, Run, TextRole
from sdm_aid.documents.figure_lines import SourceNumbers, source_mark
from sdm_aid.domain.comparison import ComparisonTable
from sdm_aid.domain.evidence import Position
from sdm_aid.domain.library import DecisionContent
from sdm_aid.domain.positions import decision_positions, disagree
from sdm_aid.i18n import _
from sdm_aid.wording.facts import say


def experts(
    content: DecisionContent,
    table: ComparisonTable,
    level: int,
    role: TextRole = TextRole.BODY,
    numbers: SourceNumbers | None = None,
    *,
    why: Literal["all", "disputed", "none"] = "all",
) -> tuple[Block, ...]:
    """What bodies of experts say of what is on the table: both sides and who.

    ``why``: their reasons too, of all of them or only where they disagree.
    """
    positions = _told(content, table)
    blocks: list[Block] = []
    before = ""
    for position in positions:
        prefix = f"evidence.{position.id}"
        who = _("{who} ({year}):").format(who=say(content, f"{prefix}.who"), year=position.year)
        who, before = (_("The same:") if who == before else who), who
        told = why == "all" or (why == "disputed" and position.conflict is not None)
        because = say(content, f"{prefix}.because", "") if told else ""
        says = Run(" " + say(content, f"{prefix}.says"))
        soft = (Run(f" {because}", soft=True),) if because else ()
        mark = source_mark(position.source, numbers)
        blocks.append(Paragraph((Run(who, strong=True), says, *soft, *mark), role))
    if not blocks:
        return ()
    title = _("What experts say: they disagree") if disagree(positions) else _("What experts say")
    return (Heading(level, title), *blocks)


def _told(content: DecisionContent, table: ComparisonTable) -> list[Position]:
    """The positions on what is on the table."""
    here = {column.treatment for column in table.columns}
    return [p for p in decision_positions(content) if here.intersection(p.treatments)]


def source_numbers(
    content: DecisionContent, estimates: Sequence[str], table: ComparisonTable
) -> SourceNumbers:
    """Each source of these figures and of the experts once, numbered as they are met."""
    ids = dict.fromkeys(content.estimates[name].source for name in estimates)
    ids.update(dict.fromkeys(position.source for position in _told(content, table)))
    return {source: place for place, source in enumerate(ids, start=1)}


def shown_estimates(content: DecisionContent, table: ComparisonTable) -> tuple[str, ...]:
    """Every figure of the natural course, the table and its harms, in the order of the paper."""
    found: dict[str, None] = dict.fromkeys(content.decision.natural_course)
    letters = [column.letter for column in table.columns]
    for row in table.rows:
        for cell in content.decision.row(row.id).cells:
            if cell.option in letters:
                found.update(dict.fromkeys(cell.estimates))
    for letter in letters:
        for harm in content.treatment_of(letter).harms:
            if harm.estimate:
                found[harm.estimate] = None
    return tuple(found)
