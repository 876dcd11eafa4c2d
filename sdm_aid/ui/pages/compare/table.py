"""The comparison table: a header that stays, rows that scroll beneath it, columns standing by."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from sdm_aid.design.tokens import TARGET
from sdm_aid.domain.comparison import MOST_COLUMNS
from sdm_aid.i18n import _
from sdm_aid.ui.models.blocks import Block
from sdm_aid.ui.models.faces import Face, RowFaces
from sdm_aid.ui.pages.compare.body import HEAD_SHARE, Body, column_edges
from sdm_aid.ui.pages.compare.cell import BlockButton
from sdm_aid.ui.pages.compare.flow import BlockFlow
from sdm_aid.ui.pages.compare.round_frame import RoundFrame
from sdm_aid.ui.pages.compare.style import Measure, colour
from sdm_aid.ui.pages.compare.surroundings import is_new_dress, soon
from sdm_aid.ui.widgets.flow_layout import FlowLayout
from sdm_aid.ui.widgets.push_button import PushButton

COMFORTABLE = 228
"""So wide at least are the columns shown where nobody chose any."""
AT_FIRST = 4
"""How many columns are made before the first showing: what a 1366 px window holds."""
FEWEST = 3
"""With room for fewer, the rows turn into cards."""
NARROWEST = 186
_AS_NEEDED = Qt.ScrollBarPolicy.ScrollBarAsNeeded
"""A column narrower than this, at 100 % text, is no column: the table turns into cards."""


class Header(QWidget):
    """The frozen row: one card a column, and what the row heads are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("compare-header")
        self.cards: tuple[BlockButton, ...] = ()

    def set_columns(
        self, letters: Sequence[str], names: Sequence[str], faces: Sequence[Face], *, tight: bool
    ) -> None:
        """Show these columns; ``tight``: with less space above and below."""
        for card in self.cards:
            card.hide()
            card.deleteLater()
        cards = []
        for letter, name, face in zip(letters, names, faces, strict=True):
            card = BlockButton(self)
            card.setObjectName(f"column-{letter}")
            card.tight = tight
            card.set_caption(letter, name)
            card.set_blocks(face.blocks, face.name)
            card.setAccessibleDescription(_("Press to choose what stands here"))
            card.show()
            cards.append(card)
        self.cards = tuple(cards)

    def height_in(self, width: int) -> int:
        """What the cards need in this width."""
        edges = column_edges(width, max(1, len(self.cards)))[1:]
        heights = [
            card.heightForWidth(span) for card, (_x, span) in zip(self.cards, edges, strict=True)
        ]
        return max(heights, default=0) + 2

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand the cards over their columns."""
        super().resizeEvent(event)
        self.place()

    def place(self) -> None:
        """Stand the cards over their columns."""
        edges = column_edges(self.width(), max(1, len(self.cards)))[1:]
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for card, (x, span) in zip(self.cards, edges, strict=False):
            box = QRect(x, 0, span, self.height() - 2)
            if rtl:
                box.moveLeft(self.width() - x - span)
            card.setGeometry(box)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The corner, the rules, and a firm line below."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("line_rule"))
        x, span = column_edges(self.width(), max(1, len(self.cards)))[0]
        corner = QRect(x, 0, span, self.height() - 2)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        if rtl:
            corner.moveLeft(self.width() - span)
        painter.fillRect(corner, colour("sunken"))
        painter.fillRect(QRect(0, self.height() - 2, self.width(), 2), colour("line_control"))
        measure = Measure(self)
        side = measure.px(14)
        flow = BlockFlow((Block("soft", _("What people ask")),), measure, rtl=rtl)
        inner = corner.adjusted(side, 0, -side, -measure.px(10))
        inner.setTop(inner.bottom() - flow.height(inner.width()))
        flow.paint(painter, inner.toRectF())


class FrozenArea(QScrollArea):
    """Scrolls the body down under the header; never sideways."""

    def __init__(self, header: Header, body: Body, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("compare-scroll")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._header, self._body = header, body
        header.setParent(self)
        self.setWidget(body)
        self._as_cards = False

    def set_as_cards(self, as_cards: bool) -> None:
        """Cards carry their own names: no header."""
        self._as_cards = as_cards
        self._header.setVisible(not as_cards)
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if as_cards else _AS_NEEDED
        self.setVerticalScrollBarPolicy(policy)
        self.fit()

    def fit(self) -> None:
        """Give header and body the heights they need at this width."""
        height = 0 if self._as_cards else self._header.height_in(self.viewport().width())
        if self.viewportMargins().top() != height:
            self.setViewportMargins(0, height, 0, 0)
        width = self.viewport().width()
        self._body.resize(width, self._body.heightForWidth(width))
        if self._as_cards:
            return
        box = self.viewport().geometry()
        self._header.setGeometry(box.x(), box.y() - height, box.width(), height)
        self._header.place()
        self._header.update()

    def used_height(self) -> int:
        """Header and rows together."""
        return self.viewportMargins().top() + self._body.height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the header over the body."""
        super().resizeEvent(event)
        self.fit()


