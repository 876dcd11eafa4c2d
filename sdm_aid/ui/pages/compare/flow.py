"""Blocks laid out and painted from top to bottom in a given width."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from sdm_aid.design.tokens import Role
from sdm_aid.ui.models.blocks import Block
from sdm_aid.ui.pages.compare.glyphs import (
    paint_clock,
    paint_dots,
    paint_ladder,
    paint_state,
    paint_talk,
)
from sdm_aid.ui.pages.compare.person import paint_person
from sdm_aid.ui.pages.compare.style import Measure, colour

LEADING = 1.28
_FONTS: dict[str, tuple[float, bool, Role]] = {
    "key": (1.5, True, "text"),
    "lead": (1.06, False, "text"),
    "severity": (0.9, False, "text"),
    "legend": (0.98, False, "text"),
    "number": (1.14, True, "text"),
    "headed": (1.0, False, "text"),
    "strong": (0.96, True, "text"),
    "text": (0.96, False, "text"),
    "pair": (0.94, False, "text"),
    "lined": (0.92, False, "text"),
    "soft": (0.88, False, "text_soft"),
    "chip": (0.85, False, "on_chip"),
    "clock": (0.85, False, "on_chip"),
    "certainty": (0.88, False, "text"),
    "state": (0.96, False, "text"),
    "experts": (0.9, True, "text"),
    "link": (0.94, True, "accent"),
}
_SPACE_BEFORE = {
    "severity": 4,
    "legend": 4,
    "lead": 4,
    "chip": 5,
    "clock": 5,
    "certainty": 6,
    "link": 6,
    "experts": 6,
    "gap": 10,
}


@dataclass(slots=True)
class _Laid:
    block: Block
    text: QTextLayout
    top: float
    indent: float
    height: float
    width: float
    shift: float = 0.0
    """How far along the line a chip stands that shares it with others."""


class BlockFlow:
    """Blocks in one column; lays out once a width and paints as often as asked."""

    def __init__(self, blocks: Sequence[Block], measure: Measure, *, rtl: bool) -> None:
        self._blocks = tuple(blocks)
        self._measure = measure
        self._rtl = rtl
        self._widths: dict[float, tuple[list[_Laid], float]] = {}
        self._laid: list[_Laid] = []

    def height(self, width: float) -> int:
        """How high the blocks stand in this width."""
        return round(self._lay_out(width)[1])

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the blocks from the top of ``rect``."""
        for laid in self._lay_out(rect.width())[0]:
            self._paint_block(painter, rect, laid)

    def _lay_out(self, width: float) -> tuple[list[_Laid], float]:
        """Layouts ask for several widths in turn, so each is kept."""
        known = self._widths.get(width)
        if known is not None:
            return known
        self._laid = []
        top = 0.0
        for block in self._blocks:
            if self._laid or block.kind == "gap":
                top += self._measure.px(_SPACE_BEFORE.get(block.kind, 2))
            if block.kind == "gap":
                continue
            laid = self._lay_block(block, width, top)
            if self._joins(laid, width):
                top = self._laid[-1].top + self._laid[-1].height
                laid.top = self._laid[-1].top
            else:
                top += laid.height
            self._laid.append(laid)
        self._widths[width] = self._laid, top
        return self._widths[width]

    def _joins(self, laid: _Laid, width: float) -> bool:
        """Put a chip beside the one before it where both fit on one line."""
        before = self._laid[-1] if self._laid else None
        if before is None or not {laid.block.kind, before.block.kind} <= {"chip", "clock"}:
            return False
        pad, gap = self._measure.px(7), self._measure.px(6)
        end = before.shift + before.indent + before.width + pad + gap
        if laid.height != before.height or end + laid.indent + laid.width + pad > width:
            return False
        laid.shift = end
        return True

    def _lay_block(self, block: Block, width: float, top: float) -> _Laid:
        times, bold, _role = _FONTS[block.kind]
        font = self._measure.font(times, bold=bold)
        indent = self._indent(block)
        pad = self._measure.px(7) if block.kind in ("chip", "clock") else 0
        layout, natural, height = lay_text(
            f"{block.text} {block.tail}" if block.tail else block.text,
            font,
            max(20.0, width - indent - 2 * pad),
            rtl=self._rtl,
            bold=_bold_part(block),
        )
        if pad:
            return _Laid(block, layout, top, indent + pad, height + pad * 0.6, natural)
        return _Laid(block, layout, top, indent, height, natural)

    def _indent(self, block: Block) -> float:
        px = self._measure.px
        if block.kind == "certainty":
            return px(20) if block.dots is None else px(58)
        if block.kind in ("state", "legend"):
            return px(26)
        if block.kind == "severity":
            return px(76)
        if block.kind == "experts":
            return px(28)
        return px(16) if block.kind == "clock" else 0.0

    def _paint_block(self, painter: QPainter, rect: QRectF, laid: _Laid) -> None:
        kind = laid.block.kind
        top = rect.top() + laid.top
        if laid.shift:
            shift = -laid.shift if self._rtl else laid.shift
            rect = rect.translated(shift, 0)
        if kind in ("chip", "clock"):
            self._paint_chip(painter, rect, laid)
            top += self._measure.px(7) * 0.3
        line = laid.text.lineAt(0).height() * 1.0 if laid.text.lineCount() else 0
        mark = QRectF(rect.left(), top, laid.indent, line)
        if self._rtl:
            mark.moveRight(rect.right())
        if kind == "certainty":
            paint_dots(painter, mark, laid.block.dots, self._measure, rtl=self._rtl)
        elif kind == "state":
            paint_state(painter, mark, laid.block.glyph, self._measure, rtl=self._rtl)
        elif kind == "severity" and laid.block.dots is not None:
            paint_ladder(painter, mark, laid.block.dots, self._measure, rtl=self._rtl)
        elif kind == "legend":
            paint_person(painter, mark, laid.block.glyph, self._measure, rtl=self._rtl)
        elif kind == "experts":
            paint_talk(painter, mark, self._measure, rtl=self._rtl)
        painter.setPen(colour(_FONTS[kind][2]))
        left = rect.left() if self._rtl else rect.left() + laid.indent
        if self._rtl and kind in ("chip", "clock"):
            left = rect.left() + self._measure.px(7)
        laid.text.draw(painter, QPointF(left, top))

    def _paint_chip(self, painter: QPainter, rect: QRectF, laid: _Laid) -> None:
        pad = self._measure.px(7)
        clock = laid.indent - pad
        chip = QRectF(rect.left(), rect.top() + laid.top, laid.width + 2 * pad + clock, laid.height)
        if self._rtl:
            chip.moveRight(rect.right())
        painter.setBrush(colour("chip"))
        edge = colour("line_rule") if colour("chip") == colour("surface") else colour("chip")
        painter.setPen(edge)
        painter.drawRoundedRect(chip, self._measure.px(6), self._measure.px(6))
        if laid.block.kind == "clock":
            size = self._measure.px(13)
            mark = QRectF(chip.left() + pad * 0.8, 0, size, size)
            if self._rtl:
                mark.moveRight(chip.right() - pad * 0.8)
            mark.moveTop(chip.top() + (laid.text.lineAt(0).height() + pad * 0.6 - size) / 2)
            paint_clock(painter, mark, self._measure)


def _bold_part(block: Block) -> tuple[int, int] | None:
    """Where the bold words stand: the end of a ``pair``, the start of ``lined`` and ``headed``."""
    if block.kind == "pair":
        return len(block.text) + 1, len(block.tail)
    return (0, len(block.text)) if block.kind in ("lined", "headed") else None


def lay_text(
    text: str, font: QFont, width: float, *, rtl: bool, bold: tuple[int, int] | None = None
) -> tuple[QTextLayout, float, float]:
    """Wrapped text with its natural width and height; breaks inside a word only if it must."""
    layout = QTextLayout(text, font)
    if bold is not None:
        part = QTextLayout.FormatRange()
        part.start, part.length = bold
        heavier = QTextCharFormat()
        heavier.setFontWeight(QFont.Weight.DemiBold)
        part.format = heavier
        layout.setFormats([part])
    side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
    option = QTextOption(side | Qt.AlignmentFlag.AlignAbsolute)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(
        Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
    )
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    layout.beginLayout()
    top = natural = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top))
        top += line.height() * LEADING / 1.2
        natural = max(natural, line.naturalTextWidth())
    layout.endLayout()
    return layout, natural, top
