"""The clinic's own audit: finished look-agains as a table without names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sdm_aid.i18n import _
from sdm_aid.ui.record.manage.card import ManageCard, Tools

if TYPE_CHECKING:
    from sdm_aid.application.record.overview import Overview


class AuditCard(ManageCard):
    """``asked``: somebody wants the table."""

    asked = Signal()

    def __init__(self, tools: Tools, parent: QWidget) -> None:
        super().__init__("audit", _("How it went: for the clinic’s own audit"), tools, parent)
        self.words(
            _(
                "A table (CSV) of all finished looks again: scores, goals, what happened, what is "
                "still done. It bears no names, no dates of birth and no words anybody typed. In a "
                "small clinic patients can still be told by their numbers, so keep it inside."
            )
        )
        self.buttons(("audit-save", _("Save the table ..."), self.asked.emit))
        self.close_up()

    def show_overview(self, shown: Overview) -> None:
        """Nothing of it depends on the record's settings."""
