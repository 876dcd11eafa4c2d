"""The screens of an open record: patients, histories, managing it, backups, the clinic's audit."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from sdm_aid.i18n import _, ngettext

if TYPE_CHECKING:
    from sdm_aid.application.record.desk import Desk
    from sdm_aid.records.rows import PatientRow
    from sdm_aid.records.search import Changes
    from sdm_aid.ui.frame.screen import Screen
    from sdm_aid.ui.record_window import RecordWindow


OTHER_ROOMS_MS = 15_000
"""How often the list looks for what other rooms wrote."""


class RecordScreens(QObject):
    """``visit_asked(str, str)``: a visit and what to do with it; ``new_talk_asked(str)``: for whom;
    ``times_changed(object)``: other idle times; ``changed``: the list of patients did.
    """

    visit_asked = Signal(str, str)
    new_talk_asked = Signal(str)
    times_changed = Signal(object)
    changed = Signal()

    def __init__(self, window: RecordWindow, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._desk = window, desk
        self._looking = False
        # what another room wrote is not told: it has to be asked for
        self._asking = QTimer(self)
        self._asking.setInterval(OTHER_ROOMS_MS)
        self._asking.timeout.connect(self.refresh)
        if desk.record.place.on_server:
            self._asking.start()
        self.patient = ""
        """The patient whose screen was shown last; a history leads back there."""

    def card(self, parent: QWidget) -> QWidget:
        """The list of patients for the home screen."""
        from sdm_aid.ui.record.patients.card import PatientsCard

        self.patient = ""
        desk = self._desk
        card = PatientsCard(desk.index, desk.clock, may_write=desk.may_write, parent=parent)
        card.patient_opened.connect(self.show_patient)
        card.visit_asked.connect(self.visit_asked)
        card.new_patient_asked.connect(self.show_new_patient)
        self.changed.connect(card.refresh)
        self.refresh()
        return card

    def refresh(self) -> None:
        """Bring the list of patients up to date, off the GUI thread: a server may be slow."""
        if self._looking:
            return
        self._looking = True
        desk, after = self._desk, self._desk.index.seq

        def work(_progress: object) -> Changes:
            return desk.look(after)

        self._window.jobs.run(work, done=self._on_changes, failed=self._on_no_changes)

    def _on_changes(self, changes: Changes) -> None:
        self._looking = False
        if self._desk.take(changes):
            self.changed.emit()

    def _on_no_changes(self, problem: Exception) -> None:
        self._looking = False
        self._on_failed(problem)

    def show_patient(self, patient: str) -> None:
        """All that the record holds of one patient."""
        from sdm_aid.ui.record.patients.screen import PatientScreen

        window = self._window
        self.refresh()
        self.patient = patient
        screen = PatientScreen(
            self._desk, window.jobs, window.resources, patient, window.as_widget()
        )
        screen.visit_asked.connect(self.visit_asked)
        screen.new_talk_asked.connect(self.new_talk_asked)
        screen.back.connect(window.show_home)
        window.put_screen(screen)

    def show_new_patient(self) -> None:
        """Make a patient's record without a talk."""
        self.ask_who("", self._on_made)

    def ask_who(self, talk: str, chosen: Callable[[PatientRow | None], None]) -> None:
        """Ask whom this talk is for (empty: a new patient without a talk)."""
        from sdm_aid.ui.record.patients.who_for import WhoFor

        self.refresh()
        screen = WhoFor(self._desk, self._window.jobs, talk, self._window.as_widget())
        screen.chosen.connect(chosen)
        self._put(screen)

    def show_history(self, visit: str) -> None:
        """What happened in a visit, line by line."""
        from sdm_aid.ui.record.patients.history_screen import HistoryScreen

        window = self._window
        screen = HistoryScreen(self._desk, window.jobs, window.resources, visit, window.as_widget())
        screen.back.connect(self._back_to_patient)
        window.put_screen(screen)

    def show_manage(self) -> None:
        """Users, keys, seal, times, backups."""
        from sdm_aid.ui.record.manage.screen import RecordSettings

        window = self._window
        screen = RecordSettings(
            self._desk, window.appearance, window.jobs, window.folder, window.as_widget()
        )
        screen.times_changed.connect(self.times_changed)
        screen.pressed.connect(partial(self._on_manage, screen))
        window.put_screen(screen)

    def show_proposed(self) -> None:
        """Records kept long enough, to be looked at one by one."""
        from sdm_aid.ui.record.patients.retention_list import RetentionList

        screen = RetentionList(self._desk, self._window.jobs, self._window.as_widget())
        screen.patient_opened.connect(self.show_patient)
        screen.back.connect(self.show_manage)
        self._window.put_screen(screen)

    def back_up(self, done: Callable[[], None] | None = None) -> None:
        """Ask for a folder and write a backup into it."""
        folder = QFileDialog.getExistingDirectory(
            self._window.as_widget(), _("Where the backup goes"), str(Path.home())
        )
        if not folder:
            return
        record = self._desk.record

        def work(progress: Any) -> Path:
            from sdm_aid.application.record.backup import back_up

            return Path(back_up(record, Path(folder), progress).where)

        def kept(where: Path) -> None:
            self._window.say(
                _("The backup is in {folder} and was read back whole.").format(folder=where)
            )
            if done is not None:
                done()

        self._window.say(_("Copying the record ..."))
        self._run(work, kept)

    def export_follow_ups(self) -> None:
        """Ask for a file and write the table of finished look-agains, without names."""
        path, _kind = QFileDialog.getSaveFileName(
            self._window.as_widget(),
            _("Save the table without names"),
            str(Path.home() / "look-again.csv"),
            "CSV (*.csv)",
        )
        if not path:
            return
        desk = self._desk

        def work(progress: Any) -> int:
            from sdm_aid.application.record.follow_up_export import export_follow_ups

            return export_follow_ups(desk, Path(path), progress)

        self._run(work, self._on_exported)

    def _on_exported(self, lines: int) -> None:
        said = ngettext(
            "{n} look again is in the table, without names.",
            "{n} looks again are in the table, without names.",
            lines,
        )
        self._window.say(said.format(n=lines))

    def _on_made(self, patient: PatientRow | None) -> None:
        if patient is not None:
            self.show_patient(patient.id)

    def _on_manage(self, screen: Any, name: str) -> None:
        if name == "back":
            self._window.show_home()
        elif name == "backup":
            self.back_up(screen.refresh)
        elif name == "proposed":
            self.show_proposed()
        elif name == "audit":
            self.export_follow_ups()

    def _back_to_patient(self) -> None:
        if self.patient:
            self.show_patient(self.patient)
        else:
            self._window.show_home()

    def _put(self, screen: Screen) -> None:
        screen.pressed.connect(self._on_pressed)
        self._window.put_screen(screen)

    def _on_pressed(self, name: str) -> None:
        if name == "back":
            self._window.show_home()

    def _run(self, work: Callable[[Any], Any], done: Callable[[Any], None]) -> None:
        self._window.jobs.run(work, done=done, failed=self._on_failed, progress=self._window.say)

    def _on_failed(self, problem: Exception) -> None:
        from sdm_aid.wording.record import trouble_sentence

        sentence = trouble_sentence(problem)
        if not sentence and isinstance(problem, OSError):
            sentence = _("The file cannot be written there. Choose another folder.")
        self._window.say(sentence or _("This did not work because of a fault in the program."))
        if not sentence:
            raise problem
