"""The steps as one button with a menu, for a window that is narrow or text that is large."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from sdm_aid.i18n import _
from sdm_aid.ui.widgets.push_button import PushButton


class StepMenu(PushButton):
    """ "Step 3 of 8: Compare"; opens a list of all steps. ``chosen(int)`` with the index."""

    chosen = Signal(int)

    def __init__(self, names: list[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("step-menu")
        self.setProperty("role", "secondary")
        self._names = names
        self._menu = QMenu(self)
        self.setMenu(self._menu)
        for number, name in enumerate(names):
            action = self._menu.addAction(name, partial(self.chosen.emit, number))
            action.setCheckable(True)

    def show_step(self, index: int) -> None:
        """Name the step that is on the screen."""
        text = _("Step {number} of {all}: {name}").format(
            number=index + 1, all=len(self._names), name=self._names[index]
        )
        self.setText(text)
        self.setAccessibleName(text)
        for number, action in enumerate(self._menu.actions()):
            action.setChecked(number == index)
