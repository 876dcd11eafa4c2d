"""A notice that is read to screen readers when its sentence comes."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from sdm_aid.ui.widgets.notice import Notice


class Told(Notice):
    """What became of printing, saving, copying; stays until the next sentence."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent=parent)
        self.setObjectName(name)

    def say(self, sentence: str, *, trouble: bool = False) -> None:
        """Show a sentence; an empty one takes the last away."""
        self.set_kind("caution" if trouble else "info")
        self.set_words("", sentence)
        if sentence:
            from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))
