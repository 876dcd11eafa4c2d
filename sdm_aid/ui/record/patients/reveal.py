"""Brings what was just opened into view, once it was laid out."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget
from shiboken6 import isValid


class Reveal(QObject):
    """Scrolls what is around, so that a form that opened is seen, first of all its focus."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._wanted: QWidget | None = None
        # where a widget stands is known only after the layout, which the event loop does
        self._laid_out = QTimer(self)
        self._laid_out.setSingleShot(True)
        self._laid_out.setInterval(0)
        self._laid_out.timeout.connect(self._scroll)

    def show(self, widget: QWidget) -> None:
        """Bring ``widget`` into view soon."""
        self._wanted = widget
        self._laid_out.start()

    def _scroll(self) -> None:
        widget, self._wanted = self._wanted, None
        if widget is None or not isValid(widget):
            return
        area: QWidget | None = widget
        while area is not None and not isinstance(area, QScrollArea):
            layout = area.layout()
            if layout is not None:
                layout.activate()  # a card in a card in a card takes several rounds by itself
            area = area.parentWidget()
        if not isinstance(area, QScrollArea):
            return
        area.ensureWidgetVisible(widget, 0, 24)
        focus = widget.window().focusWidget()
        if focus is not None and widget.isAncestorOf(focus):
            area.ensureWidgetVisible(focus, 0, 90)
