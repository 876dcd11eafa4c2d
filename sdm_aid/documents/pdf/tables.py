"""Tables, checklists and label-value lists as ruled rows with header cells for screen readers."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from sdm_aid.documents import blocks as b
from sdm_aid.documents.pdf.columns import fitted, widest_word
from sdm_aid.documents.pdf.laid import (
    Beside,
    Fixed,
    Grid,
    Item,
    Laid,
    Lines,
    Ruled,
    Stack,
    nothing,
)
from sdm_aid.documents.pdf.lists import listing
from sdm_aid.documents.pdf.pen import Pen
from sdm_aid.documents.pdf.row_blocks import row_by_row
from sdm_aid.documents.pdf.structure import Node
from sdm_aid.documents.pdf.theme import PrintTheme, TextStyle

if TYPE_CHECKING:
    from sdm_aid.documents.pdf.compose import Composer

_REPEAT_BELOW = 0.35
"""A head taller than this share of the page is not repeated."""
_CHECK_SHARES = (0.62, 0.21, 0.17)
_LARGE_COLUMNS = 3
"""Most columns that large print sets side by side."""
_CELL_SHARE = 0.94
"""Size of text in a table cell against that of body text, in which checklists are set."""
_WHOLE_PAIR = 0.15
"""The same for a label with its value."""
_WHOLE_BELOW = 0.45
"""A row shorter than this share of the page moves on rather than splits."""


def table(composer: Composer, block: b.Table, width: float, node: Node) -> Laid:
    """A ruled table; header cells carry their scope.  Where its words do not fit side by side, and
    for many columns in large print, every row becomes a block of its own."""
    if block.dense and not composer.theme.large:
        outer, composer.theme = composer.theme, PrintTheme(b.TextSize.DENSE)
        laid = _table(composer, block, width, node)
        composer.theme = outer
        return laid
    return _table(composer, block, width, node)


def _table(composer: Composer, block: b.Table, width: float, node: Node) -> Laid:
    count = len(block.header)
    if composer.theme.large and (count > _LARGE_COLUMNS or block.head_above):
        return row_by_row(composer, block, width, node)
    above = 1 if block.head_above else 0
    padding = 2 * composer.theme.cell_padding
    needs = [
        max(
            widest_word(line[i].blocks, composer.theme, bold=line is block.header)
            for line in (block.header, *block.rows)
        )
        + padding
        for i in range(above, count)
    ]
    widths = fitted(block.widths or (1.0,) * (count - above), needs, width)
    if widths is None:
        return row_by_row(composer, block, width, node)
    holder = node.add("Table")
    if block.caption:
        holder.attributes.update({"O": "Table", "Summary": block.caption})
    heads = _head_nodes(holder, count)
    row = partial(_row_under_its_head, composer) if above else partial(_row, composer)
    head = row(block.header, widths, heads, bold=True, head=True)
    rows = []
    for cells in block.rows:
        line = holder.add("TR")
        nodes = [
            _scoped(line, "Row") if block.row_head and i == 0 else line.add("TD")
            for i in range(len(cells))
        ]
        rows.append(Item(row(cells, widths, nodes)))
    return _under(composer, head, rows)


def _row_under_its_head(
    composer: Composer,
    cells: tuple[b.Cell, ...],
    widths: list[float],
    nodes: list[Node],
    *,
    bold: bool = False,
    head: bool = False,
) -> Stack:
    """The first cell over the whole width, the others below it; read out as one row.

    A first head without words takes no room: it stays in the structure, so that rows are equal.
    """
    under = _row(composer, cells[1:], widths, nodes[1:], bold=bold, head=head)
    if head and not any(_says(block) for block in cells[0].blocks):
        return Stack((Item(under),))
    over = _row(composer, cells[:1], [sum(widths)], nodes[:1], bold=bold, head=True)
    nodes[0].once = head
    whole = _WHOLE_BELOW * composer.page
    return Stack((Item(over, keep_next=True), Item(under)), whole)


def _says(block: b.Block) -> bool:
    return not isinstance(block, b.Paragraph) or any(run.text for run in block.runs)


def _under(composer: Composer, head: Laid, rows: list[Item]) -> Laid:
    """Rows under a head that is repeated on every page, unless it is too tall for that."""
    if head.height > _REPEAT_BELOW * composer.page or not rows:
        return Stack((Item(head), *rows))
    return Ruled(head, Stack(tuple(rows)))


def _head_nodes(holder: Node, count: int) -> list[Node]:
    line = holder.add("TR")
    return [_scoped(line, "Column") for _ in range(count)]


def _scoped(line: Node, scope: str) -> Node:
    node = line.add("TH")
    node.attributes.update({"O": "Table", "Scope": scope})
    return node


def _row(
    composer: Composer,
    cells: tuple[b.Cell, ...],
    widths: list[float],
    nodes: list[Node],
    *,
    bold: bool = False,
    head: bool = False,
) -> Beside:
    theme = composer.theme
    padding, total = theme.cell_padding, sum(widths)
    parts: list[tuple[float, Laid | None]] = []
    at = 0.0
    for cell, width, node in zip(cells, widths, nodes, strict=True):
        node.once = head
        laid = _cell(composer, cell, width - 2 * padding, node, bold=bold)
        parts.append((total - at - width if composer.rtl else at, laid))
        at += width
    grid = Grid("line_rule", padding, "sunken" if head else None)
    return Beside(tuple(parts), total, grid, _WHOLE_BELOW * composer.page)


def _cell(composer: Composer, cell: b.Cell, width: float, node: Node, *, bold: bool) -> Laid:
    """One paragraph is the cell's own content; several blocks get nodes of their own."""
    if len(cell.blocks) == 1 and isinstance(only := cell.blocks[0], b.Paragraph):
        style = composer.theme.text[only.role]
        if only.role is b.TextRole.BODY:
            style = composer.theme.cell
        if bold:
            style = TextStyle(style.size, style.leading, style.colour, bold=True)
        return composer.text(only.runs, style, width, node)
    return composer.stack(cell.blocks, width, node)


