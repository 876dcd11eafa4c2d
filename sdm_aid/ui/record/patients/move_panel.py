"""A visit filed under the wrong patient: whose it is, and why it stood here."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from sdm_aid.i18n import _
from sdm_aid.ui.record.patients.ask_card import AskCard
from sdm_aid.ui.record.patients.finder import PatientFinder
from sdm_aid.ui.record.patients.reveal import Reveal
from sdm_aid.ui.widgets.card import Card
from sdm_aid.ui.widgets.plain import button, label
from sdm_aid.wording.filed import identifiers, patient_name

if TYPE_CHECKING:
    from sdm_aid.records.rows import VisitRow
    from sdm_aid.records.search import Index


class MovePanel(Card):
    """``moved(str, str)``: the patient it belongs to, and the reason; ``cancelled``."""

    moved = Signal(str, str)
    cancelled = Signal()

    def __init__(self, index: Index, row: VisitRow, parent: QWidget | None = None) -> None:
        super().__init__(_("File under another patient"), parent)
        self.setObjectName("move")
        self._index, self._row = index, row
        self._reveal = Reveal(self)
        self.column.addWidget(label(_("Find the patient it belongs to."), "body", self))
        self.finder = PatientFinder(index, "move-find", without=row.patient, parent=self)
        self.finder.found.connect(self.ask)
        self.column.addWidget(self.finder)
        self.cancel = button(_("Cancel"), "secondary", "move-cancel", self)
        self.cancel.clicked.connect(self.cancelled)
        self.column.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignLeft)
        self.asking: AskCard | None = None

    def first_focus(self) -> QWidget:
        """The search."""
        return self.finder.search

    def ask(self, patient: str) -> None:
        """Say what happens, and ask why."""
        if self.asking is not None:
            self.asking.deleteLater()
        other = self._index.patients[patient]
        who = ", ".join(
            part
            for part in (patient_name(other.name), identifiers(other.born, other.number))
            if part
        )
        lines = [
            _("It goes to: {name}. Both records show that it was moved.").format(name=who),
        ]
        if self._row.head.status == "signed":
            lines.append(
                _(
                    "The sealed plan keeps the name it was sealed with: a seal is never altered. "
                    "Make a new version for the right patient, and tell both."
                )
            )
        self.asking = AskCard(
            "move-ask",
            _("Move this visit?"),
            tuple(lines),
            _("Move it"),
            reason=_("Why it stood under the wrong patient"),
            parent=self,
        )
        self.asking.confirmed.connect(partial(self.moved.emit, patient))
        self.asking.cancelled.connect(self.cancelled)
        self.column.insertWidget(self.column.count() - 1, self.asking)
        self.asking.show()
        self.asking.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        self._reveal.show(self.asking)
        self.cancel.hide()

    def say(self, sentence: str) -> None:
        """Why it was not done; the reason stays as typed."""
        if self.asking is not None:
            self.asking.say(sentence)