class _TabLabel(QLabel):
    def sizeHint(self) -> QSize:
        """As high as the tabs beside it."""
        return super().sizeHint().expandedTo(QSize(0, Measure(self).px(TARGET)))


class CompareTable(QWidget):
    """Header, rows and the tabs of columns that stand by."""

    opened = Signal(str, str, str)
    column_pressed = Signal(str)
    standby_pressed = Signal(str)
    fit_changed = Signal(int)
    """How many comfortable columns there is room for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("compare-table")
        self.header = Header(self)
        self.body = Body(self)
        self.body.opened.connect(self.opened)
        self.area = FrozenArea(self.header, self.body, self)
        self.body.reached.connect(self._bring_into_view)
        self._tabs = QWidget(self)
        self._tabs.setObjectName("compare-standby")
        self._tab_row = FlowLayout(self._tabs)
        self._tab_row.setContentsMargins(0, 0, 0, 6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._tabs)
        column.addWidget(self.area, 1)
        self._frame = RoundFrame(self)
        self._count = 0
        self.as_cards = False
        self._cards_by_room = False
        self.fit = AT_FIRST
        self._later = soon(self, self._look)

    def show_rows(
        self,
        letters: Sequence[str],
        names: Sequence[str],
        headers: Sequence[Face],
        rows: Sequence[RowFaces],
    ) -> None:
        """Show these columns and rows."""
        self._count = len(letters)
        tight = any(row.brief for row in rows)
        self.header.set_columns(letters, names, headers, tight=tight)
        for letter, card in zip(letters, self.header.cards, strict=True):
            card.clicked.connect(partial(self._column_clicked, letter))
        self.body.set_rows(letters, names, rows)
        self.body.set_header(self.header.cards)
        self._order_tabs()
        # before the first showing the widths mean nothing: resizeEvent will look
        if self.isVisible():
            self.arrange()

    def show_standby(self, letters: Sequence[str], names: Sequence[str]) -> None:
        """Show the tabs of the columns that are not on the table."""
        while (item := self._tab_row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if letters:
            label = _TabLabel(_("Also there:"), self._tabs)
            label.setProperty("role", "soft")
            self._tab_row.addWidget(label)
        for letter, name in zip(letters, names, strict=True):
            tab = PushButton(f"{letter}  {name}".replace("&", "&&"), self._tabs)
            tab.setObjectName(f"standby-{letter}")
            tab.setProperty("role", "secondary")
            tab.setAccessibleName(_("Put {name} on the table").format(name=f"{letter}, {name}"))
            tab.clicked.connect(partial(self._standby_clicked, letter))
            self._tab_row.addWidget(tab)
        self._tabs.setVisible(bool(letters))

    def arrange(self) -> None:
        """Table or cards, by the room there is."""
        width = self.area.width()
        span = column_edges(width, max(1, self._count))[1][1]
        narrow = span < Measure(self).px(NARROWEST) or self._cards_by_room
        if narrow != self.as_cards:
            self.as_cards = narrow
            self.body.set_as_cards(narrow)
        self.area.set_as_cards(narrow)
        # cards scroll with the whole page; a table keeps its header and scrolls within itself
        least = self.body.heightForWidth(width) if narrow else self._table_least(width)
        self.area.setMinimumHeight(least)
        self._frame.setVisible(not narrow)
        box = self.area.geometry()
        box.setHeight(min(box.height(), self.area.used_height()))
        self._frame.setGeometry(box)
        self._frame.raise_()
        self.body.refresh()
        self._frame.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Look again at the room."""
        super().resizeEvent(event)
        self._look()

    def _look(self) -> None:
        room = self.width() * (1 - HEAD_SHARE)
        fit = int(room / Measure(self).px(COMFORTABLE))
        self._cards_by_room = fit < FEWEST
        before, self.fit = self.fit, MOST_COLUMNS if fit < FEWEST else fit
        self.arrange()
        if before != self.fit:
            self.fit_changed.emit(self.fit)

    def changeEvent(self, event: QEvent) -> None:
        """Look again at the room when the text grows or the theme changes."""
        super().changeEvent(event)
        if is_new_dress(event) and self._count:
            self._later.start()

    def _table_least(self, width: int) -> int:
        needed = self.header.height_in(width)
        return needed + min(Measure(self).px(190), self.body.heightForWidth(width))

    def _order_tabs(self) -> None:
        previous: QWidget | None = None
        for widget in (*self.header.cards, *self.body.findChildren(BlockButton)):
            if previous is not None:
                QWidget.setTabOrder(previous, widget)
            previous = widget

    def _bring_into_view(self, widget: QWidget) -> None:
        if self.body.isAncestorOf(widget):
            self.area.ensureWidgetVisible(widget, 0, 4)

    def _column_clicked(self, letter: str) -> None:
        self.column_pressed.emit(letter)

    def _standby_clicked(self, letter: str) -> None:
        self.standby_pressed.emit(letter)
