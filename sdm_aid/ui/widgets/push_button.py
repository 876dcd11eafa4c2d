"""A push button that Enter presses as Space does, once for each time it is held down."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PushButton(QPushButton):
    """What every button and card of the program is made of.

    Qt leaves Enter to the default button of a dialog, and here is no dialog. ``autoDefault`` would
    do too, but the style draws and measures such a button otherwise, and Enter held down presses
    it again and again.
    """

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses; a held key goes nowhere, for the press may have moved the focus."""
        with_others = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() not in _ENTER or with_others:
            super().keyPressEvent(event)
            return
        event.accept()
        if not event.isAutoRepeat():
            self.click()
