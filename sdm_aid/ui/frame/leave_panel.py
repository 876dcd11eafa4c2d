"""Asks before a visit is closed that is not kept: nothing goes without being said."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from sdm_aid.i18n import _
from sdm_aid.ui.frame.side_panel import SidePanel
from sdm_aid.ui.widgets.button import ButtonRole
from sdm_aid.ui.widgets.plain import button, label


class LeavePanel(SidePanel):
    """``chosen(str)``: ``save``, ``drop`` or (``in_record``) ``again``; closing it stays."""

    chosen = Signal(str)

    def __init__(self, body: QWidget, *, in_record: bool = False) -> None:
        heading = _("Not everything is saved") if in_record else _("Close this visit?")
        super().__init__(heading, "leave-panel", body)
        self.column.addWidget(label(self._words(in_record), "body", self._inside, "leave-words"))
        self._first: QPushButton | None = None
        if in_record:
            self._choice("again", _("Try again"), "primary")
            self._choice("save", _("Save to a file ..."), "secondary")
        else:
            self._choice("save", _("Save to a file ..."), "primary")
        self._choice("drop", _("Close without saving"), "secondary")
        stay = button(_("Stay in the visit"), "secondary", "leave-stay", self._inside)
        stay.clicked.connect(self.put_away)
        self.column.addWidget(stay)
        self.column.addStretch(1)

    def first_focus(self) -> QWidget:
        """Saving is the first thing to do."""
        return self._first or super().first_focus()

    @staticmethod
    def _words(in_record: bool) -> str:
        if in_record:
            return _(
                "The record does not take what was said last. What the line below calls saved is "
                "safe; the rest is gone once the visit is closed, unless you save it to a file. "
                "The file is not encrypted: keep it where the clinic keeps its records."
            )
        return _(
            "This visit is in no record. "
            "What was said here is gone once the visit is closed, unless you save it to a file. "
            "The file is not encrypted: keep it where the clinic keeps its records."
        )

    def _choice(self, name: str, text: str, role: ButtonRole) -> None:
        made = button(text, role, f"leave-{name}", self._inside)
        made.clicked.connect(partial(self.chosen.emit, name))
        self.column.addWidget(made)
        self._first = self._first or made
