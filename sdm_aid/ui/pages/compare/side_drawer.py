"""A drawer over the page's trailing side: a title, a way out, and what scrolls inside."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from sdm_aid.i18n import _
from sdm_aid.ui.pages.compare.style import Measure
from sdm_aid.ui.pages.compare.surroundings import area_around
from sdm_aid.ui.widgets.push_button import PushButton


class SideDrawer(QFrame):
    """Opens over what was there, closes with its button or Escape, gives the focus back."""

    closed = Signal()

    def __init__(self, page: QWidget, name: str, width: int) -> None:
        super().__init__(page)
        self._page = page
        self._width = width
        self.setObjectName(f"{name}-drawer")
        self.setProperty("role", "panel")
        self._back_to: QWidget | None = None
        self._title = QLabel(self)
        self._title.setObjectName(f"{name}-title")
        self._title.setProperty("role", "h2")
        self._title.setWordWrap(True)
        self._close = PushButton(_("Close"), self)
        self._close.setObjectName(f"{name}-close")
        self._close.setAccessibleName(_("Close"))
        self._close.clicked.connect(self.close_drawer)
        self._area = QScrollArea(self)
        self._area.setObjectName(f"{name}-scroll")
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout(self)
        self._column.addLayout(head)
        self._column.addWidget(self._area, 1)
        self.hide()

    def close_drawer(self) -> None:
        """Put the drawer away."""
        if self.isHidden():
            return
        self.hide()
        back_to, self._back_to = self._back_to, None
        # the table may have been made anew underneath
        if back_to is not None and isValid(back_to) and back_to.isVisible():
            back_to.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def event(self, event: QEvent) -> bool:
        """Escape is the drawer's own while it is open, not a shortcut of the window."""
        asked = event.type() == QEvent.Type.ShortcutOverride
        if asked and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_drawer()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Follow the size of what it lies over."""
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    def _bring(self, title: str, inside: QWidget) -> None:
        """Show ``inside`` under ``title``, over the part of the page that can be seen."""
        if self.isHidden():
            self._back_to = self._page.focusWidget()
        self._title.setText(title)
        self.setAccessibleName(title)
        before = self._area.takeWidget()
        self._area.setWidget(inside)
        if before is not None:
            before.deleteLater()
        host = self._host()
        if self.parentWidget() is not host:
            self.setParent(host)
            host.installEventFilter(self)
        self._place()
        self.show()
        self.raise_()
        self._close.setFocus(Qt.FocusReason.OtherFocusReason)

    def _inside(self) -> tuple[QWidget, QVBoxLayout]:
        inside = QWidget(self)
        inside.setProperty("role", "panel-inside")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, Measure(self).px(12), 0)
        return inside, column

    def _place(self) -> None:
        host, measure = self._host(), Measure(self)
        width = min(host.width(), measure.px(self._width))
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.setGeometry(0 if rtl else host.width() - width, 0, width, host.height())
        side = measure.px(20)
        self._column.setContentsMargins(side, measure.px(16), measure.px(16), measure.px(10))

    def _host(self) -> QWidget:
        return area_around(self._page) or self._page
