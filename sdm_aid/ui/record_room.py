"""The clinic's record on the window while it is open: its patients, its visits, its lock."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from sdm_aid.i18n import _
from sdm_aid.ui.record_door import RecordDoor

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from sdm_aid.application.record.clinic_settings import ClinicSettings
    from sdm_aid.application.record.desk import Desk
    from sdm_aid.application.settings import Settings
    from sdm_aid.application.start_visit import OpenedVisit
    from sdm_aid.records.rows import PatientRow
    from sdm_aid.ui.idle import IdleWatch
    from sdm_aid.ui.record_saver import RecordSaver
    from sdm_aid.ui.record_screens import RecordScreens
    from sdm_aid.ui.record_visits import RecordVisits
    from sdm_aid.ui.record_window import RecordWindow

LOCK_KEY = "Ctrl+Shift+L"


class RecordRoom(QObject):
    """Holds the record while it is open. ``changed`` tells when it is opened or locked."""

    changed = Signal()

    def __init__(self, window: RecordWindow, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self.door = RecordDoor(window, self)
        self.door.opened.connect(self.take_desk)
        window.opener.failed.connect(self._on_not_begun)
        self.desk: Desk | None = None
        self.visits: RecordVisits | None = None
        self.screens: RecordScreens | None = None
        self._idle: IdleWatch | None = None
        self._left_in = ("", "")
        QShortcut(QKeySequence(LOCK_KEY), window.as_widget()).activated.connect(self.lock)

    @property
    def settings(self) -> Settings:
        """The settings for a visit: with the record open its user leads it."""
        settings = self._window.appearance.settings
        if self.desk is None:
            return settings
        user = self.desk.user
        name, title = user.name or settings.clinician_name, user.title or settings.clinician_role
        clinic = settings.clinic_name or self.desk.clinic
        return settings._replace(clinic_name=clinic, clinician_name=name, clinician_role=title)

    def take_desk(self, desk: Desk, notices: tuple[str, ...] = ()) -> None:
        """The record is open from now on; a visit that locking interrupted goes on."""
        from sdm_aid.ui.record_screens import RecordScreens
        from sdm_aid.ui.record_visits import RecordVisits

        self.desk = desk
        self.visits = RecordVisits(self._window, desk, self)
        self.screens = RecordScreens(self._window, desk, self)
        self.screens.visit_asked.connect(self._on_visit_asked)
        self.screens.new_talk_asked.connect(self._on_new_talk)
        self.screens.times_changed.connect(self._on_times)
        self._watch_idle(desk)
        self.changed.emit()
        self._window.show_home()
        if notices:
            self._window.say(" ".join(notices))
        self._remind(bool(notices))
        (left, by), self._left_in = self._left_in, ("", "")
        if left and by == desk.user.id and desk.may_write and not notices:
            self.visits.open(left)

    def _remind(self, already_saying: bool) -> None:
        """Say that a backup is due, where nothing weightier is being said."""
        desk = self.desk
        if desk is None or already_saying or not desk.may_write:
            return

        def work(_progress: object) -> str:
            from sdm_aid.application.record.backup import backup_reminder

            return backup_reminder(desk, desk.clock())

        self._window.jobs.run(work, done=self._on_reminder, failed=self._on_no_reminder)

    def _on_reminder(self, sentence: str) -> None:
        if sentence and self.desk is not None and not self._window.in_visit:
            self._window.say(sentence)

    def _on_no_reminder(self, problem: Exception) -> None:
        from sdm_aid.wording.record import trouble_sentence

        if not trouble_sentence(problem):
            raise problem

    def may_go_home(self) -> bool:
        """False where a look again holds answers that the record did not take yet."""
        return self.visits is None or self.visits.leave_look()

    # -- locking ---------------------------------------------------------------------------------

    def lock(self) -> None:
        """Close what is open and let go of the keys; a visit in the middle goes on afterwards."""
        if self.desk is None:
            return
        saver = self.visits.saver if self.visits is not None else None
        left = saver.visit if saver is not None and self._window.in_visit else ""
        if not self._window.leave_visit():
            return
        self._left_in = (left, self.desk.user.id)
        problem = self.close()
        self._window.show_home()  # nothing of a patient stays on a screen behind the door
        self.door.show_unlock()
        if problem:
            self._window.say(problem)

    def close(self) -> str:
        """Let go of the record; a sentence where something went wrong."""
        self.door.close()
        self._window.opener.forget()
        visits, self.visits = self.visits, None
        screens, self.screens = self.screens, None
        desk, self.desk = self.desk, None
        if self._idle is not None:
            self._idle.stop()
            self._idle = None
        if visits is not None:
            visits.end()
            visits.deleteLater()
        if screens is not None:
            screens.deleteLater()
        if desk is None:
            return ""
        self.changed.emit()
        from sdm_aid.records.trouble import RecordTrouble
        from sdm_aid.wording.record import trouble_sentence

        try:
            desk.close()
        except RecordTrouble as problem:
            return trouble_sentence(problem)
        return ""

    def _watch_idle(self, desk: Desk) -> None:
        from sdm_aid.application.record.clinic_settings import clinic_settings
        from sdm_aid.ui.idle import IdleWatch

        settings = clinic_settings(desk.record)
        self._idle = IdleWatch(settings.cover_minutes, settings.lock_minutes, self)
        self._idle.cover_due.connect(self._on_cover_due)
        self._idle.lock_due.connect(self._on_lock_due)

    def _on_times(self, settings: ClinicSettings) -> None:
        if self._idle is not None:
            self._idle.set_minutes(settings.cover_minutes, settings.lock_minutes)

    def _on_cover_due(self) -> None:
        if self._window.in_visit:
            self._window.set_cover(True)

    def _on_lock_due(self) -> None:
        if not self._window.in_visit:
            self.lock()
            if self.desk is not None:  # something is not kept yet: it stays, unseen
                self._window.set_cover(True)

    # -- visits ----------------------------------------------------------------------------------

    def admit(self, opened: OpenedVisit) -> None:
        """Show a visit; where the record is open it is written there first."""
        if self.visits is None:
            self._window.show_visit(opened)
        else:
            self.visits.admit(opened)

    def saver_for(self, opened: OpenedVisit) -> RecordSaver | None:
        """What keeps this visit in the record; None: nothing does."""
        return None if self.visits is None else self.visits.saver_for(opened)

    def choose_patient(self, talk: str, begin: Callable[[PatientRow | None], None]) -> bool:
        """Ask whom this talk is for; False where there is no record to ask."""
        if self.desk is None or self.visits is None or self.screens is None:
            return False
        if not self.desk.may_write:
            self._window.say(_("A reader can look at the record but not add to it."))
        elif self.visits.patient is not None:
            begin(self.visits.patient)
        else:
            self.screens.ask_who(talk, partial(self._on_who, begin))
        return True

    def _on_who(
        self, begin: Callable[[PatientRow | None], None], patient: PatientRow | None
    ) -> None:
        if self.visits is not None:
            self.visits.patient = patient
        begin(patient)

    def _on_not_begun(self, _sentence: str) -> None:
        if self.visits is not None:
            self.visits.patient = None

    def patients_card(self, parent: QWidget) -> QWidget | None:
        """The list of patients for the home screen; None while no record is open."""
        return None if self.screens is None else self.screens.card(parent)

    def show(self, name: str) -> bool:
        """Show ``record`` (managing it); False where no record is open."""
        if self.screens is None:
            return False
        if name == "record":
            self.screens.show_manage()
        return True

    def _on_visit_asked(self, visit: str, action: str) -> None:
        if self.visits is None or self.screens is None:
            return
        if action == "look_again":
            self.visits.look_again(visit)
        elif action == "new_version":
            self.visits.new_version(visit)
        elif action == "history" or self._done_look(visit):
            self.screens.show_history(visit)
        elif self._about(visit):
            self.visits.look_again(self._about(visit), visit)
        else:
            self.visits.open(visit)

    def _about(self, visit: str) -> str:
        """The signed visit that a look again is about; empty: it is a visit."""
        row = self.desk.index.visits.get(visit) if self.desk is not None else None
        return row.head.about if row is not None else ""

    def _done_look(self, visit: str) -> bool:
        row = self.desk.index.visits.get(visit) if self.desk is not None else None
        return row is not None and row.kind == "follow_up" and row.head.status == "done"

    def _on_new_talk(self, patient: str) -> None:
        if self.visits is not None and self.desk is not None:
            self._window.show_home()
            self.visits.patient = self.desk.index.patients.get(patient)
            self._window.say(_("Choose what the talk is about."))
