"""Works the real window as a person would: by clicks and keys on what can be seen."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

PATIENCE_MS = 60_000


class CannotFind(LookupError):
    """The window does not show what the script wants to use; the text names it."""


class Driver:
    """Finds controls by object name among what is visible, and uses them.

    Args:
        window: the main window, already shown.
    """

    def __init__(self, window: QWidget) -> None:
        self.window = window

    def find(self, name: str) -> QWidget:
        """The visible control of this name; ``card/chip-yes`` looks inside a control.

        Raises:
            CannotFind: nothing of that name is visible.
        """
        place = self.window
        for part in name.split("/"):
            found = self._visible(place, part)
            if found is None:
                raise CannotFind(name)
            place = found
        return place

    def shows(self, name: str) -> bool:
        """True where a control of this name can be seen."""
        try:
            self.find(name)
        except CannotFind:
            return False
        return True

    def click(self, name: str, at: QPoint | None = None) -> None:
        """Bring the control into view and click it, in its middle or at a point of its own."""
        widget = self.find(name)
        self.bring(widget)
        if not widget.isEnabled():
            raise CannotFind(f"{name} (it is disabled)")
        place = at if at is not None else widget.rect().center()
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
        self.settle()

    def type(self, name: str, text: str) -> None:
        """Click into a field, type, and leave it with Tab."""
        widget = self.find(name)
        self.bring(widget)
        target = widget.focusProxy() or widget
        target.setFocus()
        QTest.keyClicks(target, text)
        QTest.keyClick(target, Qt.Key.Key_Tab)
        self.settle()

    def press(self, key: Qt.Key, name: str | None = None) -> None:
        """Press a key on a control, or on what has the focus."""
        target = self.find(name) if name else (QApplication.focusWidget() or self.window)
        QTest.keyClick(target, key)
        self.settle()

    def draw(self, name: str, points: list[tuple[float, float]]) -> None:
        """Draw with the mouse; points are shares of the control's width and height."""
        widget = self.find(name)
        self.bring(widget)
        places = [QPointF(x * widget.width(), y * widget.height()).toPoint() for x, y in points]
        button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QTest.mousePress(widget, button, none, places[0])
        for place in places[1:]:
            QTest.mouseMove(widget, place)
        QTest.mouseRelease(widget, button, none, places[-1])
        self.settle()

    def _visible(self, place: QWidget, name: str) -> QWidget | None:
        for widget in place.findChildren(QWidget, name):
            if widget.isVisibleTo(self.window):
                return widget
        return None

    def until(self, true: Callable[[], bool], what: str) -> None:
        """Let the program go on until ``true``.

        Raises:
            CannotFind: it did not come true within a minute; the text says what was awaited.
        """
        begun = time.monotonic()
        while not true():
            if (time.monotonic() - begun) * 1000 > PATIENCE_MS:
                raise CannotFind(what)
            # waits inside the event loop, so that jobs can report back
            QTest.qWait(10)

    def bring(self, widget: QWidget) -> None:
        """Scroll every area around the control so that it can be seen."""
        parent = widget.parentWidget()
        while parent is not None:
            if isinstance(parent, QScrollArea):
                parent.ensureWidgetVisible(widget, 20, 20)
            parent = parent.parentWidget()
        self.settle()

    def to_top(self) -> None:
        """Scroll the page to its beginning, and let go of the field last used."""
        focused = QApplication.focusWidget()
        if focused is not None:
            focused.clearFocus()
        for area in self.window.findChildren(QScrollArea):
            if area.isVisibleTo(self.window):
                area.verticalScrollBar().setValue(0)
        self.settle()

    def settle(self) -> None:
        """Let pending events be handled."""
        for _round in range(3):
            QApplication.processEvents()

    def picture(self, path: Path) -> None:
        """Save what the window shows.

        Raises:
            OSError: the picture cannot be written there.
        """
        self.settle()
        if not self.window.grab().save(str(path), "PNG"):
            raise OSError(f"{path}: the picture cannot be written")
