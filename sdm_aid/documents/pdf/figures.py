"""Drawn parts of a page: pictures, chips, signature lines with ink, the place of the seal."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from sdm_aid.documents import blocks as b
from sdm_aid.documents.pdf import painter
from sdm_aid.documents.pdf.framed import Framed
from sdm_aid.documents.pdf.laid import Fixed, Item, Laid, Stack
from sdm_aid.documents.pdf.pen import Pen
from sdm_aid.documents.pdf.structure import Node
from sdm_aid.documents.pdf.theme import BOXES, MM
from sdm_aid.drawing.ink import ink_scene

if TYPE_CHECKING:
    from sdm_aid.documents.pdf.compose import Composer

_INK_HEIGHT, _INK_WIDTH = 36.0, 170.0
_INK_WEIGHT = 0.8
_LINE_GAP = 16.0
_SEAL_PADDING = 0.6
"""Padding round the small words of the seal against that of other frames."""


def figure(composer: Composer, block: b.FigureBlock, width: float, node: Node) -> Laid:
    """A scene scaled to the width asked for, or to what the column and the page allow."""
    scene = block.scene
    across = min(block.width_mm * MM, width)
    scale = across / scene.width
    if scene.height * scale > composer.page:
        scale = composer.page / scene.height
    element = node.add("Figure", alt=block.alt or scene.alt)
    size = (scene.width * scale, scene.height * scale)

    def draw(pen: Pen, x: float, top: float) -> None:
        left = x + (width - size[0] if pen.rtl else 0)
        _place(element, left, top, size)
        with pen.mark(element):
            painter.paint(pen, scene, left, top, scale)

    return Fixed(size[1], draw)


def _place(element: Node, x: float, top: float, size: tuple[float, float]) -> None:
    """Where a figure stands, as assistive technology wants it."""
    box = [round(edge, 2) for edge in (x, top - size[1], x + size[0], top)]
    element.attributes.update({"O": "Layout", "Placement": "Block", "BBox": box})


def chip(composer: Composer, block: b.Chip, width: float, node: Node) -> Laid:
    """A label on a rounded ground, as wide as its words."""
    style = composer.theme.chip
    pad = 0.75 * style.size
    words = composer.text((b.Run(block.text),), style, width - 2 * pad, node.add("P"))
    across = max(line.width for line in words.lines)
    height = words.height + 0.35 * style.size

    def draw(pen: Pen, x: float, top: float) -> None:
        left = x + (width - across - 2 * pad if pen.rtl else 0)
        with pen.mark(None):
            box = (left, top - height, across + 2 * pad, height)
            pen.rectangle(box, None, "chip", 0, min(height / 2, 0.8 * style.size))
        shift = width - 2 * pad - across if pen.rtl else 0
        words.paint(pen, left + pad - shift, top - 0.175 * style.size)

    return Fixed(height, draw) if height < 0.3 * composer.page else words


def signatures(composer: Composer, block: b.Signatures, width: float, node: Node) -> Laid:
    """Signature lines in pairs; one below the other in large print."""
    pair = not composer.theme.large
    across = (width - _LINE_GAP) / 2 if pair else width
    laid = [_signature(composer, line, across, node.add("Sect")) for line in block.lines]
    step = 2 if pair else 1
    items = []
    for i in range(0, len(laid), step):
        parts: list[tuple[float, Laid]] = [(across, part) for part in laid[i : i + step]]
        row = composer.beside(parts, width, gap=_LINE_GAP)
        items.append(Item(row, composer.theme.unit))
    return Stack(tuple(items), whole=0.6 * composer.page)


def _signature(composer: Composer, line: b.SignatureLine, width: float, node: Node) -> Laid:
    theme = composer.theme
    element = node.add("Figure", alt=line.alt) if line.strokes else None
    ink = Fixed(_INK_HEIGHT, partial(_ink, line=line, width=width, element=element))
    who = tuple(
        run
        for run in (
            b.Run(line.name, strong=True, isolated=True),
            b.Run(f", {line.role}" if line.role else ""),
            b.Run(f" · {line.method}" if line.method else ""),
        )
        if run.text
    )
    body = theme.text[b.TextRole.BODY]
    items = [Item(ink), Item(composer.text(who, body, width, node.add("P")), 3.0)]
    if line.note:
        words = composer.text(line.note, theme.text[b.TextRole.SOFT], width, node.add("P"))
        items.append(Item(words, 1.0))
    return Stack(tuple(items))


def _ink(
    pen: Pen, x: float, top: float, *, line: b.SignatureLine, width: float, element: Node | None
) -> None:
    """The line to sign on, and the ink above it if there is any."""
    base = top - _INK_HEIGHT
    with pen.mark(None):
        pen.rule(x, base, width, "text", 0.7)
    if line.strokes and element is not None:
        size = (min(0.8 * width, _INK_WIDTH), _INK_HEIGHT - 2)
        left = x + (width - size[0] - 6 if pen.rtl else 6)
        _place(element, left, top, size)
        with pen.mark(element):
            # the record knows when each point was drawn; the page only how hard
            strokes = [[(*point, 0.0) for point in stroke] for stroke in line.strokes]
            painter.paint(pen, ink_scene(strokes, *size, weight=_INK_WEIGHT), left, top, 1.0)


def seal_field(composer: Composer, block: b.SealField, width: float, node: Node) -> Laid:
    """A quiet frame with the words of the seal, under an empty signature field."""
    form = node.add("Form")
    if not block.runs:
        return Fixed(0.0, partial(_field, block=block, node=form, size=(0.0, 0.0)))
    style = composer.theme.text[b.TextRole.SMALL]
    pad = _SEAL_PADDING * composer.theme.padding
    words = composer.text(block.runs, style, width - 2 * pad, node.add("P"))
    field_height = min(words.height, 0.3 * composer.page)
    field = partial(_field, block=block, node=form, size=(width, field_height + 2 * pad))
    framed = Framed(words, BOXES[b.BoxRole.SOFT], width, pad)
    return Stack((Item(Fixed(0.0, field), keep_next=True), Item(framed)), whole=0.5 * composer.page)


def _field(
    pen: Pen, x: float, top: float, *, block: b.SealField, node: Node, size: tuple[float, float]
) -> None:
    rect = (x, top - size[1], x + size[0], top)
    pen.canvas.signature_field(block.name, block.tooltip, rect, node)
