"""Tells when nobody has touched keyboard, mouse, pen or screen for so many minutes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

TICK_MS = 5_000
_TOUCHED = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletPress,
        QEvent.Type.TabletMove,
    }
)


class IdleWatch(QObject):
    """``cover_due`` and ``lock_due`` once each, after that many minutes without a touch.

    It goes by the clock on the wall and looks at it every few seconds, so that a computer that
    slept meanwhile is found idle when it wakes. It listens at the program's windows, where all
    input comes in, not at the application: that would put Python into every event there is.
    """

    cover_due = Signal()
    lock_due = Signal()

    def __init__(
        self,
        cover_minutes: float,
        lock_minutes: float,
        parent: QObject | None = None,
        *,
        clock: Callable[[], datetime] | None = None,
        tick_ms: int = TICK_MS,
    ) -> None:
        super().__init__(parent)
        self._clock = clock or _wall
        self._cover, self._lock = timedelta(0), timedelta(0)
        self._last = self._clock()
        self._told_cover = self._told_lock = False
        self.set_minutes(cover_minutes, lock_minutes)
        self._timer = QTimer(self)
        self._timer.setInterval(tick_ms)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._listen_at)
        for window in QGuiApplication.allWindows():
            self._listen_at(window)

    def set_minutes(self, cover: float, lock: float) -> None:
        """Other times from now on."""
        self._cover, self._lock = timedelta(minutes=cover), timedelta(minutes=lock)

    def touch(self) -> None:
        """Somebody is there: both times begin anew."""
        now = self._clock()
        if self._is_over(now):
            # the first touch after a sleep: what is due comes before it
            self.look()
        self._last = now
        self._told_cover = self._told_lock = False

    def look(self) -> None:
        """Tell what is due by now."""
        now = self._clock()
        if now < self._last:  # the clock was set back: no time has gone by that we know of
            self._last = now
        idle = now - self._last
        if idle >= self._cover and not self._told_cover:
            self._told_cover = True
            self.cover_due.emit()
        if idle >= self._lock and not self._told_lock:
            self._told_lock = True
            self.lock_due.emit()

    def stop(self) -> None:
        """Tell nothing any more."""
        self._timer.stop()
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.disconnect(self._listen_at)
        for window in QGuiApplication.allWindows():
            window.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Note a touch and let it pass."""
        if event.type() in _TOUCHED:
            self.touch()
        return False

    def _is_over(self, now: datetime) -> bool:
        return now - self._last >= min(self._cover, self._lock)

    def _listen_at(self, window: QWindow | None) -> None:
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)


def _wall() -> datetime:
    return datetime.now().astimezone()
