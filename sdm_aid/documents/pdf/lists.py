"""Lists on paper: bullets, and words beside drawn marks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from sdm_aid.documents import blocks as b
from sdm_aid.documents.pdf import painter
from sdm_aid.documents.pdf.laid import Fixed, Item, Laid, Stack
from sdm_aid.documents.pdf.pen import Pen
from sdm_aid.documents.pdf.structure import Node
from sdm_aid.documents.pdf.theme import TextStyle
from sdm_aid.drawing.scene import Scene, TextRun

if TYPE_CHECKING:
    from sdm_aid.documents.pdf.compose import Composer

_BETWEEN = 0.22
"""Space between items, in units of the body size."""
_WHOLE = 0.2
"""An item shorter than this share of the page moves on rather than splits."""
_TEXT_GAP = 0.55
"""Space between marks and their words, in units of the body size."""
_MARK_GAP = 0.18
"""Space between two marks, as a share of their height."""


def bullets(composer: Composer, block: b.BulletList, width: float, node: Node) -> Laid:
    """Points with a dot."""
    style = composer.theme.text[b.TextRole.BODY]
    points = listing(node, "Disc")
    inset = 1.1 * style.size
    items = []
    for runs in block.items:
        item = points.add("LI")
        mark = composer.text((b.Run("•"),), style, inset, item.add("Lbl"))
        words = composer.text(runs, style, width - inset, item.add("LBody"))
        row = composer.beside([(inset, mark), (width - inset, words)], width)
        row = replace(row, whole=_WHOLE * composer.page)  # a dot never stands without its words
        items.append(Item(row, _BETWEEN * style.size))
    return Stack(tuple(items))


def marked(composer: Composer, block: b.MarkedList, width: float, node: Node) -> Laid:
    """Words beside small drawings; a drawing that holds text is the label that is read out."""
    points = listing(node, "None")
    unit = composer.theme.unit
    items: list[tuple[b.MarkedItem, float]] = []
    for item in block.items:
        size = block.height * _first(composer, item.paragraphs).leading
        items.append((item, size))
    rows = []
    for item, size in items:
        inset = _across(item.marks, size) + _TEXT_GAP * unit
        entry = points.add("LI")
        label = entry.add("Lbl") if any(_says(mark) for mark in item.marks) else None
        drop = (_first(composer, item.paragraphs).leading - size) / 2
        drawn = Fixed(
            max(size, size + drop),
            partial(
                _marks, marks=item.marks, size=size, drop=drop, gap=_TEXT_GAP * unit, node=label
            ),
        )
        words = _paragraphs(composer, item.paragraphs, width - inset, entry.add("LBody"))
        row = composer.beside([(inset, drawn), (width - inset, words)], width, gap=0.0)
        row = replace(row, whole=_WHOLE * composer.page)
        rows.append(Item(row, 1.2 * _BETWEEN * unit))
    return Stack(tuple(rows))


def listing(node: Node, numbering: str) -> Node:
    """A list element; `numbering`: how PDF names the marks of its items."""
    made = node.add("L")
    made.attributes.update({"O": "List", "ListNumbering": numbering})
    return made


def _paragraphs(
    composer: Composer, paragraphs: Sequence[b.Paragraph], width: float, node: Node
) -> Laid:
    """One paragraph is the node's own content; several get nodes of their own."""
    if len(paragraphs) == 1:
        only = paragraphs[0]
        return composer.text(only.runs, composer.theme.text[only.role], width, node)
    laid = (
        composer.text(each.runs, composer.theme.text[each.role], width, node.add("P"))
        for each in paragraphs
    )
    return Stack(tuple(Item(lines) for lines in laid))


def _first(composer: Composer, paragraphs: Sequence[b.Paragraph]) -> TextStyle:
    return composer.theme.text[paragraphs[0].role]


def _across(marks: Sequence[Scene], size: float) -> float:
    each = [size * mark.width / mark.height for mark in marks]
    return sum(each) + max(0, len(each) - 1) * _MARK_GAP * size


def _says(mark: Scene) -> bool:
    return any(isinstance(shape, TextRun) for shape in mark.shapes)


def _marks(
    pen: Pen,
    x: float,
    top: float,
    *,
    marks: Sequence[Scene],
    size: float,
    drop: float,
    gap: float,
    node: Node | None,
) -> None:
    x += gap if pen.rtl else 0.0
    with pen.mark(node):
        for mark in marks:
            scale = size / mark.height
            painter.paint(pen, mark, x, top - drop, scale)
            x += mark.width * scale + _MARK_GAP * size
