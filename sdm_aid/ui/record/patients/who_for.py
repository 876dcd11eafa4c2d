"""Whom a talk is for: somebody of the record, somebody new, or named later."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from sdm_aid.domain.room import Patient
from sdm_aid.i18n import _
from sdm_aid.ui.frame.screen import Screen
from sdm_aid.ui.record.patients.details_form import DetailsForm
from sdm_aid.ui.record.patients.finder import PatientFinder
from sdm_aid.ui.record.patients.reveal import Reveal
from sdm_aid.ui.record.patients.work import add, and_look
from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.notice import Notice
from sdm_aid.ui.widgets.plain import button, card, label
from sdm_aid.wording.filed import identifiers, patient_name
from sdm_aid.wording.record import trouble_sentence

if TYPE_CHECKING:
    from sdm_aid.application.ports import Jobs
    from sdm_aid.application.record.desk import Desk
    from sdm_aid.records.rows import PatientRow
    from sdm_aid.records.search import Changes


class WhoFor(Screen):
    """``chosen(object)``: the PatientRow, a new one already in the record; None: named later.

    ``back`` leaves all as it was.

    Args:
        talk: its title; empty: a new patient is added without a talk.
    """

    chosen = Signal(object)
    back = Signal()

    def __init__(
        self, desk: Desk, jobs: Jobs, talk: str = "", parent: QWidget | None = None
    ) -> None:
        title = _("Who is this talk for?") if talk else _("New patient")
        super().__init__("who-for", title, talk, parent)
        self.subtitle.setVisible(bool(talk))
        self._desk, self._jobs, self._talk = desk, jobs, talk
        self._typed: Patient | None = None
        self._reveal = Reveal(self)
        self.finder: PatientFinder | None = None
        self._doubles: tuple[PatientRow, ...] = ()
        self.column.addSpacing(8)
        if talk:
            self.column.addWidget(self._known())
        self.column.addWidget(self._new())
        self.column.addStretch(1)
        self.status.setText(_("What is typed here stays on this screen until you choose."))
        self.add_footer_button("back", _("Back"))
        if talk:
            self.add_footer_button("later", _("Name them later"))
        self.pressed.connect(self._on_pressed)

    def first_focus(self) -> QWidget:
        """The search; without one the first field."""
        return self.finder.search if self.finder is not None else self.form.first_focus()

    def _known(self) -> QFrame:
        frame, column = card("who-known", self.body)
        column.addWidget(label(_("Somebody in the record"), "h3", frame))
        self.finder = PatientFinder(self._desk.index, "who-find", parent=frame)
        self.finder.found.connect(self._on_found)
        column.addWidget(self.finder)
        return frame

    def _new(self) -> QFrame:
        frame, column = card("who-new", self.body)
        if self._talk:
            column.addWidget(label(_("Somebody new"), "h3", frame))
        self.form = DetailsForm("who-details", frame)
        self.form.entered.connect(self._on_new)
        for field in self.form.fields.values():
            field.textEdited.connect(self._forget_doubles)
        column.addWidget(self.form)
        self._double = Notice("", "", "caution", frame)
        self._double.setObjectName("who-double")
        row = QHBoxLayout()
        row.setSpacing(px(12))
        row.setContentsMargins(0, px(6), 0, px(4))
        self._use = button(_("Use that record"), "secondary", "who-use", self._double)
        self._use.clicked.connect(self._on_use)
        self._another = button(
            _("Make another one all the same"), "secondary", "who-another", self._double
        )
        self._another.clicked.connect(self._on_another)
        for made in (self._use, self._another):
            row.addWidget(made)
        row.addStretch(1)
        self._double.column.addLayout(row)
        column.addWidget(self._double)
        words = _("Begin with this patient") if self._talk else _("Add this patient")
        self.go = button(words, "primary", "who-go", frame)
        self.go.clicked.connect(self._on_new)
        line = QHBoxLayout()
        line.addWidget(self.go)
        line.addStretch(1)
        column.addLayout(line)
        return frame

    def _on_pressed(self, name: str) -> None:
        if name == "back":
            self.back.emit()
        elif name == "later":
            self.chosen.emit(None)

    def _on_found(self, patient: str) -> None:
        self.chosen.emit(self._desk.index.patients[patient])

    def _on_new(self) -> None:
        details = self.form.read(self._desk.clock().astimezone().date())
        if details is None:
            return
        if details == Patient():
            later = _("Write down at least one of them, or choose “Name them later”.")
            self.form.say(later if self._talk else _("Write down at least one of them."), "name")
            return
        from sdm_aid.records.patients import row_of

        self._typed = details
        self._doubles = self._desk.index.doubles_of(row_of("", details))
        if self._doubles:
            self._ask_about(self._doubles[0], details)
        else:
            self._keep_new(details)

    def _ask_about(self, double: PatientRow, details: Patient) -> None:
        number = (details.number or "").strip().casefold()
        same = bool(number) and number == double.number.strip().casefold()
        form = _("There is a patient with this number: {name}.")
        if not same:
            form = _("There is a patient of this name and date of birth: {name}.")
        known = identifiers(double.born, double.number).replace(" · ", ", ")
        who = ", ".join(part for part in (patient_name(double.name), known) if part)
        more = _("Two records of one person are easily mixed up.")
        if len(self._doubles) > 1:
            more += " " + _("There are others like it: search for them, to be sure.")
        self._double.set_words(form.format(name=who), more)
        self.go.hide()
        self._use.setFocus(Qt.FocusReason.OtherFocusReason)
        self._reveal.show(self._double)

    def _forget_doubles(self) -> None:
        self._double.set_words("", "")
        self.go.show()

    def _on_use(self) -> None:
        self.chosen.emit(self._doubles[0])

    def _on_another(self) -> None:
        if self._typed is not None:
            self._keep_new(self._typed)

    def _keep_new(self, details: Patient) -> None:
        self._set_busy(True)
        work = partial(
            and_look, self._desk, self._desk.index.seq, partial(add, self._desk, details)
        )
        self._jobs.run(work, done=self._on_added, failed=self._on_failed)

    def _on_added(self, found: tuple[PatientRow, Changes | None]) -> None:
        row, changes = found
        self._set_busy(False)
        if changes is not None:
            self._desk.take(changes)
        self.chosen.emit(row)

    def _on_failed(self, problem: Exception) -> None:
        self._set_busy(False)
        sentence = trouble_sentence(problem)
        if not sentence:
            raise problem
        self.notice.say(sentence)

    def _set_busy(self, busy: bool) -> None:
        self.body.setEnabled(not busy)
