"""Paints one line of the list of patients: name, talk, how it stands, what to do with it."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from sdm_aid.design.tokens import FOCUS_WIDTH
from sdm_aid.i18n import _
from sdm_aid.ui.record.patients.lines import ACTIONS, HitLine, action_words
from sdm_aid.ui.theme.metrics import px, scaled_font, theme_colour, unit

LINE_ROLE = Qt.ItemDataRole.UserRole
_SIDE = 20
"""Where words begin and end, as in every card."""
_NAME, _TALK = 0.26, 0.40
"""Shares of the width for the name and the talk; how it stands takes what is left."""

_Style = tuple[float, bool]
"""Times the body size, and whether bold."""
_PLAIN: _Style = (1.0, False)
_BOLD: _Style = (1.0, True)
_SMALL: _Style = (0.86, False)


class _Face(NamedTuple):
    font: QFont
    metrics: QFontMetrics


class LinePainter(QStyledItemDelegate):
    """One row where there is room, two where there is not; nothing but the words is cut short.

    ``hidden``: names are not shown. ``part``: 0 the patient, 1 the action; it has the focus.
    """

    def __init__(self, view: QWidget, action: str) -> None:
        super().__init__(view)
        self._view, self._action = view, action
        self.hidden = True
        self.part = 1
        self._faces: dict[_Style, _Face] = {}
        self._faces_at = 0.0

    def high(self, width: int) -> int:
        """How high a line is in ``width``."""
        line = self._face(_PLAIN).metrics.height()
        small = self._face(_SMALL).metrics.height()
        lines = line + (small if self._two(width) or not self.hidden else 0)
        return max(px(50), lines + px(18))

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """All lines are equally high."""
        width = self._view.width()
        return QSize(min(width, px(200)), self.high(width))

    def action_area(self, area: QRect) -> QRect:
        """Where the action of a line stands: the same on all, wide enough to be touched."""
        width = self._action_width()
        place = QRect(area.right() - width + 1, area.top(), width, area.height())
        return QStyle.visualRect(self._view.layoutDirection(), area, place)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the line."""
        line: HitLine = index.data(LINE_ROLE)
        area = QRect(option.rect)
        state = option.state
        painter.save()
        if state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, theme_colour("hover"))
        painter.setPen(QPen(theme_colour("line_rule"), 1))
        painter.drawLine(area.topLeft(), area.topRight())
        if index.row() == index.model().rowCount() - 1:
            painter.drawLine(area.bottomLeft(), area.bottomRight())
        self._words(painter, area, line)
        if state & QStyle.StateFlag.State_HasFocus:
            self._ring(painter, area)
        painter.restore()

    def _words(self, painter: QPainter, area: QRect, line: HitLine) -> None:
        action = self.action_area(area)
        side = _SIDE
        end = self._mirrored(area, area.adjusted(area.width() - action.width(), 0, -side, 0))
        said = self._action or action_words(line.action)
        self._draw(painter, end, said, _BOLD, "accent", at_end=True)
        room = area.adjusted(side, 0, -action.width() - px(8), 0)
        name = _("A patient") if self.hidden else line.name
        if self._two(area.width()):
            low = " · ".join(part for part in (line.talk, line.state) if part)
            high = name if self.hidden or not line.about else f"{name} · {line.about}"
            self._stack(painter, area, room, (high, low))
            return
        first = QRect(room.left(), room.top(), int(room.width() * _NAME), room.height())
        about = "" if self.hidden else line.about
        self._stack(painter, area, first, (name, about))
        second = QRect(first.right() + px(16), room.top(), int(room.width() * _TALK), room.height())
        third = QRect(second.right() + px(16), room.top(), 0, room.height())
        third.setRight(room.right())
        self._draw(painter, self._mirrored(area, second), line.talk, _PLAIN, "text")
        self._draw(painter, self._mirrored(area, third), line.state, _PLAIN, "text_soft")

    def _stack(self, painter: QPainter, area: QRect, room: QRect, words: tuple[str, str]) -> None:
        """Bold words, and small ones under them where there are any."""
        upper, lower = words
        place = self._mirrored(area, room)
        if not lower:
            self._draw(painter, place, upper, _BOLD, "text")
            return
        one, two = (self._face(face).metrics.height() for face in (_BOLD, _SMALL))
        top = place.top() + (place.height() - one - two) // 2
        over = QRect(place.left(), top, place.width(), one)
        under = QRect(place.left(), top + one, place.width(), two)
        self._draw(painter, over, upper, _BOLD, "text")
        self._draw(painter, under, lower, _SMALL, "text_soft")

    def _draw(
        self,
        painter: QPainter,
        place: QRect,
        words: str,
        face: _Style,
        role: str,
        *,
        at_end: bool = False,
    ) -> None:
        direction = self._view.layoutDirection()
        side = Qt.AlignmentFlag.AlignRight if at_end else Qt.AlignmentFlag.AlignLeft
        flags = QStyle.visualAlignment(direction, side | Qt.AlignmentFlag.AlignVCenter)
        font, metrics = self._face(face)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        painter.setFont(font)
        painter.setPen(theme_colour(role))  # type: ignore[arg-type]  # ours, checked by tests
        painter.drawText(place, int(flags) | int(Qt.TextFlag.TextSingleLine), shown)

    def _action_width(self) -> int:
        metrics = self._face(_BOLD).metrics
        said = (self._action,) if self._action else tuple(map(action_words, ACTIONS))
        return px(40) + max(map(metrics.horizontalAdvance, said))

    def _ring(self, painter: QPainter, area: QRect) -> None:
        action = self.action_area(area)
        rest = QRect(area)
        if self._view.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            rest.setLeft(action.right() + 1)
        else:
            rest.setRight(action.left() - 1)
        place = action if self.part else rest
        inset = FOCUS_WIDTH // 2 + 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme_colour("focus")), FOCUS_WIDTH))
        painter.drawRoundedRect(place.adjusted(inset, inset, -inset, -inset), px(8), px(8))

    def _mirrored(self, area: QRect, place: QRect) -> QRect:
        return QStyle.visualRect(self._view.layoutDirection(), area, place)

    def _face(self, style: _Style) -> _Face:
        """The font of a style; made once a text size, for a list asks for it a hundred times."""
        if self._faces_at != unit():
            self._faces, self._faces_at = {}, unit()
        if style not in self._faces:
            times, bold = style
            font = scaled_font(self._view, times, bold=bold)
            self._faces[style] = _Face(font, QFontMetrics(font))
        return self._faces[style]

    @staticmethod
    def _two(width: int) -> bool:
        return width < 46 * unit()
