"""Asks before a visit is closed that is not in a file: nothing goes without being said."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from sdm_aid.i18n import _
from sdm_aid.ui.frame.side_panel import SidePanel
from sdm_aid.ui.widgets.button import ButtonRole
from sdm_aid.ui.widgets.plain import button, label


class LeavePanel(SidePanel):
    """``chosen(str)``: ``save`` or ``drop``; closing the panel stays in the visit."""

    chosen = Signal(str)

    def __init__(self, body: QWidget) -> None:
        super().__init__(_("Close this visit?"), "leave-panel", body)
        words = _(
            "This version of the program keeps no record of its own. "
            "What was said here is gone once the visit is closed, unless you save it to a file. "
            "The file is not encrypted: keep it where the clinic keeps its records."
        )
        self.column.addWidget(label(words, "body", self._inside, "leave-words"))
        self._save = self._choice("save", _("Save to a file ..."), "primary")
        self._choice("drop", _("Close without saving"), "secondary")
        stay = button(_("Stay in the visit"), "secondary", "leave-stay", self._inside)
        stay.clicked.connect(self.put_away)
        self.column.addWidget(stay)
        self.column.addStretch(1)

    def first_focus(self) -> QWidget:
        """Saving is the first thing to do."""
        return self._save

    def _choice(self, name: str, text: str, role: ButtonRole) -> QPushButton:
        made = button(text, role, f"leave-{name}", self._inside)
        made.clicked.connect(partial(self.chosen.emit, name))
        self.column.addWidget(made)
        return made
