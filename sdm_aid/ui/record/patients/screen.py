"""One patient of the record: details, visits, and what can be done with the record."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from sdm_aid.i18n import _
from sdm_aid.ui.frame.screen import Screen
from sdm_aid.ui.record.patients import work as jobs_of
from sdm_aid.ui.record.patients.ask_card import AskCard
from sdm_aid.ui.record.patients.details_card import DetailsCard
from sdm_aid.ui.record.patients.move_panel import MovePanel
from sdm_aid.ui.record.patients.papers_panel import PapersPanel, not_saved_words, saved_words
from sdm_aid.ui.record.patients.record_card import ErasedCard
from sdm_aid.ui.record.patients.stage import Stage
from sdm_aid.ui.record.patients.visit_line import WITHOUT_ASKING
from sdm_aid.ui.record.patients.visits_card import VisitsCard
from sdm_aid.ui.record.patients.whole_record import WholeRecord
from sdm_aid.ui.widgets.plain import empty
from sdm_aid.wording.filed import identifiers, patient_name
from sdm_aid.wording.record import trouble_sentence

if TYPE_CHECKING:
    from sdm_aid.application.ports import Jobs
    from sdm_aid.application.record.desk import Desk
    from sdm_aid.application.record.erasing import Erased, HoldingBackup, Tombstone
    from sdm_aid.domain.room import Patient
    from sdm_aid.records.rows import PatientRow


class PatientScreen(Screen):
    """A reader sees all of it and can change nothing.

    Signals for the main window: ``visit_asked(str, str)``: a visit and one of ``continue``,
    ``open``, ``look_again``, ``new_version``, ``history``; ``new_talk_asked(str)``: the patient;
    ``back``.
    """

    visit_asked = Signal(str, str)
    new_talk_asked = Signal(str)
    back = Signal()

    def __init__(
        self,
        desk: Desk,
        jobs: Jobs,
        resources: Path,
        patient: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("patient", "", "", parent)
        self._desk, self._jobs, self._resources = desk, jobs, resources
        self._patient = patient
        self._holding: tuple[HoldingBackup, ...] | None = None
        self.stage = Stage(self, jobs)
        self.visits = VisitsCard(self.body)
        self.visits.asked.connect(self._on_visit)
        self.details = DetailsCard(self._today, self.body)
        self.details.corrected.connect(self._on_corrected)
        self.record = WholeRecord(self, self.stage, desk, resources)
        self.record.changed.connect(self._changed)
        self.record.erased.connect(self._on_erased)
        self._erased = QVBoxLayout()
        self.column.addSpacing(8)
        self.column.addLayout(self._erased)
        for part in (self.visits, self.details, self.record.card):
            self.column.addWidget(part)
        self.column.addStretch(1)
        self._back = self.add_footer_button("back", _("Back"))
        self._new: QPushButton | None = None
        if desk.may_write:
            self._new = self.add_footer_button("new", _("New talk"), "primary")
        else:
            self.status.setText(_("A reader can look at the record but not add to it."))
        self.pressed.connect(self._on_pressed)
        self.refresh()

    @property
    def patient(self) -> str:
        """Whose record is shown."""
        return self._patient

    def refresh(self) -> None:
        """Show what the list in memory now says."""
        row = self._desk.index.patients[self._patient]
        while row.under:  # a double: show the record it was merged into
            self._patient = row.under
            row = self._desk.index.patients[self._patient]
        self.stage.close()
        self.record.patient = self._patient
        gone = bool(row.erased)
        self.title.setText(_("Erased record") if gone else patient_name(row.name))
        known = identifiers(row.born, row.number)
        self.subtitle.setText(known)
        self.subtitle.setVisible(bool(known))
        for part in (self.visits, self.details, self.record.card):
            part.setVisible(not gone)
        if self._new is not None:
            self._new.setVisible(not gone)
        if gone:
            self._show_erased()
            return
        may = self._desk.may_write
        self.details.show_details(row, may_write=may)
        visits = self._desk.index.visits_of(self._patient)
        self.visits.show_visits(visits, self._today(), may_write=may)

    def first_focus(self) -> QWidget:
        """The first thing to do with the newest visit, else a new talk."""
        for line in self.visits.lines.values():
            if line.buttons and not self.visits.isHidden():
                return next(iter(line.buttons.values()))
        return self._new if self._new is not None and not self._new.isHidden() else self._back

    def _today(self) -> date:
        return self._desk.clock().astimezone().date()

    def _on_pressed(self, name: str) -> None:
        if name == "back":
            self.back.emit()
        elif name == "new":
            self.new_talk_asked.emit(self._patient)

    def _on_visit(self, visit: str, action: str) -> None:
        if action in WITHOUT_ASKING:
            self.visit_asked.emit(visit, action)
        elif action == "discard":
            self._ask_discard(visit)
        elif action == "move":
            panel = MovePanel(self._desk.index, self._desk.index.visits[visit], self)
            panel.moved.connect(partial(self._on_moved, visit))
            self.stage.open(panel, self.visits.lines[visit].slot, panel.first_focus())
        elif action == "papers":
            self.stage.run(
                partial(jobs_of.papers_out, self._desk, visit, self._resources),
                partial(self._on_papers, visit),
            )

    def _ask_discard(self, visit: str) -> None:
        lines = (
            _("It is put aside for good. What was said stays in the record, with the reason."),
        )
        panel = AskCard(
            "discard",
            _("Discard this draft?"),
            lines,
            _("Discard it"),
            reason=_("Why"),
            parent=self,
        )
        panel.confirmed.connect(partial(self._on_discarded, visit))
        self.stage.open(panel, self.visits.lines[visit].slot, panel.first_focus())

    def _on_discarded(self, visit: str, reason: str) -> None:
        self._change(partial(jobs_of.discard, self._desk, visit, reason), _("It was discarded."))

    def _on_moved(self, visit: str, patient: str, reason: str) -> None:
        work = partial(jobs_of.move, self._desk, visit, patient, reason)
        self._change(work, _("It was moved. Both records show it."))

    def _on_papers(self, visit: str, found: Any) -> None:
        papers, readable = found
        panel = PapersPanel(papers, readable, self._jobs, self)
        panel.wanted.connect(partial(self.hand_out, visit))
        self.stage.open(panel, self.visits.lines[visit].slot, panel.first_focus())

    def hand_out(self, visit: str, paper: str, path: Path) -> None:
        """Save a stored paper under ``path``."""
        work = partial(jobs_of.hand_out, self._desk, visit, paper, path)
        self.stage.run(work, partial(self._say_saved, path), not_saved_words(path))

    def _say_saved(self, path: Path, _nothing: object) -> None:
        self.stage.say(saved_words(path))

    def _on_corrected(self, details: Patient, reason: str) -> None:
        before = self._desk.index.patients[self._patient]
        work = partial(jobs_of.correct, self._desk, before, details, reason)
        self.stage.close()
        self.stage.change(self._desk, work, self._on_correction)

    def _on_correction(self, outcome: PatientRow | Exception) -> None:
        if isinstance(outcome, Exception):
            self._tell_conflict(outcome)
            return
        self.details.close_form()
        self._changed(_("The details were corrected. What stood there is in the history."))

    def _tell_conflict(self, problem: Exception) -> None:
        row = self._desk.index.patients[self._patient]
        self.details.show_details(row, may_write=True)
        known = identifiers(row.born, row.number)
        now = ", ".join(part for part in (patient_name(row.name), known) if part)
        more = _("They now read: {details}. Save again to replace them.").format(details=now)
        self.details.say(f"{trouble_sentence(problem)} {more}")

    def _on_erased(self, erased: Erased) -> None:
        self._holding = erased.backups
        self.refresh()
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_erased(self) -> None:
        work = partial(jobs_of.tombstone, self._desk, self._patient)
        self.stage.run(work, self._put_erased)

    def _put_erased(self, tombstone: Tombstone | None) -> None:
        empty(self._erased)
        self._erased.addWidget(ErasedCard(tombstone, self._holding, self.body))

    def _change(self, work: Callable[[Any], Any], said: str) -> None:
        self.stage.change(self._desk, work, partial(self._after_change, said))

    def _after_change(self, said: str, _nothing: object) -> None:
        self._changed(said)

    def _changed(self, said: str) -> None:
        self.refresh()
        self.notice.say(said)
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
