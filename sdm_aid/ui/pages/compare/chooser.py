"""The drawer in which people choose what stands beside what: one large button a choice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from sdm_aid.design.tokens import RADIUS
from sdm_aid.ui.models.blocks import Block
from sdm_aid.ui.models.choices import Choice
from sdm_aid.ui.pages.compare.cell import BlockButton
from sdm_aid.ui.pages.compare.side_drawer import SideDrawer
from sdm_aid.ui.pages.compare.style import Measure, colour

WIDTH = 460

Choose = Callable[[tuple[str, ...]], None]


class ChoiceButton(BlockButton):
    """A framed button whose words wrap; ticked where it is a switch that is on."""

    def paint_content(self, painter: QPainter, rect: QRectF) -> None:
        """Frame, tick, words."""
        measure = self.measure()
        edge = rect.adjusted(1, 1, -1, -1)
        painter.setBrush(colour("selected" if self.isChecked() else "surface"))
        painter.setPen(QPen(colour("line_control"), 1.2))
        painter.fillRect(rect, colour("surface"))
        painter.drawRoundedRect(edge, measure.px(RADIUS.control), measure.px(RADIUS.control))
        super().paint_content(painter, rect)
        if self.isChecked():
            self._tick(painter, rect)

    def _tick(self, painter: QPainter, rect: QRectF) -> None:
        size = self.measure().px(14)
        end = self.measure().px(14)
        left = rect.left() + end if self.is_rtl() else rect.right() - end - size
        top = rect.center().y() - size / 2
        painter.setPen(QPen(colour("on_selected"), max(2.0, size * 0.16)))
        corners = ((0.1, 0.55), (0.4, 0.85), (0.95, 0.15))
        points = [QPointF(left + x * size, top + y * size) for x, y in corners]
        painter.drawPolyline(points)


class Chooser(SideDrawer):
    """Closes as soon as something was chosen."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page, "choose", WIDTH)

    def offer(self, title: str, choices: Sequence[Choice], choose: Choose) -> None:
        """Show these choices; ``choose`` gets the letters of the one pressed."""
        inside, column = self._inside()
        column.setSpacing(Measure(self).px(10))
        for choice in choices:
            button = ChoiceButton(inside)
            button.setObjectName(choice.id)
            button.set_blocks((Block("strong", choice.text),), choice.text)
            button.setCheckable(choice.checked is not None)
            button.setChecked(bool(choice.checked))
            button.setEnabled(choice.enabled)
            button.clicked.connect(partial(self._chosen, choose, choice.letters))
            column.addWidget(button)
        column.addStretch(1)
        self._bring(title, inside)

    def _chosen(self, choose: Choose, letters: tuple[str, ...], _checked: bool = False) -> None:
        self.close_drawer()
        choose(letters)
