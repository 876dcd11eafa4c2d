"""The cover key where a list, a menu or a dialog of ours lies over the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QDialog, QWidget


class CoverKey(QObject):
    """``pressed`` for F9 when something lies over the window; that is put away first.

    A shortcut of the window is not heard then: the keys go to what lies on top. So this listens
    at the window that has the keys.
    """

    pressed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._listen_at)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Take F9 while a popup or a dialog is open."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() != Qt.Key.Key_F9 or event.isAutoRepeat() or not self._put_away():
            return False
        self.pressed.emit()
        return True

    def _listen_at(self, handle: QWindow | None) -> None:
        if handle is not None:
            handle.installEventFilter(self)

    @staticmethod
    def _put_away() -> bool:
        """Close what lies on top; False where nothing does."""
        popup, dialog = QApplication.activePopupWidget(), QApplication.activeModalWidget()
        if popup is not None:
            popup.close()
        if isinstance(dialog, QDialog):
            dialog.reject()
        return popup is not None or dialog is not None
