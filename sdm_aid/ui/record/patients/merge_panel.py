"""Two records of one person: found, looked at side by side, and merged after asking again."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget

from sdm_aid.i18n import _, ngettext
from sdm_aid.i18n.formats import date_short, number
from sdm_aid.ui.record.patients.ask_card import AskCard
from sdm_aid.ui.record.patients.finder import PatientFinder
from sdm_aid.ui.record.patients.lines import settled, state_words
from sdm_aid.ui.record.patients.reveal import Reveal
from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.card import Card
from sdm_aid.ui.widgets.plain import button, card, label
from sdm_aid.wording.filed import patient_name

if TYPE_CHECKING:
    from datetime import date

    from sdm_aid.records.rows import PatientRow
    from sdm_aid.records.search import Index

_MOST = 4
"""Visits named of each; more are counted."""


class MergePanel(Card):
    """``merged(str, str)``: which record is kept, and which is the double; ``cancelled``."""

    merged = Signal(str, str)
    cancelled = Signal()

    def __init__(
        self, index: Index, patient: str, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(_("These are doubles: merge"), parent)
        self.setObjectName("merge")
        self._index, self._patient, self._today = index, patient, today
        self._reveal = Reveal(self)
        words = _("Find the other record of this person.")
        self.column.addWidget(label(words, "body", self))
        self.finder = PatientFinder(index, "merge-find", without=patient, parent=self)
        self.finder.found.connect(self.compare)
        self.column.addWidget(self.finder)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._both.setSpacing(px(12))
        self.column.addLayout(self._both)
        self.asking: AskCard | None = None
        self.cancel = button(_("Cancel"), "secondary", "merge-cancel", self)
        self.cancel.clicked.connect(self.cancelled)
        self.column.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignLeft)

    def first_focus(self) -> QWidget:
        """The search."""
        return self.finder.search

    def compare(self, other: str) -> None:
        """Show both records side by side; which one is kept is asked."""
        self._clear()
        self.finder.search.clear()
        for kept, double in ((self._patient, other), (other, self._patient)):
            side = self._side(kept, double)
            self._both.addWidget(side, 1)
            side.show()
        first = self.findChild(QWidget, f"merge-keep-{self._patient}")
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        self._reveal.show(self)

    def say(self, sentence: str) -> None:
        """Why it was not done."""
        if self.asking is not None:
            self.asking.say(sentence)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One above the other where there is no room beside."""
        super().resizeEvent(event)
        beside = self.width() >= px(760)
        way = QBoxLayout.Direction
        self._both.setDirection(way.LeftToRight if beside else way.TopToBottom)

    def _side(self, kept: str, double: str) -> QFrame:
        row = self._index.patients[kept]
        frame, column = card(f"merge-{kept}", self)
        column.addWidget(label(patient_name(row.name), "h3", frame))
        for words in self._told(row):
            column.addWidget(label(words, "body", frame))
        column.addStretch(1)
        keep = button(_("Keep this one"), "secondary", f"merge-keep-{kept}", frame)
        keep.setAccessibleName(
            _("Keep this one: {who}").format(
                who=", ".join((patient_name(row.name), *self._told(row)))
            )
        )
        keep.clicked.connect(partial(self._ask, kept, double))
        column.addWidget(keep, 0, Qt.AlignmentFlag.AlignLeft)
        return frame

    def _told(self, row: PatientRow) -> tuple[str, ...]:
        born = date_short(row.birth_date) if row.birth_date else _("not known")
        visits = self._index.visits_of(row.id)
        looked = settled(visits)
        said = [
            _("{what}: {value}").format(what=_("Date of birth"), value=born),
            _("{what}: {value}").format(
                what=_("Clinic number"), value=row.number or _("not known")
            ),
            ngettext("{n} visit", "{n} visits", len(visits)).format(n=number(len(visits)))
            if visits
            else _("No talk was held yet."),
        ]
        for one in visits[:_MOST]:
            said.append(f"{one.head.title} · {state_words(one, looked, self._today)}")
        return tuple(said)

    def _ask(self, kept: str, double: str) -> None:
        if self.asking is not None:
            self.asking.deleteLater()
        stays, goes = (patient_name(self._index.patients[each].name) for each in (kept, double))
        lines = (
            _("Kept: {name}, with these details. All visits of both are there.").format(name=stays),
            _("The other one, {name}, is no longer listed.").format(name=goes),
            _("This cannot be undone."),
        )
        self.asking = AskCard(
            "merge-ask", _("Merge these two records?"), lines, _("Merge them"), parent=self
        )
        self.asking.confirmed.connect(partial(self._on_confirmed, kept, double))
        self.asking.cancelled.connect(self.cancelled)
        self.column.insertWidget(self.column.count() - 1, self.asking)
        self.asking.show()
        self.asking.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        self._reveal.show(self.asking)
        self.cancel.hide()

    def _on_confirmed(self, kept: str, double: str, _reason: str) -> None:
        self.merged.emit(kept, double)

    def _clear(self) -> None:
        while (item := self._both.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if self.asking is not None:
            self.asking.deleteLater()
            self.asking = None
            self.cancel.show()
