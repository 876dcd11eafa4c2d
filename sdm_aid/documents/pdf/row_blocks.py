"""A table whose columns do not fit beside each other: every row a block of its own.

To a screen reader each block has its row's head as a heading and is a list of label and value, so
that it can be jumped to and walked through without the table.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Protocol

from sdm_aid.documents import blocks as b
from sdm_aid.documents.pdf.framed import Framed
from sdm_aid.documents.pdf.laid import Beside, Fixed, Item, Laid, Lines, Ruled, Stack, nothing
from sdm_aid.documents.pdf.lists import listing
from sdm_aid.documents.pdf.structure import Node
from sdm_aid.documents.pdf.theme import BOXES, PrintTheme, TextStyle

_LABEL_SHARE = 0.4
_BETWEEN = 0.75
"""Space between pairs, in units of the body size."""
_WHOLE_BELOW, _WHOLE_PAIR = 0.5, 0.2
"""Shares of the page below which a block, and a pair in it, moves on rather than splits."""
_REPEAT_BELOW = 0.25
"""A head taller than this share of the page is not repeated."""
_NARROWEST = 7.0
"""Labels narrower than this many times the body size stand above their values."""


class Composer(Protocol):
    """What lays out the parts of a row."""

    theme: PrintTheme
    page: float

    def text(
        self, runs: tuple[b.Run, ...], style: TextStyle, width: float, node: Node | None
    ) -> Lines:
        """One paragraph."""
        ...

    def stack(self, blocks: Iterable[b.Block], width: float, node: Node) -> Stack:
        """Blocks below each other."""
        ...

    def beside(self, parts: list[tuple[float, Laid]], width: float) -> Beside:
        """Parts with their widths, from the start side."""
        ...

    def inner_heading(self, node: Node) -> Node:
        """The node of a heading one level below the last."""
        ...


def row_by_row(composer: Composer, block: b.Table, width: float, node: Node) -> Laid:
    """Each row as its head and then label and value, column by column."""
    unit, style = composer.theme.unit, BOXES[b.BoxRole.CARD]
    inner = width - 2 * composer.theme.padding
    begin = 1 if block.row_head else 0
    rows = []
    for cells in block.rows:
        section = node.add("Sect")
        head = _head(composer, cells[0].blocks, inner, section) if block.row_head else []
        answers, items = listing(section, "None"), []
        for label, value in zip(block.header[begin:], cells[begin:], strict=True):
            pair = _pair(composer, label.blocks, value.blocks, inner, answers.add("LI"))
            items.append(Item(pair, _BETWEEN * unit))
        framed = Framed(_under(composer, head, items), style, width, composer.theme.padding)
        card = Stack((Item(framed),), _WHOLE_BELOW * composer.page)
        rows.append(Item(card, unit))
    return Stack(tuple(rows))


def _under(composer: Composer, head: list[Item], pairs: list[Item]) -> Laid:
    """Pairs under their row's head, which stands again where they go on over the page."""
    air = Item(Fixed(_BETWEEN * composer.theme.unit, nothing))
    above = Stack((*head, air))
    if not head or not pairs or above.height > _REPEAT_BELOW * composer.page:
        return Stack((*head, *pairs))
    return Ruled(above, Stack(tuple(pairs)))


def _head(composer: Composer, blocks: Sequence[b.Block], width: float, section: Node) -> list[Item]:
    """The first paragraph of a row's head is the heading of its block."""
    first, *rest = blocks
    if not isinstance(first, b.Paragraph):
        return [Item(composer.stack(blocks, width, section), keep_next=True)]
    strong = first.role is b.TextRole.BODY and not any(run.strong for run in first.runs)
    style = composer.theme.text[b.TextRole.STRONG if strong else first.role]
    head = composer.text(first.runs, style, width, composer.inner_heading(section))
    below = [Item(composer.stack(rest, width, section), keep_next=True)] if rest else []
    return [Item(head, keep_next=True), *below]


def _pair(
    composer: Composer,
    label: Sequence[b.Block],
    value: Sequence[b.Block],
    width: float,
    item: Node,
) -> Laid:
    """A label and its value beside it, or below it where the label would be squeezed."""
    gap = composer.theme.gap
    first = _LABEL_SHARE * (width - gap)
    if first < _NARROWEST * composer.theme.unit:
        above = _content(composer, label, width, item.add("Lbl"))
        below = _content(composer, value, width, item.add("LBody"))
        return Stack((Item(above, keep_next=True), Item(below)))
    left = _content(composer, label, first, item.add("Lbl"))
    right = _content(composer, value, width - gap - first, item.add("LBody"))
    row = composer.beside([(first, left), (width - gap - first, right)], width)
    return replace(row, whole=_WHOLE_PAIR * composer.page)


def _content(composer: Composer, blocks: Sequence[b.Block], width: float, node: Node) -> Laid:
    """One paragraph is the node's own content; several blocks get nodes of their own."""
    if len(blocks) == 1 and isinstance(only := blocks[0], b.Paragraph):
        return composer.text(only.runs, composer.theme.text[only.role], width, node)
    return composer.stack(blocks, width, node)
