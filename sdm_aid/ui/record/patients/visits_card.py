"""All visits and looks again of a patient, newest first."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from sdm_aid.i18n import _
from sdm_aid.i18n.formats import number
from sdm_aid.ui.record.patients.lines import settled, state_words
from sdm_aid.ui.record.patients.visit_line import VisitLine
from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.card import Card
from sdm_aid.ui.widgets.plain import button, empty, label

if TYPE_CHECKING:
    from sdm_aid.records.rows import VisitRow


STEP = 20
"""Visits shown at once: a line takes some 10 ms to make."""


class VisitsCard(Card):
    """``asked(str, str)``: a visit and what was pressed."""

    asked = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Visits"), parent)
        self.setObjectName("patient-visits")
        self.lines: dict[str, VisitLine] = {}
        self._shown = STEP
        self._list = QVBoxLayout()
        self._list.setSpacing(px(4))
        self.column.addLayout(self._list)

    def show_visits(self, rows: tuple[VisitRow, ...], today: date, *, may_write: bool) -> None:
        """Show these, in this order; the first of them where they are many."""
        empty(self._list)
        self.lines = {}
        looked = settled(rows)
        # damaged ones are named when the record is opened
        made: list[Callable[..., VisitLine]] = [
            partial(VisitLine, row, state_words(row, looked, today), may_write=may_write)
            for row in rows
            if row.head.started
        ]
        if made:
            self._add(made, self._shown)
        else:
            self._list.addWidget(label(_("No talk was held yet."), "soft", self, "visits-none"))

    def _add(self, made: list[Callable[..., VisitLine]], count: int) -> None:
        before = len(self.lines)
        for make in made[before : before + count]:
            if self.lines:
                rule = QFrame(self)
                rule.setProperty("role", "rule")
                self._list.addWidget(rule)
            line = make(parent=self)
            line.asked.connect(self.asked)
            self.lines[line.row.id] = line
            self._list.addWidget(line)
        if len(made) > len(self.lines):
            words = _("Show earlier ones ({shown} of {total} shown)")
            said = words.format(shown=number(len(self.lines)), total=number(len(made)))
            earlier = button(said, "secondary", "visits-earlier", self)
            earlier.clicked.connect(partial(self._on_earlier, made, earlier))
            self._list.addWidget(earlier, 0, Qt.AlignmentFlag.AlignLeft)

    def _on_earlier(self, made: list[Callable[..., VisitLine]], pressed: QWidget) -> None:
        first = len(self.lines)
        self._shown += STEP
        self._list.removeWidget(pressed)
        pressed.hide()
        pressed.deleteLater()
        self._add(made, STEP)
        newly = list(self.lines.values())[first]
        next(iter(newly.buttons.values())).setFocus(Qt.FocusReason.OtherFocusReason)
