"""Tells when a widget was painted for the first time."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget


class FirstPaint(QObject):
    """``painted`` once, after the next paint of ``watched`` went out."""

    painted = Signal()

    def __init__(self, watched: QWidget, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._watched = watched
        # A timer of our own: the one behind QTimer.singleShot is freed twice now and then with
        # PySide6 6.11.3 on Python 3.11 (crash in Shiboken::Object::destroy); try again at 6.13.
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self.painted)
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Wait for the first paint event."""
        if event.type() == QEvent.Type.Paint and watched is self._watched:
            self._watched.removeEventFilter(self)
            # the paint is under way: tell after it has been done
            self._timer.start()
        return False
