"""What is on the window, and over it the cover: one or the other is to be seen, never both."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QStackedWidget, QWidget
from shiboken6 import isValid

from sdm_aid.ui.frame.cover import Cover


class Covered(QStackedWidget):
    """Holds the rooms of the window and the cover; covering takes effect at once."""

    def __init__(self, rooms: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("layers")
        self._rooms = rooms
        self.sheet = Cover(self)
        self.addWidget(rooms)
        self.addWidget(self.sheet)
        self.sheet.uncovered.connect(partial(self.set_cover, False))
        self._before: QWidget | None = None

    @property
    def covered(self) -> bool:
        """True while the cover is up."""
        return self.currentWidget() is self.sheet

    def set_cover(self, up: bool, clinic: str = "", *, rest: bool = False) -> None:
        """Blank the window at once, or show again what was there with the focus where it was."""
        if up:
            if not self.covered:
                self._before = self.window().focusWidget()
            self.sheet.raise_for(clinic, rest=rest)
            self.setCurrentWidget(self.sheet)
            self.sheet.take_focus()
            self.repaint()
            return
        self.setCurrentWidget(self._rooms)
        before, self._before = self._before, None
        # a job that ended under the cover may have taken it away
        if before is not None and isValid(before):
            before.setFocus()
