"""Blocks into laid parts of a given width, with their structure nodes in reading order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import partial, singledispatchmethod

from sdm_aid.design.tokens import Role
from sdm_aid.documents import blocks as b
from sdm_aid.documents.pdf import figures, lists, tables
from sdm_aid.documents.pdf.flow import TextFlow
from sdm_aid.documents.pdf.framed import Framed, equally_tall
from sdm_aid.documents.pdf.laid import (
    Beside,
    Fixed,
    Item,
    Laid,
    Lines,
    Stack,
    nothing,
)
from sdm_aid.documents.pdf.newspaper import Newspaper
from sdm_aid.documents.pdf.pen import Pen
from sdm_aid.documents.pdf.structure import Node
from sdm_aid.documents.pdf.theme import BOXES, BoxStyle, PrintTheme, TextStyle
from sdm_aid.documents.pdf.voices import script_of

COLUMN_GAP = 14.0
_SIDE_BY_SIDE_FROM = 14 * 12.0
"""Columns narrower than this many points are set below each other instead (large print)."""


class Composer:
    """Lays blocks out; `page` is the height in points that one page has for them."""

    def __init__(self, theme: PrintTheme, page: float, *, rtl: bool, language: str = "en") -> None:
        self.theme = theme
        self.page = page
        self.rtl = rtl
        self.script = script_of(language)
        self.places: set[str] = set()
        self._colour_of_text: Role = "text"
        self._in_outline = False
        self._level = 1

    def stack(
        self, blocks: Iterable[b.Block], width: float, node: Node, *, whole: float = 0.0
    ) -> Stack:
        """Blocks below each other; their nodes become children of `node`."""
        items: list[Item] = []
        before: b.Block | None = None
        every = list(blocks)
        for place, block in enumerate(every, 1):
            gap = self._gap(before, block)
            laid = self.lay(block, width, node)
            heading = isinstance(block, b.Heading | b.OptionTitle)
            after = every[place] if place < len(every) else None
            leads = isinstance(block, b.Paragraph) and _leads(before, after)
            items.append(Item(laid, gap, keep_next=heading or leads))
            before = block
        return Stack(tuple(items), whole)

    def _gap(self, before: b.Block | None, block: b.Block) -> float:
        unit = self.theme.unit
        block = _edge(block, 0) or block
        before = _edge(before, -1)
        if isinstance(block, b.Spacer):
            return 0.0
        if isinstance(block, b.Heading):
            return {2: 1.1, 3: 0.75}.get(block.level, 0.55) * unit
        if isinstance(before, b.Heading | b.OptionTitle):
            return 0.35 * unit
        if isinstance(before, b.Paragraph) and isinstance(block, b.Paragraph):
            return (0.22 if self.theme.dense else 0.32) * unit
        if isinstance(before, b.MarkedList) and isinstance(block, b.MarkedList):
            return 0.26 * unit
        if isinstance(block, b.Box | b.Table | b.Columns | b.Signatures):
            return 0.75 * unit
        if isinstance(before, b.Box | b.Table | b.Columns):
            return 0.75 * unit
        return self.theme.gap

    def text(
        self, runs: tuple[b.Run, ...], style: TextStyle, width: float, node: Node | None
    ) -> Lines:
        """One paragraph."""
        flow = TextFlow(runs, style, int(self.rtl), script=self.script)
        if node is not None and len(languages := {run.language for run in runs}) == 1:
            node.language = languages.pop() or ""
        return Lines(flow.lines(width), style, width, node)

    @singledispatchmethod
    def lay(self, block: b.Block, width: float, node: Node) -> Laid:
        """One block, `width` points wide, as a child of `node`."""
        raise TypeError(f"no layout for {type(block).__name__}")

    @lay.register
    def _(self, block: b.Paragraph, width: float, node: Node) -> Laid:
        style = self.theme.text[block.role]
        if self._colour_of_text != "text" and style.colour == "text":
            style = replace(style, colour=self._colour_of_text)
        return self.text(block.runs, style, width, self.placed(node.add("P"), block.place))

    @lay.register
    def _(self, block: b.Heading, width: float, node: Node) -> Laid:
        style = self.theme.headings[block.level]
        if self._in_outline and block.level == 2:
            style = self.theme.boxed_heading
        runs = (b.Run(block.text, language=block.language),)
        return self.text(runs, style, width, self._heading(block, node))

    @lay.register
    def _(self, block: b.OptionTitle, width: float, node: Node) -> Laid:
        style = self.theme.headings[block.level]
        heading = self._heading(block, node)
        size = 1.7 * style.size
        letter = Fixed(size, partial(self._letter, letter=block.letter, style=style, node=heading))
        inset = size + 0.6 * style.size
        runs = (b.Run(block.text, language=block.language),)
        title = self.text(runs, style, width - inset, heading)
        top = max(0.0, (size - title.height) / 2)
        return self.beside([(size, letter), (width - inset, _lowered(title, top))], width)

    def _heading(self, block: b.Heading | b.OptionTitle, node: Node) -> Node:
        """The node of a heading; a level may not be skipped, whatever its look."""
        self._level = min(block.level, self._level + 1)
        words = f"{block.letter}. {block.text}" if isinstance(block, b.OptionTitle) else block.text
        heading = node.add(f"H{self._level}", bookmark=words)
        return self.placed(heading, block.place)

    def inner_heading(self, node: Node) -> Node:
        """The node of a heading one level below the last, which leaves that level as it is."""
        return node.add(f"H{min(self._level + 1, 6)}")

    def placed(self, node: Node, place: str) -> Node:
        """The node, known under the name that links use; the first of two keeps it."""
        if place and place not in self.places:
            self.places.add(place)
            node.place = place
        return node

    def _letter(
        self, pen: Pen, x: float, top: float, *, letter: str, style: TextStyle, node: Node
    ) -> None:
        """A letter in a neutral disc."""
        radius = 0.85 * style.size
        with pen.mark(None):
            pen.disc(x + radius, top - radius, radius, "line_control", "sunken")
        line = TextFlow((b.Run(letter),), style, 0).lines(1e9)[0]
        with pen.mark(node):
            left = x + radius - line.width / 2
            pen.lines([(left, line)], top - radius + style.leading / 2, style)

    @lay.register
    def _(self, block: b.Chip, width: float, node: Node) -> Laid:
        return figures.chip(self, block, width, node)

    @lay.register
    def _(self, block: b.BulletList, width: float, node: Node) -> Laid:
        return lists.bullets(self, block, width, node)

    @lay.register
    def _(self, block: b.MarkedList, width: float, node: Node) -> Laid:
        return lists.marked(self, block, width, node)

    @lay.register
    def _(self, block: b.Newspaper, width: float, node: Node) -> Laid:
        theme = self.theme
        if theme.large:
            return self.stack(block.blocks, width, node)
        column = (width - COLUMN_GAP) / 2
        self.theme = PrintTheme(b.TextSize.DENSE) if block.dense else theme
        stack = self.stack(block.blocks, column, node)
        self.theme = theme
        return Newspaper(stack, column, width, rtl=self.rtl)

    @lay.register
    def _(self, block: b.Box, width: float, node: Node) -> Laid:
        style = BOXES[block.role]
        section = node.add("Sect") if block.role is b.BoxRole.CARD else node
        padding = self.theme.padding
        outer = self._colour_of_text, self._in_outline
        self._colour_of_text, self._in_outline = style.text, block.role is b.BoxRole.OUTLINE
        inner = self.stack(block.blocks, width - 2 * padding, section)
        self._colour_of_text, self._in_outline = outer
        return Stack((Item(self.framed(inner, style, width)),), whole=0.5 * self.page)

    def framed(self, inner: Laid, style: BoxStyle, width: float) -> Framed:
        """A frame round laid parts."""
        return Framed(inner, style, width, self.theme.padding)

    @lay.register
    def _(self, block: b.Columns, width: float, node: Node) -> Laid:
        room = width - COLUMN_GAP
        first, second = room * block.share, room * (1 - block.share)
        if min(first, second) < _SIDE_BY_SIDE_FROM * self.theme.unit / 18 and self.theme.large:
            return self.stack((*block.left, *block.right), width, node)
        left = self.stack(block.left, first, node)
        right = self.stack(block.right, second, node)
        one, other = equally_tall(left, right)
        row = self.beside([(first, one), (second, other)], width, gap=COLUMN_GAP)
        return replace(row, whole=0.5 * self.page)

    def beside(
        self, parts: list[tuple[float, Laid]], width: float, *, gap: float | None = None
    ) -> Beside:
        """Parts with their widths from the start side; a given gap or what is left between two."""
        used = sum(size for size, _ in parts)
        step = gap if gap is not None else (width - used) / max(1, len(parts) - 1)
        placed: list[tuple[float, Laid | None]] = []
        at = 0.0
        for size, laid in parts:
            placed.append((width - at - size if self.rtl else at, laid))
            at += size + step
        return Beside(tuple(placed), width)

    @lay.register
    def _(self, block: b.Table, width: float, node: Node) -> Laid:
        return tables.table(self, block, width, node)

    @lay.register
    def _(self, block: b.Checklist, width: float, node: Node) -> Laid:
        return tables.checklist(self, block, width, node)

    @lay.register
    def _(self, block: b.KeyValues, width: float, node: Node) -> Laid:
        return tables.key_values(self, block, width, node)

    @lay.register
    def _(self, block: b.FigureBlock, width: float, node: Node) -> Laid:
        return figures.figure(self, block, width, node)

    @lay.register
    def _(self, block: b.Signatures, width: float, node: Node) -> Laid:
        return figures.signatures(self, block, width, node)

    @lay.register
    def _(self, block: b.SealField, width: float, node: Node) -> Laid:
        return figures.seal_field(self, block, width, node)

    @lay.register
    def _(self, block: b.WritingLines, width: float, node: Node) -> Laid:
        pitch = 2.3 * self.theme.unit
        ruled = [Item(Fixed(pitch, partial(_writing_line, width=width, pitch=pitch)))]
        return Stack(tuple(ruled * block.count))

    @lay.register
    def _(self, block: b.Spacer, width: float, node: Node) -> Laid:
        return Fixed(min(block.points, self.page), nothing)

    @lay.register
    def _(self, block: b.PageBreak, width: float, node: Node) -> Laid:
        return Fixed(0.0, nothing)  # breaks count at the top level only; see `render`

    @lay.register
    def _(self, block: b.KeepTogether, width: float, node: Node) -> Laid:
        return self.stack(block.blocks, width, node, whole=self.page)


def _leads(before: b.Block | None, after: b.Block | None) -> bool:
    """Whether words lead into columns or a table, or stand between two headings: then they move on
    with what follows rather than end a page."""
    head = b.Heading | b.OptionTitle
    leading = isinstance(after, b.Newspaper | b.Table)
    return leading or (isinstance(before, head) and isinstance(after, head))


def _edge(block: b.Block | None, place: int) -> b.Block | None:
    """The first or last of blocks that are kept together, for the gap beside them."""
    while isinstance(block, b.KeepTogether) and block.blocks:
        block = block.blocks[place]
    return block


def _lowered(laid: Laid, by: float) -> Laid:
    return Stack((Item(Fixed(by, nothing)), Item(laid))) if by else laid


def _writing_line(pen: Pen, x: float, top: float, *, width: float, pitch: float) -> None:
    with pen.mark(None):
        pen.rule(x, top - pitch, width, "line_control", 0.6)
