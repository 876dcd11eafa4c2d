"""Where a page stands: heading, one soft line, the page; scrolls down, never sideways."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from sdm_aid.ui.pages.base import Page

WIDEST = 92
"""Content never grows wider than this many times the body text's height: lines stay readable."""
WIDEST_TABLE = 124
"""The same for a page that asks for more: its lines stand in columns."""


class PageArea(QScrollArea):
    """A scrolling area that centres one page under its heading."""

    def __init__(self, page: Page, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self.setObjectName(f"area-{page.step}")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._body = QWidget(self)
        self._body.setObjectName("page-body")
        self._body.setProperty("role", "canvas")
        self._title = self._label("page-title", "h1")
        self._subtitle = self._label("page-subtitle", "subtitle")
        column = QVBoxLayout(self._body)
        column.setSpacing(4)
        column.addWidget(self._title)
        column.addWidget(self._subtitle)
        column.addSpacing(8)
        column.addWidget(page, 1)
        self._column = column
        self.setWidget(self._body)
        self.refresh()

    def refresh(self) -> None:
        """Set heading and soft line from the page."""
        self._title.setText(self._page.title())
        subtitle = self._page.subtitle()
        self._subtitle.setText(subtitle)
        self._subtitle.setVisible(bool(subtitle))
        self._centre()

    def to_top(self) -> None:
        """Scroll back to the heading."""
        self.verticalScrollBar().setValue(0)

    def bring(self, widget: QWidget) -> None:
        """Scroll so that this control of the page is to be seen, as soon as all is laid out."""
        self._column.activate()
        self._body.adjustSize()
        self.ensureWidgetVisible(widget, 20, 60)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the page centred and no wider than is good to read."""
        super().resizeEvent(event)
        self._centre()

    def _centre(self) -> None:
        times = WIDEST_TABLE if self._page.is_wide() else WIDEST
        widest = times * self.fontMetrics().height() * 3 // 4
        side = max(28, (self.viewport().width() - widest) // 2)
        self._column.setContentsMargins(side, 20, side, 16)

    def _label(self, name: str, role: str) -> QLabel:
        label = QLabel(self._body)
        label.setObjectName(name)
        label.setProperty("role", role)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label
