"""A panel at the reading end of the body: questions, the clinician's drawer, closing the visit."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from sdm_aid.i18n import _
from sdm_aid.ui.widgets.push_button import PushButton


class SidePanel(QFrame):
    """Lies over the body at its reading end; takes the whole width where that is small.

    ``closed`` after it was put away, by its button, by Esc or by the frame. What was typed in it
    is handed over first (:meth:`leaving`).
    """

    closed = Signal()

    def __init__(self, heading: str, name: str, body: QWidget) -> None:
        super().__init__(body)
        self.setObjectName(name)
        self.setProperty("role", "panel")
        self.setAccessibleName(heading)
        self._heading = QLabel(heading, self)
        self._heading.setObjectName(f"{name}-heading")
        self._heading.setProperty("role", "h2")
        self._close = PushButton(_("Close"), self)
        self._close.setObjectName(f"{name}-close")
        self._close.setProperty("role", "secondary")
        self._close.clicked.connect(self.put_away)
        top = QHBoxLayout()
        top.addWidget(self._heading, 1)
        top.addWidget(self._close)
        self._scroll = QScrollArea(self)
        self._scroll.setObjectName(f"{name}-scroll")
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inside = QWidget(self._scroll)
        self._inside.setProperty("role", "panel-inside")
        self.column = QVBoxLayout(self._inside)
        self.column.setContentsMargins(6, 6, 8, 6)
        self.column.setSpacing(12)
        self._scroll.setWidget(self._inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addLayout(top)
        column.addWidget(self._scroll, 1)
        self._body = body
        body.installEventFilter(self)
        self.hide()

    def bring(self) -> None:
        """Show the panel and put the focus into it."""
        self._place()
        self.show()
        self.raise_()
        self.first_focus().setFocus()

    def put_away(self) -> None:
        """Hide the panel; what was typed is kept."""
        if self.isHidden():
            return
        self.leaving()
        self.hide()
        self.closed.emit()

    def leaving(self) -> None:
        """Commit text still being typed."""

    def first_focus(self) -> QWidget:
        """The control that gets the focus when the panel comes."""
        return self._close

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Follow the body's size."""
        if event.type() == QEvent.Type.Resize and watched is self.parent():
            self._place()
        return False

    def _place(self) -> None:
        body = self._body
        wish = 26 * self.fontMetrics().height()
        width = body.width() if body.width() < wish * 3 // 2 else wish
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self.setGeometry(0 if rtl else body.width() - width, 0, width, body.height())
