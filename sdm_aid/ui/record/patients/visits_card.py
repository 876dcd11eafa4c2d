"""All visits and looks again of a patient, newest first."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from sdm_aid.i18n import _
from sdm_aid.ui.record.patients.lines import settled, state_words
from sdm_aid.ui.record.patients.visit_line import VisitLine
from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.card import Card
from sdm_aid.ui.widgets.plain import empty, label

if TYPE_CHECKING:
    from sdm_aid.records.rows import VisitRow


class VisitsCard(Card):
    """``asked(str, str)``: a visit and what was pressed."""

    asked = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Visits"), parent)
        self.setObjectName("patient-visits")
        self.lines: dict[str, VisitLine] = {}
        self._list = QVBoxLayout()
        self._list.setSpacing(px(4))
        self.column.addLayout(self._list)

    def show_visits(self, rows: tuple[VisitRow, ...], today: date, *, may_write: bool) -> None:
        """Show these, in this order."""
        empty(self._list)
        self.lines = {}
        looked = settled(rows)
        for row in rows:
            if not row.head.started:
                continue  # damaged: it is named when the record is opened
            if self.lines:
                rule = QFrame(self)
                rule.setProperty("role", "rule")
                self._list.addWidget(rule)
            words = state_words(row, looked, today)
            line = VisitLine(row, words, may_write=may_write, parent=self)
            line.asked.connect(self.asked)
            self.lines[row.id] = line
            self._list.addWidget(line)
        if not self.lines:
            self._list.addWidget(label(_("No talk was held yet."), "soft", self, "visits-none"))
