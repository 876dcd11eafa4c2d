"""The list of patients: painted lines over a model, so that a key press costs no widgets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QScrollArea, QSizePolicy, QWidget

from sdm_aid.i18n import _
from sdm_aid.ui.record.patients.line_painter import LINE_ROLE, LinePainter
from sdm_aid.ui.record.patients.lines import HitLine, action_words
from sdm_aid.ui.theme.focus_ring import OWN_RING

_PRESSES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
Index = QModelIndex | QPersistentModelIndex


class HitModel(QAbstractListModel):
    """The lines as Qt and screen readers ask for them; ``hidden``: without names."""

    def __init__(self, parent: QWidget, action: str) -> None:
        super().__init__(parent)
        self._action = action
        self.lines: tuple[HitLine, ...] = ()
        self.hidden = True

    def show_lines(self, lines: Sequence[HitLine], *, hidden: bool) -> None:
        """Other lines, with or without names."""
        self.beginResetModel()
        self.lines, self.hidden = tuple(lines), hidden
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's signature)
        """How many lines there are."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The line itself, or its words in one sentence."""
        line = self.lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ". ".join(part for part in self._told(line) if part)
        if role == Qt.ItemDataRole.ToolTipRole and not self.hidden:
            return ". ".join(part for part in (line.name, line.about, line.talk) if part)
        return None

    def _told(self, line: HitLine) -> tuple[str, ...]:
        who = (_("A patient"),) if self.hidden else (line.name, line.about)
        return (*who, line.talk, line.state, self._action or action_words(line.action))


class HitList(QListView):
    """As high as its lines; what is around it scrolls.

    ``patient_chosen(str)``: a line was pressed; ``action_chosen(str, str)``: visit and action. Up
    and down move between lines, left and right between the patient and the action, Enter presses.

    Args:
        action: what stands at the end of every line, where it is the same for all.
    """

    patient_chosen = Signal(str)
    action_chosen = Signal(str, str)

    def __init__(self, parent: QWidget | None = None, *, action: str = "") -> None:
        super().__init__(parent)
        self.setObjectName("hit-list")
        self.setProperty("role", "plain")
        self.setProperty(OWN_RING, True)
        self.setAccessibleName(_("Patients"))
        self.setAccessibleDescription(
            _("Enter presses what is marked. Left and right go between patient and action.")
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._painter = LinePainter(self, action)
        self._pressed: Index = QModelIndex()
        self.hits = HitModel(self, action)
        self.setModel(self.hits)
        self.setItemDelegate(self._painter)

    @property
    def lines(self) -> tuple[HitLine, ...]:
        """What is shown."""
        return self.hits.lines

    def show_lines(self, lines: Sequence[HitLine], *, hidden: bool) -> None:
        """Show these lines; ``hidden``: without names."""
        self._painter.hidden, self._painter.part = hidden, 1
        self.hits.show_lines(lines, hidden=hidden)
        self._fit()
        self.setVisible(bool(lines))

    def sizeHint(self) -> QSize:
        """Room for all lines."""
        return QSize(400, max(1, len(self.lines)) * self._painter.high(self.width()))

    def minimumSizeHint(self) -> QSize:
        """No less high than the lines."""
        return QSize(200, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may need two rows a line."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Another text size, another height."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "hits"):
            self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The first line, unless one was marked before."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.lines:
            self.setCurrentIndex(self.hits.index(0))
        self._keep_in_view()

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802  (Qt's name)
        """What is around scrolls to the marked line."""
        super().currentChanged(current, previous)
        self._keep_in_view()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right choose the part, Enter and Space press it."""
        key, here = Qt.Key(event.key()), self.currentIndex()
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            self._painter.part = int((key == Qt.Key.Key_Right) is not mirrored)
            self.viewport().update()
        elif key in _PRESSES and here.isValid():
            if not event.isAutoRepeat():
                self._press(self.lines[here.row()], self._painter.part == 1)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End):
            super().keyPressEvent(event)
        else:
            event.ignore()  # the list has no search by letter: what is around may want the key

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember the line."""
        super().mousePressEvent(event)
        self._pressed = self.indexAt(event.position().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The action where it stands; anywhere else the patient."""
        super().mouseReleaseEvent(event)
        at = event.position().toPoint()
        index = self.indexAt(at)
        if index.isValid() and index == self._pressed:
            line = self.lines[index.row()]
            action = self._painter.action_area(self.visualRect(index))
            self._press(line, action.contains(at))

    def action_point(self, row: int) -> QPoint:
        """The middle of a line's action, in the viewport."""
        area = self.visualRect(self.hits.index(row))
        return self._painter.action_area(area).center()

    def _press(self, line: HitLine, action: bool) -> None:
        if action and line.visit:
            self.action_chosen.emit(line.visit, line.action)
        else:
            self.patient_chosen.emit(line.patient)

    def _fit(self) -> None:
        self.scheduleDelayedItemsLayout()
        high = self.sizeHint().height()
        if self.height() != high or self.maximumHeight() != high:
            self.setFixedHeight(high)

    def _keep_in_view(self) -> None:
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        ground = area.widget() if isinstance(area, QScrollArea) else None
        index = self.currentIndex()
        if isinstance(area, QScrollArea) and ground is not None and index.isValid():
            place = self.visualRect(index)
            at = self.viewport().mapTo(ground, place.center())
            area.ensureVisible(at.x(), at.y(), 0, place.height())
