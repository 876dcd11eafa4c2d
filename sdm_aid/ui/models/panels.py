"""What stands beside each half of the picture view, and under both."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from sdm_aid.i18n import _
from sdm_aid.i18n.formats import number
from sdm_aid.ui.models.blocks import Block, BlockKind, Glyph
from sdm_aid.ui.models.cost_blocks import has_published
from sdm_aid.ui.models.faces import lettered
from sdm_aid.ui.models.figure_blocks import headline
from sdm_aid.wording.cells import CellWords, different_studies
from sdm_aid.wording.legend import legend
from sdm_aid.wording.sentence import paragraph, sentence
from sdm_aid.wording.table_rows import table_words

if TYPE_CHECKING:
    from sdm_aid.domain.comparison import TableRow
    from sdm_aid.domain.library import DecisionContent
    from sdm_aid.domain.pairing import Panel, Picture
    from sdm_aid.wording.figure import FigureWords


@dataclass(frozen=True, slots=True)
class PanelWords:
    """The words of one half. ``behind``: numbers held back until asked for (L-32), or empty."""

    blocks: tuple[Block, ...]
    name: str
    alt: str
    behind: str
    pretend: str
    estimates: tuple[str, ...]
    has_range: bool
    published: bool = False
    """Others published what this one costs."""


def panel_words(
    content: DecisionContent, row: TableRow, panel: Panel, *, show_range: bool, revealed: bool
) -> PanelWords:
    """The words of one half of the picture view."""
    words = table_words(content, row, panel.cell)
    blocks: list[Block] = []
    figure = words.figure
    if figure is not None and panel.cell.state == "estimate":
        blocks += _figure(content, panel, figure, show_range, revealed)
    elif figure is not None:
        blocks += [Block("key", headline(figure.headline)), Block("text", sentence(figure.range))]
        blocks += _weight(figure)
    elif panel.cell.state != "words":
        blocks.append(Block("state", words.label, glyph=cast(Glyph, panel.cell.state)))
        blocks.append(Block("soft", words.meaning))
    if words.text:
        kind: BlockKind = "lead" if not words.figure else "text"
        blocks += [Block("gap"), *(Block(kind, line) for line in words.lines)]
    blocks += _further(words)
    return PanelWords(
        blocks=tuple(block for block in blocks if block.text or block.kind == "gap"),
        name=lettered(content, panel.cell.option),
        alt=paragraph(lettered(content, panel.cell.option), words.alt),
        behind=figure.behind if figure is not None else "",
        pretend=figure.blinding if figure is not None else "",
        estimates=tuple(one.estimate for one in ((figure, *words.more) if figure else ())),
        has_range=bool(figure and figure.range and panel.cell.state == "estimate"),
        published=row.group == "cost" and has_published(content, row.id, panel.cell.option),
    )


def _figure(
    content: DecisionContent, panel: Panel, figure: FigureWords, show_range: bool, revealed: bool
) -> list[Block]:
    if not figure.known:
        behind = [Block("gap"), Block("text", figure.behind)] if revealed else []
        return [Block("lead", figure.headline), *behind, *_weight(figure)]
    counted_up = panel.cell.has_number
    blocks = [Block("key" if counted_up else "lead", headline(figure.headline))]
    if counted_up:
        timed = _("{outcome}, {when}").format(outcome=figure.outcome, when=figure.horizon)
        blocks.append(Block("text", sentence(timed)))
    counted = _legend(content, panel)
    if counted:
        blocks += [Block("gap"), *counted, Block("gap")]
    elif figure.complement:
        blocks.append(Block("text", sentence(figure.complement)))
    if not counted and figure.other:
        blocks.append(Block("text", sentence(figure.other)))
    blocks += _weight(figure)
    if show_range and figure.range:
        blocks.append(Block("text", sentence(figure.range)))
    blocks += [Block("soft", note) for note in figure.notes]
    return blocks


def _legend(content: DecisionContent, panel: Panel) -> list[Block]:
    estimate = panel.cell.estimate
    if estimate is None or panel.counts is None:
        return []
    split = panel.kind == "paired_arrays" and panel.cell.arm == "treated"
    lines = legend(content, estimate, panel.counts, split=split)
    return [Block("legend", line.words, glyph=line.state) for line in lines]


def _weight(figure: FigureWords) -> list[Block]:
    """What it was compared with and how sure anyone is, always after the number."""
    chips = [figure.chip, figure.acute, figure.differs]
    blocks = [Block("chip", chip) for chip in chips if chip]
    return [*blocks, Block("certainty", figure.certainty.words, dots=figure.certainty.dots)]


def _further(words: CellWords) -> list[Block]:
    blocks: list[Block] = []
    for figure in words.more:
        when = _("{outcome}, {when}").format(outcome=figure.outcome, when=figure.horizon)
        blocks += [Block("gap"), Block("strong", headline(figure.headline))]
        if figure.known and figure.outcome not in figure.headline:
            blocks.append(Block("soft", sentence(when)))
        if figure.beside:
            blocks.append(Block("soft", sentence(figure.beside)))
        blocks += _weight(figure)
    return blocks


def apart_words(content: DecisionContent, picture: Picture) -> str:
    """Why the two halves may not be lined up; empty where they may."""
    if picture.apart == "studies":
        return different_studies(content, content.decision.row(picture.row))
    if picture.apart == "time":
        return _("These numbers hold for different times. They can't be lined up.")
    return ""


def together_words(picture: Picture) -> str:
    """The soft line over a pair of one study."""
    if picture.together and picture.left.counts is not None and picture.right.counts is not None:
        people = number(picture.denominator or 100)
        return _("One study. Both halves show {n} people like those in it.").format(n=people)
    return ""