def checklist(composer: Composer, block: b.Checklist, width: float, node: Node) -> Laid:
    """Rows of a step with its tick box, who, and by when."""
    theme = composer.theme
    body, small = theme.text[b.TextRole.BODY], theme.text[b.TextRole.CAPTION]
    room = width - 1.9 * body.size - 2 * theme.unit
    columns = zip(
        block.columns, *((row.text, row.who, row.when) for row in block.rows), strict=True
    )
    needs = [
        widest_word([b.text(words) for words in column], theme, bold=False) / _CELL_SHARE
        for column in columns
    ]
    widths = fitted(_CHECK_SHARES, needs, room) or [share * room for share in _CHECK_SHARES]
    holder = node.add("Table")
    heads = _head_nodes(holder, 3)
    for head in heads:
        head.once = True
    titles = [
        composer.text((b.Run(words),), small, size, head)
        for words, size, head in zip(block.columns, widths, heads, strict=True)
    ]
    rows = []
    for row in block.rows:
        line = holder.add("TR")
        cells = [_scoped(line, "Row"), line.add("TD"), line.add("TD")]
        done = cells[0].add("Span", spoken=block.done_word) if row.done else None
        tick = partial(_tick_box, size=0.8 * body.size, done=done, ticked=row.done)
        texts = [
            composer.text((b.Run(words, isolated=True),), body, size, cell)
            for words, size, cell in zip((row.text, row.who, row.when), widths, cells, strict=True)
        ]
        rows.append(Item(_step(composer, Fixed(body.leading, tick), texts, width)))
    return _under(composer, _step(composer, Fixed(0.0, nothing), titles, width), rows)


def _step(composer: Composer, tick: Laid, texts: list[Lines], width: float) -> Laid:
    """One checklist row above a thin rule."""
    unit = composer.theme.unit
    box = width - sum(text.width for text in texts) - 2 * unit
    parts: list[tuple[float, Laid]] = [(box, tick)]
    parts += [(text.width + unit, text) for text in texts[:-1]]
    parts.append((texts[-1].width, texts[-1]))
    row = composer.beside(parts, width, gap=0.0)
    space = Fixed(0.28 * unit, nothing)
    rule = Fixed(0.28 * unit, partial(_thin_rule, width=width, at=0.28 * unit))
    return Stack((Item(space), Item(row), Item(rule)), _WHOLE_BELOW * composer.page)


def _tick_box(
    pen: Pen, x: float, top: float, *, size: float, done: Node | None, ticked: bool
) -> None:
    """A square to tick, or ticked; drawn, since the face has no ballot boxes."""
    left = x + (0.9 * size if pen.rtl else 0.8)
    bottom = top - 1.28 * size
    with pen.mark(None):
        pen.rectangle((left, bottom, size, size), "text", None, 1.0, 1.5)
    if ticked:
        with pen.mark(done):
            pen.canvas.operators(
                f"1.4 w {left + 0.22 * size:.2f} {bottom + 0.5 * size:.2f} m "
                f"{left + 0.42 * size:.2f} {bottom + 0.22 * size:.2f} l "
                f"{left + 0.8 * size:.2f} {bottom + 0.78 * size:.2f} l S"
            )


def _thin_rule(pen: Pen, x: float, top: float, *, width: float, at: float) -> None:
    with pen.mark(None):
        pen.rule(x, top - at, width, "line_rule", 0.6)


def key_values(composer: Composer, block: b.KeyValues, width: float, node: Node) -> Laid:
    """Labels at the start side, values beside them; read out as label and value."""
    theme = composer.theme
    label, value = theme.text[b.TextRole.SOFT], theme.text[b.TextRole.BODY]
    gap = theme.unit
    first = block.share * (width - gap)
    pairs = listing(node, "None")
    items = []
    for words, runs in block.rows:
        item = pairs.add("LI")
        left = composer.text(
            (b.Run(words),),
            TextStyle(label.size, value.leading, label.colour),
            first,
            item.add("Lbl"),
        )
        right = composer.text(runs, value, width - gap - first, item.add("LBody"))
        row = composer.beside([(first, left), (width - gap - first, right)], width)
        row = replace(row, whole=_WHOLE_PAIR * composer.page)
        items.append(Item(row, 0.25 * theme.unit))
    return Stack(tuple(items))
