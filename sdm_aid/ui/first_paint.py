"""Tells when the window was painted for the first time."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget


class FirstPaint(QObject):
    """``painted`` once, after the first paint of ``window`` went out.

    ``leave_at_once`` False waits until all events of the start are done, so that what is to be
    seen can also be clicked.
    """

    painted = Signal()

    def __init__(
        self, window: QWidget, *, leave_at_once: bool = False, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._at_once = leave_at_once
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Wait for the window's first paint event."""
        if event.type() == QEvent.Type.Paint and watched is self._window:
            self._window.removeEventFilter(self)
            # the paint is under way: tell after it has been done
            QTimer.singleShot(0, self, self._tell if self._at_once else self._tell_when_idle)
        return False

    def _tell_when_idle(self) -> None:
        QTimer.singleShot(0, self, self._tell)

    def _tell(self) -> None:
        self.painted.emit()
