"""A patient's details, and correcting them with a reason."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sdm_aid.i18n import _
from sdm_aid.i18n.formats import date_short
from sdm_aid.ui.record.patients.details_form import WIDEST, DetailsForm
from sdm_aid.ui.record.patients.reveal import Reveal
from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.theme.sheet import restyle
from sdm_aid.ui.widgets.capped_field import CappedLine
from sdm_aid.ui.widgets.card import Card
from sdm_aid.ui.widgets.plain import button, label
from sdm_aid.wording.filed import patient_name

if TYPE_CHECKING:
    from sdm_aid.domain.room import Patient
    from sdm_aid.records.rows import PatientRow


class DetailsCard(Card):
    """``corrected(object, str)``: the details as they should be, and why."""

    corrected = Signal(object, str)

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(_("Details"), parent)
        self.setObjectName("patient-details")
        self._today = today
        self._reveal = Reveal(self)
        self._row: PatientRow | None = None
        self._values = label("", "body", self, "details-values")
        self.column.addWidget(self._values)
        self.change = button(_("Correct details"), "secondary", "details-change", self)
        self.change.clicked.connect(self._on_change)
        self._add_row(self.column, self.change)
        self._editing = QWidget(self)
        self._editing.hide()
        self._make_form()
        self.column.addWidget(self._editing)

    def show_details(self, row: PatientRow, *, may_write: bool) -> None:
        """Show the details; what is being corrected stays as it was typed."""
        self._row = row
        born = row.birth_date
        said = (
            (_("Name"), patient_name(row.name)),
            (_("Date of birth"), date_short(born) if born else _("not known")),
            (_("Clinic number"), row.number or _("not known")),
        )
        words = "\n".join(_("{what}: {value}").format(what=what, value=v) for what, v in said)
        self._values.setText(words)
        self.change.setVisible(may_write and self._editing.isHidden())

    def close_form(self) -> None:
        """Back to the details as they stand."""
        self._editing.hide()
        self.change.show()

    def say(self, sentence: str) -> None:
        """Why the correction was not taken; what was typed stays."""
        self.form.say(sentence)

    def _make_form(self) -> None:
        column = QVBoxLayout(self._editing)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        self.form = DetailsForm("details", self._editing)
        column.addWidget(self.form)
        caption = _("Why it is corrected")
        self.reason = CappedLine(self._editing)
        self.reason.setObjectName("details-reason")
        self.reason.setMaxLength(500)
        self.reason.setMaximumWidth(px(WIDEST))
        self.reason.setAccessibleName(caption)
        self.reason.returnPressed.connect(self._on_save)
        over = label(caption, "caption", self._editing)
        over.setBuddy(self.reason)
        column.addWidget(over)
        column.addWidget(self.reason)
        self.save = button(_("Save the correction"), "primary", "details-save", self._editing)
        self.save.clicked.connect(self._on_save)
        cancel = button(_("Cancel"), "secondary", "details-cancel", self._editing)
        cancel.clicked.connect(self._on_cancel)
        self._add_row(column, self.save, cancel)

    def _add_row(self, column: QVBoxLayout, *buttons: QWidget) -> None:
        row = QHBoxLayout()
        row.setSpacing(px(12))
        for made in buttons:
            row.addWidget(made)
        row.addStretch(1)
        column.addLayout(row)

    def _on_change(self) -> None:
        from sdm_aid.records.patients import details_of

        if self._row is not None:
            self.form.show_details(details_of(self._row))
        self.reason.clear()
        self._editing.show()
        self.change.hide()
        self.form.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        self._reveal.show(self)

    def _on_cancel(self) -> None:
        self.close_form()
        self.change.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_save(self) -> None:
        details: Patient | None = self.form.read(self._today())
        if details is None:
            return
        reason = self.reason.text().strip()
        self.reason.setProperty("invalid", not reason)
        restyle(self.reason)
        if not reason:
            self.form.say(_("Write down why it is corrected: what stood there stays on record."))
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.corrected.emit(details, reason)
