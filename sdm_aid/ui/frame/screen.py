"""The frame of everything outside a visit: bar on top, heading, scrolling column, bar below."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from sdm_aid.ui.frame.brand import Brand
from sdm_aid.ui.frame.notice import NoticeLine
from sdm_aid.ui.frame.scroll_keys import scroll_by_key
from sdm_aid.ui.widgets.button import ButtonRole
from sdm_aid.ui.widgets.plain import button, label


class Screen(QWidget):
    """A page outside a visit. ``pressed(str)`` carries the id of a bar's button."""

    pressed = Signal(str)

    def __init__(self, name: str, title: str, subtitle: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.notice = NoticeLine(self)
        self._last: QPushButton | None = None
        self._header, self._header_row = self._bar("screen-header", 8)
        self._brand = Brand(self._header)
        self._beside = label("", "caption", self._header, "screen-clinic")
        self._header_row.addWidget(self._brand)
        self._beside.setWordWrap(False)
        self._beside.setMinimumWidth(1)
        self._header_row.addWidget(self._beside)
        self._header_row.addStretch(1)
        self.body, self.column = QWidget(self), QVBoxLayout()
        self._scroll = self._middle()
        self.title = label(title, "h1", self.body, "screen-title")
        self.subtitle = label(subtitle, "subtitle", self.body, "screen-subtitle")
        self.column.addWidget(self.title)
        self.column.addWidget(self.subtitle)
        self._footer, self._footer_row = self._bar("screen-footer", 12)
        self.status = label("", "caption", self._footer, "screen-status")
        self._footer_row.addWidget(self.status, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addWidget(self.notice)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._footer)

    def add_header_button(self, name: str, text: str) -> QPushButton:
        """One more button at the end of the upper bar."""
        return self._add(name, text, "secondary", self._header, self._header_row)

    def add_footer_button(
        self, name: str, text: str, role: ButtonRole = "secondary"
    ) -> QPushButton:
        """One more button at the end of the lower bar."""
        self._last = self._add(name, text, role, self._footer, self._footer_row)
        return self._last

    def first_focus(self) -> QWidget:
        """What gets the focus when the screen comes: the last button of the lower bar."""
        return self._last or self

    def show_clinic(self, words: str) -> None:
        """The clinic and clinician beside the program's name."""
        self._beside.setText(words)
        self._fit_header()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column centred and no wider than is good to read."""
        super().resizeEvent(event)
        widest = 64 * self.fontMetrics().height()
        side = max(28, (self.width() - widest) // 2)
        self.column.setContentsMargins(side, 24, side, 24)
        self._fit_header()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that no control took scroll: some screens are text alone."""
        if not scroll_by_key(self._scroll, event):
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Another text size asks for another room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit_header()

    def _fit_header(self) -> None:
        """The clinic's name gives way where the buttons need the room."""
        others = self._header.findChildren(
            QPushButton, "", Qt.FindChildOption.FindDirectChildrenOnly
        )
        taken = sum(made.sizeHint().width() + 12 for made in others) + 60
        room = self.width() - taken - self._brand.sizeHint().width()
        self._beside.setVisible(room >= self._beside.sizeHint().width())

    def _add(
        self, name: str, text: str, role: ButtonRole, bar: QFrame, row: QHBoxLayout
    ) -> QPushButton:
        made = button(text, role, f"{self.objectName()}-{name}", bar)
        made.clicked.connect(partial(self.pressed.emit, name))
        row.addWidget(made)
        return made

    def _bar(self, name: str, margin: int) -> tuple[QFrame, QHBoxLayout]:
        bar = QFrame(self)
        bar.setObjectName(name)
        bar.setProperty("role", "bar")
        bar.setProperty("edge", "top" if name == "screen-footer" else "bottom")
        row = QHBoxLayout(bar)
        row.setContentsMargins(24, margin, 24, margin)
        row.setSpacing(12)
        return bar, row

    def _middle(self) -> QScrollArea:
        area = QScrollArea(self)
        area.setObjectName("screen-scroll")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.setObjectName("screen-body")
        self.body.setProperty("role", "canvas")
        self.body.setLayout(self.column)
        self.column.setSpacing(12)
        area.setWidget(self.body)
        return area
