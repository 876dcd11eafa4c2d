"""A published figure as the blocks of a cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdm_aid.i18n import _
from sdm_aid.ui.models.blocks import Block, BlockKind
from sdm_aid.wording.sentence import sentence

if TYPE_CHECKING:
    from sdm_aid.domain.comparison import TableCell
    from sdm_aid.wording.figure import FigureWords


def number_blocks(
    cell: TableCell, figure: FigureWords, *, counted_above: bool, scale_above: bool
) -> list[Block]:
    """The number, what it counts, the others, the other group, time and certainty.

    ``counted_above``: the row's head says what its figures count; ``scale_above``: what the ends
    of their scale are.
    """
    kind: BlockKind = "number" if figure.known and cell.has_number else "text"
    blocks = [Block(kind, headline(figure.short))]
    if not figure.known:
        blocks = [Block("text", figure.headline)]
    elif cell.has_number and not counted_above:
        blocks.append(Block("soft", sentence(figure.outcome)))
    if figure.complement:
        blocks.append(Block("soft", figure.complement))
    if figure.beside:
        blocks.append(Block("soft", sentence(figure.beside).removesuffix(".")))
    if cell.has_number and cell.estimate is not None and cell.estimate.scale and not scale_above:
        blocks.append(Block("soft", _("on a scale of 0 to 100")))
    blocks += _chips(cell, figure)
    blocks.append(Block("certainty", figure.certainty.words, dots=figure.certainty.dots))
    return blocks


def headline(words: str) -> str:
    """A phrase as the first line of a cell: a capital, no full stop."""
    return sentence(words).removesuffix(".")


def _chips(cell: TableCell, figure: FigureWords) -> list[Block]:
    mixed = cell.estimate is not None and cell.estimate.comparator.mixed
    said = bool(figure.beside) and not mixed  # the line above names what it was compared with
    chip = figure.short_chip
    chips = [Block("chip", chip)] if chip and not said else []
    if cell.own_time:
        chips.append(Block("clock", figure.horizon))
    chips += [Block("chip", words) for words in (figure.acute, figure.differs) if words]
    return chips


def none_seen_blocks(figure: FigureWords) -> list[Block]:
    """Counted and none seen, with up to how many it could still be."""
    blocks = [Block("state", figure.headline, glyph="none_seen")]
    if figure.range:
        blocks.append(Block("soft", sentence(figure.range)))
    if figure.comparator:
        blocks.append(Block("chip", figure.comparator))
    blocks.append(Block("certainty", figure.certainty.words, dots=figure.certainty.dots))
    return blocks
